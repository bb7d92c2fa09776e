import { Link } from '@tanstack/react-router';
import type { Assessment } from '../../../web/client/assessment.ts';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { say } from '../../../web/say.ts';

/** What was left out because the profile names no such service or technology, so that nobody misses it unseen. */
export function OutsideList({ outside }: Pick<Assessment, 'outside'>) {
  if (outside.length === 0) return null;
  return (
    <Twin title={say('assessment.outside.title', { count: outside.length })}>
      <p className="small">
        {say('assessment.outside.why')} <Link to="/profile">{say('assessment.outside.profile')}</Link>
      </p>
      <ul className="small">
        {outside.map(({ id, title, language }) => (
          <li key={id}>
            <Link to="/library/$id" params={{ id }}>
              {id} <InLanguage text={title} of={language} />
            </Link>
          </li>
        ))}
      </ul>
    </Twin>
  );
}
