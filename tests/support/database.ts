/** Databases for tests. A new embedded one is unpacked from a template, which takes half a second instead of five. */
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { openDatabase } from '../../src/platform/db/database.ts';
import type { Database, DatabaseOptions } from '../../src/platform/db/database.ts';

const root = join(import.meta.dirname, '../..');

export const migrationsFolder = join(root, 'migrations');

/** Made by the first test that wants it; a new version of PGlite, which is pinned exactly, wants a new one. */
export const templateFile = join(
  root,
  `node_modules/.cache/theriac/pglite-${manifest.dependencies['@electric-sql/pglite']}.tar`,
);

/** Opens a database that a test expects to open. */
export async function openOrThrow(options: DatabaseOptions, folder = migrationsFolder): Promise<Database> {
  const opened = await openDatabase(options, folder);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}
