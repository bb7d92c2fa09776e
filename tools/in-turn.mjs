// One at a time: `npm start` and `npm test` on a fresh clone would otherwise install into each other's folder.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readIfThere } from './stamp.mjs';

const POLL_MS = 200;

/**
 * Does the work once no other process of this folder is at it.
 * @param {string} root
 * @param {(line: string) => void} say
 * @param {() => Promise<number>} work
 */
export async function inTurn(root, say, work) {
  const lock = join(root, 'dist', 'boot.lock');
  mkdirSync(dirname(lock), { recursive: true });
  for (let isTold = false; !take(lock); isTold = true) {
    if (!isTold) say(`Waiting for process ${readIfThere(lock)} to install or build. If there is none, delete ${lock}.`);
    await setTimeout(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * Takes the lock where it is free. One whose process has died is cleared away, for the next try.
 * @param {string} lock
 */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (!isAlive(Number(readIfThere(lock)))) rmSync(lock, { force: true });
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
