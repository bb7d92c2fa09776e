// OSCAL as guidance: what is carried, what is lost, and that no document, however broken, stops the reading.
import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportBundle } from '../../core/guidance/bundle.ts';
import { filesBelow, oscalData } from '../../../tests/support/oscal.ts';
import { samples, uuid, withMember } from '../../../tests/support/oscal-samples.ts';
import { models, type Json, type JsonObject, type Model } from '../../oscal/model.ts';
import { parseGuidance } from './parse-guidance.ts';

async function bundle(model: Model, root: JsonObject): Promise<ImportBundle> {
  const read = await parseGuidance(Buffer.from(JSON.stringify({ [model]: root })));
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

const metadata = { title: 'Night', 'last-modified': '2026-11-27T00:00:00Z', version: '2', 'oscal-version': '1.1.3' };
const statement = (prose: string, parts: readonly JsonObject[] = []): JsonObject => ({
  name: 'statement',
  ...(prose === '' ? {} : { prose }),
  ...(parts.length === 0 ? {} : { parts: [...parts] }),
});
const item = (label: string, prose: string): JsonObject => ({
  name: 'item',
  props: [{ name: 'label', value: label }],
  prose,
});
const catalog = (controls: readonly JsonObject[], more: JsonObject = {}): JsonObject => ({
  uuid: uuid(1),
  metadata: { ...metadata, ...more },
  controls: [...controls],
});

const words: readonly (readonly [name: string, control: JsonObject, wanted: object])[] = [
  ['a statement', { parts: [statement('Lock the door.')] }, { text: 'Lock the door.', note: null }],
  [
    'a label stands for the number',
    { props: [{ name: 'label', value: 'N.1' }], parts: [statement('Lock it.')] },
    { number: 'N.1' },
  ],
  ['guidance explains', { parts: [{ name: 'guidance', prose: 'At night.' }] }, { text: null, note: 'At night.' }],
  [
    'a parameter without a value is shown by its label',
    { params: [{ id: 'p', label: 'hours' }], parts: [statement('Within {{ insert: param, p }}.')] },
    { text: 'Within [hours].' },
  ],
  [
    'a parameter with a value',
    { params: [{ id: 'p', values: ['two hours'] }], parts: [statement('Within {{ insert: param, p }}.')] },
    { text: 'Within two hours.' },
  ],
  [
    'a choice names all of it',
    {
      params: [{ id: 'p', select: { choice: ['tea', 'coffee'] } }],
      parts: [statement('Serve {{ insert: param, p }}.')],
    },
    { text: 'Serve [tea or coffee].' },
  ],
  [
    'items keep their labels',
    { parts: [statement('', [item('a.', 'Lock.'), item('b.', 'Look.')])] },
    { text: '- a. Lock.\n- b. Look.' },
  ],
  ['what was withdrawn is not assessed', { props: [{ name: 'status', value: 'withdrawn' }] }, { isAssessable: false }],
];
test.each(words)('oscal catalog: %s', async (_, control, wanted) => {
  const { frameworks } = await bundle('catalog', catalog([{ id: 'n-1', title: 'Night', ...control }]));
  expect(frameworks[0]?.requirements[0]).toMatchObject({ id: 'n-1', parent: null, isAssessable: true, ...wanted });
});

test('oscal catalog: ids in lower case, the second of two alike gets a number, and both are said', async () => {
  const twice = [
    { id: 'N-1', title: 'One' },
    { id: 'n-1', title: 'Two' },
  ];
  const { frameworks, findings } = await bundle('catalog', catalog(twice));
  expect(frameworks[0]?.requirements.map(({ id }) => id)).toEqual(['n-1', 'n-1~2']);
  expect(findings.map(({ code }) => code)).toContain('duplicate_id');
});

test('oscal catalog: a part that is neither asked nor explained is lost by name', async () => {
  const objective = { name: 'assessment-objective', prose: 'See whether the door is locked.' };
  const { losses } = await bundle('catalog', catalog([{ id: 'n-1', title: 'Night', parts: [objective] }]));
  expect(losses).toEqual([
    { code: 'part', at: '/catalog/controls/0/parts/0', what: 'assessment-objective: See whether the door is locked.' },
  ]);
});

const identities = [
  [
    'by its canonical address',
    { links: [{ rel: 'canonical', href: 'https://Example.org/Night' }] },
    'https://example.org/night',
  ],
  ['by its document id', { 'document-ids': [{ identifier: 'NIGHT-1' }] }, 'night-1'],
  ['by its own UUID', {}, `urn:uuid:${uuid(1)}`],
] as const;
test.each(identities)('oscal catalog: known in every edition %s', async (_, more, urn) => {
  const { frameworks } = await bundle(
    'catalog',
    catalog([{ id: 'n-1', title: 'Night' }], more as unknown as JsonObject),
  );
  expect(frameworks[0]?.urn).toBe(urn);
});

const mapping = (map: JsonObject): JsonObject => {
  const root = samples['mapping-collection'];
  const [first] = root['mappings'] as readonly JsonObject[];
  return { ...root, mappings: [{ ...first, maps: [{ uuid: uuid(77), ...map }] }] };
};
const ref = (...ids: readonly string[]): readonly JsonObject[] => ids.map((id) => ({ type: 'control', 'id-ref': id }));

const maps = [
  ['one and one', { relationship: 'subset-of', sources: ref('a'), targets: ref('b') }, ['subset'], false],
  [
    'one inside several together',
    { relationship: 'subset-of', sources: ref('a'), targets: ref('b', 'c') },
    ['intersects', 'intersects'],
    true,
  ],
  [
    'one that holds several',
    { relationship: 'superset-of', sources: ref('a'), targets: ref('b', 'c') },
    ['superset', 'superset'],
    false,
  ],
  ['an id spelt as a link', { relationship: 'equal-to', sources: ref('#a'), targets: ref('b') }, ['equal'], false],
] as const;
test.each(maps)('oscal mapping: %s', async (_, map, wanted, isWeakened) => {
  const { mappingSets, findings } = await bundle('mapping-collection', mapping(map as unknown as JsonObject));
  expect(mappingSets.flatMap(({ relations }) => relations.map(({ relation }) => relation))).toEqual(wanted);
  expect(mappingSets[0]?.relations[0]?.source).toBe('a');
  expect(findings.some(({ code }) => code === 'relation_of_several')).toBe(isWeakened);
});

test('oscal: what is no guidance says so, and says what to do', async () => {
  for (const model of ['profile', 'system-security-plan', 'assessment-plan'] as const) {
    const { findings, frameworks } = await bundle(model, samples[model]);
    expect(frameworks).toEqual([]);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['not_guidance']);
  }
});

const pointersIn = (value: Json, pointer = ''): readonly string[] =>
  typeof value !== 'object' || value === null
    ? [pointer]
    : [
        ...(pointer === '' ? [] : [pointer]),
        ...Object.entries(value as JsonObject).flatMap(([key, inner]) => pointersIn(inner, `${pointer}/${key}`)),
      ];

test('oscal: whatever stands in whatever place, reading answers', async () => {
  const strange = fc.constantFrom<Json>('', 'text', 0, true, [], {}, [[]], { id: [] }, ['x'], '{{ insert: param, p }}');
  const place = fc
    .constantFrom(...models)
    .chain((model) => fc.tuple(fc.constant(model), fc.constantFrom(...pointersIn(samples[model]))));
  await fc.assert(
    fc.asyncProperty(place, strange, async ([model, pointer], value) => {
      const read = await parseGuidance(
        Buffer.from(JSON.stringify({ [model]: withMember(samples[model], pointer, value) })),
      );
      expect(typeof read.ok).toBe('boolean');
    }),
    { seed: 20261127, numRuns: 3000 },
  );
});

const data = oscalData();
test.skipIf(data === null)('oscal: every published file is read or refused with a reason', async () => {
  for (const path of filesBelow(data ?? '', /\.(?:json|xml|ya?ml)$/u)) {
    if (/schemas\/|manifest\.json|validity\.json/u.test(path)) continue;
    const read = await parseGuidance(readFileSync(join(data ?? '', path)));
    if (!read.ok) expect(read.error.message).toMatch(/\S/u);
  }
});

test.skipIf(data === null)('oscal: the largest published mapping keeps its 1,185 maps by relation', async () => {
  const read = await parseGuidance(readFileSync(join(data ?? '', 'bsi/ITGS-to-GS++-mapping_collection.json')));
  if (!read.ok) throw new Error(read.error.message);
  const counts = Map.groupBy(
    read.value.mappingSets.flatMap(({ relations }) => relations),
    ({ relation }) => relation,
  );
  expect(Object.fromEntries([...counts].map(([relation, all]) => [relation, all.length]))).toEqual({
    subset: 464,
    intersects: 395,
    superset: 187,
    equivalent: 118,
    equal: 21,
  });
});
