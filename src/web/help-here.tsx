import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Button } from './kit/button/button.tsx';
import { say } from './say.ts';

const HelpSheet = lazy(async () => ({
  default: (await import('../features/help/screens/help-sheet.tsx')).HelpSheet,
}));

/** Help with the page one is on, by the link or by F1; it is loaded when it is wanted. */
export function HelpHere() {
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = (event: KeyboardEvent): void => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', open);
    return () => document.removeEventListener('keydown', open);
  }, []);
  return (
    <>
      <Button look="text" onPress={() => setOpen(true)} aria-keyshortcuts="F1">
        {say('help.here')}
      </Button>
      {isOpen ? (
        <Suspense>
          <HelpSheet pathname={pathname} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
