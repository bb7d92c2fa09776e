/** Where things lie. Nothing is loaded here, so that the database may start before the rest is read. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OrgId } from './platform/db/tables.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const migrationsFolder = join(root, 'migrations');
export const examplesFolder = join(root, 'examples');
export const webFolder = join(root, 'dist', 'web');
export const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

/** `npm start -- --demo`: the examples, in a folder of their own. */
export const isDemo = process.argv.includes('--demo');

/** Where the embedded database lies; a relative path counts from the working directory. */
export const dataFolder = (): string =>
  resolve(process.env['THERIAC_DATA'] ?? join(root, isDemo ? 'data-demo' : 'data'));

/** Whether anything was ever stored: by a server that the environment names, or in the data folder. */
export const hasData = (): boolean => process.env['DATABASE_URL'] !== undefined || existsSync(join(dataFolder(), 'pg'));

/** Where content is read from. */
export const contentFolder = (): string => resolve(process.env['THERIAC_CONTENT'] ?? join(root, 'content'));

/** One local organisation, until accounts exist: its id never changes, so that data can move. */
export const localOrganisation = '00000000-0000-4000-8000-000000000001' as OrgId;
