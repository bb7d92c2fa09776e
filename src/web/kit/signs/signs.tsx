import type { VerificationStatus } from '../../../core/content/verification.ts';
import type { RowState } from '../../../core/report/report.ts';
import { say } from '../../say.ts';
import './citation.css';
import './signs.css';

export type IconName = 'down' | 'left' | 'right' | 'get' | 'check' | 'menu' | 'warn';
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="icon" aria-hidden="true">
    <use href={`#icon-${name}`} />
  </svg>
);

/** Circle and word: how far. */
export const RatingMark = ({ state, word }: { readonly state: RowState; readonly word?: string | undefined }) => (
  <span className={`mark rating-${state}`}>
    <svg aria-hidden="true">
      <use href={`#rating-${state}`} />
    </svg>
    {word ?? say(`rating.${state}`)}
  </span>
);

export type CheckStatus = VerificationStatus | 'own';

/** Square and word: how well we know. */
export const CheckMark = ({ status, word }: { readonly status: CheckStatus; readonly word?: string | undefined }) => (
  <span className={`mark check-${status}`}>
    <svg aria-hidden="true">
      <use href={`#check-${status}`} />
    </svg>
    {word ?? say(`verification.${status}`)}
  </span>
);

/** The square alone, for a citation; its word is there for who cannot see it. */
export const CheckSquare = ({ status }: { readonly status: CheckStatus }) => (
  <span className={`square check-${status}`}>
    <svg aria-hidden="true">
      <use href={`#check-${status}`} />
    </svg>
    <span className="hidden"> ({say(`verification.${status}`)})</span>
  </span>
);
