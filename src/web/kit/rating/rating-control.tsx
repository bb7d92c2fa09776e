import type { RatingWord } from '../../../core/profile/rating-state.ts';
import { say } from '../../say.ts';
import { ratingLetters } from './keys.ts';
import './rating-control.css';
import './rating-rows.css';

/** Six values with sign and letter. The list is one stop of the Tab key: the current row. */
export const RatingControl = ({
  id,
  title,
  rating,
  isCurrent,
  onRate,
}: {
  readonly id: string;
  readonly title: string;
  readonly rating: RatingWord;
  readonly isCurrent: boolean;
  readonly onRate: (rating: RatingWord) => void;
}) => (
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
          onChange={() => onRate(value)}
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
