import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Content } from '../core/content/content.ts';
import { contentKinds } from '../core/content/content.ts';
import type { Release, ReleasedItem } from '../core/review/changes.ts';
import { isoDate } from './schema/parts.ts';

const releaseSchema = z.strictObject({
  edition: z.string().regex(/^[a-z0-9.-]{1,40}$/),
  on: isoDate,
  items: z.array(
    z.strictObject({
      kind: z.enum(contentKinds),
      id: z.string(),
      title: z.string(),
      fields: z.record(z.string(), z.string()),
    }),
  ),
}) satisfies z.ZodType<Release>;

const folderOf = (content: string): string => join(content, 'releases');

/** Editions that content remembers, the latest first. */
export function readReleases(folder: string): readonly Release[] {
  return readdirSync(folderOf(folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => releaseSchema.parse(JSON.parse(readFileSync(join(folderOf(folder), name), 'utf8'))))
    .toSorted((left, right) => (left.on < right.on ? 1 : -1));
}

type Named = {
  readonly id?: string;
  readonly code?: string;
  readonly title?: string;
  readonly name?: string;
  readonly figure?: string;
};

/** Content as a release would keep it. Twelve hex digits tell two texts apart; they are no proof against forgery. */
export const releasedItems = (content: Content): readonly ReleasedItem[] =>
  contentKinds.flatMap((kind) =>
    content[kind].map((item) => {
      const { id, code, title, name, figure } = item as Named;
      return { kind, id: id ?? code ?? '', title: title ?? name ?? figure ?? '', fields: fieldsOf(item) };
    }),
  );

const fieldsOf = (item: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(item)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12)]),
  );
