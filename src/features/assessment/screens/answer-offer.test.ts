import { expect, test } from 'vitest';
import type { Conclusion } from '../../../core/assessment/answers-from-framework.ts';
import { unrated, type RatingWord } from '../../../core/profile/rating-state.ts';
import type { AnswerHint } from '../../../web/client/answers.ts';
import { bySafeguard, offerOf, patchOf, type Offer } from './answer-offer.ts';

const is = (rating: Conclusion['rating']): Conclusion => ({ rating, bound: 'is' });
const atLeast: Conclusion = { rating: 'partially', bound: 'at_least' };

test.each<{ name: string; concluded: Conclusion | null; present: RatingWord; offer: Offer }>([
  { name: 'touching offers nothing', concluded: null, present: 'unknown', offer: { kind: 'none' } },
  {
    name: 'what follows is offered',
    concluded: is('fully'),
    present: 'unknown',
    offer: { kind: 'accept', rating: 'fully', isBound: false },
  },
  {
    name: 'also where another rating stands, for a person decides',
    concluded: is('not_implemented'),
    present: 'largely',
    offer: { kind: 'accept', rating: 'not_implemented', isBound: false },
  },
  { name: 'what stands already is not', concluded: is('fully'), present: 'fully', offer: { kind: 'same' } },
  { name: 'a lower bound never lowers', concluded: atLeast, present: 'largely', offer: { kind: 'same' } },
  {
    name: 'a lower bound lifts',
    concluded: atLeast,
    present: 'not_implemented',
    offer: { kind: 'accept', rating: 'partially', isBound: true },
  },
])('offerOf: $name', ({ concluded, present, offer }) => {
  expect(offerOf(concluded, present)).toEqual(offer);
});

const hint = (id: string, reason: string | null = null): AnswerHint => ({
  safeguard: { id, title: id },
  path: { framework: 'f', requirement: 'r', relation: 'equal', because: 'b', through: [] },
  answer: { row: 1, reason, evidence: null, note: null },
  concluded: null,
  sentence: 'Row 1',
  caution: '',
});

test('patchOf: says where it is from, gives the reason where it needs one, and leaves a note alone', () => {
  expect(patchOf(hint('S-001'), 'fully', unrated, 'a.csv')).toEqual({ rating: 'fully', note: 'a.csv: Row 1' });
  expect(patchOf(hint('S-001', 'None here'), 'not_applicable', { note: 'Mine' }, 'a.csv')).toEqual({
    rating: 'not_applicable',
    reason: 'None here',
  });
});

test('bySafeguard: in the order of the first hint of each', () => {
  const groups = bySafeguard([hint('S-002'), hint('S-001'), hint('S-002')]);
  expect(groups.map(([first, ...others]) => [first.safeguard.id, others.length])).toEqual([
    ['S-002', 1],
    ['S-001', 0],
  ]);
});
