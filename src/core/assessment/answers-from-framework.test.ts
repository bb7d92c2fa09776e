import { expect, test } from 'vitest';
import type { Relation } from '../content/safeguard.ts';
import type { AnswerState } from '../guidance/answer-terms.ts';
import type { GivenAnswer } from '../guidance/sheet-answers.ts';
import type { SetRelation } from '../guidance/mapping-set.ts';
import type { Way } from '../mapping/ways-to-safeguards.ts';
import { concludedFrom, suggestFromAnswers, untouchedAnswers } from './answers-from-framework.ts';

const answer = (requirement: string, state: AnswerState | null, more: Partial<GivenAnswer> = {}): GivenAnswer => ({
  row: 2,
  requirement,
  state,
  said: '',
  maturity: null,
  reason: null,
  evidence: null,
  note: null,
  ...more,
});

test.each<{ state: AnswerState | null; relation: Relation; reason?: string; concluded: string | null }>([
  { state: 'implemented', relation: 'equal', concluded: 'is fully' },
  { state: 'partly', relation: 'equal', concluded: 'is partially' },
  { state: 'planned', relation: 'equal', concluded: 'is not_implemented' },
  { state: 'not_implemented', relation: 'equal', concluded: 'is not_implemented' },
  { state: 'not_applicable', relation: 'equal', reason: 'no rooms', concluded: 'is not_applicable' },
  // Without a reason nobody can rate it so.
  { state: 'not_applicable', relation: 'equal', concluded: null },
  { state: 'not_assessed', relation: 'equal', concluded: null },
  { state: null, relation: 'equal', concluded: null },
  { state: 'implemented', relation: 'subset-of', concluded: 'is fully' },
  { state: 'partly', relation: 'subset-of', concluded: null },
  { state: 'not_implemented', relation: 'subset-of', concluded: null },
  { state: 'not_applicable', relation: 'subset-of', reason: 'no rooms', concluded: 'is not_applicable' },
  { state: 'implemented', relation: 'superset-of', concluded: 'at_least partially' },
  { state: 'not_implemented', relation: 'superset-of', concluded: null },
  { state: 'not_applicable', relation: 'superset-of', reason: 'no rooms', concluded: null },
  { state: 'implemented', relation: 'intersects-with', concluded: null },
  { state: 'not_implemented', relation: 'intersects-with', concluded: null },
  { state: 'not_applicable', relation: 'intersects-with', reason: 'no rooms', concluded: null },
])(
  'concludedFrom: $state of a requirement to which a safeguard is $relation',
  ({ state, relation, reason, concluded }) => {
    const found = concludedFrom({ state, reason: reason ?? null }, relation);
    expect(found === null ? null : `${found.bound} ${found.rating}`).toBe(concluded);
  },
);

const way = (safeguard: string, conclusion: Way['conclusion']): Way => ({ safeguard, conclusion, steps: [] });
const relation = (one: SetRelation): Way['conclusion'] => ({ kind: 'relation', relation: one });
const ways: Readonly<Record<string, readonly Way[]>> = {
  1: [way('S-001', relation('intersects')), way('S-002', { kind: 'overlap', mayBe: ['subset', 'intersects'] })],
  2: [way('S-002', relation('equal')), way('S-003', { kind: 'no_conclusion' })],
};
const waysFrom = (requirement: string): readonly Way[] => ways[requirement] ?? [];

test('suggestFromAnswers: each with its way, and what follows first', () => {
  const answers = [answer('1', 'implemented'), answer('2', 'partly'), answer('3', 'implemented')];
  const found = suggestFromAnswers(answers, waysFrom);
  expect(
    found.map((one) => [one.way.safeguard, one.answer.requirement, one.relation, one.concluded?.rating ?? null]),
  ).toEqual([
    ['S-002', '2', 'equal', 'partially'],
    ['S-001', '1', 'intersects-with', null],
    ['S-002', '1', 'intersects-with', null],
    ['S-003', '2', null, null],
  ]);
  expect(untouchedAnswers(answers, found).map(({ requirement }) => requirement)).toEqual(['3']);
});

test.each<{ of: SetRelation; rating: string | null }>([
  { of: 'equivalent', rating: 'is fully' },
  // The requirement is inside the safeguard: a part of it is there.
  { of: 'subset', rating: 'at_least partially' },
  { of: 'superset', rating: 'is fully' },
  { of: 'none', rating: null },
])('suggestFromAnswers: the requirement is $of to the safeguard', ({ of, rating }) => {
  const [found] = suggestFromAnswers([answer('1', 'implemented')], () => [way('S-001', relation(of))]);
  const concluded = found?.concluded ?? null;
  expect(concluded === null ? null : `${concluded.bound} ${concluded.rating}`).toBe(rating);
});

test.each<{ name: string; given: Partial<GivenAnswer>; says: boolean }>([
  { name: 'a state', given: { state: 'planned' }, says: true },
  { name: 'a word that is not known', given: { said: 'In review' }, says: true },
  { name: 'a maturity', given: { maturity: 'Maturity 3' }, says: true },
  { name: 'only that it applies', given: {}, says: false },
  { name: 'that nobody assessed it', given: { state: 'not_assessed', said: 'not assessed' }, says: false },
])('suggestFromAnswers: $name', ({ given, says }) => {
  const found = suggestFromAnswers([answer('1', null, given)], waysFrom);
  expect(found.length > 0).toBe(says);
});
