/**
 * One process per data folder: PGlite has no lock of its own, and two that open the same folder destroy each other's work.
 *
 * The lock is the kernel's, taken on the file `lock` through Node's built-in SQLite (`begin exclusive`), because Node offers
 * no flock. So there is nothing to take over and no race in doing so: the kernel frees it when the process ends, however it
 * ends, and it holds between containers that share the folder but do not see each other's process numbers, where comparing
 * a written pid and its start time would fail. The pid in `lock.pid` only serves the message.
 *
 * Never open `lock` by other means in this process: on POSIX, closing any descriptor of a file drops the locks on it.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fail, ok } from '../../../core/base.ts';
import type { Result } from '../../../core/base.ts';
import type { Locked } from '../database-error.ts';

/** A data folder that is ours until `release`. */
export type FolderLock = { readonly release: () => void };

const SQLITE_BUSY = 5;
/** Two that start at once may each refuse the other's first step: one of them gets through within this time. */
const PATIENCE_MS = 300;

/** Keeps locks from being collected, which would free them. */
const held = new Set<DatabaseSync>();

/** Takes the folder for this process, or says who has it. Throws where the folder cannot be written. */
export function lockFolder(folder: string): Result<FolderLock, Locked> {
  const file = new DatabaseSync(join(folder, 'lock'), { timeout: PATIENCE_MS });
  const pidFile = join(folder, 'lock.pid');
  try {
    file.exec('pragma journal_mode = memory; begin exclusive');
    writeFileSync(pidFile, `${process.pid}\n`);
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return fail(lockedBy(folder, readPid(pidFile)));
    throw error;
  }
  held.add(file);
  return ok({ release: () => release(file, pidFile) });
}

function release(file: DatabaseSync, pidFile: string): void {
  if (!held.delete(file)) return;
  rmSync(pidFile, { force: true });
  file.close();
}

function readPid(pidFile: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(pidFile, 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}

const lockedBy = (folder: string, pid: number | undefined): Locked => ({
  kind: 'locked',
  folder,
  pid,
  message: `Cannot open "${folder}": ${pid === undefined ? 'another process' : `process ${pid}`} uses it, wanted it stopped first, or another data folder`,
});
