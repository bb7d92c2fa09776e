import { Link } from '@tanstack/react-router';
import type { FacetName } from '../../../core/library-search/facets.ts';
import { itemKinds } from '../../../core/library-item/item.ts';
import type { LibraryAnswers, LibraryFacet } from '../../../web/client/library-search.ts';
import { byName, say } from '../../../web/say.ts';
import { valueWord } from './value-words.ts';

/** Before anything was asked: what is here, and ways in. */
export function Browse({ answers }: { readonly answers: LibraryAnswers }) {
  const facetOf = (name: FacetName): LibraryFacet =>
    answers.facets.find((facet) => facet.name === name) ?? { name, values: [] };
  const kinds = facetOf('kind');
  const countOf = (kind: string): number => kinds.values.find(({ value }) => value === kind)?.count ?? 0;
  return (
    <>
      <p className="lead lib-browse-lead">
        {say('library.browse.lead', {
          items: answers.total,
          documents: countOf('document'),
          requirements: countOf('requirement'),
          safeguards: countOf('safeguard'),
          statistics: countOf('statistic'),
        })}
      </p>
      <p className="small lib-links">
        <Link to="/library/map">{say('documentMap.link')}</Link>{' '}
        <Link to="/library/variation">{say('variation.link')}</Link>{' '}
        <Link to="/library/upkeep">{say('upkeep.link')}</Link>{' '}
        <Link to="/library/crosswalk">{say('crosswalking.link')}</Link>{' '}
        <Link to="/library/imports">{say('importing.link')}</Link>
      </p>
      <div className="lib-ways">
        <Way
          title={say('library.browse.topics')}
          facet={{ name: 'topic', values: facetOf('topic').values.toSorted(byLabel) }}
        />
        <div>
          <Way title={say('library.browse.kinds')} facet={{ name: 'kind', values: kinds.values.toSorted(byKind) }} />
          <Way title={say('library.browse.roles')} facet={facetOf('role')} />
        </div>
      </div>
    </>
  );
}

type Value = LibraryFacet['values'][number];
const byLabel = (left: Value, right: Value): number => byName(left.label ?? '', right.label ?? '');
const byKind = (left: Value, right: Value): number => kindAt(left) - kindAt(right);
const kindAt = ({ value }: Value): number => (itemKinds as readonly string[]).indexOf(value);

const Way = ({ title, facet: { name, values } }: { readonly title: string; readonly facet: LibraryFacet }) => (
  <section className="lib-way">
    <h2>{title}</h2>
    <ul>
      {values.map(({ value, label, count }) => (
        <li key={value}>
          <Link to="/library" search={{ [name]: value } as { readonly [Name in FacetName]?: string }}>
            {valueWord(name, value, label)}
          </Link>
          <span className="soft small">{count}</span>
        </li>
      ))}
    </ul>
  </section>
);
