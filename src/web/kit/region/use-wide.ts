import { useSyncExternalStore } from 'react';

const wide = window.matchMedia('(min-width: 64rem)');

function subscribe(onChange: () => void): () => void {
  wide.addEventListener('change', onChange);
  return () => wide.removeEventListener('change', onChange);
}

/** Whether there is room for a column beside the text. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches);
