import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useState, type MouseEvent } from 'react';
import { hasKeptEdits } from '../features/assessment/screens/kept-edits.ts';
import { SignSheet } from './kit/signs/sign-sheet.tsx';
import { isBare } from './access.ts';
import { LanguageSelect } from './language-select.tsx';
import { say } from './say.ts';
import { SideBar } from './side-bar.tsx';
import { TopLine } from './top-line.tsx';
import { TranslationNote } from './translation-note.tsx';
import './shell.css';

/** What stands around every page: the side bar, and a line for search and account. A bare page stands alone. */
export function Shell() {
  const { pathname } = useLocation();
  return (
    <>
      <SignSheet />
      <a className="skip" href="#main" onClick={goToMain}>
        {say('shell.skip')}
      </a>
      {isBare(pathname) ? <Bare /> : <Framed />}
    </>
  );
}

const Bare = () => (
  <div className="shell bare">
    <Band />
    <main id="main" tabIndex={-1}>
      <Outlet />
    </main>
    <Foot hasHelp={false} />
  </div>
);

const KeptRatings = lazy(async () => ({
  default: (await import('../features/assessment/screens/kept-ratings.tsx')).KeptRatings,
}));

/** Ratings that waited for the server when the window was closed. The assessment shows its own. */
function Kept() {
  const { pathname } = useLocation();
  const [isKept] = useState(hasKeptEdits);
  return isKept && !pathname.startsWith('/assessment') ? (
    <Suspense>
      <KeptRatings />
    </Suspense>
  ) : null;
}

const Framed = () => (
  <div className="shell">
    <SideBar />
    <div className="beside">
      <TopLine />
      <Kept />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Foot hasHelp />
    </div>
  </div>
);

const Band = () => (
  <header className="bare-head">
    <svg className="band" width="100%" height="9" aria-hidden="true">
      <rect width="100%" height="9" fill="url(#band)" />
    </svg>
    <div className="bare-line">
      <a href="/" className="brand">
        <svg aria-hidden="true">
          <use href="#jar" />
        </svg>
        {say('product')}
      </a>
      <LanguageSelect />
    </div>
  </header>
);

const Foot = ({ hasHelp }: { readonly hasHelp: boolean }) => (
  <footer className="foot small soft">
    <TranslationNote hasHelp={hasHelp} />
    <p>
      <span>{say('shell.here')}</span>
      <a href="/api">{say('shell.api')}</a>
    </p>
  </footer>
);

/** By focus, so that the address stays what it is. */
function goToMain(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
