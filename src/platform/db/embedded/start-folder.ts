/** Sees to it that a data folder holds a whole database, in `pg`. What a start that was cut short left is in `pg.tmp`, and goes. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Initialisation } from './initialise-worker.ts';

/** The database's folder, made if there is none. The caller holds the lock. */
export async function startFolder(dataFolder: string, templateFile: string | undefined): Promise<string> {
  const folder = join(dataFolder, 'pg');
  const sideFolder = join(dataFolder, 'pg.tmp');
  if (existsSync(folder)) rmSync(sideFolder, { recursive: true, force: true });
  else await runToEnd({ folder, sideFolder, templateFile });
  return folder;
}

async function runToEnd(work: Initialisation): Promise<void> {
  const worker = new Worker(new URL('initialise-worker.ts', import.meta.url), { workerData: work });
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`initialisation ended with ${code}`))));
  });
}
