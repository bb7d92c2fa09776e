import { expect, test } from 'vitest';
import { readLicence } from '../guidance/licence.ts';
import { buildCrosswalk, countsOf, viewRow, type CrosswalkPart } from './build-crosswalk.ts';
import { buildRequirement } from './build-requirement.ts';
import { exampleDay, exampleHouse } from './crosswalk-example.ts';
import { crosswalkSheet } from './crosswalk-sheet.ts';

const all: CrosswalkPart = { only: null, fromGroup: null, toGroup: null, skip: 0, count: 10 };

function viewed(from: string, to: string, part: Partial<CrosswalkPart> = {}, order?: 'reversed') {
  const { naming, side, rows } = exampleHouse(order);
  return buildCrosswalk(naming, { from: side(from), to: side(to), steps: 2 }, rows(from, to), { ...all, ...part });
}

/** A row as `2: equal a>b, none b>a !`. */
const told = (view: ReturnType<typeof viewed>): readonly string[] =>
  view.rows.map(({ requirement, pairs }) =>
    [
      `${requirement.code}:`,
      ...pairs.map(({ target, basis, stated, composed, through, disagrees }) =>
        [
          `${target.code} ${basis}`,
          ...stated.map(
            ({ relation, voices }) =>
              `${relation} ${voices.map(({ of, hasTwin }) => `${of}${hasTwin ? '=' : ''}`).join('+')}`,
          ),
          ...composed.map(({ relation, path }) => `${relation} by ${path.map(({ to }) => to.code).join('>')}`),
          ...through.map(({ id }) => id),
          ...(disagrees ? ['!'] : []),
        ].join(' '),
      ),
    ].join(' '),
  );

test.each<[string, string, string, Partial<CrosswalkPart>, readonly string[]]>([
  [
    'twins speak once, and stand side by side where they differ',
    'a',
    'b',
    {},
    ['1: 1 stated subset a>b=', '2: 2 stated equal a>b none b>a !', '3:'],
  ],
  ['what follows has its path', 'a', 'c', {}, ['1: 1 composed subset by 1>1', '2:', '3:']],
  ['only where sources disagree', 'a', 'b', { only: 'disagreements' }, ['2: 2 stated equal a>b none b>a !']],
  ['only without a conclusion', 'a', 'b', { only: 'nothing' }, ['3:']],
  ['only one column', 'a', 'b', { toGroup: 'b:1' }, ['1: 1 stated subset a>b=']],
  ['only one row', 'a', 'b', { fromGroup: 'a:3' }, ['3:']],
  ['a part of the rows', 'a', 'b', { skip: 1, count: 1 }, ['2: 2 stated equal a>b none b>a !']],
  [
    'our own safeguards state relations',
    'safeguards',
    'nis2',
    {},
    ['S-001: 20(1) stated superset S-001 21 stated intersects S-001'],
  ],
])('buildCrosswalk: %s', (_, from, to, part, expected) => expect(told(viewed(from, to, part))).toEqual(expected));

test('buildCrosswalk: what was imported first changes nothing', () => {
  for (const [from, to] of [
    ['a', 'b'],
    ['a', 'c'],
    ['nis2', 'c'],
    ['c', 'a'],
  ] as const)
    expect(viewed(from, to, {}, 'reversed')).toEqual(viewed(from, to));
});

test('buildCrosswalk: counts, sources and the picture tell the same', () => {
  const view = viewed('a', 'b');
  expect(view.counts).toEqual({
    requirements: 3,
    stated: 2,
    composed: 0,
    candidates: 0,
    nothing: 1,
    pairs: { stated: 2, composed: 0, candidates: 0, disagreements: 1 },
  });
  expect(view.sources).toMatchObject([{ of: 'a>b', hasTwin: true, pairs: 2 }]);
  expect(view.matrix.cells).toEqual([
    { row: 'a:1', column: 'b:1', stated: 1, composed: 0, candidates: 0 },
    { row: 'a:2', column: 'b:2', stated: 1, composed: 0, candidates: 0 },
  ]);
});

test('buildCrosswalk: the weakest step of a path is named', () => {
  const [row] = viewed('a', 'c').rows;
  const path = row?.pairs[0]?.composed[0]?.path ?? [];
  expect(path.map(({ to, isWeakest }) => [to.framework, isWeakest])).toEqual([
    ['b', true],
    ['c', false],
  ]);
});

test('buildRequirement: its place, mappings both ways, and words only where the licence allows', () => {
  const { naming, side } = exampleHouse();
  const about = { words: { text: 'Lock it.', note: null }, safeguards: [], ratings: null };
  const free = buildRequirement(naming, side('a'), 'a:2', about);
  expect(free).toMatchObject({
    words: { text: 'Lock it.' },
    previous: { code: '1' },
    next: { code: '3' },
    mappings: [{ other: { framework: 'b', code: '2' }, disagrees: true, stated: [{}, {}] }],
  });
  const closed = buildRequirement(naming, side('b'), 'b:1', about);
  expect(closed).toMatchObject({ words: null, stance: 'not_stated' });
  expect(closed?.mappings.map(({ other, stated }) => [other.framework, stated[0]?.relation])).toEqual([
    ['a', 'superset'],
    ['c', 'subset'],
  ]);
  expect(buildRequirement(naming, side('a'), 'a:9', about)).toBeNull();
});

test('buildRequirement: safeguards stand with their relation and rating', () => {
  const { naming, side } = exampleHouse();
  const safeguards = [{ id: 'S-001', title: 'Lock doors' }] as never;
  const ratings = new Map([['S-001', 'largely' as const]]);
  expect(buildRequirement(naming, side('nis2'), '20(1)', { words: null, safeguards, ratings })?.safeguards).toEqual([
    {
      id: 'S-001',
      title: 'Lock doors',
      language: null,
      relation: 'superset-of',
      because: 'S-001 to nis2:20(1)',
      rating: 'largely',
    },
  ]);
});

test.each<[string, string, string, readonly string[]]>([
  ['titles of a closed framework', 'a', 'b', ['noTitles']],
  ['relations of a closed mapping', 'b', 'c', ['noTitles', 'noRelations']],
  ['what follows from a closed mapping', 'a', 'c', ['noComposed']],
  ['nothing where all is free', 'safeguards', 'nis2', ['whole']],
])('crosswalkSheet: leaves out %s, and says so', (_, from, to, expected) => {
  const { naming, side, rows, stored } = exampleHouse();
  const sides = { from: side(from), to: side(to), steps: 2 as const };
  const found = rows(from, to);
  const book = crosswalkSheet({
    ...sides,
    rows: found.map((row) => viewRow(naming, sides, row)),
    counts: countsOf(found),
    stances: new Map(stored.sets.map(({ urn, licence }) => [urn, readLicence(licence).stance])),
    say: (key) => key,
    on: exampleDay,
  });
  const texts = book.sheets[0].rows.map(([first]) => `${first}`);
  const said = texts.filter((text) => text.startsWith('crosswalk.sheet.'));
  expect(said).toEqual(expected.map((word) => `crosswalk.sheet.${word}`));
  const cells = JSON.stringify(book.sheets);
  expect(cells.includes('as it is said')).toBe(false);
  if (from === 'b' || to === 'b')
    expect(book.sheets[0].rows.some((row) => row[to === 'b' ? 5 : 1] !== null)).toBe(false);
});
