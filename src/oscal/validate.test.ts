import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { samples, withMember } from '../../tests/support/oscal-samples.ts';
import { jsonIn, oscalData } from '../../tests/support/oscal.ts';
import { models, type Json, type JsonObject, type Model } from './model.ts';
import { readDocument } from './read/read.ts';
import { schemaFor, type SchemaVersion } from './schema/schemas.ts';
import { shapeFindings, validate } from './validate.ts';

type Verdict = true | 'not JSON' | { readonly first: readonly string[] };
type Row = Readonly<Record<'1.1.3' | '1.2.2-as-published' | '1.2.2-repaired', Verdict>> | 'not JSON';

const data = oscalData() ?? '';
const isAbsent = data === '';
const judged = isAbsent
  ? []
  : Object.entries((jsonIn(data, 'validity.json') as { readonly files: Readonly<Record<string, Row>> }).files);

const schemas = [
  ['1.1.3', '1.1.3'],
  ['1.2.2-as-published', '1.2.2-published'],
  ['1.2.2-repaired', '1.2.2'],
] as const satisfies readonly (readonly [string, SchemaVersion])[];

/** What our judgement of a file has otherwise than the one of the test data. */
function disagreements(path: string, row: Row): readonly string[] {
  const read = readDocument(readFileSync(join(data, path)));
  if (!read.ok) return row === 'not JSON' ? [] : [`${path}: ${read.error.message}`];
  if (row === 'not JSON') return [`${path}: was read`];
  const { model, root } = read.value;
  return schemas.flatMap(([name, schema]) => {
    const found = shapeFindings(model, root, schema);
    const verdict = row[name];
    if (verdict === true || verdict === 'not JSON') return found.length === 0 ? [] : [`${path} ${name}: invalid`];
    if (found.length === 0) return [`${path} ${name}: valid`];
    const wanted = new Set(verdict.first.map((line) => line.replace(/ .*$/su, '')));
    // Ours may be deeper: of a choice, the test data names the whole.
    const isAt = (pointer: string): boolean => [...wanted].some((place) => pointer.startsWith(place));
    return wanted.size === 0 || found.some(({ pointer }) => isAt(pointer))
      ? []
      : [`${path} ${name}: found at ${found[0]?.pointer}`];
  });
}

test.skipIf(isAbsent)('files of others: each is valid or not under three schemas, and at the same place', () => {
  expect(judged.length).toBeGreaterThan(190);
  expect(judged.flatMap(([path, row]) => disagreements(path, row))).toEqual([]);
});

test.each(models)('%s: the sample is valid, and nothing is found in it', (model) => {
  expect(validate({ model, root: samples[model], form: 'json', version: '1.2.2' })).toEqual({
    isValid: true,
    schema: '1.2.2',
    findings: [],
  });
});

test.each([
  ['1.0.0', '1.1.3'],
  ['1.1.2', '1.1.3'],
  ['1.2.0', '1.2.2'],
  ['1.10.0', '1.2.2'],
  ['2.0.0', '1.2.2'],
  [null, '1.2.2'],
] as const)('schemaFor: %s is judged by %s', (version, schema) => expect(schemaFor(version)).toBe(schema));

/** Each of these is published wrongly by NIST, and mended by us. */
const mended: readonly {
  readonly name: string;
  readonly model: Model;
  readonly at: string;
  readonly value: Json | undefined;
  readonly published: boolean;
}[] = [
  { name: 'combine.method', model: 'profile', at: '/merge/combine', value: { method: 'keep' }, published: false },
  { name: 'an import without href', model: 'profile', at: '/imports/0/href', value: undefined, published: true },
  {
    name: 'a parameter without id',
    model: 'catalog',
    at: '/groups/0/params/0/id',
    value: undefined,
    published: true,
  },
  {
    name: 'a set-parameter without param-id',
    model: 'profile',
    at: '/modify/set-parameters/0/param-id',
    value: undefined,
    published: true,
  },
  {
    name: 'an assessment subject without type',
    model: 'assessment-plan',
    at: '/tasks/0/associated-activities/0/subjects/0/type',
    value: undefined,
    published: true,
  },
];

test.each(mended)('defect of 1.2.2: $name', ({ model, at, value, published }) => {
  // The sample's own `combine.method` is what the published schema refuses.
  const base = model === 'profile' ? withMember(samples.profile, '/merge/combine', undefined) : samples[model];
  const root = withMember(base, at, value);
  expect(shapeFindings(model, root, '1.2.2-published').length === 0).toBe(published);
  expect(shapeFindings(model, root, '1.2.2').length === 0).toBe(!published);
});

/** One mistake, one message, with its place and what to do. */
const mistakes: readonly {
  readonly name: string;
  readonly model: Model;
  readonly at: string;
  readonly value: Json | undefined;
  readonly found: readonly (readonly [pointer: string, message: RegExp])[];
}[] = [
  {
    name: 'a title is missing',
    model: 'catalog',
    at: '/groups/0/controls/1/title',
    value: undefined,
    found: [['/catalog/groups/0/controls/1', /^"title" is missing; add it$/u]],
  },
  {
    name: 'two mistakes in a control do not make its group the mistake',
    model: 'catalog',
    at: '/groups/0/controls/1',
    value: { title: 7, words: 'a' },
    found: [
      ['/catalog/groups/0/controls/1', /^"id" is missing; add it$/u],
      ['/catalog/groups/0/controls/1', /^OSCAL knows no "words" here; take it out$/u],
      ['/catalog/groups/0/controls/1/title', /string/u],
    ],
  },
  {
    name: 'an import has no href',
    model: 'profile',
    at: '/imports/0/href',
    value: undefined,
    found: [['/profile/imports/0', /^"href" is missing; add it$/u]],
  },
  {
    name: 'a parameter has values and a choice',
    model: 'catalog',
    at: '/groups/0/params/0/select',
    value: { choice: ['a'] },
    found: [['/catalog/groups/0/params/0', /^OSCAL knows no "(?:values|select)" here; take it out$/u]],
  },
  {
    name: 'a group has groups and controls',
    model: 'catalog',
    at: '/groups/0/groups',
    value: [{ title: 'Inner' }],
    found: [['/catalog/groups/0', /^OSCAL knows no "(?:groups|controls)" here; take it out$/u]],
  },
  {
    name: 'a UUID is of no version',
    model: 'catalog',
    at: '/uuid',
    value: '00000000-0000-0000-0000-000000000000',
    found: [['/catalog/uuid', /^The text is no UUID of version 4 or 5; make a new one$/u]],
  },
  {
    name: 'a list is empty',
    model: 'catalog',
    at: '/groups/0/controls/0/props',
    value: [],
    found: [['/catalog/groups/0/controls/0/props', /^The list is empty; leave it out$/u]],
  },
  {
    name: 'a word is not one of the allowed',
    model: 'profile',
    at: '/merge/combine/method',
    value: 'mix',
    found: [['/profile/merge/combine/method', /^Allowed are use-first, merge, keep$/u]],
  },
  {
    name: 'a date has no time zone',
    model: 'catalog',
    at: '/metadata/last-modified',
    value: '2026-11-25T08:00:00',
    found: [['/catalog/metadata/last-modified', /^The text is no date as OSCAL wants it/u]],
  },
  {
    name: 'a title has a line end',
    model: 'catalog',
    at: '/metadata/title',
    value: 'a\nb',
    found: [['/catalog/metadata/title', /^The text is empty or has a line end/u]],
  },
  {
    name: 'an id is a token of millions of letters, which is valid, and ends all the same',
    model: 'catalog',
    at: '/groups/0/controls/1/id',
    value: 'a'.repeat(3_000_000),
    found: [],
  },
  {
    name: 'an address is longer than any',
    model: 'catalog',
    at: '/groups/0/controls/0/links/0/href',
    value: `https://example.org/${'a'.repeat(3_000_000)}`,
    found: [['/catalog/groups/0/controls/0/links/0/href', /^The text is no uri-reference$/u]],
  },
];

test.each(mistakes)('shape: $name', ({ model, at, value, found }) => {
  const findings = shapeFindings(model, withMember(samples[model], at, value), '1.2.2');
  expect(findings.map(({ pointer }) => pointer).toSorted()).toEqual(found.map(([pointer]) => pointer).toSorted());
  for (const [pointer, message] of found)
    expect(findings.some((each) => each.pointer === pointer && message.test(each.message))).toBe(true);
});

describe('shape: mistakes without number', () => {
  const many = (count: number, value: Json): JsonObject => ({
    ...samples.catalog,
    params: Array.from({ length: count }, () => value),
  });

  test.each([
    ['the first 200 are told', many(20_000, { words: 1 }), 201],
    ['of a large document, one', many(300_000, 1), 2],
  ] as const)('%s, with a note', (_name, root, most) => {
    const findings = shapeFindings('catalog', root, '1.2.2');
    expect(findings.length).toBeLessThanOrEqual(most + 3);
    expect(findings.at(-1)).toMatchObject({ severity: 'note', rule: 'schema:more' });
  });

  test('groups in groups as deep as may be read: the one mistake', () => {
    const nest = (depth: number): JsonObject =>
      depth === 0 ? { title: 'last', words: 1 } : { title: `${depth}`, groups: [nest(depth - 1)] };
    const findings = shapeFindings('catalog', { ...samples.catalog, groups: [nest(28)] }, '1.2.2');
    expect(findings.map(({ pointer }) => pointer)).toEqual([`/catalog/groups/0${'/groups/0'.repeat(28)}`]);
  });
});

test('validate: warnings leave a document valid, errors of constraints do not', () => {
  const document = (root: JsonObject) => ({ model: 'catalog' as const, form: 'json' as const, version: '1.2.2', root });
  const warned = withMember(samples.catalog, '/groups/0/controls/1/links', [{ href: '#gone' }]);
  const broken = withMember(samples.catalog, '/groups/0/controls/1', { id: 'c1', title: 'Again' });
  expect([validate(document(warned)).isValid, validate(document(broken)).isValid]).toEqual([true, false]);
});
