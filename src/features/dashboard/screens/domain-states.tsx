import { useQuery } from '@tanstack/react-query';
import { states, totalOf, type StateCounts } from '../../../core/chart/state-bars.ts';
import { overviewQuery } from '../../../web/client/overview.ts';
import { formatList } from '../../../web/format.ts';
import { RatingMark } from '../../../web/kit/signs/signs.tsx';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { langOf, language, say } from '../../../web/say.ts';
import { Part } from './part.tsx';
import { segmentsOf, summaryOf, type StateSummary } from './state-counts.ts';

/** How far: the minimum set, then each domain, as full bars. */
export function DomainStates() {
  const query = useQuery(overviewQuery);
  const more = <a href="/assessment">{say('dashboard.state.more')}</a>;
  return (
    <Part id="state" title={say('dashboard.state.title')} more={more} query={query}>
      {(data) => <Bars summary={summaryOf(data)} />}
    </Part>
  );
}

function Bars({ summary }: { readonly summary: StateSummary }) {
  const rows = rowsOf(summary);
  return (
    <>
      <ul className="states-legend small" aria-label={say('dashboard.state.legend')}>
        {states.map((state) => (
          <li key={state}>
            <RatingMark state={state} />
          </li>
        ))}
      </ul>
      <figure className="states">
        {rows.map(({ id, title, counts }, index) => (
          <div key={id} className={index === 0 ? 'states-row is-set' : 'states-row'}>
            <span className="states-name" lang={langOf(languageOf(id))}>
              {title}
            </span>
            <StateBar title={title} counts={counts} />
            <span className="states-total soft">{totalOf(counts)}</span>
          </div>
        ))}
      </figure>
      <StateTable rows={rows} />
      <p className="small soft">
        {summary.notApplicable === 0 ? null : say('dashboard.state.leftOut', { count: summary.notApplicable })}{' '}
        {summary.unknown === 0 ? null : say('dashboard.state.unknown')}
      </p>
    </>
  );
}

type Row = { readonly id: string; readonly title: string; readonly counts: StateCounts };

const rowsOf = ({ minimumSet, domains }: StateSummary): readonly Row[] => [
  { id: 'minimum-set', title: say('dashboard.state.set'), counts: minimumSet },
  ...domains,
];

/** Below this share of the bar a number would not fit into its part. */
const leastForNumber = 5;

/** Domains are content, the whole minimum set is a word of ours. */
const languageOf = (id: string): string | undefined => (id === 'minimum-set' ? language : undefined);

const StateBar = ({ title, counts }: Omit<Row, 'id'>) => (
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

const StateTable = ({ rows }: { readonly rows: readonly Row[] }) => (
  <Twin title={say('dashboard.state.table')}>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by keyboard. */}
    <section className="scroll" tabIndex={0} aria-label={say('dashboard.state.caption')}>
      <table className="states-table">
        <caption>{say('dashboard.state.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('dashboard.state.domain')}</th>
            {states.map((state) => (
              <th key={state} scope="col" className="number">
                {say(`rating.${state}`)}
              </th>
            ))}
            <th scope="col" className="number">
              {say('dashboard.state.all')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, counts }) => (
            <tr key={id}>
              <th scope="row" lang={langOf(languageOf(id))}>
                {title}
              </th>
              {states.map((state) => (
                <td key={state} className="number">
                  {counts[state]}
                </td>
              ))}
              <td className="number">{totalOf(counts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </Twin>
);
