import { withoutMarks } from '../../core/report/prose.ts';
import type { ContentRule } from './rule.ts';
import { stringsOf } from './rule.ts';

const longestSentenceWords = 35;
/** Texts that are names or addresses, not sentences. */
const notProse = new Set(['title', 'shortTitle', 'cite', 'sources', 'url', 'name', 'publisher', 'statusNote']);

const sentencesOf = (text: string): readonly string[] => withoutMarks(text).split(/(?<=[.!?;])\s+(?=[\p{Lu}“"])/u);
const wordCount = (sentence: string): number => sentence.split(/\s+/u).filter((word) => /[\p{L}\d]/u.test(word)).length;

export const sentencesAreShort: ContentRule = {
  name: 'sentences-are-short',
  why: `A sentence over ${longestSentenceWords} words is read twice, or not at all.`,
  check: ({ files }) =>
    files.flatMap((file) =>
      stringsOf(file.item)
        .filter(({ path }) => !path.some((step) => typeof step === 'string' && notProse.has(step)))
        .flatMap(({ path, text }) =>
          sentencesOf(text)
            .filter((sentence) => wordCount(sentence) > longestSentenceWords)
            .map((sentence) => ({
              file,
              path,
              message: `Cannot keep a sentence of ${wordCount(sentence)} words ("${sentence.slice(0, 40)}…"): at most ${longestSentenceWords}`,
            })),
        ),
    ),
};
