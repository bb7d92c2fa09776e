import { expect, test } from 'vitest';
import { assessment, frameworks, methods, on, profile, safeguards, threats } from '../../../tests/support/invented.ts';
import type { SafeguardId } from '../content/ids.ts';
import { rank, ranksAfterRating, weighableOf, type Ranking } from './rank.ts';
import { movesOf, weigh } from './weigh.ts';
import type { Weights } from './weights.ts';

const hospital = profile(
  { provider_form: 'hospital', staff_fte: 2400, technology: ['staff_remote_access'] },
  { 'S-101': 'N', 'S-102': 'P', 'S-103': 'P', 'S-104': 'N', 'S-105': 'N', 'S-106': 'L', 'S-108': 'F', 'S-112': 'X' },
);
const input = {
  profile: hospital,
  assessment: assessment('binding_now', 'large'),
  content: { safeguards, threats, frameworks, methods },
  on,
};
const ranked = (weights?: Weights): Ranking => rank({ ...input, weights });
const ids = ({ items }: Ranking): string => items.map(({ safeguard }) => safeguard.id.slice(2)).join(' ');

// By hand, all on risk: 103 has benefit 0.667 × 0.561 = 0.374 and effort 1.693, value 0.221; 111 has 1 × 0.239 ÷ 1.322 =
// 0.181, so it falls behind. 101, a named duty binding now, stays first although its value is 0.05 ÷ 0.954 = 0.052.
// All on duty: 104 and 105 count together (0.5 + 0.5) ÷ (1.851 + 2.207) = 0.246, but 104 alone has 0.5 ÷ 1.851 = 0.270; 111
// has 0.5 ÷ 1.322 = 0.378, 107 has 0.5 ÷ 1.686 = 0.297, 105 has 0.5 ÷ 2.207 = 0.227, 103 has 0.333 ÷ 1.693 = 0.197, 102 has
// 0.333 ÷ 1.871 = 0.178, and 109, which no duty asks for, has nothing.
const orders = [
  { name: 'the method’s', weights: undefined, order: '101 111 103 104 105 102 107 109 106 110' },
  { name: 'all on risk', weights: { risk: 1, duty: 0, agreed: 0 }, order: '101 103 104 105 102 109 111 107 106 110' },
  { name: 'all on duty', weights: { risk: 0, duty: 1, agreed: 0 }, order: '101 111 107 104 105 103 102 109 106 110' },
] as const;

for (const { name, weights, order } of orders) {
  test(`rank: weights change the order, ${name}`, () => {
    expect(ids(ranked(weights))).toBe(order);
  });
}

test('rank: the weights used are part of the answer, and make the benefit', () => {
  const weights = { risk: 0.2, duty: 0.7, agreed: 0.1 };
  const ranking = ranked(weights);
  const item = ranking.items.find(({ safeguard }) => safeguard.id === 'S-103');
  expect(ranking.weights).toEqual(weights);
  expect(item?.benefit).toBeCloseTo((2 / 3) * (0.2 * 0.561 + 0.7 * 0.5 + 0.1 * 0.5), 3);
});

test('weigh: a screen that has only the terms finds what the ranking found', () => {
  const method = ranked();
  const weights = { risk: 0.2, duty: 0.5, agreed: 0.3 };
  const again = weigh(method.items.map(weighableOf), weights, method.method.weightSwing);
  expect([...again].map(([id, { placed, interval, benefit }]) => ({ id, placed, interval, benefit }))).toEqual(
    ranked(weights).items.map(({ safeguard, placed, interval, benefit }) => ({
      id: safeguard.id,
      placed,
      interval,
      benefit,
    })),
  );
});

test('movesOf: nine variations, which span the interval; a closed gap has no rank', () => {
  const { items, weights, method } = ranked();
  const terms = items.map(weighableOf);
  for (const { safeguard, interval, placed, gap } of items) {
    const moves = movesOf(safeguard.id, terms, weights, method.weightSwing);
    expect(moves).toHaveLength(gap.isUnknown ? 8 : 9);
    const ranks = [placed.rank, ...moves.map(({ rank: at }) => at)];
    expect([Math.min(...ranks), Math.max(...ranks)]).toEqual(interval);
  }
});

const after = [
  { id: 'S-105', ratings: ['partially', 'largely'] },
  { id: 'S-103', ratings: ['largely'] },
  { id: 'S-111', ratings: ['partially', 'largely'] },
  { id: 'S-106', ratings: [] },
] as const;

for (const { id, ratings } of after) {
  test(`ranksAfterRating: ${id} is asked for each better rating that leaves a gap`, () => {
    const item = ranked().items.find(({ safeguard }) => safeguard.id === (id as SafeguardId));
    const ranks = item === undefined ? [] : ranksAfterRating(input, item);
    expect(ranks.map(({ rating }) => rating)).toEqual(ratings);
    expect(ranks.every(({ rank: at }) => at >= (item?.placed.rank ?? 1))).toBe(true);
  });
}
