// Installs the dependencies when they do not fit package-lock.json, and not otherwise.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './run-child.mjs';
import { readIfThere, sha256 } from './stamp.mjs';

const INSTALL = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Settings of the caller under which `npm ci` would leave packages out, or install nothing.
 * `npm start` hands its own settings down as npm_config_…, so they reach us even where no file names them.
 */
const HARMFUL =
  /^(?:NODE_ENV|npm_config_(?:also|dev|dry_run|global|include|location|omit|only|optional|package_lock_only|production))$/i;

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Locked
 * @typedef {{ packages?: Record<string, Locked> }} Lock
 * @typedef {{ platform: string, arch: string }} Machine
 */

/** @param {NodeJS.ProcessEnv} env */
export const installEnvironment = (env) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !HARMFUL.test(name)));

/**
 * How to start npm: the one that started us where there is one, which needs no shell on any system.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} execPath
 * @param {string} platform
 * @returns {[string, ...string[]]}
 */
export function npmCommand(env, execPath, platform) {
  const cli = env['npm_execpath'];
  if (cli !== undefined && /npm-cli\.c?js$/.test(cli)) return [execPath, cli];
  return platform === 'win32' ? ['cmd.exe', '/d', '/s', '/c', 'npm'] : ['npm'];
}

/**
 * Whether what npm recorded as installed is what the lock asks for. It lets `npm ci && npm start` install once.
 * Only an optional package may be missing, unless it is made for this machine.
 * @param {Lock} lock
 * @param {Lock} installed
 * @param {Machine} machine
 */
export function fitsLock(lock, installed, machine) {
  const wanted = Object.entries(lock.packages ?? {}).filter(([path]) => path !== '');
  const found = installed.packages ?? {};
  const allFit = wanted.every(([path, entry]) => {
    const there = found[path];
    if (there === undefined) return entry.optional === true && !isMadeFor(entry, machine);
    return there.version === entry.version && there.integrity === entry.integrity;
  });
  return allFit && Object.keys(found).every((path) => path in (lock.packages ?? {}));
}

/**
 * Whether an optional package names this machine as its own. One that names none comes only with another that does;
 * and which C library a system has is npm's to find out.
 * @param {Locked} entry
 * @param {Machine} machine
 */
function isMadeFor(entry, { platform, arch }) {
  if ((entry.os ?? entry.cpu) === undefined || entry.libc !== undefined) return false;
  return (entry.os?.includes(platform) ?? true) && (entry.cpu?.includes(arch) ?? true);
}

/** @param {string} root */
const stampOf = (root) => join(root, 'node_modules', '.theriac-lock.sha256');

/**
 * Whether node_modules fits the lock: by our own stamp, or by npm's record where someone ran npm without us.
 * @param {string} root
 */
export function isInstalled(root) {
  const lock = readIfThere(join(root, 'package-lock.json'));
  if (lock === undefined) return false;
  if (readIfThere(stampOf(root)) === sha256(lock)) return true;
  const record = readIfThere(join(root, 'node_modules', '.package-lock.json'));
  return record !== undefined && fitsLock(JSON.parse(lock), JSON.parse(record), process);
}

/**
 * Makes node_modules fit the lock. The stamp is written last, so an install that failed is tried again.
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {Promise<number>} exit code, 0 when the dependencies are there
 */
export async function install(root, say) {
  const lock = readIfThere(join(root, 'package-lock.json'));
  if (lock === undefined) return refuse(say, 'Cannot install: package-lock.json is not there');
  say('Installing dependencies with `npm ci`, once for each change of package-lock.json.');
  rmSync(stampOf(root), { force: true });
  const [command, ...first] = npmCommand(process.env, process.execPath, process.platform);
  const env = installEnvironment(process.env);
  // Asked to stop, npm first goes on for half a minute; killed, it leaves what the next install clears away.
  const { code, output } = await runChild(command, [...first, ...INSTALL], { cwd: root, env, stopWith: 'SIGKILL' });
  if (code !== 0) return refuse(say, `${output}Cannot install: \`npm ci\` ended with ${code}`);
  writeFileSync(stampOf(root), sha256(lock));
  return 0;
}

/**
 * @param {(line: string) => void} say
 * @param {string} sentence
 */
function refuse(say, sentence) {
  say(`${sentence}.`);
  return 3;
}
