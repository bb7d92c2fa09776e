import { expect, test } from 'vitest';
import type { IsoDate } from '../../../core/content/verification.ts';
import { notFollowed, type FollowUp } from '../../../core/follow-up/follow-up.ts';
import { changeDraft, draftOf, readDraft, shownDue, type FollowDraft } from './follow-draft.ts';

const today = '2026-11-25' as IsoDate;
const started: FollowUp = { ...notFollowed, state: 'in_progress', nextDue: '2026-12-01' as IsoDate, repeatMonths: 24 };
const changed = (record: FollowUp, ...parts: readonly Partial<FollowDraft>[]): FollowDraft =>
  parts.reduce<FollowDraft>((draft, part) => changeDraft(draft, part, today), draftOf(record));

test.each([
  { name: 'finishing', parts: [{ state: 'done' }], due: '2028-11-25', isProposed: true },
  { name: 'another day', parts: [{ state: 'done' }, { doneOn: '2026-08-31' }], due: '2028-08-31', isProposed: true },
  { name: 'half a day', parts: [{ state: 'done' }, { doneOn: '' }], due: '', isProposed: false },
  { name: 'another repeat', parts: [{ state: 'done' }, { repeat: '6' }], due: '2027-05-25', isProposed: true },
  {
    name: 'a written day',
    parts: [{ state: 'done' }, { nextDue: '2027-01-01' }],
    due: '2027-01-01',
    isProposed: false,
  },
  { name: 'a note', parts: [{ note: 'x' }], due: '2026-12-01', isProposed: false },
] as const)('shownDue: after $name', ({ parts, due, isProposed }) => {
  expect(shownDue(changed(started, ...parts))).toEqual({ day: due, isProposed });
});

test('readDraft: sends what differs, and the day that was shown', () => {
  expect(readDraft(draftOf(started), started, today)).toEqual({ ok: true, value: {} });
  const draft = changed(started, { state: 'done' }, { owner: ' Board office ', what: 'Minutes', link: ' ', dated: '' });
  expect(readDraft(draft, started, today)).toEqual({
    ok: true,
    value: {
      state: 'done',
      doneOn: today,
      nextDue: '2028-11-25',
      owner: 'Board office',
      evidence: [{ what: 'Minutes', link: null, dated: null }],
    },
  });
});

test('readDraft: taken back, it sends the state and whom to tell, whatever stands in the fields', () => {
  const draft = changed(started, { repeat: '12', contact: 'Desk 3' }, { state: 'not_followed' });
  expect(readDraft(draft, started, today)).toEqual({ ok: true, value: { state: 'not_followed', contact: 'Desk 3' } });
});

test.each([
  { part: { repeat: '0' }, wrong: 'repeat not_months' },
  { part: { repeat: '1.5' }, wrong: 'repeat not_months' },
  { part: { nextDue: '0202-01-01' }, wrong: 'nextDue not_a_day' },
  { part: { doneOn: '2026-11-26' }, wrong: 'doneOn done_later' },
  { part: { dated: '2026-11-01' }, wrong: 'what needs_what' },
  { part: { what: 'x', link: 'javascript:alert(1)' }, wrong: 'link not_a_link' },
] as const)('readDraft: $wrong', ({ part, wrong }) => {
  const read = readDraft(changed(started, part), started, today);
  expect(read.ok ? [] : read.error.map(({ field, kind }) => `${field} ${kind}`)).toEqual([wrong]);
});
