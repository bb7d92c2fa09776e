import { Link } from '@tanstack/react-router';
import { anyStatus, type FacetName } from '../../../core/library-search/facets.ts';
import { orders, type Order } from '../../../core/library-search/question.ts';
import type { LibraryAnswers } from '../../../web/client/library-search.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { Select } from '../../../web/kit/select/select.tsx';
import { say } from '../../../web/say.ts';
import { nextStep, withFacet, withMore, withWords, type LibraryAddress } from './address.ts';
import { ChosenFilters } from './chosen-filters.tsx';
import { HitList } from './hit-list.tsx';

export type ResultsProps = {
  readonly answers: LibraryAnswers;
  readonly address: LibraryAddress;
  readonly onGo: (next: LibraryAddress) => void;
  readonly onChoose: (name: FacetName, values: readonly string[]) => void;
  readonly onReset: () => void;
};

/** The list of answers with what stands around it. */
export function Results({ answers, address, onGo, onChoose, onReset }: ResultsProps) {
  const { total, hits, facets, isPartial, isOwn } = answers;
  return (
    <section className="lib-results" aria-labelledby="answers">
      <div className="lib-results-head">
        <h2 id="answers">{say('library.search.answers', { count: total })}</h2>
        {total > 1 ? <OrderChoice address={address} isOwn={isOwn} onGo={onGo} /> : null}
      </div>
      <ChosenFilters address={address} facets={facets} onChoose={onChoose} onReset={onReset} />
      <StatusLine answers={answers} address={address} />
      {isPartial && total > 0 ? <p className="lib-partial">{say('library.search.partial')}</p> : null}
      <Suggestion answers={answers} address={address} />
      {total === 0 ? <NothingFound answers={answers} address={address} /> : <HitList hits={hits} />}
      {hits.length < total && nextStep(hits.length, total) > 0 ? (
        <p className="lib-more">
          <Button look="quiet" onPress={() => onGo(withMore(address))}>
            {say('library.search.more', { count: nextStep(hits.length, total) })}
          </Button>
        </p>
      ) : null}
      {isOwn ? null : <NoProfile />}
    </section>
  );
}

function OrderChoice({ address, isOwn, onGo }: Pick<ResultsProps, 'address' | 'onGo'> & { readonly isOwn: boolean }) {
  const offered = orders.filter((order) => order !== 'force' || isOwn);
  return (
    <Select
      id="library-order"
      label={say('library.search.order')}
      empty=""
      isInline
      options={offered.map((id) => ({ id, name: say(`library.search.orders.${id}`) }))}
      value={address.order ?? 'match'}
      onChange={(order) => {
        const { order: _before, ...rest } = address;
        onGo(order === 'match' ? rest : { ...rest, order: order as Order });
      }}
    />
  );
}

/** Says which documents are left out because of their status, and how to see them. */
function StatusLine({ answers, address }: Pick<ResultsProps, 'answers' | 'address'>) {
  const count = answers.leftOut.find(({ name }) => name === 'status')?.count ?? 0;
  if (address.status === anyStatus)
    return (
      <p className="small soft lib-status">
        {say('library.search.anyStatus')}{' '}
        <Link to="/library" search={withFacet(address, 'status', [])} resetScroll={false}>
          {say('library.search.inForceAgain')}
        </Link>
      </p>
    );
  if (address.status !== undefined || count === 0) return null;
  return (
    <p className="small soft lib-status">
      {say('library.search.inForceOnly')} {say('library.search.leftOut', { count })}{' '}
      <Link to="/library" search={withFacet(address, 'status', [anyStatus])} resetScroll={false}>
        {say('library.search.showThem')}
      </Link>
    </p>
  );
}

function Suggestion({ answers: { suggestion }, address }: Pick<ResultsProps, 'answers' | 'address'>) {
  if (suggestion === null) return null;
  return (
    <p className="lib-meant">
      {say('library.search.meant')}{' '}
      <Link to="/library" search={withWords(address, suggestion)}>
        {suggestion}
      </Link>
    </p>
  );
}

/** What was asked, which facets keep answers away, and what to try. */
function NothingFound({ answers: { words, leftOut }, address }: Pick<ResultsProps, 'answers' | 'address'>) {
  const kept = leftOut.filter(({ name }) => address[name] !== undefined);
  return (
    <div className="lib-none">
      <p>{words === '' ? say('library.search.none') : say('library.search.noneWords', { words })}</p>
      {kept.length === 0 ? null : (
        <>
          <p>{say('library.search.noneFilters')}</p>
          <ul>
            {kept.map(({ name, count }) => (
              <li key={name}>
                <Link to="/library" search={withFacet(address, name, [])}>
                  {say('library.search.withoutFacet', { count, facet: say(`library.facet.${name}`) })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="soft">{say('library.search.noneTips')}</p>
    </div>
  );
}

const NoProfile = () => (
  <Note>
    <p>
      {say('library.search.noProfile')} <a href="/first-steps">{say('library.search.startProfile')}</a>
    </p>
  </Note>
);
