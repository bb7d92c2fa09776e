import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessment, frameworks, methods, on, profile, safeguards, threats } from '../../../tests/support/invented.ts';
import type { Profile } from '../profile/profile.ts';
import { rank, type Ranking } from './rank.ts';

const content = { safeguards, threats, frameworks, methods };
const hospital = profile(
  { provider_form: 'hospital', staff_fte: 2400, technology: ['staff_remote_access'] },
  { 'S-101': 'N', 'S-102': 'P', 'S-103': 'P', 'S-104': 'N', 'S-105': 'N', 'S-106': 'L', 'S-108': 'F', 'S-112': 'X' },
);
const practice = profile({ provider_form: 'group_practice', staff_fte: 6 }, { 'S-102': 'N', 'S-103': 'P' });

const rankHospital = (given: Profile = hospital): Ranking =>
  rank({ profile: given, assessment: assessment('binding_now', 'large'), content, on });
const rankPractice = (): Ranking =>
  rank({ profile: practice, assessment: assessment('recommended', 'micro'), content, on });

/** Rank, id, group, gap, risk, duty, benefit, effort, value, interval: one line a safeguard. */
const table = ({ items }: Ranking): readonly string[] =>
  items.map(({ placed, safeguard, group, gap, risk, duty, benefit, effort, interval }) =>
    [
      `${placed.rank}${placed.isTied ? '=' : ''}`,
      safeguard.id,
      group,
      `${gap.value.toFixed(2)}${gap.isUnknown ? '?' : ''}`,
      ...[risk.value, duty.value, benefit, effort.value, placed.value].map((value) => value.toFixed(3)),
      interval.join('–'),
    ].join(' '),
  );

// Checked by hand once: S-101 of the hospital has risk 0.15 × 1 ÷ 3 = 0.05, duty 1 (named, binding now),
// benefit 0.60 × 0.05 + 0.25 × 1 + 0.15 × 0.5 = 0.355, left 6 + 1000 ÷ 500 = 8 days, effort log10(9) = 0.954, value 0.372.
test('rank: the golden table of the hospital', () => {
  expect(table(rankHospital())).toMatchInlineSnapshot(`
    [
      "1 S-101 0 1.00 0.050 1.000 0.355 0.954 0.372 1–1",
      "2 S-111 1 1.00? 0.239 0.500 0.343 1.322 0.260 2–2",
      "3 S-103 1 0.67 0.561 0.500 0.358 1.693 0.211 2–6",
      "4 S-104 1 1.00 0.139 0.500 0.283 1.851 0.181 3–4",
      "5 S-105 1 1.00 0.416 0.500 0.450 2.207 0.204 4–5",
      "6 S-102 1 0.67 0.516 0.500 0.340 1.871 0.182 5–7",
      "7 S-107 1 1.00? 0.150 0.500 0.290 1.686 0.172 5–8",
      "8 S-109 1 1.00? 0.467 0.000 0.355 2.545 0.139 7–8",
      "9 S-106 2 0.33 0.289 0.500 0.124 0.978 0.127 6–9",
      "10 S-110 3 1.00? 0.139 0.000 0.158 0.778 0.203 10–10",
    ]
  `);
});

test('rank: the golden table of the practice', () => {
  expect(table(rankPractice())).toMatchInlineSnapshot(`
    [
      "1 S-102 1 1.00 0.478 0.150 0.399 0.778 0.513 1–1",
      "2 S-103 1 0.67 0.574 0.150 0.305 0.778 0.391 2–3",
      "3 S-106 1 1.00? 0.315 0.150 0.301 0.778 0.387 2–3",
      "4 S-112 1 1.00? 0.215 0.150 0.241 0.778 0.310 4–4",
      "5 S-104 3 1.00? 0.126 0.150 0.188 0.778 0.339 5–5",
      "6 S-105 3 1.00? 0.378 0.150 0.339 0.778 0.436 6–6",
      "7 S-111 3 1.00? 0.265 0.150 0.271 0.778 0.349 7–8",
      "8 S-109 3 1.00? 0.467 0.000 0.355 1.161 0.306 7–11",
      "9 S-107 3 1.00? 0.150 0.150 0.203 0.778 0.260 9–10",
      "10= S-101 3 1.00? 0.050 0.300 0.180 0.778 0.231 8–11",
      "10= S-108 3 1.00? 0.050 0.300 0.180 0.778 0.231 8–11",
      "12 S-110 3 1.00? 0.126 0.000 0.151 0.778 0.194 10–12",
    ]
  `);
});

test('rank: what is fully done or does not apply leaves the list', () => {
  expect(rankHospital().done.map(({ safeguard }) => safeguard.id)).toEqual(['S-108', 'S-112']);
});

test('rank: a cheap safeguard with little effect leads neither table', () => {
  expect(rankHospital().items[0]?.safeguard.id).not.toBe('S-110');
  expect(rankPractice().items[0]?.safeguard.id).not.toBe('S-110');
});

test('rank: weights of threats sum to one, scaled or not', () => {
  for (const ranking of [rankHospital(), rankPractice()]) {
    expect(ranking.threatWeights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  }
});

const letters = ['N', 'P', 'L', 'F'] as const;
const someRatings = fc.dictionary(
  fc.constantFrom(...safeguards.map(({ id }) => id as string)),
  fc.constantFrom(...letters),
);

test('rank: a better rating never raises a benefit', () => {
  fc.assert(
    fc.property(
      someRatings,
      fc.constantFrom(...safeguards.map(({ id }) => id as string)),
      fc.nat(2),
      (given, id, step) => {
        const benefit = (letter: (typeof letters)[number] | undefined): number =>
          rankHospital(profile(hospital.facts, letter === undefined ? given : { ...given, [id]: letter })).items.find(
            ({ safeguard }) => safeguard.id === id,
          )?.benefit ?? 0;
        expect(benefit(letters[step + 1])).toBeLessThanOrEqual(benefit(letters[step]));
      },
    ),
    { seed: 20261125, numRuns: 60 },
  );
});

test('rank: each rank lies in its interval', () => {
  fc.assert(
    fc.property(someRatings, (given) => {
      for (const { placed, interval } of rankHospital(profile(hospital.facts, given)).items) {
        expect(placed.rank).toBeGreaterThanOrEqual(interval[0]);
        expect(placed.rank).toBeLessThanOrEqual(interval[1]);
      }
    }),
    { seed: 20261125, numRuns: 60 },
  );
});
