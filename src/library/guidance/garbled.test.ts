// Whatever a file has become on its way: it is read or refused, and nothing is thrown.
import * as fc from 'fast-check';
import { dump } from 'js-yaml';
import { expect, test } from 'vitest';
import {
  framework,
  library,
  mappingSet,
  matrix,
  node,
  nodeUrn,
  rule,
  withDependence,
  type Keys,
} from '../../../tests/support/small-library.ts';
import { importRefusals } from '../../core/guidance/refusal.ts';
import { readJsonTree } from './json-tree.ts';
import { readGuidance } from './read-guidance.ts';

const { objects: asking } = withDependence({ question: 'urn:a', answers: ['urn:b'] });
const { objects: matrices } = matrix({});
const whole: Keys = library(
  {
    framework: framework(
      [node('1'), node('1.1', { implementation_groups: ['B'], translations: { fr: { name: 'Règle' } } })],
      {
        scores_definition: [{ score: 1, name: 'a' }],
        implementation_groups_definition: [{ ref_id: 'B', name: 'basic' }],
      },
    ),
    frameworks: [(asking as Keys)['framework']],
    requirement_mapping_sets: [
      mappingSet([rule(nodeUrn('1.1'), 'urn:b', { rationale: 'semantic', strength_of_relationship: 3 })]),
    ],
    threats: [{ urn: 'urn:t', name: 'Fire' }],
    ...(matrices as Keys),
    preset: { steps: [{ title: 'a' }] },
  },
  { dependencies: ['urn:x'], publication_date: '2025-07-09' },
);
const texts = [dump(whole), JSON.stringify(whole), JSON.stringify(whole, null, 2)];

type Garble = (bytes: Uint8Array) => Uint8Array;

const place = fc.nat({ max: 20_000 });
const within = (bytes: Uint8Array, at: number): number => at % Math.max(1, bytes.length);
const onText =
  (change: (text: string) => string): Garble =>
  (bytes) =>
    Buffer.from(change(Buffer.from(bytes).toString()));
const splice = (at: number, count: number, piece: string): Garble =>
  onText((text) => {
    const from = at % Math.max(1, text.length);
    return text.slice(0, from) + piece + text.slice(from + count);
  });
const lines = (change: (all: string[], at: number) => readonly string[], at: number): Garble =>
  onText((text) => {
    const all = text.split('\n');
    return change(all, at % all.length).join('\n');
  });

const pieces = [
  '"',
  "'",
  '{',
  '[',
  ']',
  '}',
  ':',
  ': ',
  '- ',
  '\n',
  '\t',
  '#',
  '&a ',
  '*a',
  '!!x ',
  '|\n',
  '>\n',
  '---\n',
  '<<: ',
  '? ',
  '%',
  '@',
  '`',
  ',',
  '\\',
  '\\u0000',
  'null',
  '~',
  'true',
  '1e999',
  '-',
  'urn: ',
  '__proto__: ',
  '"__proto__":',
  'constructor: ',
  '\uFEFF',
  '\u2028',
  '\r',
  '\0',
  '🏥',
];

const garbles: fc.Arbitrary<Garble> = fc.oneof(
  fc.tuple(place, fc.nat({ max: 255 })).map(([at, byte]): Garble => (bytes) => {
    const copy = Uint8Array.from(bytes);
    copy[within(copy, at)] = byte;
    return copy;
  }),
  place.map(
    (at): Garble =>
      (bytes) =>
        bytes.slice(0, within(bytes, at)),
  ),
  place.map(
    (at): Garble =>
      (bytes) =>
        bytes.slice(within(bytes, at)),
  ),
  fc
    .tuple(place, fc.nat({ max: 12 }), fc.constantFrom(...pieces))
    .map(([at, count, piece]) => splice(at, count, piece)),
  fc
    .tuple(place, fc.integer({ min: 1, max: 200 }), fc.constantFrom('[', '{', '{"a":', '- ', '"'))
    .map(([at, count, piece]) => splice(at, 0, piece.repeat(count))),
  place.map((at) => lines((all, line) => all.toSpliced(line, 1), at)),
  place.map((at) => lines((all, line) => all.toSpliced(line, 0, all[line] ?? ''), at)),
  fc
    .tuple(place, place)
    .map(([at, to]) =>
      lines((all, line) => all.with(line, all[to % all.length] ?? '').with(to % all.length, all[line] ?? ''), at),
    ),
);

test('readGuidance: what is garbled is read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...texts),
      fc.array(garbles, { minLength: 1, maxLength: 4 }),
      async (text, all) => {
        const read = await readGuidance(all.reduce((bytes, garble) => garble(bytes), Buffer.from(text) as Uint8Array));
        if (read.ok) expect(read.value.format).toBe('library');
        else expect(importRefusals).toContain(read.error.code);
      },
    ),
    { numRuns: 600, seed: 2026 },
  );
});

/** The structure with any value in any place: what is no syntax error is the harder half. */
const anything = fc.jsonValue({ maxDepth: 3 });

function replaceAt(value: unknown, path: readonly number[], by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  const entries = Object.entries(value);
  const at = step % Math.max(1, entries.length);
  const changed = entries.map(
    ([key, inner], index) => [key, index === at ? replaceAt(inner, rest, by) : inner] as const,
  );
  return Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
}

test('readGuidance: any value in any place is found and not thrown', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 8 }), anything), {
        minLength: 1,
        maxLength: 3,
      }),
      async (changes) => {
        const file = changes.reduce<unknown>((value, [path, by]) => replaceAt(value, path, by), whole);
        const read = await readGuidance(Buffer.from(JSON.stringify(file)));
        if (!read.ok) return;
        for (const { requirements } of read.value.frameworks) {
          const seen = new Set<string>();
          for (const { id, parent } of requirements) {
            expect(seen.has(id)).toBe(false);
            expect(parent === null || seen.has(parent)).toBe(true);
            seen.add(id);
          }
        }
        expect(read.value.findings.every(({ at, message }) => at.isWellFormed() && message.isWellFormed())).toBe(true);
      },
    ),
    { numRuns: 600, seed: 2026 },
  );
});

test('readJsonTree: reads what the parser reads, but for depth and keys that stand twice', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6, stringUnit: 'binary' }), (text) => {
      expect(readJsonTree(text)).toMatchObject({ ok: true, value: { value: JSON.parse(text) } });
    }),
    { numRuns: 300, seed: 2026 },
  );
});
