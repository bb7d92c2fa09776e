import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { fetchLibraryWords, isWordKey, locale, say } from './say.ts';
import { words as ofLibrary } from './words/en-library.ts';
import { words as first } from './words/en.ts';

type Words = { readonly [key: string]: string | Words };
const messages = (node: Words): readonly string[] =>
  Object.values(node).flatMap((value) => (typeof value === 'string' ? [value] : messages(value)));

test('say: every message of the screens can be read', () => {
  for (const message of messages({ ...first, ...ofLibrary }))
    expect(() => new IntlMessageFormat(message, locale)).not.toThrow();
});

test('say: fills and counts', () => {
  expect(say('steps.of', { number: 4, all: 12 })).toBe('First steps, question 4 of 12');
  expect(say('steps.errors', { count: 1 })).toBe('One answer needs a correction');
  expect(say('rating.fully')).toBe('Fully');
});

test('isWordKey: what data names may have no words', () => {
  expect(isWordKey('failure.kinds.conflict')).toBe(true);
  expect(isWordKey('failure.kinds.unheard_of')).toBe(false);
});

test('fetchLibraryWords: the words of the library come later than the others', async () => {
  expect(() => say('oscalPage.title')).toThrow('Cannot say "oscalPage.title"');
  await fetchLibraryWords();
  expect(say('oscalPage.title')).not.toBe('');
});
