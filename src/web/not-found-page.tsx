import { Link, useLocation } from '@tanstack/react-router';
import { buttonClass } from './kit/button/button.tsx';
import { PageHeading } from './kit/heading/page-heading.tsx';
import { say } from './say.ts';

/** For an address that shows nothing. */
export function NotFoundPage() {
  const { pathname } = useLocation();
  return (
    <div className="page">
      <PageHeading title={say('missing.title')} address={pathname} />
      <p className="lead">{say('missing.lead', { address: pathname })}</p>
      <p className="buttons missing">
        <Link to="/" className={buttonClass('main')}>
          {say('missing.home')}
        </Link>
      </p>
    </div>
  );
}
