import { expect, test } from 'vitest';
import type { IsoDate } from '../../../core/content/verification.ts';
import { unrated, type RatingState } from '../../../core/profile/rating-state.ts';
import { everything, passes, type Filter } from './filters.ts';

const today = '2026-11-25';
const row = { id: 'S-041', title: 'A second factor for every access', inMinimumSet: true, rank: 4, waitsFor: [] };

const cases: readonly {
  readonly name: string;
  readonly filter: Partial<Filter>;
  readonly state?: Partial<RatingState>;
  readonly row?: Partial<typeof row>;
  readonly shows: boolean;
}[] = [
  { name: 'everything', filter: {}, shows: true },
  { name: 'unknown where nobody judged', filter: { show: 'unknown' }, shows: true },
  {
    name: 'unknown where somebody did',
    filter: { show: 'unknown' },
    state: { rating: 'not_implemented' },
    shows: false,
  },
  { name: 'the first ten', filter: { show: 'first' }, shows: true },
  { name: 'the eleventh', filter: { show: 'first' }, row: { rank: 11 }, shows: false },
  { name: 'overdue', filter: { show: 'due' }, state: { due: '2026-11-01' as IsoDate }, shows: true },
  { name: 'due in thirty days', filter: { show: 'due' }, state: { due: '2026-12-25' as IsoDate }, shows: true },
  { name: 'due later', filter: { show: 'due' }, state: { due: '2026-12-26' as IsoDate }, shows: false },
  { name: 'no due date', filter: { show: 'due' }, shows: false },
  {
    name: 'evidence past its day',
    filter: { show: 'expired' },
    state: { evidence: [{ what: 'Test', expires: '2026-11-24' as IsoDate }] },
    shows: true,
  },
  {
    name: 'evidence good for today',
    filter: { show: 'expired' },
    state: { evidence: [{ what: 'Test', expires: '2026-11-25' as IsoDate }] },
    shows: false,
  },
  { name: 'an owner by name, capitals aside', filter: { owner: 'it' }, state: { owner: 'IT' }, shows: true },
  { name: 'another owner', filter: { owner: 'Wards' }, state: { owner: 'IT' }, shows: false },
  { name: 'nobody', filter: { owner: '-' }, shows: true },
  { name: 'nobody, where somebody does', filter: { owner: '-' }, state: { owner: 'IT' }, shows: false },
  { name: 'beyond the minimum set', filter: { isMinimumSet: true }, row: { inMinimumSet: false }, shows: false },
  { name: 'words in any order', filter: { find: 'access second' }, shows: true },
  { name: 'an id', filter: { find: 's-041' }, shows: true },
  {
    name: 'words of a note without their accents',
    filter: { find: 'δευτερος' },
    state: { note: 'Δεύτερος' },
    shows: true,
  },
  { name: 'a word that is not there', filter: { find: 'second backup' }, shows: false },
];

test.each(cases)('passes: $name', ({ filter, state, row: part, shows }) => {
  expect(passes({ ...row, ...part }, { ...unrated, ...state }, { ...everything, ...filter }, today)).toBe(shows);
});
