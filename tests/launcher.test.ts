/** The launcher and the runner of children, as processes. Nothing here installs or reaches a network. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { project } from './support/project.ts';

const root = join(import.meta.dirname, '..');

/** A copy of the launcher with a command of its own, beside the real packages. */
function launcher(cli: string, manifest = '{ "type": "module", "dependencies": { "zod": "*" } }'): string {
  const folder = project({ 'src/cli.ts': cli, 'package.json': manifest });
  for (const part of ['theriac', 'tools']) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return join(folder, 'theriac');
}

/** Nodes to start the launcher with: ours and, where the machine has an older one, that, which must hand over. */
const systemNode = spawnSync('/usr/bin/node', ['--version'], { encoding: 'utf8' }).stdout ?? '';
const nodes = [process.execPath, ...(systemNode.startsWith('v2') ? ['/usr/bin/node'] : [])];

for (const node of nodes) {
  const label = node === process.execPath ? 'Node 24' : 'the Node of the system';

  test(`theriac on ${label}: arguments, input, output and exit code pass through, from any folder`, () => {
    const path = launcher(`
      const given: string[] = process.argv.slice(2);
      for await (const chunk of process.stdin) process.stdout.write(chunk);
      process.stderr.write(JSON.stringify([given, process.versions.node.split('.')[0]]));
      process.exitCode = Number(given.at(-1));`);
    const link = `${path}-link`;
    symlinkSync(path, link);
    const run = spawnSync(node, [link, 'rank', '--on', '2026-01-01', '', 'é "x"', '2'], {
      cwd: tmpdir(),
      input: 'profile',
      encoding: 'utf8',
    });
    expect(run.stdout).toBe('profile');
    expect(JSON.parse(run.stderr)).toEqual([
      ['rank', '--on', '2026-01-01', '', 'é "x"', '2'],
      expect.stringMatching(/^2[4-9]$/),
    ]);
    expect(run.status).toBe(2);
  });

  test(`theriac on ${label}: a signal reaches the command`, async () => {
    const path = launcher(`
      process.on('SIGTERM', () => process.exit(7));
      setInterval(() => {}, 1000);
      process.stdout.write('ready');`);
    const child = spawn(node, [path], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(7);
  });

  test(`theriac on ${label}: what cannot be loaded cannot run`, () => {
    const run = spawnSync(node, [launcher("import './not-there.ts';")], {
      encoding: 'utf8',
    });
    expect(run.stderr).toContain('not-there.ts');
    expect(run.status).toBe(3);
  });
}

test('theriac: without packages it names the remedy', () => {
  const path = launcher('', '{ "type": "module", "dependencies": { "not-a-package-of-ours": "1" } }');
  const run = spawnSync(process.execPath, [path, '--version'], { encoding: 'utf8' });
  expect(run.stderr).toMatch(/^Cannot run: .*`npm ci`.*\n$/);
  expect([run.status, run.stdout]).toEqual([3, '']);
});

const PARENT = `
  import { runChild } from './tools/run-child.mjs';
  const { code } = await runChild(process.execPath, ['child.mjs'], { stdio: 'ipc' });
  process.exitCode = code;`;
const CHILD = `
  const tell = (word) => process.stdout.write(word + ' ');
  process.on('SIGTERM', () => { tell('SIGTERM'); setTimeout(() => process.exit(5), 500); });
  process.on('disconnect', () => { tell('disconnect'); process.exit(); });
  tell('ready');`;
const endings = [
  {
    name: 'a second signal changes nothing, and the exit code passes through',
    signals: ['SIGTERM', 'SIGTERM'],
    heard: 'ready SIGTERM ',
    code: 5,
  },
  { name: 'a child hears that its parent was killed', signals: ['SIGKILL'], heard: 'ready disconnect ', code: null },
] as const;
for (const { name, signals, heard, code } of endings) {
  test(`runChild: ${name}`, async () => {
    const folder = project({ 'parent.mjs': PARENT, 'child.mjs': CHILD });
    cpSync(join(root, 'tools'), join(folder, 'tools'), { recursive: true });
    const parent = spawn(process.execPath, ['parent.mjs'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    parent.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    await once(parent.stdout, 'data');
    for (const signal of signals) {
      parent.kill(signal);
      await once(parent.stdout, 'data', { signal: AbortSignal.timeout(150) }).catch(() => undefined);
    }
    // The child holds the same pipe: it closes when both have ended.
    expect((await once(parent, 'close'))[0]).toBe(code);
    expect(said).toBe(heard);
  });
}
