import { nameOf } from '../../core/crosswalk/crosswalk-sheet.ts';
import type {
  ComposedView,
  CrosswalkView,
  Named,
  PairView,
  Placed,
  RequirementView,
  SideFacts,
  StatedView,
  VoiceView,
} from '../../core/crosswalk/view.ts';
import type { Translate } from '../../core/report/words.ts';
import { languageGiven } from '../../library/language-input.ts';
import type { Services } from '../../library/services.ts';
import type { Given } from '../../platform/action.ts';
import { textTable, wrapped } from '../../platform/text-table.ts';
import type { SideList } from './views.ts';

const sayIn = ({ library }: Services, given: Given): Translate => library.words(languageGiven(given)).translate;

/** What can be compared, as a table. */
export function printFrameworks({ frameworks }: SideList, services: Services, given: Given): string {
  const say = sayIn(services, given);
  const table = textTable(
    ['id', 'title', 'kind', 'edition', 'requirements', 'relations'].map((head) => say(`crosswalk.heads.${head}`)),
    frameworks.map((one) => [
      one.id,
      nameOf(say, one),
      say(`crosswalk.kinds.${one.kind}`),
      one.edition ?? '–',
      `${one.requirements}`,
      `${one.relations}`,
    ]),
    ['start', 'start', 'start', 'start', 'end', 'end'],
  );
  const isOurs = frameworks.every(({ kind }) => kind === 'content' || kind === 'safeguards');
  return [
    table,
    ...frameworks.flatMap((one) => likeLines(say, one)),
    ...(isOurs ? ['', say('crosswalk.notHere')] : []),
  ].join('\n');
}

const likeLines = (say: Translate, { title, likeOurs }: SideFacts): readonly string[] =>
  likeOurs === null
    ? []
    : wrapped(
        say(likeOurs.isUsed ? 'crosswalk.same' : 'crosswalk.alike', {
          title,
          ours: likeOurs.title,
          placed: likeOurs.placed,
          of: likeOurs.of,
        }),
        0,
      );

/** A crosswalk: counts, then a line a pair. */
export function printCrosswalk(view: CrosswalkView, services: Services, given: Given): string {
  const say = sayIn(services, given);
  const { from, to, counts, rows, skipped, total } = view;
  const head = say('crosswalk.sheet.title', { from: nameOf(say, from), to: nameOf(say, to) });
  const sources = view.sources.map(
    (one) =>
      `  ${one.pairs}  ${say('crosswalk.byWhom', { title: one.title ?? one.of, edition: one.edition ?? '–', author: one.author ?? say('crosswalk.unknownAuthor') })}${one.hasTwin ? ` (${say('crosswalk.twin')})` : ''}`,
  );
  return [
    head,
    ...wrapped(say('crosswalk.lead', { ...counts, pairs: 0 }), 0),
    say('crosswalk.disagree', { count: counts.pairs.disagreements }),
    ...[from, to].flatMap((one) => likeLines(say, one)),
    ...sources,
    ...wrapped(say('crosswalk.reading'), 0),
    ...rows.flatMap((row) => [
      '',
      nameLine(row.requirement),
      ...(row.pairs.length === 0
        ? [`  ${say('crosswalk.nothing')}`]
        : row.pairs.flatMap((pair) => pairLines(say, pair))),
    ]),
    '',
    say('crosswalk.further', { from: rows.length === 0 ? 0 : skipped + 1, to: skipped + rows.length, total }),
  ].join('\n');
}

const nameLine = ({ code, title }: Named): string => [code, title ?? ''].join('  ').trim();

function pairLines(say: Translate, { target, stated, composed, through, disagrees }: PairView): readonly string[] {
  const flag = disagrees ? ` [${say('crosswalk.disagrees')}]` : '';
  const known = [
    ...stated.map(
      (one) => `${statedText(say, one)} ${target.code}: ${one.voices.map((voice) => voiceText(say, voice)).join('; ')}`,
    ),
    ...composed.map((one) => `${say(`crosswalk.relation.${one.relation}`)} ${target.code}: ${pathText(say, one)}`),
  ];
  const hint = `${say('crosswalk.candidate')}: ${target.code}, ${say('crosswalk.throughSafeguards', { safeguards: through.map(({ code }) => code).join(', ') })}`;
  return (known.length === 0 ? [hint] : known).map((line) => `  ${line}${flag}`);
}

const statedText = (say: Translate, { relation }: StatedView): string => say(`crosswalk.relation.${relation}`);

const voiceText = (say: Translate, { kind, title, of, author }: VoiceView): string =>
  kind === 'part'
    ? say('crosswalk.part')
    : kind === 'safeguard'
      ? of
      : [author, title ?? of].filter((part) => part !== null).join(', ');

const placeText = ({ frameworkTitle, code }: Placed): string => [frameworkTitle, code].join(' ').trim();

function pathText(say: Translate, { path }: ComposedView): string {
  const steps = path.map(({ to, relation }) => `${say(`crosswalk.relation.${relation}`)} ${placeText(to)}`);
  const weak = path.find(({ isWeakest }) => isWeakest);
  return [
    say('crosswalk.following', { path: steps.join(', ') }),
    ...(weak === undefined ? [] : [say('crosswalk.weakest', { step: placeText(weak.to) })]),
  ].join('; ');
}

/** One requirement with all that is known of it. */
export function printRequirement(view: RequirementView, services: Services, given: Given): string {
  const say = sayIn(services, given);
  const { framework, requirement, words, stance, alsoNamed, below, mappings, safeguards } = view;
  const section = (title: string, lines: readonly string[], none: string): readonly string[] => [
    '',
    title,
    ...(lines.length === 0 ? [`  ${none}`] : lines.map((line) => `  ${line}`)),
  ];
  const text = [words?.text, words?.note].flatMap((one) => (one === null || one === undefined ? [] : wrapped(one, 2)));
  return [
    `${nameOf(say, framework)}: ${nameLine(requirement)}`,
    ...(alsoNamed.length === 0 ? [] : [say('crosswalk.alsoNamed', { names: alsoNamed.map(placeText).join(', ') })]),
    ...(below.length === 0 ? [] : [say('crosswalk.below', { count: below.length })]),
    ...(words === null && stance !== null && stance !== 'may_pass_on' ? [say('crosswalk.noWords')] : text),
    ...section(
      say('crosswalk.mappings'),
      mappings.flatMap(({ other, stated, disagrees }) =>
        stated.map(
          (one) =>
            `${statedText(say, one)} ${placeText(other)}: ${one.voices.map((voice) => voiceText(say, voice)).join('; ')}${disagrees ? ` [${say('crosswalk.disagrees')}]` : ''}`,
        ),
      ),
      say('crosswalk.noMappings'),
    ),
    ...section(
      say('crosswalk.touching'),
      safeguards.map(
        ({ id, title, rating }) => `${id}  ${title}${rating === null ? '' : ` (${say(`rating.${rating}`)})`}`,
      ),
      say('crosswalk.noSafeguards'),
    ),
  ].join('\n');
}
