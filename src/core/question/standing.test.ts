import { expect, test } from 'vitest';
import { isPending, standingOf, type Answered, type QuestionFacts, type Standing } from './standing.ts';

const now = '2026-11-25T09:00:00.000Z';
const [before, after] = ['2026-11-24T09:00:00.000Z', '2026-11-26T09:00:00.000Z'];
const largely: Answered = { answer: 'largely', decision: null };
const asked: QuestionFacts = { endsAt: after, sentAt: null, withdrawnAt: null, items: [largely] };

const cases: readonly (readonly [string, Partial<QuestionFacts>, Standing])[] = [
  ['drafts count for nothing', {}, 'open'],
  ['over at the instant it ends', { endsAt: now }, 'expired'],
  ['withdrawn before it ended', { withdrawnAt: before, endsAt: before }, 'withdrawn'],
  ['sent, and a proposal waits', { sentAt: before }, 'answered'],
  ['sent, and still waiting after the link ended', { sentAt: before, endsAt: before }, 'answered'],
  ['all decided', { sentAt: before, items: [{ answer: 'fully', decision: 'declined' }] }, 'decided'],
  [
    'whoever does not know proposes nothing',
    { sentAt: before, items: [{ answer: 'unknown', decision: null }] },
    'decided',
  ],
];
test.each(cases)('standingOf: %s', (_, facts, standing) => {
  expect(standingOf({ ...asked, ...facts }, now)).toBe(standing);
});

const pending: readonly (readonly [Answered, boolean])[] = [
  [largely, true],
  [{ answer: 'not_applicable', decision: null }, true],
  [{ answer: 'largely', decision: 'accepted' }, false],
  [{ answer: 'unknown', decision: null }, false],
  [{ answer: null, decision: null }, false],
];
test.each(pending)('isPending: %o is %s', (answered, is) => {
  expect(isPending(answered)).toBe(is);
});
