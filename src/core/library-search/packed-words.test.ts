import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { packWords, placeOf, unpackWords, type Places } from './packed-words.ts';
import { closenessToAny, type Typed } from './terms.ts';

const typed = (word: string, more: Partial<Typed> = {}): Typed => ({ folded: word, forms: [word], stems: [], ...more });
const scoresOf = (places: Places, texts: number, word: Typed): readonly number[] => {
  const found = new Float64Array(texts);
  unpackWords(packWords(places), { texts, language: 'en' }).score(word, found);
  return [...found];
};
const places = (words: Readonly<Record<string, readonly (readonly [text: number, weight: number])[]>>): Places =>
  new Map(Object.entries(words).map(([word, all]) => [word, all.map(([text, weight]) => placeOf(text, weight))]));

const shelf = places({
  access: [
    [0, 4],
    [2, 8],
  ],
  accession: [[1, 4]],
  '~supplier': [[1, 2]],
  supplier: [[0, 2]],
  scan: [[2, 2]],
  '12.7': [[1, 10]],
  ώρα: [[0, 1]],
});

test.each<{ name: string; word: Typed; found: readonly number[] }>([
  { name: 'a word, and what begins so for less', word: typed('access'), found: [4, 4 * (0.4 + (0.4 * 6) / 9), 8] },
  { name: 'two letters, which begin too much', word: typed('ac'), found: [0, 0, 0] },
  { name: 'a figure as it stands', word: typed('12.7'), found: [0, 10, 0] },
  { name: 'the beginning of a figure', word: typed('12'), found: [0, 0, 0] },
  { name: 'a stem', word: typed('x', { stems: ['en~supplier'] }), found: [0, 1.8, 0] },
  {
    name: 'a stem that is a word, for no other is packed',
    word: typed('x', { stems: ['en~scan'] }),
    found: [0, 0, 1.8],
  },
  { name: 'a stem of another language', word: typed('x', { stems: ['fr~supplier'] }), found: [0, 0, 0] },
  { name: 'letters of more than one byte', word: typed('ώρα'), found: [1, 0, 0] },
  { name: 'a word that is not there', word: typed('zebra'), found: [0, 0, 0] },
])('unpackWords: $name', ({ word, found }) => {
  expect(scoresOf(shelf, 3, word)).toEqual(found.map((score) => expect.closeTo(score, 9)));
});

test('unpackWords: nothing packed finds nothing, and bytes may begin anywhere', () => {
  expect(scoresOf(new Map(), 2, typed('access'))).toEqual([0, 0]);
  const packed = packWords(shelf);
  const odd = Buffer.concat([Buffer.from('abc'), packed]).subarray(3);
  const found = new Float64Array(3);
  unpackWords(odd, { texts: 3, language: 'en' }).score(typed('scan'), found);
  expect([...found]).toEqual([0, 0, 2]);
});

test('unpackWords: finds what looking through all words finds', () => {
  const word = fc.stringMatching(/^[a-d]{1,6}$/u);
  const texts = 12;
  const anyPlaces = fc.dictionary(
    word,
    fc.uniqueArray(fc.tuple(fc.nat({ max: texts - 1 }), fc.integer({ min: 1, max: 20 })), {
      minLength: 1,
      selector: ([text]) => text,
    }),
  );
  fc.assert(
    fc.property(anyPlaces, word, (words, asked) => {
      const expected = Array.from({ length: texts }, () => 0);
      for (const [own, all] of Object.entries(words)) {
        const close = asked.length >= 3 || own === asked ? closenessToAny([asked], own) : 0;
        for (const [text, weight] of all) expected[text] = Math.max(expected[text] ?? 0, close * weight);
      }
      expect(scoresOf(places(words), texts, typed(asked))).toEqual(expected.map((one) => expect.closeTo(one, 9)));
    }),
    { seed: 2026, numRuns: 500 },
  );
});
