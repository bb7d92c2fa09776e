import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { changeKinds, type Comparison } from '../../../core/snapshot/compare.ts';
import { comparisonLead, siteWords } from '../../../core/snapshot/comparison-words.ts';
import { failureOf } from '../../../web/client/ask.ts';
import {
  comparisonFile,
  comparisonQuery,
  snapshotsQuery,
  type Compared,
  type ComparedDay,
} from '../../../web/client/snapshots.ts';
import { formatDate } from '../../../web/format.ts';
import { Downloads } from '../../../web/kit/downloads/downloads.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { StateBars, StateLegend, StateTable, type StateRow } from '../../../web/kit/state-bars/state-bars.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { langOf, say, sayShared } from '../../../web/say.ts';
import { now } from './address.ts';
import { ChangeList } from './change-list.tsx';
import { ChooseDays } from './choose-days.tsx';
import { SidesTable } from './sides-table.tsx';
import './snapshots.css';

const route = getRouteApi('/snapshots/compare');

type View = Comparison & { readonly from: ComparedDay; readonly to: ComparedDay };

/** What changed from one day to another: which two, the address says. */
export function ComparisonPage() {
  const { from, to = now } = route.useSearch();
  const list = useQuery(snapshotsQuery);
  const oldest = list.data?.snapshots.at(-1)?.id;
  const chosen = from ?? oldest;
  if (chosen === undefined)
    return (
      <div className="page snapshots">
        <PageHeading title={say('snapshots.title')} address="comparison" />
        {list.data === undefined ? <Loading what={say('snapshots.loading')} /> : <p>{say('snapshots.empty')}</p>}
        <BackLink />
      </div>
    );
  return <Compare key={`${chosen} ${to}`} compared={{ from: chosen, to }} />;
}

const BackLink = () => (
  <p className="small">
    <Link to="/snapshots">{say('snapshots.back')}</Link>
  </p>
);

function Compare({ compared }: { readonly compared: Compared }) {
  const { data, error, refetch } = useQuery(comparisonQuery(compared));
  const list = useQuery(snapshotsQuery);
  return (
    <div className="page snapshots">
      <BackLink />
      <PageHeading title={say('snapshots.title')} address={`comparison ${compared.from} ${compared.to}`}>
        {data === undefined ? say('snapshots.question') : titleOf(data)}
      </PageHeading>
      {data !== undefined ? (
        <Found view={data} compared={compared} />
      ) : error === null ? (
        <Loading what={say('snapshots.comparing')} />
      ) : (
        <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
      {list.data === undefined || list.data.snapshots.length === 0 ? null : (
        <section className="section" aria-labelledby="other">
          <h2 id="other">{say('snapshots.other')}</h2>
          <ChooseDays snapshots={list.data.snapshots} chosen={idsOf(compared, data)} />
        </section>
      )}
    </div>
  );
}

/** An address may name a snapshot; the choice knows ids. */
const idsOf = ({ from, to }: Compared, view: View | undefined): Compared => ({
  from: view?.from.id ?? from,
  to: view?.to.id ?? to,
});

const titleOf = ({ from, to }: View): string =>
  to.id === null
    ? say('snapshots.titleSince', { from: formatDate(from.day) })
    : say('snapshots.titleBetween', { from: formatDate(from.day), to: formatDate(to.day) });

function Found({ view, compared }: { readonly view: View; readonly compared: Compared }) {
  const [numbers, ...others] = comparisonLead(view, daysOf(view), sayShared);
  return (
    <>
      <p className="lead">{numbers}</p>
      <ul className="snapshots-also">
        {others.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="small soft">{say('snapshots.sides', { from: sideName(view.from), to: sideName(view.to) })}</p>
      <Downloads make={(format, signal) => comparisonFile(compared, format, signal)} />
      <ByDomain view={view} />
      <section className="section" aria-labelledby="changes">
        <h2 id="changes">{say('compared.whatChanged')}</h2>
        {changeKinds.every((kind) => view.changes[kind].length === 0) ? <p>{say('compared.unchanged')}</p> : null}
        {changeKinds.map((kind) => (
          <ChangeList key={kind} kind={kind} changes={view.changes[kind]} />
        ))}
      </section>
      <Sites sites={view.sites} />
      <FirstTen view={view} />
    </>
  );
}

const daysOf = ({ from, to }: View) => ({
  from: formatDate(from.day),
  to: to.id === null ? null : formatDate(to.day),
});

const sideName = ({ name, day }: ComparedDay): string =>
  name === null
    ? say('compared.now', { date: formatDate(day) })
    : say('compared.named', { name, date: formatDate(day) });

const ByDomain = ({ view: { heads } }: { readonly view: View }) => {
  const rows = heads.flatMap(({ id, title, before, after }): readonly StateRow[] => {
    const head = title ?? say('compared.minimumSet');
    const lang = title === null ? undefined : langOf();
    return [
      ...(before === null
        ? []
        : [{ id: `${id}-before`, title: say('compared.side.before', { head }), counts: before, lang }]),
      ...(after === null
        ? []
        : [{ id: `${id}-after`, title: say('compared.side.after', { head }), counts: after, lang, isFirst: true }]),
    ];
  });
  return (
    <section className="section snapshots-domains" aria-labelledby="domains">
      <h2 id="domains">{say('compared.byDomain')}</h2>
      <StateLegend />
      <StateBars rows={rows} />
      <StateTable rows={rows} caption={say('compared.byDomainCaption')} />
      <p className="small soft">{say('compared.leftOut')}</p>
    </section>
  );
};

const Sites = ({ sites }: { readonly sites: Comparison['sites'] }) =>
  sites.length === 0 ? null : (
    <section className="section" aria-labelledby="sites">
      <h2 id="sites">{say('compared.bySite')}</h2>
      <SidesTable
        caption={say('compared.bySiteCaption')}
        head={say('compared.heads.site')}
        rows={sites.map(({ id, name, before, after }) => ({
          id,
          name,
          before: siteWords(before, sayShared),
          after: siteWords(after, sayShared),
        }))}
      />
    </section>
  );

const FirstTen = ({ view: { firstTen, from } }: { readonly view: View }) =>
  firstTen.length === 0 ? null : (
    <section className="section" aria-labelledby="first">
      <h2 id="first">{say('compared.firstTen')}</h2>
      <SidesTable
        caption={say('compared.firstTenCaption', { date: formatDate(from.day) })}
        head={say('compared.heads.safeguard')}
        rows={firstTen.map(({ id, title, language, before, after }) => ({
          id,
          name: title,
          lang: langOf(language),
          before: sayShared(before === null ? 'compared.notThere' : `rating.${before}`),
          after: sayShared(after === null ? 'compared.notThere' : `rating.${after}`),
        }))}
      />
    </section>
  );
