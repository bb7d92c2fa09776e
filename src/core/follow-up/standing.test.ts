import { expect, test } from 'vitest';
import type { Force } from '../content/obligation-rule.ts';
import type { IsoDate, VerificationStatus } from '../content/verification.ts';
import { formatsFor } from '../report/formats.ts';
import { notFollowed, type FollowUp } from './follow-up.ts';
import { countFollowUps, followWords, nearnessOf, noLongerApplying } from './standing.ts';

const today = '2026-11-25' as IsoDate;
const due = (nextDue: string | null): FollowUp => ({
  ...notFollowed,
  state: 'in_progress',
  nextDue: nextDue as IsoDate | null,
});

test.each([
  { nextDue: null, nearness: 'none' },
  { nextDue: '2026-11-24', nearness: 'overdue' },
  { nextDue: '2026-11-25', nearness: 'soon' },
  { nextDue: '2026-12-25', nearness: 'soon' },
  { nextDue: '2026-12-26', nearness: 'later' },
])('nearnessOf: $nextDue is $nearness', ({ nextDue, nearness }) => {
  expect(nearnessOf(due(nextDue), today)).toBe(nearness);
});

const duty = (id: string, force: Force, status: VerificationStatus = 'verified') => ({
  id,
  force,
  verification: { status },
});
const duties = [
  duty('report', 'binding_now'),
  duty('train', 'binding_from'),
  duty('register', 'needs_answer'),
  duty('wallet', 'recommended', 'recall'),
  duty('rumour', 'recommended', 'recall'),
  duty('abroad', 'does_not_apply'),
];
const followUps = new Map([
  ['report', due('2026-11-01')],
  ['train', due('2026-12-01')],
  ['wallet', due(null)],
  ['register', { ...notFollowed, contact: 'Desk 3' }],
  ['abroad', due('2026-11-01')],
  ['repealed', due('2026-11-01')],
]);

test('countFollowUps: counts what applies; a record that says nothing follows nothing up, and one that no longer applies is not overdue', () => {
  expect(countFollowUps(duties, followUps, today)).toEqual({ duties: 4, followed: 3, overdue: 1, dueSoon: 1 });
});

test('noLongerApplying: what does not apply any more, and what is no longer listed', () => {
  expect(noLongerApplying(duties, followUps)).toEqual(['abroad', 'repealed']);
});

test.each([
  { record: notFollowed, words: ['state.not_followed'] },
  { record: { ...due('2027-12-01'), state: 'done' as const, doneOn: today }, words: ['doneOn', 'due.later'] },
  { record: { ...due(null), state: 'done' as const }, words: ['state.done'] },
  { record: { ...due('2026-11-01'), doneOn: today }, words: ['state.in_progress', 'lastDoneOn', 'due.overdue'] },
])('followWords: $words', ({ record, words }) => {
  expect(followWords(record, today, formatsFor('en')).map(({ key }) => key)).toEqual(words);
});
