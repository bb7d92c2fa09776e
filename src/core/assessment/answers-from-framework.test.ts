import { expect, test } from 'vitest';
import { library } from '../../../tests/support/examples.ts';
import type { FrameworkId, RequirementRef, SafeguardId } from '../content/ids.ts';
import type { Relation } from '../content/safeguard.ts';
import type { AnswerState } from '../guidance/answer-terms.ts';
import type { GivenAnswer } from '../guidance/sheet-answers.ts';
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

const mapping = (to: string, relation: Relation) => ({ to: to as RequirementRef, relation, because: `on ${to}` });
const safeguards = [
  { id: 'S-001' as SafeguardId, mappings: [mapping('f:1', 'intersects-with'), mapping('g:1', 'equal')] },
  { id: 'S-002' as SafeguardId, mappings: [mapping('f:2', 'equal'), mapping('f:1', 'intersects-with')] },
];

test('suggestFromAnswers: each with its path, what follows first, and nothing through another framework', () => {
  const answers = [answer('1', 'implemented'), answer('2', 'partly'), answer('3', 'implemented')];
  const found = suggestFromAnswers(answers, { id: 'f' as FrameworkId }, safeguards);
  expect(
    found.map(({ safeguard, path, concluded }) => [
      safeguard,
      path.requirement,
      path.relation,
      path.because,
      concluded?.rating,
    ]),
  ).toEqual([
    ['S-002', '2', 'equal', 'on f:2', 'partially'],
    ['S-001', '1', 'intersects-with', 'on f:1', undefined],
    ['S-002', '1', 'intersects-with', 'on f:1', undefined],
  ]);
  expect(untouchedAnswers(answers, found).map(({ requirement }) => requirement)).toEqual(['3']);
});

test('suggestFromAnswers: a whole statement of applicability rates nothing, for our mappings only touch', () => {
  const { frameworks, safeguards: all } = library.content;
  const framework = frameworks.find(({ id }) => id === 'iso27001-2022');
  if (framework === undefined) throw new Error('no framework');
  const answers = framework.requirements.map(({ id }) => answer(id, 'implemented'));
  const found = suggestFromAnswers(answers, framework, all);
  expect(found.length).toBeGreaterThan(200);
  expect(found.filter(({ concluded }) => concluded !== null)).toEqual([]);
});

test.each<{ name: string; given: Partial<GivenAnswer>; says: boolean }>([
  { name: 'a state', given: { state: 'planned' }, says: true },
  { name: 'a word that is not known', given: { said: 'In review' }, says: true },
  { name: 'a maturity', given: { maturity: 'Maturity 3' }, says: true },
  { name: 'only that it applies', given: {}, says: false },
  { name: 'that nobody assessed it', given: { state: 'not_assessed', said: 'not assessed' }, says: false },
])('suggestFromAnswers: $name', ({ given, says }) => {
  const found = suggestFromAnswers([answer('1', null, given)], { id: 'f' as FrameworkId }, safeguards);
  expect(found.length > 0).toBe(says);
});
