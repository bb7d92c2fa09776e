import { expect, test } from 'vitest';
import type { IsoDate } from '../content/verification.ts';
import {
  applyFollow,
  changedFields,
  followProblems,
  notFollowed,
  proposedDue,
  type FollowPatch,
  type FollowUp,
} from './follow-up.ts';

const day = (text: string): IsoDate => text as IsoDate;
const today = day('2026-11-25');

test.each([
  { doneOn: '2026-11-25', months: 24, due: '2028-11-25' },
  { doneOn: '2026-08-31', months: 6, due: '2027-02-28' },
  { doneOn: '2027-08-31', months: 6, due: '2028-02-29' },
  { doneOn: '2028-02-29', months: 12, due: '2029-02-28' },
  { doneOn: '2026-12-31', months: 1, due: '2027-01-31' },
  { doneOn: '2026-01-30', months: 1, due: '2026-02-28' },
])('proposedDue: $months months after $doneOn is $due', ({ doneOn, months, due }) => {
  expect(proposedDue(day(doneOn), months)).toBe(due);
});

test('proposedDue: without a day or a repeat there is none', () => {
  expect([proposedDue(null, 12), proposedDue(today, null)]).toEqual([null, null]);
});

const started: FollowUp = { ...notFollowed, state: 'in_progress', nextDue: day('2026-12-01'), repeatMonths: 24 };
const done: FollowUp = { ...started, state: 'done', doneOn: today, nextDue: day('2028-11-25') };

const changes: readonly { name: string; before: FollowUp; patch: FollowPatch; after: Partial<FollowUp> }[] = [
  {
    name: 'finished without a day was done today, and proposes the next one',
    before: started,
    patch: { state: 'done' },
    after: { doneOn: today, nextDue: day('2028-11-25') },
  },
  {
    name: 'finished on a day proposes from that day',
    before: started,
    patch: { state: 'done', doneOn: day('2026-10-31') },
    after: { doneOn: day('2026-10-31'), nextDue: day('2028-10-31') },
  },
  {
    name: 'finished on a day that nobody knows proposes nothing',
    before: started,
    patch: { state: 'done', doneOn: null },
    after: { doneOn: null, nextDue: null },
  },
  {
    name: 'a named next day wins over the proposal',
    before: started,
    patch: { state: 'done', nextDue: day('2027-06-30') },
    after: { doneOn: today, nextDue: day('2027-06-30') },
  },
  {
    name: 'finished once for all has no next day',
    before: { ...started, repeatMonths: null },
    patch: { state: 'done' },
    after: { doneOn: today, nextDue: null },
  },
  {
    name: 'another repeat of what is done proposes again',
    before: done,
    patch: { repeatMonths: 12 },
    after: { doneOn: today, nextDue: day('2027-11-25') },
  },
  {
    name: 'a note on what is done moves no day',
    before: { ...done, nextDue: day('2027-01-01') },
    patch: { note: '  With a case  ' },
    after: { note: 'With a case', doneOn: today, nextDue: day('2027-01-01') },
  },
  {
    name: 'the next round keeps when it was last done',
    before: done,
    patch: { state: 'in_progress' },
    after: { state: 'in_progress', doneOn: today, nextDue: day('2028-11-25') },
  },
  {
    name: 'an empty text is none',
    before: { ...done, owner: 'Board office' },
    patch: { owner: ' ' },
    after: { owner: null },
  },
  {
    name: 'no longer followed up keeps only whom to tell',
    before: { ...done, owner: 'Board office', contact: 'Desk 3' },
    patch: { state: 'not_followed' },
    after: { ...notFollowed, contact: 'Desk 3' },
  },
];
test.each(changes)('applyFollow: $name', ({ before, patch, after }) => {
  expect(applyFollow(before, patch, today)).toMatchObject(after);
});

test.each([
  { name: 'nothing at all', record: notFollowed, problems: [] },
  { name: 'only whom to tell', record: { ...notFollowed, contact: 'Desk 3' }, problems: [] },
  { name: 'an owner without a state', record: { ...notFollowed, owner: 'Board' }, problems: ['state needs_state'] },
  { name: 'done tomorrow', record: { ...done, doneOn: day('2026-11-26') }, problems: ['doneOn done_later'] },
  { name: 'due on the day it was done', record: { ...done, nextDue: today }, problems: ['nextDue due_before_done'] },
  {
    name: 'in progress and long overdue',
    record: { ...started, doneOn: today, nextDue: day('2020-01-01') },
    problems: [],
  },
])('followProblems: $name', ({ record, problems }) => {
  expect(followProblems(record, today).map(({ field, kind }) => `${field} ${kind}`)).toEqual(problems);
});

test('changedFields: names what differs, and nothing where evidence is equal', () => {
  const evidence = [{ what: 'Minutes', link: null, dated: today }];
  expect(changedFields({ ...done, evidence }, { ...done, evidence: [{ ...evidence[0]! }] })).toEqual([]);
  expect(changedFields(started, { ...done, evidence })).toEqual(['state', 'doneOn', 'nextDue', 'evidence']);
});
