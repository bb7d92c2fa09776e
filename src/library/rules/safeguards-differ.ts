import type { Safeguard } from '../../core/content/safeguard.ts';
import { withoutMarks } from '../../core/report/prose.ts';
import type { Breach, ContentRule } from './rule.ts';
import { filesOf, stringsOf } from './rule.ts';

const mostInCommon = 0.6;
/** Words of fewer letters are grammar, which all safeguards share. */
const shortestLetters = 4;

/** The different words in which a safeguard is told. */
function vocabularyOf({ title, what, whyItMatters, how, doneWhen, evidence, pitfalls, forRoles, decision }: Safeguard) {
  const told = { title, what, whyItMatters, how, doneWhen, evidence, pitfalls, forRoles, decision };
  const words = stringsOf(told).flatMap(
    ({ text }) =>
      withoutMarks(text)
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [],
  );
  return new Set(words.filter((word) => word.length >= shortestLetters));
}

export const safeguardsDiffer: ContentRule = {
  name: 'safeguards-differ',
  why: 'Two safeguards told in the same words are one, or neither was thought through.',
  check: (input) => {
    const told = filesOf(input, 'safeguards').map(({ file, item }) => ({ file, item, words: vocabularyOf(item) }));
    return told.flatMap((one, index) =>
      told.slice(0, index).flatMap((other): readonly Breach[] => {
        const shared = one.words.intersection(other.words).size / Math.min(one.words.size, other.words.size);
        return shared <= mostInCommon
          ? []
          : [
              {
                file: one.file,
                path: ['what'],
                message: `Cannot share ${Math.round(shared * 100)} % of its words with ${other.item.id}: at most ${mostInCommon * 100} %`,
              },
            ];
      }),
    );
  },
};
