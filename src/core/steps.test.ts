import { expect, test } from 'vitest';
import { analyse } from './analysis.ts';
import { day, exampleProfile, library } from '../../tests/support/examples.ts';
import { stepsOf } from './steps.ts';

const analysed = (change: object) => analyse({ ...exampleProfile('hospital-greece'), ...change }, library.content, day);

test('stepsOf: without a profile nothing has begun', () => {
  expect(stepsOf(null).map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'begin'));
});

test('stepsOf: without people and money there is no plan to look at', () => {
  expect(stepsOf(analysed({ capacity: null }))).toContainEqual({ id: 'plan', state: 'begin' });
  expect(stepsOf(analysed({}))).toContainEqual({ id: 'plan', state: 'current' });
});

test('stepsOf: an unknown rating waits; a low one does not', () => {
  const ids = library.content.safeguards.filter(({ tier }) => tier === 'essential').map(({ id }) => id);
  const rated = new Map(
    library.content.safeguards.map(({ id }) => [id, { rating: { kind: 'not_implemented' }, evidence: [] }] as const),
  );
  expect(stepsOf(analysed({ ratings: rated }))).toContainEqual({ id: 'assessment', state: 'current' });
  rated.delete(ids[0] ?? ('' as never));
  expect(stepsOf(analysed({ ratings: rated }))).toContainEqual({ id: 'assessment', state: 'open', open: 1 });
});

test('stepsOf: what needs an answer waits in profile and obligations', () => {
  const steps = stepsOf(analyse(exampleProfile('sparse'), library.content, day));
  expect(steps.slice(0, 2).map(({ state }) => state)).toEqual(['open', 'open']);
});
