import { formatFixed } from '../../../web/format.ts';
import { memo } from 'react';
import { formatsFor } from '../../../core/report/formats.ts';
import type { RankedItem } from '../../../web/client/ranking.ts';
import { Icon, RatingMark } from '../../../web/kit/signs/signs.tsx';
import { langOf, language, say } from '../../../web/say.ts';
import type { RowControls } from './rank-lists.tsx';
import { axisTicks, placeOnAxis, type RankNote } from './rank-notes.ts';
import { Reasons } from './reasons.tsx';

const { span, list } = formatsFor(language);

export type RankRowProps = RowControls & {
  readonly item: RankedItem;
  readonly notes: readonly RankNote[];
  /** The last rank: the end of the axis. */
  readonly last: number;
  readonly isOpen: boolean;
};

/** One safeguard: its rank, how far it is, what it takes, where its rank may land, and on request why. */
export function RankRow({ item, notes, last, isOpen, controlOf, tabStop, onKey, onFocus, onToggle }: RankRowProps) {
  const { id, rank, isTied, rating, effortDays, value, interval } = item;
  return (
    <li className={isOpen ? 'rank-row open' : 'rank-row'}>
      <div className="rank-line">
        <span className="rank-number">
          <span aria-hidden="true">
            {rank}
            {isTied ? '=' : null}
          </span>
          <span className="hidden">
            {say('ranking.rank', { rank })}
            {isTied ? say('ranking.tied') : null}
          </span>
        </span>
        <div className="rank-title">
          <Name item={item} />
          <p className="small soft">
            <Facts id={id} rating={rating} effortDays={effortDays} />
            {notes.map((note) => (
              <span key={note.kind} className="rank-note">
                {noteText(note)}
              </span>
            ))}
          </p>
        </div>
        <div className="rank-chart">
          <Interval rank={rank} best={interval[0]} worst={interval[1]} last={last} />
          <span className="small soft rank-words" aria-hidden="true">
            {intervalText(...interval)}
          </span>
        </div>
        <span className="rank-value">
          <span className="hidden">{say('ranking.value')} </span>
          {formatFixed(value, 2)}
        </span>
        <button
          type="button"
          id={controlOf(id)}
          className="rank-why small"
          tabIndex={tabStop === id ? 0 : -1}
          aria-expanded={isOpen}
          aria-controls={isOpen ? `reasons-${id}` : undefined}
          aria-describedby={`name-${id}`}
          onClick={() => onToggle(id)}
          onKeyDown={onKey}
          onFocus={() => onFocus(id)}
        >
          {say(isOpen ? 'ranking.close' : 'ranking.why')}
          <span className="hidden"> {id}</span> <Icon name="down" />
        </button>
      </div>
      {isOpen ? (
        <div className="reasons" id={`reasons-${id}`}>
          <Reasons item={item} />
        </div>
      ) : null}
    </li>
  );
}

const Name = ({ item }: Pick<RankRowProps, 'item'>) => (
  <h3 id={`name-${item.id}`} lang={langOf(item.language)}>
    {item.title}
  </h3>
);

/** What no weight changes is drawn once, however often the order moves. */
const Facts = memo(({ id, rating, effortDays }: Pick<RankedItem, 'id' | 'rating' | 'effortDays'>) => (
  <>
    <span>{id}</span>
    <RatingMark state={rating} />
    <span>{say('ranking.days', { days: span(effortDays) })}</span>
  </>
));

function noteText(note: RankNote): string {
  switch (note.kind) {
    case 'after':
      return say('ranking.notes.after', { ids: list(note.ids) });
    case 'before':
    case 'with':
      return say(`ranking.notes.${note.kind}`, { id: note.id });
    default:
      return say(`ranking.notes.${note.kind}`);
  }
}

/** `between 5 and 7`. */
function intervalText(best: number, worst: number): string {
  if (best === worst) return say('ranking.always', { rank: best });
  return say(worst === best + 1 ? 'ranking.or' : 'ranking.between', { best, worst });
}

type IntervalProps = { readonly rank: number; readonly best: number; readonly worst: number; readonly last: number };

/** A dot on the line from the lowest to the highest rank. */
const Interval = memo(({ rank, best, worst, last }: IntervalProps) => {
  const at = (place: number): string => `${placeOnAxis(place, last).toFixed(2)}%`;
  const alt = say('ranking.intervalAlt', { rank, interval: intervalText(best, worst) });
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page, coloured by its style sheet.
    <svg className="rank-interval" width="100%" role="img" aria-label={alt}>
      {axisTicks(last).map((tick) => (
        <line key={tick} className="grid" x1={at(tick)} x2={at(tick)} y1="0" y2="100%" />
      ))}
      {best === worst ? null : <line className="range" x1={at(best)} x2={at(worst)} y1="50%" y2="50%" />}
      <circle className="dot" cx={at(rank)} cy="50%" r="6.5" />
    </svg>
  );
});
