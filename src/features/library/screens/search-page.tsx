import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRef, type KeyboardEvent, type RefObject } from 'react';
import type { FacetName } from '../../../core/library-search/facets.ts';
import { failureOf } from '../../../web/client/ask.ts';
import { answersQuery, type LibraryAnswers } from '../../../web/client/library-search.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { asQuestion, isBlank, withFacet, withoutFacets, withWords, type LibraryAddress } from './address.ts';
import { Browse } from './browse.tsx';
import { Facets } from './facets.tsx';
import { Results } from './results.tsx';
import { SearchForm } from './search-form.tsx';
import './library.css';

const route = getRouteApi('/library');

/** Which text answers this? Words and facets are in the address, so that answers can be linked to. */
export function LibraryPage() {
  const address = route.useSearch();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const answers = useQuery(answersQuery(asQuestion(address)));
  const go = (next: LibraryAddress): void => void navigate({ to: '/library', search: next, resetScroll: false });
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- The key works wherever the focus is inside.
    <div className="page wide library" onKeyDown={(event) => findBySlash(event, field)}>
      <PageHeading title={say('library.search.title')} address="/library" />
      <SearchForm words={address.q ?? ''} field={field} onSearch={(words) => go(withWords(address, words))} />
      <output className="hidden">{answers.data === undefined ? '' : announcement(answers.data, address)}</output>
      {answers.error !== null ? (
        <FailureNote
          title={say('library.search.failed')}
          failure={failureOf(answers.error)}
          onRetry={() => void answers.refetch()}
        />
      ) : answers.data === undefined ? (
        <Loading what={say('library.loading')} />
      ) : isBlank(address) ? (
        <Browse answers={answers.data} />
      ) : (
        <Answered answers={answers.data} address={address} onGo={go} />
      )}
    </div>
  );
}

type AnsweredProps = {
  readonly answers: LibraryAnswers;
  readonly address: LibraryAddress;
  readonly onGo: (next: LibraryAddress) => void;
};

function Answered({ answers, address, onGo }: AnsweredProps) {
  const choose = (name: FacetName, values: readonly string[]): void => onGo(withFacet(address, name, values));
  return (
    <div className="lib-columns">
      <Facets facets={answers.facets} address={address} total={answers.total} onChoose={choose} />
      <Results
        answers={answers}
        address={address}
        onGo={onGo}
        onChoose={choose}
        onReset={() => onGo(withoutFacets(address))}
      />
    </div>
  );
}

const announcement = ({ total, words }: LibraryAnswers, address: LibraryAddress): string =>
  isBlank(address) ? '' : say('library.search.announce', { count: total, words: words === '' ? 'none' : words });

/** `/` leads to the field. It acts only while the focus is in the page, and never takes a stroke from a field. */
function findBySlash(event: KeyboardEvent, field: RefObject<HTMLInputElement | null>): void {
  const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  field.current?.focus();
  field.current?.select();
}
