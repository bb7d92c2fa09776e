/** What an organisation says of itself, as the examples state it, rated where tests have few safeguards. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSON_SCHEMA, load } from 'js-yaml';
import { fewSafeguards } from '../support/small-content.ts';
import type { Served } from './serve.ts';

export type Stated = Record<string, unknown>;

/** The profile of an example, with the keys of a profile file; days stay texts. */
export function stated(example: 'hospital-greece' | 'practice-ireland' | 'clinic-germany' | 'sparse'): Stated {
  const text = readFileSync(join(import.meta.dirname, `../../examples/${example}.yaml`), 'utf8');
  const { ratings = {}, ...rest } = load(text, { schema: JSON_SCHEMA }) as Stated & { ratings?: object };
  const few = Object.entries(ratings).filter(([id]) => fewSafeguards.includes(id));
  return { ...rest, ratings: Object.fromEntries(few) };
}

/** Stores a profile as whoever uses the pages. */
export async function store({ api }: Pick<Served, 'api'>, profile: Stated): Promise<void> {
  const saved = await api('PUT', '/api/profile', { profile });
  if (!saved.ok) throw new Error(`Cannot store the profile: ${saved.status} ${await saved.text()}`);
}
