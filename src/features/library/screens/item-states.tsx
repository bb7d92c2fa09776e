import { states, totalOf, type State, type StateCounts } from '../../../core/chart/state-bars.ts';
import type { StateLine } from '../../../core/library-item/page.ts';
import { RatingMark } from '../../../web/kit/signs/signs.tsx';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { langOf, language, say } from '../../../web/say.ts';
import { ItemLink } from './item-link.tsx';

/** How far the safeguards of each clause are in place: a bar each, all of one length, the number of safeguards behind it. */
export const ItemStates = ({ rows }: { readonly rows: readonly StateLine[] }) => (
  <>
    <ul className="lib-legend small" aria-label={say('library.key')}>
      {states.map((state) => (
        <li key={state}>
          <RatingMark state={state} />
        </li>
      ))}
    </ul>
    <figure className="lib-bars small">
      {rows.map((row) => (
        <div key={row.ref} className="lib-bar-row">
          <ItemLink to={row}>
            {row.code}{' '}
            <span className="soft" lang={langOf(row.language)}>
              {row.title}
            </span>
          </ItemLink>
          <Bar row={row} />
          <span className="soft lib-bar-total">{totalOf(row.counts)}</span>
        </div>
      ))}
    </figure>
    {rows.some(({ notApplicable }) => notApplicable > 0) ? (
      <p className="small soft">{say('library.notCounted')}</p>
    ) : null}
    <Twin title={say('library.asTable')}>
      <StatesTable rows={rows} />
    </Twin>
  </>
);

type Segment = { readonly state: State; readonly from: number; readonly share: number; readonly count: number };

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;
/** A smaller part has no room for its number. */
const leastNumbered = 0.05;

function segmentsOf(counts: StateCounts): readonly Segment[] {
  const total = totalOf(counts);
  let from = 0;
  return states.flatMap((state) => {
    const count = counts[state];
    if (count === 0) return [];
    const segment = { state, from, share: count / total, count };
    from += segment.share;
    return [segment];
  });
}

const countsInWords = (counts: StateCounts): string =>
  states
    .filter((state) => counts[state] > 0)
    .map((state) =>
      say('library.statesCount', { count: counts[state], state: say(`rating.${state}`).toLocaleLowerCase(language) }),
    )
    .join(', ');

const altOf = ({ code, title, counts }: StateLine): string =>
  say('library.statesAlt', { title: code ?? title, counts: countsInWords(counts) });

const Bar = ({ row }: { readonly row: StateLine }) => (
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page, coloured by its style sheet, is no img.
  <svg className="lib-bar" role="img" width="100%" height="24" aria-label={altOf(row)}>
    {segmentsOf(row.counts).map(({ state, from, share }) => (
      <rect key={state} className={`lib-seg-${state}`} x={percent(from)} y="0" width={percent(share)} height="24" />
    ))}
    {segmentsOf(row.counts)
      .filter(({ share }) => share >= leastNumbered)
      .map(({ state, from, share, count }) => (
        <text key={state} className={`lib-num-${state}`} x={percent(from + share / 2)} y="17" textAnchor="middle">
          {count}
        </text>
      ))}
  </svg>
);

const StatesTable = ({ rows }: { readonly rows: readonly StateLine[] }) => (
  // A named region can be reached by the keyboard and scrolled.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <section className="lib-scroll" tabIndex={0} aria-label={say('library.statesCaption')}>
    <table className="lib-table">
      <caption>{say('library.statesCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('library.clause')}</th>
          {states.map((state) => (
            <th key={state} scope="col" className="end">
              {say(`rating.${state}`)}
            </th>
          ))}
          <th scope="col" className="end">
            {say('library.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.ref}>
            <th scope="row">{row.code ?? row.title}</th>
            {states.map((state) => (
              <td key={state} className="end">
                {row.counts[state]}
              </td>
            ))}
            <td className="end">{totalOf(row.counts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
