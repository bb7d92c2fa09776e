import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { totalOf } from '../../../core/chart/state-bars.ts';
import { spreadWords } from '../../../core/snapshot/comparison-words.ts';
import { laggingSites, type MatrixRow, type Spread, type WorstSite } from '../../../core/snapshot/spread.ts';
import { failureOf } from '../../../web/client/ask.ts';
import { sitesQuery, type Sites } from '../../../web/client/sites.ts';
import { formatList } from '../../../web/format.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { RatingMark } from '../../../web/kit/signs/signs.tsx';
import { StateBars, StateLegend, StateTable, type StateRow } from '../../../web/kit/state-bars/state-bars.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { langOf, say, sayShared } from '../../../web/say.ts';
import { ManageSites } from './manage-sites.tsx';
import './sites.css';

/** Which site lags: the sites side by side, where one differs from our own rating, and the list of sites. */
export function SitesPage() {
  const { data, error, refetch } = useQuery(sitesQuery);
  return (
    <div className="page sites">
      <PageHeading title={say('sites.title')} address="sites" />
      {data !== undefined ? (
        <Body view={data} />
      ) : error === null ? (
        <Loading what={say('sites.loading')} />
      ) : (
        <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

const Body = ({ view }: { readonly view: Sites }) => (
  <>
    <Lead view={view} />
    <p className="soft sites-note">{say('sites.ownStays')}</p>
    {view.sites.length === 0 ? null : (
      <>
        <Matrix view={view} />
        <Differences worst={view.worst} />
      </>
    )}
    <ManageSites view={view} />
    <p className="small sites-ways">
      <Link to="/assessment/{-$id}" params={{ id: undefined }}>
        {say('sites.toAssessment')}
      </Link>
      <Link to="/snapshots">{say('snapshots.link')}</Link>
    </p>
  </>
);

/** The site that lags, in numbers. */
function Lead({ view: { sites, heads } }: { readonly view: Sites }) {
  if (sites.length === 0) return <p className="lead">{say('sites.empty')}</p>;
  const spreads = heads[0]?.sites ?? [];
  const lagging = laggingSites(spreads);
  const [first] = lagging;
  const spread = first === undefined ? undefined : spreads[first];
  const count = { count: sites.length, unknown: spreads.reduce((sum, { counts }) => sum + counts.unknown, 0) };
  return (
    <p className="lead">
      {spread === undefined || spread.worst === null
        ? say('sites.leadNone', count)
        : say('sites.lead', {
            names: formatList(lagging.map((index) => sites[index]?.name ?? '')),
            sites: lagging.length,
            times: spread.counts[spread.worst],
            all: totalOf(spread.counts),
            worst: say(`rating.${spread.worst}`).toLowerCase(),
          })}{' '}
      {say('sites.leadUnknown', count)}
    </p>
  );
}

const Matrix = ({ view: { heads, sites } }: { readonly view: Sites }) => (
  <section className="section" aria-labelledby="matrix">
    <h2 id="matrix">{say('sites.matrix')}</h2>
    <StateLegend />
    {heads.map((head) => (
      <HeadBars key={head.id} head={head} sites={sites} />
    ))}
    <p className="small soft">{say('sites.counted')}</p>
  </section>
);

function HeadBars({ head, sites }: { readonly head: MatrixRow; readonly sites: Sites['sites'] }) {
  const title = head.title ?? say('dashboard.state.set');
  const rows: readonly StateRow[] = [
    rowOf('organisation', say('sites.organisation'), head.organisation),
    ...sites.flatMap((site, index) => {
      const spread = head.sites[index];
      return spread === undefined ? [] : [rowOf(site.id, site.name, spread)];
    }),
  ];
  return (
    <div className="sites-head">
      <h3 lang={head.title === null ? undefined : langOf()}>{title}</h3>
      <StateBars rows={rows} />
      <StateTable
        rows={rows}
        caption={say('sites.caption', { head: title })}
        head={say('sites.where')}
        remark={say('sites.worstToBest')}
      />
    </div>
  );
}

function rowOf(id: string, title: string, spread: Spread): StateRow {
  const isOwn = id === 'organisation';
  const remark = spreadWords(spread, sayShared);
  return {
    id,
    title,
    counts: spread.counts,
    remark,
    isFirst: isOwn,
    name: (
      <>
        {isOwn ? (
          title
        ) : (
          <Link to="/sites/$site" params={{ site: id }}>
            {title}
          </Link>
        )}
        <span className="small soft sites-spread">{remark}</span>
      </>
    ),
  };
}

/** Both ratings beside each other: which of them is right, people decide. */
function Differences({ worst }: { readonly worst: readonly WorstSite[] }) {
  const different = worst.filter(({ isDifferent }) => isDifferent);
  return (
    <section className="section" aria-labelledby="differences">
      <h2 id="differences">{say('sites.differences')}</h2>
      {different.length === 0 ? <p>{say('sites.noDifference', { count: worst.length })}</p> : null}
      <ul className="ruled-list">
        {different.map(({ id, title, language, organisation, worst: level, sites }) => (
          <li key={id} className="sites-difference">
            <span>
              <Link to="/assessment/{-$id}" params={{ id }}>
                <InLanguage of={language} text={title} />
              </Link>{' '}
              <code>{id}</code>
            </span>
            <span className="sites-both small">
              <span>
                {say('sites.own')} <RatingMark state={organisation} />
              </span>
              <span>
                {say('sites.worst')} <RatingMark state={level} /> {say('sites.at', { names: formatList(sites) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
