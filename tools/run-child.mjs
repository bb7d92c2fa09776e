// Runs one child process to its end: hands signals on once, and never leaves the child behind.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { readIfThere } from './stamp.mjs';

/** How long a child may take to stop before it is killed. */
const GRACE_MS = 10_000;
const PARENT_POLL_MS = 100;
/** Who started us, noted at once: a parent that goes between two children is missed otherwise. */
const PARENTS = parentsNow();
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * @typedef {{ code: number, output: string }} Outcome
 * @typedef {{
 *   cwd?: string,
 *   env?: NodeJS.ProcessEnv,
 *   stdio?: 'inherit' | 'ipc' | 'capture',
 *   stopWith?: NodeJS.Signals,
 * }} RunOptions
 */

/** @type {Record<'inherit' | 'ipc' | 'capture', import('node:child_process').StdioOptions>} */
const stdioOf = {
  inherit: 'inherit',
  // The channel carries no message: it closes when this process dies, however it dies, and the child hears "disconnect".
  ipc: ['inherit', 'inherit', 'inherit', 'ipc'],
  capture: ['ignore', 'pipe', 'pipe'],
};

/**
 * The exit code a shell would report.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export const exitCodeOf = (code, signal) => code ?? 128 + (signal ? constants.signals[signal] : 0);

/**
 * Whether a child ended because someone asked it to, as told by its exit code.
 * @param {number} code
 */
export const wasStopped = (code) => SIGNALS.some((signal) => code === exitCodeOf(null, signal));

/**
 * What to do with the nth request to stop: the first is handed on, the second waits, the third ends a child that hangs.
 * @param {number} nth
 * @returns {'forward' | 'wait' | 'force'}
 */
export const answerToStop = (nth) => (nth === 1 ? 'forward' : nth === 2 ? 'wait' : 'force');

/**
 * Runs a command and resolves when it has ended.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>}
 */
export function runChild(command, args, options = {}) {
  const stdio = options.stdio ?? 'inherit';
  const child = spawn(command, args, { cwd: options.cwd, env: options.env ?? process.env, stdio: stdioOf[stdio] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
  const release = superviseChild(child, options.stopWith);
  return new Promise((resolve) => {
    // "close" comes after the last byte of output; "error" alone when the command could not be started.
    child.on('error', (error) => resolve({ code: 3, output: `Cannot start "${command}": ${error.message}\n` }));
    child.on('close', (code, signal) => resolve({ code: exitCodeOf(code, signal), output }));
  }).finally(release);
}

/**
 * Hands signals on to the child, and stops it when our own parent goes away. Returns the undo.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} [stopWith] instead of the signal that came
 */
function superviseChild(child, stopWith) {
  let asked = 0;
  /** @type {NodeJS.Timeout | undefined} */
  let killer;
  const killLater = () => (killer ??= setTimeout(() => child.kill('SIGKILL'), GRACE_MS));
  /** @param {NodeJS.Signals} signal */
  const onSignal = (signal) => {
    asked += 1;
    const answer = answerToStop(asked);
    // A terminal that closes is a request to stop; to a program that does not expect it, it would be sudden death.
    if (answer === 'forward') child.kill(stopWith ?? (signal === 'SIGHUP' ? 'SIGTERM' : signal));
    if (answer === 'force') killLater();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const unwatch = onParentGone(() => {
    child.kill(stopWith ?? 'SIGTERM');
    killLater();
  });
  return () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
    clearTimeout(killer);
    unwatch();
  };
}

/**
 * Calls back once a process that started us has ended: its child is then handed to another. Returns the undo.
 * @param {() => void} gone
 */
function onParentGone(gone) {
  const timer = setInterval(() => {
    if (parentsNow() === PARENTS) return;
    clearInterval(timer);
    gone();
  }, PARENT_POLL_MS);
  return () => clearInterval(timer);
}

/**
 * Our parent and, where that is the shell that npm puts in between, npm itself: such a shell outlives an npm that is
 * killed. Only Linux is asked for the second; elsewhere that shell replaces itself by us, or the parent alone must do.
 */
function parentsNow() {
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event'] === undefined) return String(parent);
  const [, name, grandparent] = /\((.*)\) \S (\d+)/s.exec(readIfThere(`/proc/${parent}/stat`) ?? '') ?? [];
  return /^(?:sh|dash|bash|ash|busybox)$/.test(name ?? '') ? `${parent} ${grandparent}` : String(parent);
}
