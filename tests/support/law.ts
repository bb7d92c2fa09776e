/** The law in content/, and the obligation cases beside the project, as tests of core need them: read, not checked. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSON_SCHEMA, load } from 'js-yaml';
import type { Country } from '../../src/core/content/country.ts';
import type { ObligationRule } from '../../src/core/content/obligation-rule.ts';
import { readYaml } from '../../src/library/yaml.ts';
import { testdata } from './require.ts';

const contentFolder = join(import.meta.dirname, '../../content');

function readKind<Item>(kind: string): readonly Item[] {
  const folder = join(contentFolder, kind);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => {
      const read = readYaml(readFileSync(join(folder, name), 'utf8'));
      if (!read.ok) throw new Error(`Cannot read content/${kind}/${name}: ${read.error.message}`);
      return read.value as Item;
    });
}

/** All rules and states as they stand in content. */
export const law = {
  obligations: readKind<ObligationRule>('obligations'),
  countries: readKind<Country>('countries'),
} as const;

export type ObligationCase = {
  readonly id: string;
  readonly base: string;
  readonly profile: Readonly<Record<string, unknown>>;
  readonly date: string;
  readonly class: string;
  readonly jurisdiction?: readonly string[];
  readonly expect: readonly { readonly obligation: string; readonly force: string; readonly from?: string }[];
  readonly must_not?: readonly (readonly [obligation: string, force: string])[];
  readonly ask?: readonly string[];
  readonly must_not_ask?: readonly string[];
};
type CaseFile = {
  readonly bases: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly cases: readonly ObligationCase[];
};

/** The cases with their bases laid under each profile; a null fact is dropped, because it is unknown. Empty where absent. */
export function obligationCases(): readonly ObligationCase[] {
  const folder = testdata();
  if (folder === null) return [];
  const file = load(readFileSync(join(folder, 'obligations/cases.yaml'), 'utf8'), { schema: JSON_SCHEMA }) as CaseFile;
  return file.cases.map((item) => ({ ...item, profile: known({ ...file.bases[item.base], ...item.profile }) }));
}

const known = (facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
