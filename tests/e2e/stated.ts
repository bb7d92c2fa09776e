/** What an organisation says of itself, as the examples state it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSON_SCHEMA, load } from 'js-yaml';
import type { Served } from './serve.ts';

export type Stated = Record<string, unknown>;

/** The profile of an example, with the keys of a profile file; days stay texts. */
export const stated = (example: 'hospital-greece' | 'practice-ireland' | 'clinic-germany' | 'sparse'): Stated =>
  load(readFileSync(join(import.meta.dirname, `../../examples/${example}.yaml`), 'utf8'), {
    schema: JSON_SCHEMA,
  }) as Stated;

/** Stores a profile as whoever uses the pages. */
export async function store({ api }: Pick<Served, 'api'>, profile: Stated): Promise<void> {
  const saved = await api('PUT', '/api/profile', { profile });
  if (!saved.ok) throw new Error(`Cannot store the profile: ${saved.status} ${await saved.text()}`);
}
