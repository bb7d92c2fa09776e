/** What both roots share: where things lie, the services, and the organisation of a local installation. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ok, type Result } from './core/base.ts';
import { openLibrary } from './library/library.ts';
import type { Services } from './library/services.ts';
import type { ActionContext, Failure, Store } from './platform/action.ts';
import type { OrgId } from './platform/db/tables.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const migrationsFolder = join(root, 'migrations');
export const webFolder = join(root, 'dist', 'web');
export const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

/** Where the embedded database lies; a relative path counts from the working directory. */
export const dataFolder = (): string => resolve(process.env['THERIAC_DATA'] ?? join(root, 'data'));

/** Reads content; a file that does not fit its schema stops every start, with file and line. */
export function openServices(makePdf: Services['makePdf']): Result<Services, Failure> {
  const library = openLibrary(process.env['THERIAC_CONTENT'] ?? join(root, 'content'));
  return ok({ library, version, makePdf });
}

/** Why nothing but the content check may run; null where the content is sound. */
export function unsound({ library }: Services): Failure | null {
  const { findings } = library;
  if (findings.length === 0) return null;
  return {
    kind: 'broken_content',
    message: `The content has ${findings.length === 1 ? 'an error' : `${findings.length} errors`}. Mend it, then start again.`,
    details: findings
      .slice(0, 20)
      .map(({ file, line, path, message }) => ({ file: `content/${file}`, line, path, message })),
  };
}

/** One local organisation, until accounts exist: its id never changes, so that data can move. */
export const localOrganisation = '00000000-0000-4000-8000-000000000001' as OrgId;

/** A store for commands that work on files alone: reaching for rows is a bug. */
export const noStore: Store = {
  orgId: localOrganisation,
  read: () => {
    throw new Error('Cannot read rows: this action declared that it needs none');
  },
  change: () => {
    throw new Error('Cannot write rows: this action declared that it needs none');
  },
  attempt: () => {
    throw new Error('Cannot write rows: this action declared that it needs none');
  },
};

/** The day in the machine's own zone: a document made at night carries the date on the wall. */
export function today(now: Date): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

export const contextOf = (services: Services, store: Store, actor: string): ActionContext<Services> => ({
  services,
  store,
  actor,
  // One local user owns the installation, until accounts exist.
  level: 'administrator',
  now: () => new Date(),
  today: today(new Date()),
});
