/** Databases for tests. A new embedded one is unpacked from a template, which takes half a second instead of five. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

/** Fills a data folder with a database that has its tables, as a copy of one that is made once for each state of the migrations. */
export async function startedFolder(dataFolder: string): Promise<void> {
  const made = `${templateFile}.${migrationsDigest()}`;
  if (!existsSync(made)) await makeOnce(made);
  mkdirSync(dataFolder, { recursive: true });
  cpSync(join(made, 'pg'), join(dataFolder, 'pg'), { recursive: true });
}

/** Through a side folder and a rename: another process may do the same at this moment, and then either will do. */
async function makeOnce(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const side = mkdtempSync(`${folder}-`);
  await (await openOrThrow({ dataFolder: side, templateFile })).close();
  try {
    renameSync(side, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(side, { recursive: true });
  }
}

function migrationsDigest(): string {
  const digest = createHash('sha256');
  for (const name of readdirSync(migrationsFolder).toSorted())
    digest.update(name).update(readFileSync(join(migrationsFolder, name)));
  return digest.digest('hex').slice(0, 16);
}

/** Opens a database that a test expects to open. */
export async function openOrThrow(options: DatabaseOptions, folder = migrationsFolder): Promise<Database> {
  const opened = await openDatabase(options, folder);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}
