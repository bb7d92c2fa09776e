import type { Force } from '../../../core/content/obligation-rule.ts';
import { say } from '../../say.ts';
import './force-mark.css';

/** Bar and word: how binding. What waits for an answer, or does not apply, has no force and so no bar. */
export const ForceMark = ({ force, word }: { readonly force: Force; readonly word?: string | undefined }) => (
  <span className={`mark force-${force}`}>
    <svg aria-hidden="true" viewBox="0 0 8 16">
      <Bar force={force} />
    </svg>
    {word ?? say(`force.${force}`)}
  </span>
);

function Bar({ force }: { readonly force: Force }) {
  switch (force) {
    case 'binding_now':
      return <rect x="1" y="0" width="6" height="16" fill="currentColor" />;
    case 'binding_from':
      return (
        <>
          <rect x="1.75" y=".75" width="4.5" height="14.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <rect x="1" y="8" width="6" height="8" fill="currentColor" />
        </>
      );
    case 'sector_scheme':
      return <path d="M2 0v16M6 0v16" stroke="currentColor" strokeWidth="2" />;
    case 'recommended':
      return <rect x="1.75" y=".75" width="4.5" height="14.5" fill="none" stroke="currentColor" strokeWidth="1.5" />;
    case 'benchmark':
      return <path d="M4 1v15" stroke="currentColor" strokeWidth="3" strokeDasharray="2.4 2.2" />;
    case 'needs_answer':
    case 'does_not_apply':
      return null;
  }
}
