import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { overviewQuery } from '../../../web/client/overview.ts';
import { StateBars, StateLegend, StateTable, type StateRow } from '../../../web/kit/state-bars/state-bars.tsx';
import { langOf, say } from '../../../web/say.ts';
import { Part } from './part.tsx';
import { summaryOf, type StateSummary } from './state-counts.ts';

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
      <StateLegend />
      <StateBars rows={rows} />
      <StateTable rows={rows} />
      <p className="small soft">
        {summary.notApplicable === 0 ? null : say('dashboard.state.leftOut', { count: summary.notApplicable })}{' '}
        {summary.unknown === 0 ? null : say('dashboard.state.unknown')}
      </p>
      <p className="small states-more">
        <Link to="/snapshots">{say('snapshots.link')}</Link> <Link to="/sites">{say('sites.link')}</Link>
      </p>
    </>
  );
}

const rowsOf = ({ minimumSet, domains }: StateSummary): readonly StateRow[] => [
  { id: 'minimum-set', title: say('dashboard.state.set'), counts: minimumSet, isFirst: true },
  // Domains are content, the whole minimum set is a word of ours.
  ...domains.map((domain) => ({ ...domain, lang: langOf(undefined) })),
];
