import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { profileQuery } from './client/profile.ts';
import { fittingRole } from './fitting-role.ts';
import { SignSheet } from './kit/signs/sign-sheet.tsx';
import { say } from './say.ts';
import './shell.css';

/** What stands around every page. */
export function Shell() {
  return (
    <>
      <SignSheet />
      <a className="skip" href="#main" onClick={goToMain}>
        {say('shell.skip')}
      </a>
      <TopBar />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="foot small soft">
        <p>
          <span>{say('shell.here')}</span>
          <a href="/api">{say('shell.api')}</a>
        </p>
      </footer>
    </>
  );
}

/** By focus, so that the address stays what it is. */
function goToMain(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function TopBar() {
  const { data } = useQuery(profileQuery);
  const profile = data?.profile ?? null;
  return (
    <header className="top">
      <svg className="band" width="100%" height="9" aria-hidden="true">
        <rect width="100%" height="9" fill="url(#band)" />
      </svg>
      <div className="top-in">
        <Link to="/" className="brand">
          <svg aria-hidden="true">
            <use href="#jar" />
          </svg>
          {say('product')}
        </Link>
        {profile === null ? null : (
          <>
            <p className="org small">
              {profile.name}
              {profile.example === true ? <span className="example">{say('shell.example')}</span> : null}
            </p>
            <nav className="top-nav" aria-label={say('shell.nav')}>
              <Link to="/first-steps/check">{say('shell.answers')}</Link>
              <Link to="/guides/$role/{-$section}" params={{ role: fittingRole(profile) }}>
                {say('shell.guide')}
              </Link>
            </nav>
          </>
        )}
      </div>
    </header>
  );
}
