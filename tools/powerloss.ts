/**
 * `npm run test:powerloss -- [RUNS] [--seed N] [--writer FILE]`: no acknowledged write is lost when the power goes.
 *
 * A writer (powerloss-writer.ts says what that is) works on a file system of its own, ext4 on a loop device. At a random
 * moment the file system is taken down without flushing its log; then it is mounted again, and what was acknowledged is
 * compared with what is there. Every fifth run cuts the power during a first start. Linux only, as root.
 *
 * Ends with 0 where nothing was lost, 1 where something was, 2 on wrong usage, 3 where this machine cannot run it.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';

type Disk = { readonly image: string; readonly mountPoint: string; readonly data: string };
type Stored = { readonly last: number; readonly count: number; readonly isWhole: boolean };
type Outcome = { readonly acknowledged: number; readonly fault: string | undefined; readonly lost: number };

const DISK_SIZE = '1G';
const FIRST_START_EVERY = 5;
const FIRST_START_MS = 9_000;
const WRITING_MS = [300, 2_500] as const;
const OPEN_LIMIT_MS = 120_000;
const UNMOUNT_ATTEMPTS = 50;
const COMPLAINT_LENGTH = 600;

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  const settings = readSettings(argv);
  if (typeof settings === 'string') return say(2, settings);
  const obstacle = obstacleHere();
  if (obstacle !== undefined) return say(3, `Cannot run the power loss test: ${obstacle}.`);
  const folder = mkdtempSync(join(tmpdir(), 'theriac-power-'));
  const disk = { image: join(folder, 'disk'), mountPoint: join(folder, 'mnt'), data: join(folder, 'mnt/data') };
  mkdirSync(disk.mountPoint);
  try {
    return await runAll(disk, settings);
  } finally {
    unmount(disk);
    rmSync(folder, { recursive: true, force: true });
  }
}

type Settings = { readonly runs: number; readonly seed: number; readonly writer: string };

function readSettings(argv: readonly string[]): Settings | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { seed: { type: 'string', default: '1' }, writer: { type: 'string' } },
      allowPositionals: true,
    });
    const [runs, seed] = [Number(positionals[0] ?? 20), Number(values.seed)];
    const writer = resolve(values.writer ?? join(import.meta.dirname, 'powerloss-action.ts'));
    const isSound = Number.isInteger(runs) && runs > 0 && Number.isInteger(seed) && positionals.length < 2;
    return isSound ? { runs, seed, writer } : 'Wanted: test:powerloss -- [RUNS] [--seed N] [--writer FILE]';
  } catch (error) {
    return String(error);
  }
}

function obstacleHere(): string | undefined {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (process.getuid?.() !== 0) return 'it needs root, to mount a file system';
  for (const program of ['mkfs.ext4', 'mount', 'umount', 'python3', 'truncate'])
    if (fails(() => run('sh', '-c', `command -v ${program}`))) return `${program} is not installed`;
  return undefined;
}

async function runAll(disk: Disk, { runs, seed, writer }: Settings): Promise<number> {
  const random = randomFrom(seed);
  const outcomes: Outcome[] = [];
  for (let index = 0; index < runs; index += 1) {
    const isFirstStart = index % FIRST_START_EVERY === 0;
    if (isFirstStart || outcomes.at(-1)?.fault !== undefined) {
      const refusal = makeDisk(disk);
      if (refusal !== undefined)
        return say(3, `Cannot run the power loss test: the machine refuses a loop mount (${refusal}).`);
    }
    const cutMs = isFirstStart ? random() * FIRST_START_MS : WRITING_MS[0] + random() * (WRITING_MS[1] - WRITING_MS[0]);
    const outcome = await runOnce(disk, { writer, cutMs, isFirstStart });
    outcomes.push(outcome);
    console.log(lineOf(index + 1, { ...outcome, cutMs, isFirstStart }));
  }
  return summarise(outcomes, seed);
}

type Run = { readonly writer: string; readonly cutMs: number; readonly isFirstStart: boolean };

/** One cut. A first start is cut so long after its beginning, writing so long after the first acknowledged write. */
async function runOnce(disk: Disk, { writer, cutMs, isFirstStart }: Run): Promise<Outcome> {
  const child = spawn(process.execPath, [writer, 'write', disk.data], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on(
    'data',
    (text: Buffer) => void (complaint = `${complaint}${text.toString()}`.slice(-COMPLAINT_LENGTH)),
  );
  const gone = new Promise((done) => void child.once('close', done));
  const first = Promise.withResolvers<void>();
  let acknowledged = 0;
  createInterface(child.stdout).on('line', (line) => {
    acknowledged = Math.max(acknowledged, Number(line));
    first.resolve();
  });
  if (!isFirstStart) await Promise.race([first.promise, gone, wait(OPEN_LIMIT_MS, undefined, { ref: false })]);
  await Promise.race([wait(cutMs), gone]);
  const hadEnded = child.exitCode !== null;
  run('python3', join(import.meta.dirname, 'powerloss-shutdown.py'), disk.mountPoint);
  // What the writer still claims after the cut counts as well: it must not claim what it could not write.
  await wait(200);
  child.kill('SIGKILL');
  await gone;
  remount(disk);
  if (hadEnded) return { acknowledged, fault: `the writer ended before the cut: ${complaint}`, lost: 0 };
  return { acknowledged, ...judge(check(writer, disk), acknowledged) };
}

function judge(stored: Stored | string, acknowledged: number): Omit<Outcome, 'acknowledged'> {
  if (typeof stored === 'string') return { fault: `it does not open again (${stored})`, lost: 0 };
  const lost = Math.max(0, acknowledged - stored.last);
  if (lost > 0) return { fault: `${lost} acknowledged writes are lost`, lost };
  const isConsistent = stored.count === stored.last && stored.isWhole;
  return { fault: isConsistent ? undefined : `it is inconsistent: ${JSON.stringify(stored)}`, lost };
}

function check(writer: string, { data }: Disk): Stored | string {
  try {
    const said = execFileSync(process.execPath, [writer, 'check', data], {
      encoding: 'utf8',
      timeout: OPEN_LIMIT_MS,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Stored;
  } catch (error) {
    return String(error).slice(0, 400);
  }
}

/** A new, empty file system; or why there is none. */
function makeDisk(disk: Disk): string | undefined {
  unmount(disk);
  rmSync(disk.image, { force: true });
  try {
    run('truncate', '-s', DISK_SIZE, disk.image);
    run('mkfs.ext4', '-q', '-F', disk.image);
    run('mount', '-o', 'loop', disk.image, disk.mountPoint);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.trim() : String(error);
  }
}

function remount(disk: Disk): void {
  unmount(disk);
  run('mount', '-o', 'loop', disk.image, disk.mountPoint);
}

function unmount({ mountPoint }: Disk): void {
  const isMounted = (): boolean => !fails(() => run('mountpoint', '-q', mountPoint));
  for (let attempt = 0; isMounted() && attempt < UNMOUNT_ATTEMPTS; attempt += 1)
    if (fails(() => run('umount', mountPoint))) run('sleep', '0.1');
}

function lineOf(number: number, { acknowledged, cutMs, isFirstStart, fault }: Outcome & Omit<Run, 'writer'>): string {
  const moment = `${Math.round(cutMs)} ms into ${isFirstStart ? 'a first start' : 'writing'}`;
  return `${fault === undefined ? 'ok  ' : 'FAIL'} ${number}: cut ${moment}, acknowledged up to ${acknowledged}${fault === undefined ? '' : `; ${fault}`}`;
}

function summarise(outcomes: readonly Outcome[], seed: number): number {
  const lost = outcomes.reduce((sum, outcome) => sum + outcome.lost, 0);
  const faults = outcomes.filter(({ fault }) => fault !== undefined).length;
  console.log(`${outcomes.length} runs, ${lost} acknowledged writes lost, ${faults} runs with a fault, seed ${seed}`);
  return faults === 0 ? 0 : 1;
}

/** Mulberry32: the same seed, the same moments. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

function fails(act: () => void): boolean {
  try {
    act();
    return false;
  } catch {
    return true;
  }
}

function say(code: number, sentence: string): number {
  console.error(sentence);
  return code;
}
