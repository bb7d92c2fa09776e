import type { RankedItem } from '../../client/ranking.ts';
import { useSettled } from '../region/use-settled.ts';
import { say } from '../../say.ts';
import { movedRanks, type MovedRank } from './reweigh.ts';

const mostShown = 12;
const stillMs = 400;

export type MovedRanksProps = {
  readonly items: { readonly before: readonly RankedItem[]; readonly after: readonly RankedItem[] } | null;
};

/** Which ranks the weights being tried would change. Spoken once the hand rests, so that a slider does not chatter. */
export function MovedRanks({ items }: MovedRanksProps) {
  const moved = items === null ? [] : movedRanks(items.before, items.after);
  const count = useSettled(moved.length, stillMs);
  if (items === null) return <p className="small soft">{say('weights.noPreview')}</p>;
  return (
    <section className="moved" aria-labelledby="moved-ranks">
      <h3 id="moved-ranks">{say('weights.moved')}</h3>
      <p className="small soft" aria-hidden="true">
        {say('weights.movedCount', { count: moved.length })}
      </p>
      <output className="hidden">{say('weights.movedCount', { count })}</output>
      <ol>
        {moved.slice(0, mostShown).map((one) => (
          <Moved key={one.id} moved={one} />
        ))}
      </ol>
      {moved.length > mostShown ? (
        <p className="small soft">{say('weights.more', { count: moved.length - mostShown })}</p>
      ) : null}
    </section>
  );
}

const Moved = ({ moved: { id, title, before, after } }: { readonly moved: MovedRank }) => (
  <li>
    <span aria-hidden="true" className={after < before ? 'up' : 'down'}>
      {say('weights.move', { before, after })}
    </span>
    <span className="hidden">{say('weights.moveSpoken', { before, after })}: </span>
    <span>
      <span className="soft">{id}</span> {title}
    </span>
  </li>
);
