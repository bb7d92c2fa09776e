import type { Entry, Field } from './entry.ts';
import { nameOf, wordsOf } from './fold.ts';
import { closenessToAny, formsOf, type Term } from './terms.ts';

/** Where a mark begins and ends in a text. */
export type Range = readonly [start: number, end: number];
/** A text with the words that were asked for marked in it. */
export type Marked = { readonly text: string; readonly marks: readonly Range[] };

type Hit = { readonly term: number; readonly start: number; readonly end: number };

/** What is looked for in texts: the forms of each word of a question. */
export type Sought = { readonly terms: number; readonly words: readonly SoughtWord[] };
type SoughtWord = { readonly term: number; readonly forms: readonly string[] };

/** The words of a question, ready to be looked for in many texts. */
export const soughtIn = (terms: readonly Term[]): Sought => ({
  terms: terms.length,
  words: terms.flatMap(({ alternatives }, term) =>
    alternatives.flat().map((typed) => ({ term, forms: formsOf(typed) })),
  ),
});

/** Where the words of a question stand in a text. */
const hitsIn = (text: string, { words }: Sought): readonly Hit[] =>
  wordsOf(text).flatMap(({ folded, start, end }) => {
    const found = words.find(({ forms }) => closenessToAny(forms, folded) > 0);
    return found === undefined ? [] : [{ term: found.term, start, end }];
  });

/** A sentence and its letters alone, which tell whether it may hold a word before it is taken apart into words. */
type Sentence = { readonly text: string; readonly letters: string };

/** Made when an entry is first shown: content does not change, and folding long texts anew would cost most of a search. */
const known = new WeakMap<readonly Field[], readonly Sentence[]>();

/** The sentences of an entry's texts after its description. */
function sentencesOf(fields: readonly Field[]): readonly Sentence[] {
  const sentences =
    known.get(fields) ??
    shownTexts(fields)
      .slice(1)
      // "Art. 21" and "2 a.m. on" are no ends of sentences.
      .flatMap((text) => text.split(/(?<=[.!?]) (?=\p{Lu})/u))
      .map((text) => ({ text, letters: nameOf(text) }));
  known.set(fields, sentences);
  return sentences;
}

const shownTexts = (fields: readonly Field[]): readonly string[] =>
  fields.filter(({ isShown }) => isShown).map(({ text }) => text.replace(/\s+/gu, ' ').trim());

/** A text with its marks; marks with only a space between them are one. */
export const marked = (text: string, sought: Sought): Marked => ({
  text,
  marks: joined(
    text,
    hitsIn(text, sought).map(({ start, end }): Range => [start, end]),
  ),
});

function joined(text: string, ranges: readonly Range[]): readonly Range[] {
  const marks: Range[] = [];
  for (const [start, end] of ranges.toSorted((left, right) => left[0] - right[0])) {
    const last = marks.at(-1);
    if (last !== undefined && (start <= last[1] || text.slice(last[1], start).trim() === ''))
      marks[marks.length - 1] = [last[0], Math.max(last[1], end)];
    else marks.push([start, end]);
  }
  return marks;
}

/** So much of a text is shown. */
const longest = 240;

/**
 * How an entry is described, where that or its title has the words; else the sentence of its text that has most of them,
 * because it says why the entry was found.
 */
export function excerptOf({ code, title, fields }: Pick<Entry, 'code' | 'title' | 'fields'>, sought: Sought): Marked {
  const [description] = shownTexts(fields);
  if (description === undefined) return { text: '', marks: [] };
  const inHead = termsIn(`${code ?? ''} ${title} ${description}`, sought);
  const best = inHead === sought.terms ? null : bestOf(sentencesOf(fields), sought, termsIn(description, sought));
  const shown = best ?? description;
  return marked(shortened(shown, hitsIn(shown, sought)[0]?.start ?? 0), sought);
}

const termsIn = (text: string, sought: Sought): number => new Set(hitsIn(text, sought).map(({ term }) => term)).size;

/** The first sentence with the most words, if it has more than `least`. */
function bestOf(sentences: readonly Sentence[], sought: Sought, least: number): string | null {
  let best: { readonly text: string | null; readonly terms: number } = { text: null, terms: least };
  for (const { text, letters } of sentences) {
    const possible = new Set(
      sought.words.flatMap(({ term, forms }) => (forms.some((form) => letters.includes(form)) ? [term] : [])),
    ).size;
    if (possible <= best.terms) continue;
    const found = termsIn(text, sought);
    if (found > best.terms) best = { text, terms: found };
    if (best.terms === sought.terms) break;
  }
  return best.text;
}

/** Cut to length around the first mark, at spaces. */
function shortened(text: string, firstMark: number): string {
  if (text.length <= longest) return text;
  const from = firstMark < longest / 2 ? 0 : text.indexOf(' ', firstMark - longest / 3) + 1;
  const to = from + longest >= text.length ? text.length : text.lastIndexOf(' ', from + longest);
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}
