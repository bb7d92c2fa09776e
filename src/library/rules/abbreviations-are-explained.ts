import type { Content } from '../../core/content/content.ts';
import { withoutMarks } from '../../core/report/prose.ts';
import type { Breach, ContentRule } from './rule.ts';
import { filesOf, stringsOf } from './rule.ts';

/** What everyone who works in a hospital reads without a thought, and names that are spelt in capitals. */
const plain = 'IT EU US AI PC CT MRI ECG HIV CE USB PIN PDF ISC2 ID'.split(' ');

const abbreviation = /\b\p{Lu}[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*?(?=s?\b)/gu;

function knownIn({ terms, documents }: Content): ReadonlySet<string> {
  const names = [
    ...terms.flatMap(({ title, also }) => [title, ...also]),
    ...documents.map(({ shortTitle }) => shortTitle),
  ];
  return new Set([...plain, ...names.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u))]);
}

/** Fields that are not read as running text. */
const aside = new Set(['mappings', 'sources', 'id', 'threats', 'verification']);

export const abbreviationsAreExplained: ContentRule = {
  name: 'abbreviations-are-explained',
  why: 'A reader who does not know the letters stops there; content/terms explains them, and guides print what they use.',
  check: (input) => {
    const known = knownIn(input.content);
    return [...filesOf(input, 'safeguards'), ...filesOf(input, 'chapters')].flatMap(({ file, item }) =>
      stringsOf(item)
        .filter(({ path }) => !aside.has(String(path[0])))
        .flatMap(({ path, text }): readonly Breach[] =>
          (withoutMarks(text).match(abbreviation) ?? [])
            .filter((word) => !known.has(word))
            .map((word) => ({
              file,
              path,
              message: `Cannot leave "${word}" unexplained: write it out, or add it to content/terms`,
            })),
        ),
    );
  },
};
