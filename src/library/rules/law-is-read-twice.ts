import type { Chapter } from '../../core/content/chapter.ts';
import type { Content } from '../../core/content/content.ts';
import type { SecondReading } from '../../core/content/second-reading.ts';
import { marksOf, type Mark } from '../../core/report/prose.ts';
import type { Path } from '../yaml.ts';
import type { Breach, ContentRule } from './rule.ts';
import { filesOf, stringsOf } from './rule.ts';

/** Says of a mark whether it cites a law, and whether it then names the clause. */
type LawOf = (mark: Mark) => 'clause' | 'whole' | null;

function lawOf({ documents, frameworks }: Content): LawOf {
  const laws = new Set<string>(documents.filter(({ kind }) => kind === 'law').map(({ id }) => id));
  const inLaw = new Set(frameworks.filter(({ document }) => laws.has(document)).map(({ id }) => `${id}:`));
  return ({ target, locator }) => {
    if (inLaw.has(target.slice(0, target.indexOf(':') + 1))) return 'clause';
    if (!laws.has(target)) return null;
    return /\b(?:Art\.|Annex|Recital|§) ?[\dIVX]/u.test(locator ?? '') ? 'clause' : 'whole';
  };
}

const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Sentences of a chapter that state law, as whole strings; what to read is no statement. */
const legalOf = (chapter: Chapter, law: LawOf): readonly { path: Path; text: string; isWhole: boolean }[] =>
  stringsOf(chapter)
    .filter(({ path }) => path[0] !== 'read' && path[0] !== 'verification')
    .map(({ path, text }) => ({ path, text: folded(text), cites: marksOf(text).map(law) }))
    .filter(({ cites }) => cites.some((cite) => cite !== null))
    .map(({ path, text, cites }) => ({ path, text, isWhole: cites.includes('whole') }));

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** Chapters that have a second reading keep one for each sentence of law, and none for a sentence that has gone. */
export const lawIsReadTwice: ContentRule = {
  name: 'law-is-read-twice',
  why: 'Boards act on sentences of law, so somebody who did not write them reads each beside its clause.',
  check: (input) => {
    const law = lawOf(input.content);
    const readings = new Map(filesOf(input, 'readings').map((entry) => [String(entry.item.id), entry]));
    return filesOf(input, 'chapters').flatMap(({ file, item }): readonly Breach[] => {
      const reading = readings.get(item.id);
      if (reading === undefined) return [];
      const stated = legalOf(item, law);
      return [...unread(file, stated, reading.item), ...astray(reading.file, stringsOf(item), reading.item)];
    });
  },
};

function unread(
  file: Breach['file'],
  stated: ReturnType<typeof legalOf>,
  { readings }: SecondReading,
): readonly Breach[] {
  const read = new Set(readings.map(({ sentence }) => folded(sentence)));
  return stated.flatMap(({ path, text, isWhole }) => [
    ...(isWhole
      ? [{ file, path, message: `Cannot cite a whole law in "${short(text)}": name article and paragraph` }]
      : []),
    ...(read.has(text)
      ? []
      : [{ file, path, message: `Cannot find a second reading of "${short(text)}": add one to content/readings` }]),
  ]);
}

function astray(
  file: Breach['file'],
  strings: ReturnType<typeof stringsOf>,
  { readings }: SecondReading,
): readonly Breach[] {
  const there = new Set(strings.map(({ text }) => folded(text)));
  return readings.flatMap(({ sentence, verdict }, index): readonly Breach[] => {
    const path = ['readings', index, 'sentence'];
    if (!there.has(folded(sentence)))
      return [
        { file, path, message: `Cannot find "${short(sentence)}" in the chapter: it was changed, so read it again` },
      ];
    return verdict === 'no'
      ? [{ file, path, message: `Cannot keep "${short(sentence)}": its source does not say so` }]
      : [];
  });
}
