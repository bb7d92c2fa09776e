import { Link } from '@tanstack/react-router';
import { states } from '../../../core/chart/state-bars.ts';
import { countRatings, type RatingCounts } from '../../../core/assessment/overview.ts';
import type { Assessment, AssessmentDomain } from '../../../web/client/assessment.ts';
import { formatList } from '../../../web/format.ts';
import { langOf, locale, say } from '../../../web/say.ts';
import { everything, type Filter } from './filters.ts';
import { searchOf } from './place.ts';
import { rowsOf } from './rows-of.ts';
import type { Sheet } from './use-sheet.ts';
import './domain-tabs.css';

/** The domains with how far each is; the bar leaves out what does not apply. */
export const DomainTabs = ({
  assessment: { domains },
  sheet,
  filter,
}: {
  readonly assessment: Assessment;
  readonly sheet: Sheet;
  readonly filter: Filter;
}) => (
  <nav aria-label={say('assessment.domains')}>
    <ul className="as-tabs">
      {domains.map((domain) => (
        <li key={domain.id}>
          <Tab domain={domain} sheet={sheet} filter={filter} />
        </li>
      ))}
    </ul>
  </nav>
);

function Tab({
  domain,
  sheet,
  filter,
}: {
  readonly domain: AssessmentDomain;
  readonly sheet: Sheet;
  readonly filter: Filter;
}) {
  const rows = rowsOf(domain);
  const counts = countRatings(rows.map(({ id }) => sheet.stateOf(id).rating));
  const found = sheet.visible.get(domain.id)?.length ?? 0;
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(everything);
  return (
    <Link
      to="/assessment/{-$id}"
      params={{ id: undefined }}
      search={searchOf(filter, domain.id)}
      resetScroll={false}
      // The router would mark by the address alone; here the shown domain counts.
      activeProps={{}}
      aria-current={domain.id === sheet.domain.id ? 'page' : undefined}
      className="as-tab"
    >
      <span className="as-tab-name" lang={langOf()}>
        {domain.title}
      </span>
      <span className="small soft">
        {say('assessment.ratedOf', { rated: rows.length - counts.unknown, all: rows.length })}
        {isFiltered ? `, ${say('assessment.found', { count: found })}` : ''}
      </span>
      <Bar domain={domain} counts={counts} />
    </Link>
  );
}

/** Thin, in the order fully to unknown; unknown is hatched. */
function Bar({ domain, counts }: { readonly domain: AssessmentDomain; readonly counts: RatingCounts }) {
  const total = states.reduce((sum, state) => sum + counts[state], 0);
  const parts = states.filter((state) => counts[state] > 0);
  const words = parts.map((state) =>
    say('assessment.countOf', { count: counts[state], state: say(`rating.${state}`).toLocaleLowerCase(locale) }),
  );
  const before = (index: number): number => parts.slice(0, index).reduce((sum, state) => sum + counts[state], 0);
  const percent = (count: number): string => `${((100 * count) / Math.max(1, total)).toFixed(3)}%`;
  return (
    <svg
      className="as-bar"
      width="100%"
      height="6"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page, coloured by its style sheet, is no img.
      role="img"
      aria-label={say('assessment.barOf', {
        domain: domain.title,
        counts: words.length === 0 ? say('assessment.barNone') : formatList(words),
      })}
    >
      {parts.map((state, index) => (
        <rect
          key={state}
          className={`as-part-${state}`}
          x={percent(before(index))}
          y="0"
          width={percent(counts[state])}
          height="6"
        />
      ))}
    </svg>
  );
}
