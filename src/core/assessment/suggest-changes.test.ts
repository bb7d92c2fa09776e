import { expect, test } from 'vitest';
import { unrated, type RatingState } from '../profile/rating-state.ts';
import { sheetWords } from './sheet-words.ts';
import { suggestChanges, type SheetProblem, type SheetWorld } from './suggest-changes.ts';

/** Two languages; the second says nothing but its key. */
const english = (key: string): string =>
  ({
    'sheet.assessment.heads.id': 'Id',
    'sheet.assessment.heads.rating': 'Rating',
    'sheet.assessment.heads.reason': 'Reason',
    'sheet.assessment.heads.note': 'Note',
    'sheet.assessment.heads.owner': 'Owner',
    'sheet.assessment.heads.due': 'Due',
    'sheet.assessment.heads.evidence': 'Evidence',
    'sheet.assessment.heads.title': 'Safeguard',
    'rating.fully': 'Fully',
    'rating.largely': 'Largely',
    'rating.partially': 'Partially',
    'rating.not_implemented': 'Not implemented',
    'rating.not_applicable': 'Not applicable',
    'rating.unknown': 'Unknown',
    'sheet.near.largely': 'mostly, mainly',
    'sheet.near.not_applicable': 'n/a',
  })[key] ?? key;
const greek = (key: string): string =>
  ({ 'sheet.assessment.heads.rating': 'Βαθμός', 'rating.fully': 'Πλήρως' })[key] ?? key;

const held: RatingState = {
  ...unrated,
  rating: 'partially',
  ratedOn: '2026-10-01' as never,
  note: 'Staff yes,\nlaboratory no',
  owner: 'Head of IT',
  due: '2027-05-31' as never,
  evidence: [
    { what: 'Policy', dated: '2026-09-30' as never, link: 'https://intranet.example/policy' },
    { what: 'Screenshot', file: '0b1c3c9e-0000-4000-8000-000000000001' },
  ],
};
const world: SheetWorld = {
  words: sheetWords([english, greek]),
  ids: ['S-041', 'S-043', 'S-071'],
  stored: new Map([['S-041', held]]),
  limits: { letters: { reason: 20, note: 20, owner: 20, evidence: 30 }, evidence: 3 },
  nearest: (word, list) => list.find((entry) => entry.startsWith(word.slice(0, 4))) ?? null,
};

/** The one outcome of a row under heads of one's own. */
const outcome = (heads: string, ...row: readonly string[]) => {
  const read = suggestChanges([heads.split(','), row], world);
  if (!read.ok) throw new Error(read.error);
  return read.value;
};

test.each([
  { name: 'a word of the scale', heads: 'Id,Rating', row: ['S-043', 'Largely'], patch: { rating: 'largely' } },
  { name: 'a letter', heads: 'Id,Rating', row: ['s-043', ' l '], patch: { rating: 'largely' } },
  {
    name: 'an id of the scale',
    heads: 'id,rating',
    row: ['S-043', 'not_implemented'],
    patch: { rating: 'not_implemented' },
  },
  { name: 'another language', heads: 'Id,Βαθμός', row: ['S-043', 'πλήρως'], patch: { rating: 'fully' } },
  { name: 'back to unknown', heads: 'Id,Rating', row: ['S-041', 'Unknown'], patch: { rating: 'unknown' } },
  { name: 'a day of Europe', heads: 'Id,Due', row: ['S-043', '31.5.2027'], patch: { due: '2027-05-31' } },
  { name: 'no control characters', heads: 'Id,Note', row: ['S-043', 'a\u0000b\u202ec'], patch: { note: 'abc' } },
  { name: 'an empty cell takes away', heads: 'Id,Owner', row: ['S-041', ''], patch: { owner: null } },
  {
    name: 'not applicable with its reason',
    heads: 'Id,Rating,Reason',
    row: ['S-043', 'Not applicable', 'No suppliers'],
    patch: { rating: 'not_applicable', reason: 'No suppliers' },
  },
  {
    name: 'a line more of evidence leaves the others as they are stored',
    heads: 'Id,Evidence',
    row: ['S-041', 'Policy (2026-09-30)\nScreenshot\nTest (2026-11-01)'],
    patch: { evidence: [...held.evidence, { what: 'Test', dated: '2026-11-01' }] },
  },
  {
    name: 'a stored file is not taken out',
    heads: 'Id,Evidence',
    row: ['S-041', ''],
    patch: { evidence: [held.evidence[1]] },
  },
])('suggestChanges: $name', ({ heads, row, patch }) => {
  const { changes, problems } = outcome(heads, ...row);
  expect([changes.map((change) => change.patch), problems]).toEqual([[patch], []]);
});

test.each([
  {
    name: 'what is shown of a state',
    heads: 'Id,Rating,Note,Owner,Due,Evidence',
    row: [
      'S-041',
      'Partially',
      'Staff yes,\r\nlaboratory no',
      'Head of IT',
      '2027-05-31',
      'Policy (2026-09-30)\nScreenshot',
    ],
  },
  { name: 'an empty rating', heads: 'Id,Rating', row: ['S-041', ''] },
  {
    name: 'a reason beside a rating that needs none',
    heads: 'Id,Rating,Reason',
    row: ['S-041', 'Partially', 'because'],
  },
  { name: 'a day in other order', heads: 'Id,Due', row: ['S-041', '31/05/2027'] },
])('suggestChanges: $name changes nothing', ({ heads, row }) => {
  expect(outcome(heads, ...row)).toEqual({ changes: [], problems: [], unchanged: 1, ignored: [] });
});

test.each<{ name: string; heads: string; row: readonly string[]; problem: Partial<SheetProblem> }>([
  {
    name: 'a word that means a rating',
    heads: 'Id,Rating',
    row: ['S-041', 'mostly'],
    problem: { kind: 'rating', value: 'mostly', nearest: 'largely' },
  },
  { name: 'a slip', heads: 'Id,Rating', row: ['S-041', 'Partialy'], problem: { kind: 'rating', nearest: 'partially' } },
  {
    name: 'a word that means nothing',
    heads: 'Id,Rating',
    row: ['S-041', 'xyz'],
    problem: { kind: 'rating', nearest: null },
  },
  {
    name: 'a safeguard that is none',
    heads: 'Id,Rating',
    row: ['S-04', 'F'],
    problem: { id: null, kind: 'noSafeguard', value: 'S-04', nearest: 'S-041' },
  },
  { name: 'no safeguard at all', heads: 'Id,Rating', row: ['', 'F'], problem: { kind: 'noSafeguard', nearest: null } },
  {
    name: 'not applicable without a reason',
    heads: 'Id,Rating',
    row: ['S-043', 'Not applicable'],
    problem: { kind: 'reasonMissing', id: 'S-043' },
  },
  {
    name: 'a day that is none',
    heads: 'Id,Due',
    row: ['S-043', '31.2.2027'],
    problem: { kind: 'date', value: '31.2.2027' },
  },
  {
    name: 'too long a text',
    heads: 'Id,Note',
    row: ['S-043', 'x'.repeat(21)],
    problem: { kind: 'tooLong', field: 'note', letters: 21, most: 20 },
  },
  {
    name: 'too long a piece of evidence',
    heads: 'Id,Evidence',
    row: ['S-043', `ok (2026-10-01)\n${'x'.repeat(31)}`],
    problem: { kind: 'tooLong', field: 'evidence', letters: 31, most: 30 },
  },
  {
    name: 'too much evidence',
    heads: 'Id,Evidence',
    row: ['S-043', 'a\nb\nc\nd'],
    problem: { kind: 'tooMany', count: 4, most: 3 },
  },
])('suggestChanges: $name is a problem of its row, and nothing of the row is suggested', ({ heads, row, problem }) => {
  const { changes, problems } = outcome(heads, ...row);
  expect(changes).toEqual([]);
  expect(problems).toEqual([expect.objectContaining({ row: 2, ...problem })]);
});

test('suggestChanges: rows are numbered as the spreadsheet numbers them, empty ones count, and an id stands once', () => {
  const read = suggestChanges(
    [
      ['Id', 'Safeguard', 'Mood', 'Rating'],
      ['S-043', '', '', 'F'],
      ['', '', '', ''],
      ['S-071', '', '', 'P'],
      ['S-043', '', '', 'N'],
    ],
    world,
  );
  if (!read.ok) throw new Error(read.error);
  expect(read.value.changes.map(({ row, id }) => [row, id])).toEqual([
    [2, 'S-043'],
    [4, 'S-071'],
  ]);
  expect(read.value.problems).toEqual([{ row: 5, id: 'S-043', kind: 'twice', value: 'S-043', first: 2 }]);
  expect(read.value.ignored).toEqual(['Mood']);
});

test.each([[[]], [[['Rating', 'Note']]], [[['Id', 'Mood']]], [[['__proto__', 'constructor']]]])(
  'suggestChanges: heads %j are none of ours',
  (rows) => {
    expect(suggestChanges(rows, world)).toEqual({ ok: false, error: 'no_head' });
  },
);
