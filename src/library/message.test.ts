import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { argumentsOf, fitsSource, hasMarkup, missingPlurals, type MessagePart } from '../core/words/message.ts';

const read = (message: string): readonly MessagePart[] =>
  new IntlMessageFormat(message, 'en').getAst() as readonly MessagePart[];

test.each([
  ['Nothing to fill in', []],
  ['{name} of {all, number}', ['all', 'name']],
  ['{count, plural, one {# day until {date}} other {# days until {date}}}', ['count', 'date']],
  ['{kind, select, law {by {act}} other {so}}', ['act', 'kind']],
])('argumentsOf: %s', (message, names) => {
  expect([...argumentsOf(read(message))].toSorted()).toEqual(names);
});

test.each([
  ['{count} από {all}', '{count} of {all}', true],
  ['{count}', '{count} of {all}', true],
  ['{count} από {total}', '{count} of {all}', false],
])('fitsSource: %s for %s', (own, source, fits) => {
  expect(fitsSource(read(own), read(source))).toBe(fits);
});

test.each([
  ['el', '{n, plural, one {# ημέρα} other {# ημέρες}}', []],
  ['el', '{n, plural, other {# ημέρες}}', ['one']],
  ['pl', '{n, plural, one {# dzień} other {# dnia}}', ['few', 'many']],
  ['pl', '{n, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}', []],
  ['fr', '{n, plural, one {# jour} other {# jours}}', []],
  ['hu', 'x {n, plural, =0 {nincs} other {#}}', ['one']],
  ['el', 'Χωρίς αριθμό', []],
])('missingPlurals: %s %s', (language, message, missing) => {
  expect(missingPlurals(read(message), language).toSorted()).toEqual(missing);
});

test('hasMarkup: a tag, not a sign', () => {
  expect(hasMarkup(read('It is <b>bold</b>'))).toBe(true);
  expect(hasMarkup(read('5 < 6'))).toBe(false);
});
