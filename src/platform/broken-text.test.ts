import { expect, test } from 'vitest';
import { brokenTextIn } from './broken-text.ts';

/** Deeper than any stack of calls. */
const deep = (depth: number, inner: unknown): unknown => {
  let value = inner;
  for (let level = 0; level < depth; level += 1) value = { a: value };
  return value;
};

test.each([
  { name: 'a plain text', value: { note: 'Ada’s 👩‍⚕️ note\n' }, place: null },
  { name: 'no text', value: [1, null, true, undefined], place: null },
  { name: 'a zero', value: { ratings: [{ note: 'a\u0000b' }] }, place: 'ratings.0.note' },
  { name: 'half a character', value: { note: '\ud83d' }, place: 'note' },
  { name: 'in a key', value: { answers: { 'a\u0000': 1 } }, place: 'answers' },
  { name: 'alone', value: '\u0000', place: '' },
])('brokenTextIn: $name', ({ value, place }) => {
  expect(brokenTextIn(value)).toBe(place);
});

test('brokenTextIn: as deep as anyone sends it', () => {
  expect(brokenTextIn(deep(20_000, 'fine'))).toBeNull();
  expect(brokenTextIn(deep(20_000, '\u0000'))).toHaveLength(39_999);
});
