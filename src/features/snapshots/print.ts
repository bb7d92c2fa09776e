import { totalOf } from '../../core/chart/state-bars.ts';
import { formatsFor } from '../../core/report/formats.ts';
import type { Translate } from '../../core/report/words.ts';
import { changeKinds, type ChangeKind } from '../../core/snapshot/compare.ts';
import { comparisonLead, sideWord, siteWords } from '../../core/snapshot/comparison-words.ts';
import { languageGiven } from '../../library/language-input.ts';
import type { Services } from '../../library/services.ts';
import type { Given } from '../../platform/action.ts';
import { textTable } from '../../platform/text-table.ts';
import type { ComparisonView, FactsView, ListView, SnapshotView } from './views.ts';

const englishDate = (iso: string): string => formatsFor('en').date(iso);

const inPlaceText = (say: Translate, { counts: { minimumSet } }: FactsView): string =>
  say('snapshots.inPlace', {
    inPlace: minimumSet['fully'] + minimumSet['largely'],
    of: totalOf(minimumSet),
    unknown: minimumSet.unknown,
  });

/** A line each, latest first. */
export function printSnapshots({ snapshots }: ListView, { library }: Services): string {
  const { translate: say } = library.words('en');
  if (snapshots.length === 0) return say('snapshots.none');
  const heads = [say('snapshots.name'), say('snapshots.day'), say('snapshots.set'), say('snapshots.library')];
  const rows = snapshots.map((one) => [
    one.name,
    englishDate(one.day),
    inPlaceText(say, one),
    one.contentDigest.slice(0, 12),
  ]);
  return textTable(heads, rows, ['start', 'start', 'start', 'start']);
}

export const printTaken = ({ name, day, id }: FactsView, { library }: Services): string =>
  library.words('en').translate('snapshots.taken', { name, day: englishDate(day), id });

/** What it says in short; each rating is in the JSON. */
export function printSnapshot(view: SnapshotView, { library }: Services): string {
  const { translate: say } = library.words('en');
  const { name, note, day, contentDigest, profileDigest, standing } = view;
  return [
    `${name}, ${englishDate(day)}`,
    ...(note === null ? [] : [note]),
    inPlaceText(say, view),
    say('snapshots.digests', { content: contentDigest, profile: profileDigest }),
    '',
    textTable(
      [say('cli.heads.id'), say('cli.heads.safeguard'), say('cli.heads.rating')],
      standing.safeguards.map(({ id, title, rating }) => [id, title, say(`rating.${rating}`)]),
      ['start', 'start', 'start'],
    ),
  ].join('\n');
}

/** The answer in numbers, then what changed, kind by kind, then the sites. */
export function printComparison(view: ComparisonView, { library }: Services, given: Given): string {
  const language = languageGiven(given);
  const { translate: say } = library.words(language);
  const { date } = formatsFor(language);
  const days = { from: date(view.from.day), to: view.to.id === null ? null : date(view.to.day) };
  const kinds = changeKinds.filter((kind) => view.changes[kind].length > 0);
  return [
    comparisonLead(view, days, say).join('\n'),
    ...kinds.map((kind) => changeLines(view, kind, say)),
    ...(kinds.length === 0 ? [say('compared.unchanged')] : []),
    ...siteTable(view, say),
  ].join('\n\n');
}

const changeLines = ({ changes }: ComparisonView, kind: ChangeKind, say: Translate): string =>
  [
    say(`compared.kinds.${kind}`),
    ...changes[kind].map(
      ({ id, title, before, after }) => `  ${id} ${title}: ${sideWord(before, say)} → ${sideWord(after, say)}`,
    ),
  ].join('\n');

function siteTable({ sites }: ComparisonView, say: Translate): readonly string[] {
  if (sites.length === 0) return [];
  const heads = ['site', 'before', 'after'].map((head) => say(`compared.heads.${head}`));
  const rows = sites.map(({ name, before, after }) => [name, siteWords(before, say), siteWords(after, say)]);
  return [textTable(heads, rows, ['start', 'start', 'start'])];
}
