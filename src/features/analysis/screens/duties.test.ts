import { expect, test } from 'vitest';
import type { Duty, Obligations } from '../../../web/client/obligations.ts';
import { dutiesOf, questionBlocks, unconfirmedDuties } from './duties.ts';

const duty = (id: string, force: Duty['force'], rest: Partial<Duty> = {}): Duty =>
  ({ id, force, ask: [], verification: { status: 'verified' }, ...rest }) as unknown as Duty;

const view = {
  obligations: [
    duty('later', 'binding_from', { from: '2031-03-26' }),
    duty('sooner', 'binding_from', { from: '2029-03-26' }),
    duty('recalled', 'binding_from', { from: '2027-01-01', verification: { status: 'recall' } }),
    duty('one', 'needs_answer', { ask: ['cer_critical', 'ai_systems'] }),
    duty('two', 'needs_answer', { ask: ['ai_systems'] }),
    duty('three', 'needs_answer'),
    duty('four', 'needs_answer', { ask: ['digital_roles'], verification: { status: 'recall' } }),
  ],
  questions: [
    { fact: 'staff_fte', decides: [], decidesClass: true },
    { fact: 'cer_critical', decides: ['one'], decidesClass: false },
    { fact: 'digital_roles', decides: ['four'], decidesClass: false },
    { fact: 'ai_systems', decides: ['one', 'two'], decidesClass: false },
  ],
} as unknown as Obligations;

const ids = (duties: readonly Duty[]) => duties.map(({ id }) => id);

test('dutiesOf: what begins sooner comes first, and what is recalled is not there', () => {
  expect(ids(dutiesOf(view, 'binding_from'))).toEqual(['sooner', 'later']);
});

test('unconfirmedDuties: all that is recalled, whatever its force', () => {
  expect(ids(unconfirmedDuties(view))).toEqual(['recalled', 'four']);
});

test('questionBlocks: each duty once, under its first question; a question without one only for the class', () => {
  const { blocks, others } = questionBlocks(view);
  expect(blocks.map(({ fact, duties }) => [fact, ...ids(duties)])).toEqual([
    ['staff_fte'],
    ['cer_critical', 'one'],
    ['ai_systems', 'two'],
  ]);
  expect(ids(others)).toEqual(['three']);
});
