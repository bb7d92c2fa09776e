import { useState } from 'react';

const key = 'theriac.single-keys';

/** Whether single letters are shortcuts in this browser. They are, until someone switches them off. */
export function useShortcuts(): readonly [areOn: boolean, set: (areOn: boolean) => void] {
  const [areOn, setOn] = useState(read);
  return [
    areOn,
    (next) => {
      setOn(next);
      write(next);
    },
  ];
}

function read(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

function write(areOn: boolean): void {
  try {
    if (areOn) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
  } catch {
    // It holds for this page then.
  }
}
