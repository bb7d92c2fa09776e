import type { Entry, Field } from './entry.ts';
import { nameOf, wordsOf, type Word } from './fold.ts';
import { ownLanguage } from './search-index.ts';
import { stemKeys, stemSign, unstemmed, type Stem } from './stems.ts';
import { closenessToAny, type Term, type Typed } from './terms.ts';

/** Where a mark begins and ends in a text. */
export type Range = readonly [start: number, end: number];
/** A text with the words that were asked for marked in it. */
export type Marked = { readonly text: string; readonly marks: readonly Range[] };

type Hit = { readonly term: number; readonly start: number; readonly end: number; readonly how: How };

/** By what a word of a text meets a typed one: it is the same, it begins so, or both have the same stem. */
export type How = 'whole' | 'beginning' | 'stem';

/** What is looked for in texts: the words of a question, and how stems are found. */
export type Sought = { readonly terms: readonly Term[]; readonly words: readonly SoughtWord[]; readonly stem: Stem };
type SoughtWord = Typed & { readonly term: number };

/** The words of a question, ready to be looked for in many texts. */
export const soughtIn = (terms: readonly Term[], stem: Stem = unstemmed): Sought => ({
  terms,
  words: terms.flatMap(({ alternatives }, term) => alternatives.flat().map((typed) => ({ ...typed, term }))),
  stem,
});

/** Where the words of a question stand in a text. */
export const hitsIn = (text: string, language: string | undefined, sought: Sought): readonly Hit[] =>
  tokensOf(text, language ?? ownLanguage, sought.stem).flatMap(({ folded, keys, start, end }) => {
    for (const { term, ...typed } of sought.words) {
      const how = meetingOf(typed, folded, keys);
      if (how !== null) return [{ term, start, end, how }];
    }
    return [];
  });

/** A word of a text with its stems. */
type Token = Word & { readonly keys: readonly string[] };

/** Taking a text apart costs more than looking through its words, and texts are shown again. Emptied when it grows. */
const mostTexts = 20_000;
const taken = new Map<string, readonly Token[]>();

function tokensOf(text: string, language: string, stem: Stem): readonly Token[] {
  const key = `${stem === unstemmed ? '' : language} ${text}`;
  const before = taken.get(key);
  if (before !== undefined) return before;
  if (taken.size > mostTexts) taken.clear();
  const tokens = wordsOf(text).map((word) => ({
    ...word,
    keys: stemKeys(text.slice(word.start, word.end), language, stem),
  }));
  taken.set(key, tokens);
  return tokens;
}

function meetingOf({ forms, stems }: Typed, folded: string, keys: readonly string[]): How | null {
  if (forms.includes(folded)) return 'whole';
  if (keys.some((key) => stems.includes(key))) return 'stem';
  return closenessToAny(forms, folded) > 0 ? 'beginning' : null;
}

/** A sentence and its letters alone, which tell whether it may hold a word before it is taken apart into words. */
type Sentence = { readonly text: string; readonly letters: string; readonly language: string | undefined };

/** Made when an entry is first shown: content does not change, and folding long texts anew would cost most of a search. */
const known = new WeakMap<readonly Field[], readonly Sentence[]>();

/** The sentences of an entry's texts after its description. */
function sentencesOf(fields: readonly Field[]): readonly Sentence[] {
  const sentences =
    known.get(fields) ??
    shownTexts(fields)
      .slice(1)
      // "Art. 21" and "2 a.m. on" are no ends of sentences.
      .flatMap(({ text, language }) => text.split(/(?<=[.!?]) (?=\p{Lu})/u).map((part) => ({ text: part, language })))
      .map((sentence) => ({ ...sentence, letters: nameOf(sentence.text) }));
  known.set(fields, sentences);
  return sentences;
}

type Shown = { readonly text: string; readonly language: string | undefined };

const shownTexts = (fields: readonly Field[]): readonly Shown[] =>
  fields
    .filter(({ isShown }) => isShown)
    .map(({ text, language }) => ({ text: text.replace(/\s+/gu, ' ').trim(), language }));

/** A text with its marks; marks with only a space between them are one. */
export const marked = (text: string, language: string | undefined, sought: Sought): Marked => ({
  text,
  marks: joined(
    text,
    hitsIn(text, language, sought).map(({ start, end }): Range => [start, end]),
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

/** What is shown of an entry, and its language where that is not English. */
export type Excerpt = Marked & { readonly language?: string | undefined };

/**
 * How an entry is described, where that or its title has the words; else the sentence of its text that has most of them,
 * because it says why the entry was found.
 */
export function excerptOf(entry: Pick<Entry, 'code' | 'title' | 'language' | 'fields'>, sought: Sought): Excerpt {
  const { code, title, fields } = entry;
  const [description] = shownTexts(fields);
  if (description === undefined) return { text: '', marks: [] };
  const inHead = new Set([
    ...termsIn(`${code ?? ''} ${title}`, entry.language, sought),
    ...termsIn(description.text, description.language, sought),
  ]).size;
  const inDescription = termsIn(description.text, description.language, sought).size;
  const best = inHead === sought.terms.length ? null : bestOf(sentencesOf(fields), sought, inDescription);
  const { text, language } = best ?? description;
  const first = hitsIn(text, language, sought)[0]?.start ?? 0;
  return { ...marked(shortened(text, first), language, sought), language };
}

const termsIn = (text: string, language: string | undefined, sought: Sought): ReadonlySet<number> =>
  new Set(hitsIn(text, language, sought).map(({ term }) => term));

/** The first sentence with the most words, if it has more than `least`. */
function bestOf(sentences: readonly Sentence[], sought: Sought, least: number): Sentence | null {
  let best: { readonly sentence: Sentence | null; readonly terms: number } = { sentence: null, terms: least };
  for (const sentence of sentences) {
    const possible = new Set(
      sought.words.flatMap((word) =>
        lettersOf(word).some((part) => sentence.letters.includes(part)) ? [word.term] : [],
      ),
    ).size;
    if (possible <= best.terms) continue;
    const found = termsIn(sentence.text, sentence.language, sought).size;
    if (found > best.terms) best = { sentence, terms: found };
    if (best.terms === sought.terms.length) break;
  }
  return best.sentence;
}

const lettersOf = ({ forms, stems }: Typed): readonly string[] => [
  ...forms,
  ...stems.map((key) => key.slice(key.indexOf(stemSign) + 1)),
];

/** Cut to length around the first mark, at spaces. */
function shortened(text: string, firstMark: number): string {
  if (text.length <= longest) return text;
  const from = firstMark < longest / 2 ? 0 : text.indexOf(' ', firstMark - longest / 3) + 1;
  const to = from + longest >= text.length ? text.length : text.lastIndexOf(' ', from + longest);
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}
