import { Link, useNavigate } from '@tanstack/react-router';
import { memo, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { RankedItem } from '../../../web/client/ranking.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { say } from '../../../web/say.ts';
import { RankRow } from './rank-row.tsx';
import { axisTicks, endOfSet, notesOf, placeOnAxis } from './rank-notes.ts';

export type RankListsProps = { readonly items: readonly RankedItem[]; readonly openId: string | undefined };

/** Beyond the set, more than this is shown on request. */
const fewBeyond = 10;
/** From here on rows out of sight are not laid out. */
const manyRows = 30;

/** The minimum set first, then the rest; both on one axis, so that lengths can be compared. */
export const RankLists = memo(({ items, openId }: RankListsProps) => {
  const box = useRef<HTMLDivElement>(null);
  const end = endOfSet(items);
  const beyond = items.length - end;
  const opensBeyond = items.findIndex(({ id }) => id === openId) >= end;
  const [isAllShown, setAllShown] = useState(false);
  const showsBeyond = beyond <= fewBeyond || isAllShown || opensBeyond;
  const rows = useRows(items, openId, box);
  const notes = notesOf(items);
  const list = (from: number, to: number) => (
    <ol className={items.length > manyRows ? 'ranks long' : 'ranks'}>
      {items.slice(from, to).map((item, index) => (
        <RankRow
          key={item.id}
          item={item}
          notes={notes[from + index] ?? []}
          last={items.length}
          isOpen={item.id === openId}
          {...rows}
        />
      ))}
    </ol>
  );
  return (
    <div ref={box}>
      {openId !== undefined && items.every(({ id }) => id !== openId) ? <Gone id={openId} /> : null}
      {end === 0 ? null : (
        <section className="rank-section" aria-labelledby="rank-set">
          <h2 id="rank-set">
            {say('ranking.set')} <span className="aside soft">{say('ranking.setCount', { count: end })}</span>
          </h2>
          <Axis last={items.length} />
          {list(0, end)}
        </section>
      )}
      {beyond === 0 ? null : (
        <section className="rank-section" aria-labelledby="rank-beyond">
          <h2 id="rank-beyond">
            {say('ranking.beyond')} <span className="aside soft">{say('ranking.setCount', { count: beyond })}</span>
          </h2>
          <p className="small soft rank-about">{say('ranking.beyondAbout')}</p>
          {showsBeyond ? (
            <>
              <Axis last={items.length} />
              {list(end, items.length)}
            </>
          ) : (
            <Button look="quiet" onPress={() => setAllShown(true)}>
              {say('ranking.showBeyond', { first: end + 1, last: items.length })}
            </Button>
          )}
        </section>
      )}
      {items.length === 0 ? null : <p className="tiny soft rank-keys">{say('ranking.keys')}</p>}
    </div>
  );
});

/** Named in the address, but nothing is left to do about it. */
const Gone = ({ id }: { readonly id: string }) => (
  <Note look="ochre">
    <p>
      {say('ranking.gone', { id })}{' '}
      <Link to="/library/$id" params={{ id }}>
        {say('ranking.goneLink')}
      </Link>
    </p>
  </Note>
);

/** The names of the columns, for who sees them; the rows say the same in words. */
const Axis = ({ last }: { readonly last: number }) => (
  <div className="rank-line rank-head tiny soft" aria-hidden="true">
    <span>{say('ranking.heads.rank')}</span>
    <span>{say('ranking.heads.safeguard')}</span>
    <svg className="rank-axis" width="100%" height="16">
      {axisTicks(last).map((rank) => (
        <text key={rank} x={`${placeOnAxis(rank, last)}%`} y="12" textAnchor="middle">
          {rank}
        </text>
      ))}
    </svg>
    <span className="rank-value">{say('ranking.heads.value')}</span>
    <span />
  </div>
);

const controlOf = (id: string): string => `why-${id}`;
const idOf = (control: string): string => control.slice(controlOf('').length);
const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

export type RowControls = {
  readonly controlOf: (id: string) => string;
  /** The one row that Tab stops at. */
  readonly tabStop: string | undefined;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onFocus: (id: string) => void;
  readonly onToggle: (id: string) => void;
};

/** All rows are one tab stop with arrows inside; the open row is part of the address. */
function useRows(
  items: readonly RankedItem[],
  openId: string | undefined,
  box: RefObject<HTMLElement | null>,
): RowControls {
  const navigate = useNavigate();
  const [stop, setStop] = useState(openId);
  const arrivedAt = useRef(openId);
  useEffect(() => {
    // Whoever came for one row is taken to it, once.
    if (arrivedAt.current === undefined) return;
    const control = document.getElementById(controlOf(arrivedAt.current));
    arrivedAt.current = undefined;
    if (control === null) return void document.querySelector('h1')?.focus();
    control.focus({ preventScroll: true });
    control.closest('li')?.scrollIntoView({ block: 'start' });
  }, []);
  const isThere = items.some(({ id }) => id === stop);
  return {
    controlOf,
    tabStop: isThere ? stop : items[0]?.id,
    onFocus: setStop,
    onKey: (event) => {
      const at = event.currentTarget as HTMLElement;
      if (event.key.toLowerCase() === 'p' && !event.ctrlKey && !event.metaKey && !event.altKey)
        return void navigate({ to: '/plan', hash: idOf(at.id) });
      const controls = [...(box.current?.querySelectorAll<HTMLElement>('.rank-why') ?? [])];
      const next = steps[event.key]?.(controls.indexOf(at), controls.length - 1);
      if (next === undefined) return;
      event.preventDefault();
      controls[next]?.focus();
    },
    onToggle: (id) =>
      void navigate({
        to: '/ranking/{-$safeguard}',
        params: { safeguard: id === openId ? undefined : id },
        resetScroll: false,
      }),
  };
}
