import type { Chapter } from '../content/chapter.ts';
import type { Safeguard } from '../content/safeguard.ts';
import type { Practice, PipelineLaw } from '../content/shared.ts';
import type { GuideContext } from './guide-input.ts';
import type { RichText, Run } from './prose.ts';
import type { Block } from './report.ts';

const listOf = (label: string, items: readonly RichText[]): Block | null =>
  items.length === 0 ? null : { kind: 'list', label, ordered: false, items };

/** Whole in the chapter where it is at home, and by its title in the others, so that nobody reads the same paragraph three times. */
function wholeAtHome<T extends { readonly title: string; readonly chapters: readonly string[] }>(
  { content, say }: GuideContext,
  { id }: Chapter,
  found: readonly T[],
  whole: (one: T) => RichText,
): readonly RichText[] {
  return found.map((one) => {
    const home = content.chapters.find((chapter) => chapter.id === one.chapters[0]);
    if (home === undefined || home.id === id) return whole(one);
    return [{ strong: one.title }, ` (${say('guide.inChapter', { number: home.number })})`];
  });
}

/** What others shared on a chapter and on a safeguard that concerns the reader; nothing where nobody has. */
export function practicesBlock(
  context: GuideContext,
  chapter: Chapter,
  concerns: (safeguard: Safeguard) => boolean,
): Block | null {
  const mine = new Set(context.content.safeguards.filter(concerns).map(({ id }) => id));
  const found = context.content.practices.filter(
    ({ chapters, safeguards, verification }) =>
      chapters.includes(chapter.id) && safeguards.some((id) => mine.has(id)) && verification.status !== 'recall',
  );
  return listOf(
    context.say('guide.labels.practices'),
    wholeAtHome(context, chapter, found, (practice) => practiceText(context, practice)),
  );
}

function practiceText(context: GuideContext, practice: Practice): RichText {
  const { say, citer, content, formats } = context;
  const { title, gist, by, sharedOn, answers, verification } = practice;
  const country = content.countries.find(({ code }) => code === practice.country)?.name ?? practice.country;
  return [
    { strong: title },
    '. ',
    ...citer.prose(gist),
    ' ',
    ...published(say('guide.practice.shared', { by, country, on: formats.date(sharedOn) }), verification.sources),
    ...(answers === undefined ? [] : citer.prose(` [${answers}]`)),
  ];
}

/** Law on its way that a chapter has to reckon with, of the Union and of the organisation’s own country. */
export function pipelineBlock(context: GuideContext, chapter: Chapter): Block | null {
  const { content, organisation, say } = context;
  const country = organisation?.profile.facts.country;
  const found = content.pipeline.filter(
    ({ chapters, countries, verification }) =>
      chapters.includes(chapter.id) &&
      verification.status !== 'recall' &&
      (countries === undefined || countries.some((code) => code === country)),
  );
  return listOf(
    say('guide.labels.pipeline'),
    wholeAtHome(context, chapter, found, (law) => pipelineText(context, law)),
  );
}

function pipelineText({ say, citer, formats }: GuideContext, law: PipelineLaw): RichText {
  const { title, stage, seenOn, effect, documents, verification } = law;
  const seen = say('guide.pipeline.seen', { stage: say(`web.library.stage.${stage}`), on: formats.date(seenOn) });
  return [
    { strong: title },
    '. ',
    ...citer.prose(effect),
    ' ',
    ...published(seen, verification.sources),
    ...documents.slice(0, 1).flatMap((id): readonly Run[] => [' ', citer.cite(id)]),
  ];
}

/** A remark that leads to where it was published, if that has an address. */
function published(remark: string, sources: readonly string[]): RichText {
  const href = sources.find((source) => /^https?:\/\/\S+$/u.test(source));
  return [href === undefined ? remark : { text: remark, href }];
}
