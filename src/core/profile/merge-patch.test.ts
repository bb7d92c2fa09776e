import { expect, test } from 'vitest';
import type { IsoDate } from '../content/verification.ts';
import { mergePatch } from './merge-patch.ts';
import {
  applyPatch,
  keepFiles,
  stillToSay,
  tidyPatch,
  unrated,
  type RatingPatch,
  type RatingState,
} from './rating-state.ts';

const day = '2026-11-25' as IsoDate;
const on = (patch: RatingPatch): RatingState => applyPatch(unrated, patch, day);
const base = on({
  rating: 'partially',
  owner: 'IT',
  note: 'Two suppliers still dial in',
  evidence: [{ what: 'Policy' }],
});

const merges: readonly {
  readonly name: string;
  readonly mine: RatingPatch;
  readonly theirs: RatingPatch;
  readonly patch: RatingPatch;
  readonly conflicts: readonly string[];
}[] = [
  {
    name: 'nobody else changed anything',
    mine: { rating: 'largely' },
    theirs: {},
    patch: { rating: 'largely' },
    conflicts: [],
  },
  {
    name: 'different parts go together',
    mine: { rating: 'largely' },
    theirs: { note: 'One supplier' },
    patch: { rating: 'largely' },
    conflicts: [],
  },
  { name: 'equal changes are one', mine: { rating: 'fully' }, theirs: { rating: 'fully' }, patch: {}, conflicts: [] },
  {
    name: 'the same part changed differently is for people',
    mine: { rating: 'fully' },
    theirs: { rating: 'not_implemented' },
    patch: { rating: 'fully' },
    conflicts: ['rating'],
  },
  {
    name: 'one part in conflict does not hold up another',
    mine: { rating: 'fully', due: day },
    theirs: { rating: 'not_implemented' },
    patch: { rating: 'fully', due: day },
    conflicts: ['rating'],
  },
  {
    name: 'taking away what another rewrote is a conflict',
    mine: { note: null },
    theirs: { note: 'One supplier' },
    patch: { note: null },
    conflicts: ['note'],
  },
  {
    name: 'two reasons for "not applicable" are a conflict about the judgement',
    mine: { rating: 'not_applicable', reason: 'No access from outside' },
    theirs: { rating: 'not_applicable', reason: 'Done by the region' },
    patch: { rating: 'not_applicable', reason: 'No access from outside' },
    conflicts: ['rating', 'reason'],
  },
  {
    name: 'evidence that both added is there twice over, once each',
    mine: { evidence: [{ what: 'Policy' }, { what: 'Test' }] },
    theirs: { evidence: [{ what: 'Policy' }, { what: 'Export' }] },
    patch: { evidence: [{ what: 'Policy' }, { what: 'Export' }, { what: 'Test' }] },
    conflicts: [],
  },
  {
    name: 'evidence that one took out stays out, whoever it was',
    mine: { evidence: [] },
    theirs: { evidence: [{ what: 'Policy' }, { what: 'Export' }] },
    patch: { evidence: [{ what: 'Export' }] },
    conflicts: [],
  },
  {
    name: 'the same evidence added by both is there once',
    mine: { evidence: [{ what: 'Policy' }, { what: 'Test', dated: day }] },
    theirs: { evidence: [{ what: 'Policy' }, { what: 'Test', dated: day }] },
    patch: {},
    conflicts: [],
  },
];

test.each(merges)('mergePatch: $name', ({ mine, theirs, patch, conflicts }) => {
  expect(mergePatch({ base, mine, theirs: applyPatch(base, theirs, day) })).toEqual({ patch, conflicts });
});

const patches: readonly { readonly name: string; readonly patch: RatingPatch; readonly makes: Partial<RatingState> }[] =
  [
    { name: 'a rating carries its day', patch: { rating: 'fully' }, makes: { rating: 'fully', ratedOn: day } },
    {
      name: 'a note leaves the day of the rating alone',
      patch: { note: 'x' },
      makes: { note: 'x', ratedOn: '2026-01-01' as IsoDate },
    },
    {
      name: 'unknown again keeps the owner and loses the day',
      patch: { rating: 'unknown' },
      makes: { rating: 'unknown', owner: 'IT', ratedOn: null },
    },
    {
      name: 'a reason without "not applicable" is dropped',
      patch: { reason: 'We have none' },
      makes: { rating: 'partially', reason: null },
    },
    {
      name: 'null takes away, absent stays',
      patch: { owner: null, note: undefined },
      makes: { owner: null, note: 'Two' },
    },
  ];

test.each(patches)('applyPatch: $name', ({ patch, makes }) => {
  const before = { ...on({ rating: 'partially', owner: 'IT', note: 'Two' }), ratedOn: '2026-01-01' as IsoDate };
  expect(applyPatch(before, patch, day)).toMatchObject(makes);
});

test('tidyPatch: spaces around a text go, and an empty text is none', () => {
  expect(tidyPatch({ note: ' dial in \n', owner: '  ', rating: 'fully', evidence: [] })).toEqual({
    note: 'dial in',
    owner: null,
    rating: 'fully',
    evidence: [],
  });
});

test('stillToSay: what the server has confirmed is done, what was typed meanwhile is not', () => {
  expect(stillToSay({ rating: 'largely', note: 'longer text' }, on({ rating: 'largely', note: 'long' }))).toEqual({
    note: 'longer text',
  });
  expect(stillToSay({ rating: 'not_applicable', reason: 'B' }, on({ rating: 'not_applicable', reason: 'A' }))).toEqual({
    rating: 'not_applicable',
    reason: 'B',
  });
});

test('keepFiles: a whole profile that does not name a stored file leaves it in the list', () => {
  const file = { what: 'Policy', file: '00000000-0000-4000-8000-000000000009' };
  expect(keepFiles([file, { what: 'Old words' }], [{ what: 'New words' }])).toEqual([{ what: 'New words' }, file]);
  expect(keepFiles([file], [file])).toEqual([file]);
});
