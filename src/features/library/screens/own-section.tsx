import type { ItemPage } from '../../../core/library-item/page.ts';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { say } from '../../../web/say.ts';
import { ItemLink } from './item-link.tsx';

/** What the item means for the organisation: why it binds, how far its safeguards are, where it stands in the ranking. */
export function OwnSection({ page: { own, kind, ref } }: { readonly page: ItemPage }) {
  if (own === null || (own.force === null && own.touch === null && own.rank === null)) return null;
  const { force, touch, rank } = own;
  return (
    <section className="lib-own" aria-labelledby="own">
      <h2 id="own">{say('library.yourForce')}</h2>
      {force === null ? null : (
        <p>
          {say('library.because', { reason: force.reason })}{' '}
          <ItemLink to={force.duty}>
            <InLanguage text={force.duty.title} />
          </ItemLink>
        </p>
      )}
      {touch === null ? null : <p>{say('library.touch', { ...touch, what: kind })}</p>}
      {rank === null ? null : (
        <p>
          {say('library.ownRank', { ...rank })}: <a href={`/ranking/${ref}`}>{say('library.why')}</a>
        </p>
      )}
    </section>
  );
}
