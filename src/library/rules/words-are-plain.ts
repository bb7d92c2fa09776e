import { withoutMarks } from '../../core/report/prose.ts';
import type { Path } from '../yaml.ts';
import type { Breach, ContentRule } from './rule.ts';
import { filesOf, stringsOf } from './rule.ts';

/** Words that fill a sentence and tell nobody what to do, with what to write instead. */
const filler: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\bas appropriate\b|\bwhere appropriate\b|\bif appropriate\b/iu, 'say when'],
  [/\brobust(?:ly|ness)?\b/iu, 'say what it withstands'],
  [/\bleverag(?:e|es|ed|ing)\b/iu, 'use'],
  [/\butili[sz](?:e|es|ed|ing)\b/iu, 'use'],
  [/\bensur(?:e|es|ing) (?:that )?(?:adequate|appropriate|sufficient|proper)\b/iu, 'say who does what'],
  [/\bbest practices?\b/iu, 'say whose practice'],
  [/\bstakeholders?\b/iu, 'name the people'],
  [/\bholistic(?:ally)?\b|\bseamless(?:ly)?\b|\bworld[- ]class\b/iu, 'leave it out'],
  [/\bin a timely (?:manner|fashion)\b/iu, 'give the time'],
  [/\bon a regular basis\b/iu, 'give the interval'],
  [/\bcyber posture\b|\bsecurity posture\b/iu, 'say what is in place'],
];

const longestMeanWords = 20;
/** Letters from which a word counts as long, and the share of such words that a text may have. */
const longWordLetters = 13;
const longWordShare = 0.04;

const words = (text: string): readonly string[] => text.match(/[\p{L}’'-]+/gu) ?? [];
const sentences = (text: string): readonly string[] =>
  text.split(/(?<=[.!?])\s+(?=[\p{Lu}“"])/u).filter((sentence) => words(sentence).length > 0);

/** Prose of a safeguard or chapter; names, ids and reasons of mappings are not read as running text. */
const aside = new Set(['mappings', 'sources', 'title', 'id', 'threats', 'verification', 'read']);
const proseOf = (item: unknown): readonly { path: Path; text: string }[] =>
  stringsOf(item)
    .filter(({ path, text }) => !aside.has(String(path[0])) && text.includes(' '))
    .map(({ path, text }) => ({ path, text: withoutMarks(text) }));

function readability(file: Breach['file'], item: unknown): readonly Breach[] {
  const all = proseOf(item).map(({ text }) => text);
  const every = all.flatMap(words);
  const parts = all.flatMap(sentences);
  const mean = every.length / Math.max(1, parts.length);
  const share =
    every.filter((word) => word.length >= longWordLetters && !word.includes('-')).length / Math.max(1, every.length);
  return [
    ...(mean > longestMeanWords
      ? [
          {
            file,
            path: [],
            message: `Cannot keep a mean of ${mean.toFixed(1)} words a sentence: at most ${longestMeanWords}`,
          },
        ]
      : []),
    ...(share > longWordShare
      ? [
          {
            file,
            path: [],
            message: `Cannot keep ${(share * 100).toFixed(1)} % words of ${longWordLetters} letters or more: at most ${longWordShare * 100} %`,
          },
        ]
      : []),
  ];
}

export const wordsArePlain: ContentRule = {
  name: 'words-are-plain',
  why: 'A ward manager at three in the morning reads short sentences of plain words.',
  check: (input) =>
    [...filesOf(input, 'safeguards'), ...filesOf(input, 'chapters')].flatMap(({ file, item }) => [
      ...proseOf(item).flatMap(({ path, text }) =>
        filler
          .filter(([word]) => word.test(text))
          .map(([word, instead]) => ({
            file,
            path,
            message: `Cannot keep "${word.exec(text)?.[0] ?? ''}", which tells nobody what to do: ${instead}`,
          })),
      ),
      ...readability(file, item),
    ]),
};
