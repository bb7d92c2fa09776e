import { describe, expect, test } from 'vitest';
import type { ImportBundle } from './bundle.ts';
import { canonicalText } from './canonical.ts';
import { countsOf, languagesOf } from './counts.ts';
import { dangling } from './dangling.ts';
import { differenceCounts, differs, type DifferenceKind } from './differs.ts';
import type { EditionRequirement, FrameworkEdition } from './edition.ts';
import { readLicence, type LicenceStance } from './licence.ts';
import type { MappingSet } from './mapping-set.ts';
import { nameOfRequirement } from './naming.ts';
import { likest } from './shipped.ts';
import { soundness } from './sound.ts';
import { standingOf, weigh } from './weigh.ts';

const requirement = (id: string, more: Partial<EditionRequirement> = {}): EditionRequirement => ({
  id,
  parent: null,
  number: null,
  title: null,
  text: null,
  note: null,
  isAssessable: true,
  groups: [],
  evidence: null,
  weight: null,
  refersTo: [],
  questions: [],
  translations: {},
  ...more,
});
const edition = (
  requirements: readonly EditionRequirement[],
  more: Partial<FrameworkEdition> = {},
): FrameworkEdition => ({
  urn: 'urn:x',
  edition: '1',
  number: null,
  title: 'X',
  text: null,
  language: 'en',
  publisher: null,
  publishedOn: null,
  groups: [],
  scale: null,
  requirements,
  translations: {},
  ...more,
});
const set = (relations: readonly (readonly [string, string])[], more: Partial<MappingSet> = {}): MappingSet => ({
  urn: 'urn:x-y',
  edition: '1',
  title: 'X to Y',
  text: null,
  author: null,
  publishedOn: null,
  review: null,
  source: 'urn:x',
  target: 'urn:y',
  relations: relations.map(([source, target]) => ({
    source,
    target,
    relation: 'intersects',
    rationale: null,
    confidence: null,
    note: null,
  })),
  ...more,
});
const bundle = (more: Partial<ImportBundle>): ImportBundle => ({
  format: 'library',
  title: 'X',
  publisher: null,
  packager: null,
  edition: '1',
  language: 'en',
  licence: null,
  needs: [],
  frameworks: [],
  mappingSets: [],
  catalogue: [],
  matrices: [],
  findings: [],
  losses: [],
  ...more,
});

const plain = requirement('a', { number: '1', title: 'Backups' });
const below = requirement('b', { parent: 'a', number: '1.1' });

const differences: readonly (readonly [string, EditionRequirement[], EditionRequirement[], DifferenceKind[]])[] = [
  ['nothing', [plain, below], [plain, below], []],
  ['one more', [plain], [plain, below], ['added']],
  ['one less', [plain, below], [plain], ['removed']],
  ['another title', [plain], [{ ...plain, title: 'Copies' }], ['reworded']],
  ['a text where there was none', [plain], [{ ...plain, text: 'Keep three' }], ['reworded']],
  ['another number', [plain], [{ ...plain, number: '2' }], ['renumbered']],
  ['another place', [plain, below], [plain, { ...below, parent: null }], ['moved']],
  ['other groups', [plain], [{ ...plain, groups: ['basic'] }], ['regrouped']],
  ['another id, the same number', [plain], [{ ...plain, id: 'a2' }], ['reidentified']],
  [
    'another id of a parent moves nobody',
    [plain, below],
    [
      { ...plain, id: 'a2' },
      { ...below, parent: 'a2' },
    ],
    ['reidentified'],
  ],
  [
    'a number that two have says nothing',
    [plain, { ...plain, id: 'c' }],
    [
      { ...plain, id: 'd' },
      { ...plain, id: 'e' },
    ],
    ['added', 'added', 'removed', 'removed'],
  ],
  ['a heading becomes assessable', [{ ...plain, isAssessable: false }], [plain], ['otherwise']],
  [
    'a translation',
    [plain],
    [{ ...plain, translations: { fr: { title: 'x', text: null, note: null } } }],
    ['otherwise'],
  ],
  ['two at once', [plain], [{ ...plain, title: 'Copies', number: '2' }], ['reworded', 'renumbered']],
];

test.each(differences)('differs: %s', (_, before, after, wanted) => {
  const counts = differenceCounts(differs(edition(before), edition(after)));
  expect(Object.entries(counts).flatMap(([kind, count]) => Array.from({ length: count }, () => kind))).toEqual(wanted);
});

test('differs: each is named, with what it was and is', () => {
  const difference = differs(edition([plain, below]), edition([{ ...plain, title: 'Copies' }], { title: 'Y' }));
  expect(difference.reworded).toEqual([
    { id: 'a', name: '1 Copies', fields: [{ field: 'title', before: 'Backups', after: 'Copies' }] },
  ]);
  expect(difference.removed).toEqual([{ id: 'b', name: '1.1', fields: [] }]);
  expect(difference.framework).toEqual([{ field: 'title', before: 'X', after: 'Y' }]);
  const moved = differs(edition([plain, below]), edition([plain, { ...below, parent: null }])).moved;
  expect(moved[0]?.fields).toEqual([{ field: 'parent', before: '1 Backups', after: null }]);
});

test('nameOfRequirement: number and title, else the first words, else the id', () => {
  const names = [plain, requirement('b', { text: ` Keep\n three ${'copies '.repeat(40)}` }), requirement('c')];
  expect(names.map(nameOfRequirement)).toEqual([
    '1 Backups',
    `Keep three ${'copies '.repeat(16)}`.slice(0, 120) + '…',
    'c',
  ]);
});

test('canonicalText: the order of keys says nothing, that of lists does', () => {
  expect(canonicalText({ b: 1, a: [{ d: 1, c: 2 }] })).toBe(canonicalText({ a: [{ c: 2, d: 1 }], b: 1 }));
  expect(canonicalText([1, 2])).not.toBe(canonicalText([2, 1]));
});

test('countsOf: what a file brings', () => {
  const counted = countsOf(
    bundle({
      frameworks: [edition([{ ...plain, isAssessable: false }, below])],
      mappingSets: [set([['a', 'b']])],
      losses: [{ code: 'colour', at: '/', what: 'red' }],
      findings: [{ code: 'x', severity: 'warning', at: '/', message: 'x' }],
    }),
  );
  expect(counted).toMatchObject({
    frameworks: 1,
    requirements: 2,
    assessable: 1,
    relations: 1,
    warnings: 1,
    losses: 1,
  });
});

test('languagesOf: its own first, then those in which something is said', () => {
  const french = { title: 'Sauvegardes', text: null, note: null };
  const empty = { title: null, text: null, note: null };
  const translated = { ...plain, translations: { fr: french, de: empty } };
  expect(languagesOf(edition([translated], { translations: { el: french } }))).toEqual(['en', 'el', 'fr']);
});

const y = ['urn:y', new Set(['c'])] as const;
const pointers: readonly (readonly [
  string,
  Partial<ImportBundle>,
  readonly (readonly [string, Set<string>])[],
  string[],
])[] = [
  ['both are there', { frameworks: [edition([plain])], mappingSets: [set([['a', 'c']])] }, [y], []],
  [
    'the target is absent',
    { frameworks: [edition([plain])], mappingSets: [set([['a', 'c']])] },
    [],
    ['mapping_target_absent'],
  ],
  ['the source is absent', { mappingSets: [set([['a', 'c']])] }, [y], ['mapping_source_absent']],
  [
    'a requirement that the target lacks, named once',
    {
      frameworks: [edition([plain, below])],
      mappingSets: [
        set([
          ['a', 'd'],
          ['b', 'd'],
        ]),
      ],
    },
    [y],
    ['relation_target_absent'],
  ],
  ['a file that was loaded', { needs: ['urn:loaded'] }, [], []],
  ['a file that was not', { needs: ['urn:loaded', 'urn:other'] }, [], ['need_absent']],
  [
    'a control that no catalogue here has',
    {
      frameworks: [
        edition([
          { ...plain, refersTo: ['urn:c1'] },
          { ...below, refersTo: ['urn:c1'] },
        ]),
      ],
    },
    [],
    ['reference_absent'],
  ],
];
test.each(pointers)('dangling: %s', (_, more, known, wanted) => {
  const found = dangling(bundle(more), {
    requirements: new Map(known),
    files: new Set(['urn:loaded']),
    catalogue: new Set(['urn:c2']),
  });
  expect(found.map(({ code }) => code)).toEqual(wanted);
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
});

const unsound: readonly (readonly [string, Partial<ImportBundle>, string[]])[] = [
  ['nothing', { frameworks: [edition([plain, below])] }, []],
  ['an edition twice', { frameworks: [edition([]), edition([])] }, ['duplicate_edition']],
  ['a mapping set twice', { mappingSets: [set([]), set([])] }, ['duplicate_mapping_set']],
  ['a requirement twice', { frameworks: [edition([plain, plain])] }, ['duplicate_requirement']],
  ['a parent that comes later', { frameworks: [edition([below, plain])] }, ['parent_absent']],
  ['an empty id', { mappingSets: [set([['', 'c']])] }, ['empty_id']],
  ['an id without end', { frameworks: [edition([requirement('x'.repeat(501))])] }, ['long_id']],
];
test.each(unsound)('soundness: %s', (_, more, wanted) => {
  expect(soundness(bundle(more)).map(({ code, severity }) => [code, severity])).toEqual(
    wanted.map((code) => [code, 'error']),
  );
});

describe('weigh', () => {
  const stored = [{ urn: 'urn:x', edition: '1', digest: 'one' }];
  test.each([
    ['urn:z', '1', 'one', 'new'],
    ['urn:x', '1', 'one', 'same'],
    ['urn:x', '2', 'two', 'another_edition'],
    ['urn:x', '1', 'two', 'altered'],
  ])('standingOf: %s %s %s is %s', (urn, name, digest, wanted) => {
    expect(standingOf({ urn, edition: name, digest }, stored)).toBe(wanted);
  });
  test('weigh: a stored edition with other words cannot be stored', () => {
    const digests = { frameworks: [{ urn: 'urn:x', edition: '1', digest: 'two' }], mappingSets: [] };
    const known = {
      frameworks: stored,
      mappingSets: [],
      requirements: new Map(),
      files: new Set<string>(),
      catalogue: new Set<string>(),
    };
    expect(weigh(bundle({ frameworks: [edition([])] }), digests, known)).toMatchObject([
      { code: 'altered_edition', severity: 'error', at: 'urn:x' },
    ]);
  });
});

test('likest: most numbers in common, three at least', () => {
  const ours = (id: string, ids: readonly string[]) =>
    ({ id, title: id, requirements: ids.map((one) => ({ id: one })) }) as unknown as Parameters<
      typeof likest
    >[1][number];
  const theirs = edition(['A.5.1', 'a.5.2', 'A.5.3', null].map((number) => requirement(String(number), { number })));
  const shipped = [
    ours('iso', ['A.5.1', 'A.5.2', 'A.5.3', 'A.5.4']),
    ours('few', ['A.5.1']),
    ours('other', ['1', '2', '3']),
  ];
  expect(likest(theirs, shipped)).toEqual({ id: 'iso', title: 'iso', shared: 3, of: 4 });
  expect(likest(theirs, shipped.slice(1))).toBeNull();
});

const licences: readonly (readonly [string | null, LicenceStance])[] = [
  [null, 'not_stated'],
  ['', 'not_stated'],
  ['Ask the publisher', 'not_stated'],
  ['CC BY 4.0', 'may_pass_on'],
  ['Creative Commons Attribution 4.0 International', 'may_pass_on'],
  ['Licence: CC-BY-SA-4.0', 'may_pass_on'],
  ['CC0 1.0', 'may_pass_on'],
  ['This work is in the public domain in the United States', 'may_pass_on'],
  ['© European Union. Reuse is authorised provided the source is acknowledged.', 'may_pass_on'],
  ['Licence Ouverte / Open Licence 2.0', 'may_pass_on'],
  ['Information on NIST sites may be distributed or copied.', 'may_pass_on'],
  ['CC BY-ND 4.0', 'no_derivatives'],
  ['Creative Commons Attribution-NoDerivatives 4.0', 'no_derivatives'],
  ['CC BY-NC-SA 4.0', 'not_stated'],
  ['CC BY-NC-ND 4.0', 'not_stated'],
  ['© ISO/IEC 2022', 'titles_only'],
  ['Copyright International Organization for Standardization', 'titles_only'],
  ['All rights reserved', 'not_stated'],
  ['CC BY 4.0 for the tool; the words may not be redistributed', 'not_stated'],
  ['Not in the public domain', 'not_stated'],
  ['© 2024 Ministerul din România', 'not_stated'],
];
test.each(licences)('readLicence: %j is %s', (text, stance) => {
  expect(readLicence(text).stance).toBe(stance);
});
