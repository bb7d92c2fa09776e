import { languageGiven } from '../../library/language-input.ts';
import type { Services } from '../../library/services.ts';
import type { Given } from '../../platform/action.ts';
import { textTable, wrapped } from '../../platform/text-table.ts';
import type { AssessmentView, GuidanceView, ShownRun } from './views.ts';

/** A table for each domain. */
export function printOverview({ domains, outside }: AssessmentView, { library }: Services, given: Given): string {
  const { translate: say } = library.words(languageGiven(given));
  const heads = ['id', 'safeguard', 'rating', 'rank', 'minimumSet'].map((head) => say(`cli.heads.${head}`));
  const left = outside.map(({ id }) => id).join(', ');
  const tables = domains.map(({ id, title, groups }) => {
    const rows = groups.flatMap((group) =>
      group.rows.map((row) => [
        row.id,
        row.title,
        say(`rating.${row.rating}`),
        String(row.rank ?? '-'),
        row.inMinimumSet ? say('cli.yes') : '-',
      ]),
    );
    return `${id} ${title}\n${textTable(heads, rows, ['start', 'start', 'start', 'end', 'start'])}`;
  });
  return [...tables, ...(left === '' ? [] : [say('cli.outside', { ids: left })])].join('\n\n');
}

const plain = (runs: readonly ShownRun[]): string =>
  runs
    .map((run) => (typeof run === 'string' ? run : 'strong' in run ? run.strong : `[${run.text}]`))
    .join('')
    .trim();

/** What a person needs to judge it, wrapped. */
export function printGuidance(view: GuidanceView, { library }: Services, given: Given): string {
  const { translate: say } = library.words(languageGiven(given));
  const levels = (['partially', 'largely', 'fully'] as const).flatMap((level) => [
    say(`rating.${level}`),
    ...wrapped(plain(view.doneWhen[level]), 2),
  ]);
  return [
    `${view.id} ${view.title}`,
    ...wrapped(plain(view.what), 0),
    '',
    ...levels,
    say('cli.patients'),
    ...wrapped(plain(view.patients), 2),
    say('cli.proof'),
    ...view.evidence.flatMap((one) => wrapped(plain(one), 2)),
    `${say('cli.heads.source')}: ${view.sources.map(({ text }) => text).join('; ')}`,
  ].join('\n');
}
