import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { differenceKinds, type FieldDifference } from '../../../core/guidance/differs.ts';
import { failureOf } from '../../../web/client/ask.ts';
import { editionComparisonQuery, type Comparison } from '../../../web/client/imports.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { fieldWord } from './difference-lines.tsx';
import { Table } from './table.tsx';
import './imports.css';

const route = getRouteApi('/library/editions/compare');

/** What changed between two editions of a framework, requirement by requirement. */
export function EditionComparisonPage() {
  const { from, to } = route.useSearch();
  const { data, error, refetch } = useQuery(editionComparisonQuery(from, to));
  return (
    <div className="page imports">
      <p className="small">
        <Link to="/library/editions/$id" params={{ id: to }}>
          {data === undefined
            ? say('importing.back')
            : say('importing.editionTitle', { title: data.to.title, edition: data.to.edition })}
        </Link>
      </p>
      <PageHeading title={say('importing.comparison')} address={`/library/editions/compare ${from} ${to}`}>
        {data === undefined
          ? say('importing.comparison')
          : say('importing.comparisonTitle', { from: data.from.edition, to: data.to.edition })}
      </PageHeading>
      {data !== undefined ? (
        <Found comparison={data} />
      ) : error === null ? (
        <Loading what={say('importing.loadingEdition')} />
      ) : (
        <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

function Found({ comparison: { difference } }: { readonly comparison: Comparison }) {
  const differing = new Set(differenceKinds.flatMap((kind) => difference[kind].map(({ id }) => id)));
  return (
    <>
      <p className="lead">{say('importing.differ', { count: differing.size })}</p>
      {difference.framework.length === 0 ? null : (
        <Fields caption={say('importing.frameworks')} fields={difference.framework} />
      )}
      {differenceKinds
        .filter((kind) => difference[kind].length > 0)
        .map((kind) => (
          <section key={kind} className="section" aria-labelledby={kind}>
            <h2 id={kind}>
              {say(`imports.kinds.${kind}`)} <span className="soft">{difference[kind].length}</span>
            </h2>
            <ul className="ruled-list">
              {difference[kind].map(({ id, name, fields }) => (
                <li key={id}>
                  {name}
                  {fields.length === 0 ? null : <Fields caption={name} fields={fields} />}
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

const Fields = ({ caption, fields }: { readonly caption: string; readonly fields: readonly FieldDifference[] }) => (
  <Table
    caption={caption}
    isCaptionHidden
    heads={[{ word: say('importing.part') }, { word: say('importing.before') }, { word: say('importing.after') }]}
    rows={fields.map(({ field, before, after }) => ({
      key: field,
      head: fieldWord(field),
      cells: before === null && after === null ? [say('importing.differs'), ''] : [sideText(before), sideText(after)],
    }))}
  />
);

const sideText = (text: string | null) =>
  text === null ? <span className="soft">{say('importing.nothing')}</span> : <span className="imp-given">{text}</span>;
