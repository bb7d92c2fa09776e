import { spreadWords } from '../../core/snapshot/comparison-words.ts';
import { languageGiven } from '../../library/language-input.ts';
import type { Services } from '../../library/services.ts';
import type { Given } from '../../platform/action.ts';
import { textTable } from '../../platform/text-table.ts';
import type { SiteRatingView, SiteSheetView, SitesView, SiteView, SpreadView } from './views.ts';

const levels = ['fully', 'largely', 'partially', 'not_implemented', 'unknown', 'not_applicable'] as const;
const numbers = ['start', 'end', 'end', 'end', 'end', 'end', 'end', 'start'] as const;

/** A table for each head, then what differs. */
export function printSites({ sites, heads, worst }: SitesView, { library }: Services, given: Given): string {
  const { translate: say } = library.words(languageGiven(given));
  if (sites.length === 0) return say('sites.none');
  const columns = [say('sites.site'), ...levels.map((level) => say(`rating.${level}`)), say('sites.worstToBest')];
  const row = (name: string, spread: SpreadView): readonly string[] => [
    name,
    ...levels.map((level) => String(spread.counts[level])),
    spreadWords(spread, say),
  ];
  const tables = heads.map((head) => {
    const rows = [
      row(say('sites.organisation'), head.organisation),
      ...sites.flatMap(({ name }, index) => (head.sites[index] === undefined ? [] : [row(name, head.sites[index])])),
    ];
    return `${head.title ?? say('sites.minimumSet')}\n${textTable(columns, rows, numbers)}`;
  });
  const differences = worst
    .filter(({ isDifferent }) => isDifferent)
    .map(({ id, title, organisation, worst: level, sites: names }) =>
      say('sites.difference', {
        id,
        title,
        organisation: say(`rating.${organisation}`),
        worst: say(`rating.${level}`),
        names: names.join(', '),
      }),
    );
  return [...tables, ...(differences.length === 0 ? [] : [[say('sites.differs'), ...differences].join('\n')])].join(
    '\n\n',
  );
}

export const printSite = ({ name, id }: SiteView, { library }: Services): string =>
  library.words('en').translate('sites.saved', { name, id });

/** A table for each domain. */
export function printSheet({ name, domains }: SiteSheetView, { library }: Services, given: Given): string {
  const { translate: say } = library.words(languageGiven(given));
  const heads = [say('cli.heads.id'), say('cli.heads.safeguard'), say('sites.here'), say('sites.organisation')];
  const tables = domains.map(({ title, rows }) => {
    const lines = rows.map((row) => [
      row.id,
      row.title,
      say(`rating.${row.rating}`),
      say(`rating.${row.organisation}`),
    ]);
    return `${title}\n${textTable(heads, lines, ['start', 'start', 'start', 'start'])}`;
  });
  return [name, ...tables].join('\n\n');
}

export const printRating = ({ id, rating, version }: SiteRatingView, { library }: Services): string => {
  const { translate: say } = library.words('en');
  return say('sites.rated', { id, rating: say(`rating.${rating}`), version });
};
