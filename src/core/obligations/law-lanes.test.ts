import { expect, test } from 'vitest';
import type { Document } from '../content/document.ts';
import type { IsoDate, VerificationStatus } from '../content/verification.ts';
import type { Obligation } from './assess.ts';
import { lawLanes } from './law-lanes.ts';

const on = '2026-11-23' as IsoDate;

const duty = (
  id: string,
  document: string,
  force: Obligation['force'],
  from?: string,
  status: VerificationStatus = 'verified',
): Obligation =>
  ({ id, force, from, cite: { document, locator: '' }, verification: { status } }) as unknown as Obligation;

const act = (id: string, days: Readonly<Record<string, string>>, status: VerificationStatus = 'secondary'): Document =>
  ({
    id,
    shortTitle: id.toUpperCase(),
    verification: { status },
    lifecycle: Object.entries(days).map(([date, event]) => ({ date, event })),
  }) as unknown as Document;

const drawn = (obligations: readonly Obligation[], ...documents: readonly Document[]): readonly string[] =>
  lawLanes(obligations, documents, on).map(({ title, isBinding, isSinceUnknown, stages }) =>
    [
      `${title}${isBinding ? ' binds' : ''}${isSinceUnknown ? ', first day unknown' : ''}`,
      ...stages.map(
        ({ date, duties, event, status }) => `${date} ${duties.join('+') || 'nothing due'} ${event ?? '-'} ${status}`,
      ),
    ].join(' | '),
  );

const cases = [
  {
    name: 'duties of one day share a stage, which is as good as the weakest of them',
    given: [
      duty('a', 'one', 'binding_from', '2029-03-26'),
      duty('b', 'one', 'binding_from', '2029-03-26', 'secondary'),
    ],
    documents: [act('one', {})],
    lanes: ['ONE | 2029-03-26 a+b - secondary'],
  },
  {
    name: 'a day ahead on which nothing is due is shown, one behind is not',
    given: [duty('a', 'one', 'binding_now')],
    documents: [act('one', { '2024-10-18': 'application', '2027-10-17': 'review' })],
    lanes: ['ONE binds, first day unknown | 2027-10-17 nothing due review secondary'],
  },
  {
    name: 'an event on the day of a duty stands with it',
    given: [duty('a', 'one', 'binding_from', '2029-03-26')],
    documents: [act('one', { '2029-03-26': 'records travel' })],
    lanes: ['ONE | 2029-03-26 a records travel verified'],
  },
  {
    name: 'what is far ahead is left out unless a duty lies as far',
    given: [duty('a', 'one', 'binding_from', '2033-01-01'), duty('b', 'two', 'recommended')],
    documents: [act('one', {}), act('two', { '2032-01-01': 'review', '2035-03-26': 'later' })],
    lanes: ['TWO | 2032-01-01 nothing due review secondary', 'ONE | 2033-01-01 a - verified'],
  },
  {
    name: 'what binds stands before what will',
    given: [duty('a', 'later', 'binding_from', '2027-01-01'), duty('b', 'now', 'binding_now', '2018-05-25')],
    documents: [act('later', {}), act('now', {})],
    lanes: ['NOW binds | 2018-05-25 b - verified', 'LATER | 2027-01-01 a - verified'],
  },
  {
    name: 'nothing that is unconfirmed or does not apply',
    given: [
      duty('a', 'one', 'recommended', undefined, 'recall'),
      duty('b', 'two', 'does_not_apply', '2027-01-01'),
      duty('c', 'three', 'recommended'),
    ],
    documents: [
      act('one', { '2027-10-17': 'review' }),
      act('two', { '2027-10-17': 'review' }),
      act('three', { '2027-10-17': 'review' }, 'recall'),
    ],
    lanes: [],
  },
] as const;

for (const { name, given, documents, lanes } of cases) {
  test(`lawLanes: ${name}`, () => {
    expect(drawn(given, ...documents)).toEqual(lanes);
  });
}
