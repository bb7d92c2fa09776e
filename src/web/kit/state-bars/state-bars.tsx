import type { ReactNode } from 'react';
import { states, totalOf, type StateCounts } from '../../../core/chart/state-bars.ts';
import { formatList } from '../../format.ts';
import { say } from '../../say.ts';
import { RatingMark } from '../signs/signs.tsx';
import { Twin } from '../twin/twin.tsx';
import { segmentsOf } from './segments.ts';
import './state-bars.css';

/** One bar: what it is of, and how many safeguards are in each state. */
export type StateRow = {
  readonly id: string;
  readonly title: string;
  readonly counts: StateCounts;
  /** What stands before the bar, where that is more than the title. */
  readonly name?: ReactNode;
  /** What stands in the table after the counts. */
  readonly remark?: string;
  /** The language of the title, where it is not that of the page. */
  readonly lang?: string | undefined;
  /** Set apart from the rows below it. */
  readonly isFirst?: boolean;
};

/** What each part of a bar means. */
export const StateLegend = () => (
  <ul className="states-legend small" aria-label={say('dashboard.state.legend')}>
    {states.map((state) => (
      <li key={state}>
        <RatingMark state={state} />
      </li>
    ))}
  </ul>
);

/** Full bars, one below the other, with the number of safeguards at the end. */
export const StateBars = ({ rows }: { readonly rows: readonly StateRow[] }) => (
  <figure className="states">
    {rows.map(({ id, title, counts, lang, name = title, isFirst = false }) => (
      <div key={id} className={isFirst ? 'states-row is-set' : 'states-row'}>
        <span className="states-name" lang={lang}>
          {name}
        </span>
        <StateBar title={title} counts={counts} />
        <span className="states-total soft">{totalOf(counts)}</span>
      </div>
    ))}
  </figure>
);

/** Below this share of the bar a number would not fit into its part. */
const leastForNumber = 5;

const StateBar = ({ title, counts }: Pick<StateRow, 'title' | 'counts'>) => (
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page, coloured by its style sheet, is no img.
  <svg className="states-bar" width="100%" height="28" role="img" aria-label={barText(title, counts)}>
    {segmentsOf(counts).map(({ state, count, at, width }) => (
      <g key={state} className={`state-${state}`}>
        <rect x={`${at}%`} y="0" width={`${width}%`} height="28" />
        {width < leastForNumber ? null : (
          <text x={`${at + width / 2}%`} y="19" textAnchor="middle">
            {count}
          </text>
        )}
      </g>
    ))}
  </svg>
);

const barText = (title: string, counts: StateCounts): string =>
  say('dashboard.state.bar', {
    title,
    total: totalOf(counts),
    counts: formatList(
      states
        .filter((state) => counts[state] > 0)
        .map((state) => say('dashboard.state.count', { count: counts[state], state: say(`rating.${state}`) })),
    ),
  });

/** The numbers of the bars. `remark`: the head of the last column, where rows have one. */
export const StateTable = ({
  rows,
  caption = say('dashboard.state.caption'),
  head = say('dashboard.state.domain'),
  remark,
}: {
  readonly rows: readonly StateRow[];
  readonly caption?: string;
  readonly head?: string;
  readonly remark?: string;
}) => (
  <Twin title={say('dashboard.state.table')}>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by keyboard. */}
    <section className="states-scroll" tabIndex={0} aria-label={caption}>
      <table className="states-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {[...states.map((state) => say(`rating.${state}`)), say('dashboard.state.all')].map((word) => (
              <th key={word} scope="col" className="number">
                {word}
              </th>
            ))}
            {remark === undefined ? null : <th scope="col">{remark}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" lang={row.lang}>
                {row.title}
              </th>
              {[
                ...states.map((state) => [state, row.counts[state]] as const),
                ['all', totalOf(row.counts)] as const,
              ].map(([state, count]) => (
                <td key={state} className="number">
                  {count}
                </td>
              ))}
              {remark === undefined ? null : <td>{row.remark}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </Twin>
);
