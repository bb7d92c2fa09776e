import type { RatingWord } from '../../../core/profile/rating-state.ts';
import { say } from '../../../web/say.ts';
import { ratingLetters } from './keys.ts';
import { useSheetInfo } from './sheet-context.ts';
import './rating-control.css';

/** Arrows inside the group pass over values: the last one counts. */
const settleMs = 400;

/** Six values with sign and letter. The list is one stop of the Tab key: the current row. */
export function RatingControl({
  id,
  title,
  rating,
  isCurrent,
}: {
  readonly id: string;
  readonly title: string;
  readonly rating: RatingWord;
  readonly isCurrent: boolean;
}) {
  const { acts } = useSheetInfo();
  return (
    <fieldset className="as-rater">
      <legend className="hidden">{say('assessment.stateOf', { title })}</legend>
      {ratingLetters.map(([value, letter]) => (
        <label key={value} className={`as-value rating-${value}`}>
          <input
            type="radio"
            name={`rating-${id}`}
            value={value}
            checked={rating === value}
            tabIndex={isCurrent ? 0 : -1}
            onChange={() => acts.rate(id, value, settleMs)}
          />
          <svg aria-hidden="true">
            <use href={`#rating-${value}`} />
          </svg>
          {letter}
          <span className="hidden"> {say(`rating.${value}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
