/** Puts the embedded engine together: lock, folder, thread, connection, upkeep; and takes it apart in the opposite order. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok } from '../../../core/base.ts';
import type { Result } from '../../../core/base.ts';
import type { Corrupt, FolderUnusable, Locked } from '../database-error.ts';
import type { Engine } from '../engine.ts';
import { embeddedPool } from '../pool.ts';
import { engineSockets } from './engine-socket.ts';
import type { EnginePlace } from './engine-worker.ts';
import { makeFolder } from './fsync.ts';
import { lockFolder } from './lock.ts';
import type { FolderLock } from './lock.ts';
import { maintain } from './maintenance.ts';
import { startFolder } from './start-folder.ts';

/** Where, the template to make it from if it is new, and when upkeep is due. */
export type EmbeddedOptions = { readonly templateFile?: string; readonly upkeepRows?: number } & (
  | { readonly dataFolder: string }
  | { readonly memory: true }
);

type Claim = { readonly folder: string; readonly release: () => void };

const UPKEEP_ROWS = 10_000;

/** Starts the engine on a folder, which is then locked, or in memory. */
export async function openEmbedded(
  options: EmbeddedOptions,
): Promise<Result<Engine, Locked | FolderUnusable | Corrupt>> {
  const { templateFile, upkeepRows = UPKEEP_ROWS } = options;
  if ('memory' in options)
    return ok(engineOn({ memory: true, templateFile }, { folder: 'memory', release: () => {} }, upkeepRows));
  const { dataFolder } = options;
  const lock = claim(dataFolder);
  if (!lock.ok) return lock;
  const { release } = lock.value;
  const folder = await started(dataFolder, templateFile);
  if (folder.ok) return ok(engineOn({ folder: folder.value }, { folder: dataFolder, release }, upkeepRows));
  release();
  return folder;
}

async function started(
  dataFolder: string,
  templateFile: string | undefined,
): Promise<Result<string, FolderUnusable | Corrupt>> {
  try {
    const folder = await startFolder(dataFolder, templateFile);
    // PGlite would take such a folder for a new one, and start with nothing in it.
    return existsSync(join(folder, 'PG_VERSION'))
      ? ok(folder)
      : fail(corrupt(dataFolder, '"pg/PG_VERSION" is missing'));
  } catch (error) {
    return fail(unusableFolder(dataFolder, error));
  }
}

function claim(dataFolder: string): Result<FolderLock, Locked | FolderUnusable> {
  try {
    makeFolder(dataFolder);
    return lockFolder(dataFolder);
  } catch (error) {
    return fail(unusableFolder(dataFolder, error));
  }
}

function engineOn(place: EnginePlace, { folder, release }: Claim, upkeepRows: number): Engine {
  const sockets = engineSockets(place);
  const pool = embeddedPool(sockets.open);
  const maintenance = maintain(pool, upkeepRows);
  return {
    kind: 'embedded',
    pool,
    noteChange: maintenance.noteChange,
    unusable: (error) => corrupt(folder, messageOf(error)),
    close: async () => {
      await maintenance.finish();
      await pool.end();
      // The pool does not wait for what it ends.
      await sockets.ended();
      release();
    },
  };
}

const unusableFolder = (folder: string, error: unknown): FolderUnusable => ({
  kind: 'folder',
  folder,
  message: `Cannot use the folder "${folder}": ${messageOf(error)}, wanted one that can be written`,
});

const corrupt = (folder: string, reason: string): Corrupt => ({
  kind: 'corrupt',
  folder,
  message: `Cannot start the database in "${folder}": ${reason}, wanted a backup restored, or another data folder`,
});

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
