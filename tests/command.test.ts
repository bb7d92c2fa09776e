/** The command as a person runs it: exit codes, streams, working directory, and what it says when something is wrong. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actions } from '../src/actions.ts';
import { actionsFor, wordsAlone } from '../src/command-actions.ts';
import { startedFolder } from './support/database.ts';
import { examplePath, exampleText } from './support/examples.ts';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'theriac-command-'));
const data = join(scratch, 'data');
// The command would make its database itself, in seconds; copying one takes a moment.
beforeAll(() => startedFolder(data));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const run = (
  argv: readonly string[],
  {
    input = '',
    cwd = scratch,
    env = {},
  }: { input?: string; cwd?: string; env?: Readonly<Record<string, string>> } = {},
) => {
  const { status, stdout, stderr } = spawnSync(join(root, 'theriac'), argv, {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, THERIAC_DATA: data, ...env },
  });
  return { code: status, stdout, stderr };
};

const hospital = examplePath('hospital-greece');
const bad = join(scratch, 'bad.yaml');
writeFileSync(bad, 'name: X\ncountri: GR\n');

const cases = [
  { name: 'a result from any working directory', argv: ['rank', hospital], code: 0, stdout: 'what to do first' },
  {
    name: 'the profile from standard input',
    argv: ['rank', '-'],
    input: exampleText('sparse'),
    code: 0,
    stdout: 'Municipal Hospital of Arda',
  },
  { name: 'the version', argv: ['--version'], code: 0, stdout: 'theriac 0.' },
  { name: 'help with an example', argv: ['explain', '--help'], code: 0, stdout: 'Example: ./theriac explain' },
  { name: 'no command at all', argv: [], code: 2, stderr: 'Usage:' },
  { name: 'an unknown command, with a suggestion', argv: ['ranks'], code: 2, stderr: 'Did you mean rank' },
  { name: 'an unknown option', argv: ['rank', hospital, '--fast'], code: 2, stderr: '--fast' },
  { name: 'a missing argument', argv: ['rank'], code: 2, stderr: 'profile' },
  {
    name: 'a profile that is not there',
    argv: ['rank', 'nowhere.yaml'],
    code: 2,
    stderr: 'Cannot read "nowhere.yaml": there is no such file or folder',
  },
  {
    name: 'a profile with an error, by file, line and nearest key',
    argv: ['rank', bad],
    code: 2,
    stderr: 'bad.yaml:2 countri: Cannot read key "countri": a profile has no such key; the nearest key is "country"',
  },
  { name: 'a day that is none', argv: ['rank', hospital, '--on', 'tomorrow'], code: 2, stderr: 'on' },
  {
    name: 'a role that is none',
    argv: ['guide', hospital, '--role', 'nurse', '--format', 'html', '--out', '-'],
    code: 2,
    stderr: 'Allowed choices are',
  },
  {
    name: 'a guide without a profile',
    argv: ['guide', '--role', 'ceo', '--format', 'html', '--out', '-'],
    code: 2,
    stderr: 'There is no profile yet',
  },
  {
    name: 'a folder that cannot be written to',
    argv: ['guide', '--common', '--role', 'ceo', '--format', 'md', '--out', 'no/such/folder/x.md'],
    code: 3,
    stderr: 'Cannot write',
  },
  {
    name: 'a safeguard that is none',
    argv: ['explain', hospital, 'S-999'],
    code: 2,
    stderr: 'No safeguard has the id S-999',
  },
  {
    name: 'a language that is not shipped',
    argv: ['guide', '--common', '--role', 'ceo', '--format', 'md', '--language', 'xx', '--out', '-'],
    code: 2,
    stderr: 'languages are el, en',
  },
  {
    name: 'a kind of content that is none',
    argv: ['library', 'list', 'measures'],
    code: 2,
    stderr: 'Kinds: documents',
  },
  {
    name: 'a plan without capacity',
    argv: ['plan', '-'],
    input: exampleText('sparse'),
    code: 2,
    stderr: 'Add "capacity"',
  },
] as const;

for (const { name, argv, code, ...rest } of cases) {
  const { input, stdout, stderr } = rest as { input?: string; stdout?: string; stderr?: string };
  test(`theriac: ${name}`, () => {
    const ran = run(argv, input === undefined ? {} : { input });
    expect(ran.stdout + ran.stderr).toContain(stdout ?? stderr);
    expect([ran.code, stdout === undefined ? ran.stdout : '']).toEqual([code, '']);
  });
}

test('theriac: --json prints JSON and nothing else, for any item list an array', () => {
  const { stdout, stderr } = run(['library', 'list', 'topics', '--json']);
  expect([(JSON.parse(stdout) as unknown[]).length, stderr]).toEqual([30, '']);
});

test('theriac: law differs by day', () => {
  const forces = (on: string) => {
    const { obligations } = JSON.parse(run(['obligations', hospital, '--on', on, '--json']).stdout) as {
      obligations: { id: string; force: string }[];
    };
    return new Map(obligations.map(({ id, force }) => [id, force]));
  };
  const [now, later] = [forces('2026-01-01'), forces('2029-06-01')];
  expect([now.get('ehds-primary-2029'), later.get('ehds-primary-2029')]).toEqual(['binding_from', 'binding_now']);
});

test('theriac: works through a link from elsewhere', () => {
  symlinkSync(join(root, 'theriac'), join(scratch, 'link'));
  expect(spawnSync(join(scratch, 'link'), ['--version'], { encoding: 'utf8' }).stdout).toContain('theriac 0.');
});

test('theriac: broken content stops a command with file and line, and the check lists it', () => {
  const content = join(scratch, 'content');
  cpSync(join(root, 'content'), content, { recursive: true });
  const topic = join(content, 'topics/cloud.yaml');
  writeFileSync(topic, readFileSync(topic, 'utf8').replace(/^title:.*$/mu, 'title: 5'));
  const stopped = run(['rank', hospital], { env: { THERIAC_CONTENT: content } });
  expect([stopped.code, stopped.stderr]).toEqual([3, expect.stringMatching(/content\/topics\/cloud\.yaml:\d+ title/u)]);
  const checked = run(['library', 'check'], { env: { THERIAC_CONTENT: content } });
  expect([checked.code, checked.stdout]).toEqual([1, expect.stringMatching(/content\/topics\/cloud\.yaml:\d+ title/u)]);
});

test('theriac: a stored profile, first alone and then through a running server, which refuses a second one', async () => {
  expect(run(['rank'])).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no profile yet') });
  expect(run(['profile', 'save', hospital]).code).toBe(0);
  expect(run(['rank', '--json']).stdout).toBe(run(['rank', hospital, '--json']).stdout);
  const server = spawn(process.execPath, [join(root, 'src/server.ts')], {
    env: { ...process.env, THERIAC_DATA: data, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.stdout.on('data', (chunk: Buffer) => (String(chunk).includes('is ready at') ? resolve() : undefined));
      server.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
    });
    const shown = JSON.parse(run(['profile', 'show', '--json']).stdout) as { profile: { name: string } };
    expect(shown.profile.name).toBe('Aegean University Hospital');
    expect(run(['explain', 'S-043']).stdout).toBe(run(['explain', hospital, 'S-043']).stdout);
    expect(run(['ratings', 'save', '-'], { input: 'S-071: partially\n' })).toMatchObject({
      code: 0,
      stdout: 'Saved one rating.\n',
    });
    const second = spawnSync(process.execPath, [join(root, 'src/server.ts')], {
      encoding: 'utf8',
      env: { ...process.env, THERIAC_DATA: data, PORT: '0' },
    });
    expect([second.status, second.stderr]).toEqual([3, expect.stringContaining(String(server.pid))]);
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    server.kill('SIGTERM');
    expect(await ended).toBe(0);
  }
});

test.each(wordsAlone)('theriac: the command "%s" has all its actions where it is loaded alone', async (word) => {
  const namesIn = (some: Awaited<ReturnType<typeof actionsFor>>): readonly string[] =>
    some.filter(({ command }) => command?.usage.split(' ')[0] === word).map(({ name }) => name);
  expect(namesIn(await actionsFor([word]))).toEqual(namesIn(actions));
});
