import { expect, test } from 'vitest';
import type { IsoDate } from '../../../core/content/verification.ts';
import { applyPatch, unrated, type RatingPatch } from '../../../core/profile/rating-state.ts';
import type { Rating } from '../../../web/client/assessment.ts';
import { collided, confirmed, decided, edited, shownState } from './edits.ts';

const day = '2026-11-25' as IsoDate;
const rating = (version: number, patch: RatingPatch): Rating => ({
  id: 'S-041',
  state: applyPatch(unrated, patch, day),
  version,
  changedAt: null,
  changedBy: null,
  files: {},
});
const base = rating(3, { rating: 'partially', note: 'Two suppliers' });

test('edited: changes of one safeguard become one, on what was first seen', () => {
  const first = edited(undefined, base, { rating: 'largely' });
  const second = edited(first, rating(4, { rating: 'fully' }), { note: 'One supplier' });
  expect(second).toMatchObject({ base: { version: 3 }, patch: { rating: 'largely', note: 'One supplier' } });
});

test('edited: a reason goes when the rating no longer needs it', () => {
  const not = edited(undefined, base, { rating: 'not_applicable', reason: 'None here' });
  expect(edited(not, base, { rating: 'fully' }).patch).toEqual({ rating: 'fully' });
});

test('confirmed: done where the server says the same, spaces aside', () => {
  const edit = edited(undefined, base, { note: ' One supplier ' });
  expect(confirmed(edit, rating(4, { rating: 'partially', note: 'One supplier' }))).toBeNull();
});

test('confirmed: what was typed while it travelled goes next, on the new version', () => {
  const edit = edited(undefined, base, { rating: 'largely', note: 'One supplier left ' });
  expect(confirmed(edit, rating(4, { rating: 'largely', note: 'One sup' }))).toMatchObject({
    base: { version: 4 },
    patch: { note: 'One supplier left ' },
  });
});

test('collided: other parts go together and nobody is asked', () => {
  const edit = edited(undefined, base, { rating: 'largely' });
  expect(collided(edit, rating(5, { rating: 'partially', note: 'Three suppliers' }))).toMatchObject({
    base: { version: 5 },
    patch: { rating: 'largely' },
    problem: null,
  });
});

test('collided: what both said alike is done', () => {
  expect(
    collided(edited(undefined, base, { rating: 'fully' }), rating(5, { rating: 'fully', note: 'Two suppliers' })),
  ).toBeNull();
});

test('collided: the same part waits for a choice, and either choice ends it', () => {
  const theirs = rating(5, { rating: 'not_implemented', note: 'Two suppliers' });
  const edit = collided(edited(undefined, base, { rating: 'fully', owner: 'IT' }), theirs);
  expect(edit?.problem).toEqual({ kind: 'conflict', fields: ['rating'], theirs });
  if (edit === null) throw new Error('the change is gone');
  expect(decided(edit, 'mine')).toMatchObject({
    base: { version: 5 },
    patch: { rating: 'fully', owner: 'IT' },
    problem: null,
  });
  expect(decided(edit, 'theirs')).toMatchObject({ base: { version: 5 }, patch: { owner: 'IT' }, problem: null });
});

test('shownState: what waits is shown, and the rest as stored', () => {
  expect(shownState(base.state, edited(undefined, base, { rating: 'unknown' }))).toMatchObject({
    rating: 'unknown',
    note: 'Two suppliers',
  });
});
