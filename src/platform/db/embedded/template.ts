/**
 * An empty database as one file. Making one takes PGlite some four seconds, unpacking one half a second: tests keep a copy.
 * It holds no tables of ours, so only a new version of PGlite makes it stale; the version belongs in the file's name.
 */
import { existsSync, mkdirSync, openAsBlob, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { startParams } from './durable-fs.ts';

/** Opens a new database from the template, where one is wanted and there, else makes the database and then the template. */
export async function createFromTemplate(
  file: string | undefined,
  place: { readonly dataDir?: string },
): Promise<PGlite> {
  const options = { ...place, startParams: [...startParams] };
  if (file !== undefined && existsSync(file)) return PGlite.create({ ...options, loadDataDir: await openAsBlob(file) });
  const engine = await PGlite.create(options);
  if (file !== undefined) await saveTemplate(engine, file);
  return engine;
}

/** Through a side file and a rename: another process may do the same at this moment. */
async function saveTemplate(engine: PGlite, file: string): Promise<void> {
  await engine.exec('checkpoint');
  const dump = await engine.dumpDataDir('none');
  mkdirSync(dirname(file), { recursive: true });
  const sideFile = `${file}.${process.pid}`;
  writeFileSync(sideFile, new Uint8Array(await dump.arrayBuffer()));
  renameSync(sideFile, file);
}
