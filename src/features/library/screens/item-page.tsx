import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ItemPage as Page } from '../../../core/library-item/page.ts';
import { failureOf, type Failure } from '../../../web/client/ask.ts';
import { itemPageQuery } from '../../../web/client/library-search.ts';
import { buttonClass } from '../../../web/kit/button/button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { ItemAside } from './item-aside.tsx';
import { ItemHead } from './item-head.tsx';
import { ItemLink } from './item-link.tsx';
import { ItemSection, UsedSection } from './item-section.tsx';
import { OwnSection } from './own-section.tsx';
import { PublishedMappings } from './published-mappings.tsx';
import { CitedContext } from './rich-prose.tsx';
import './library.css';
import './item.css';
import './table.css';

const route = getRouteApi('/library/$id');

/** What is this, and what in it concerns us? */
export function LibraryItemPage() {
  const { id } = route.useParams();
  const page = useQuery(itemPageQuery(id));
  const failure = page.error === null ? null : failureOf(page.error);
  return (
    <div className="page wide library">
      {failure?.kind === 'not_found' ? (
        <Missing id={id} failure={failure} />
      ) : failure !== null ? (
        <>
          <PageHeading title={id} address={`/library/${id}`} />
          <FailureNote title={say('library.failed')} failure={failure} onRetry={() => void page.refetch()} />
        </>
      ) : page.data === undefined ? (
        <>
          <PageHeading title={id} address={`/library/${id}`} isTarget={false} />
          <Loading what={say('library.loadingItem')} />
        </>
      ) : (
        <Item page={page.data} />
      )}
    </div>
  );
}

const Item = ({ page }: { readonly page: Page }) => (
  <CitedContext value={page.cited}>
    <article className="lib-item">
      <ItemHead page={page} />
      <div className="lib-split">
        <div className="lib-main">
          <OwnSection page={page} />
          {page.sections.map((section) => (
            <ItemSection key={section.id} section={section} />
          ))}
          {page.kind === 'requirement' ? <PublishedMappings requirement={page.ref} /> : null}
          <UsedSection used={page.used} />
        </div>
        <ItemAside page={page} />
      </div>
      <Neighbours page={page} />
    </article>
  </CitedContext>
);

const Neighbours = ({ page: { previous, next } }: { readonly page: Page }) =>
  previous === null && next === null ? null : (
    <nav className="lib-turns" aria-label={say('library.neighbours')}>
      {previous === null ? <span /> : <Turn link={previous} word={say('library.previous')} />}
      {next === null ? null : <Turn link={next} word={say('library.next')} />}
    </nav>
  );

const Turn = ({ link, word }: { readonly link: NonNullable<Page['next']>; readonly word: string }) => (
  <ItemLink to={link}>
    <span className="small soft">{word}</span>
    {link.code === undefined ? null : `${link.code} `}
    <InLanguage of={link.language} text={link.title} />
  </ItemLink>
);

/** The server names what is nearest; searching for the name finds more. */
const Missing = ({ id, failure }: { readonly id: string; readonly failure: Failure }) => (
  <>
    <PageHeading title={say('library.missing.title')} address={`/library/${id}`} />
    <p className="lead">{say('library.missing.lead', { id })}</p>
    <p className="small soft lib-status">{say('failure.said', { message: failure.message })}</p>
    <p className="buttons lib-more">
      <Link to="/library" search={{ q: id }} className={buttonClass('main')}>
        {say('library.missing.search')}
      </Link>
    </p>
  </>
);
