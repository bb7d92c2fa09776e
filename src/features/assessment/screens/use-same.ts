import { useRef } from 'react';

/** The same object for as long as it says the same, so that what it is handed to need not be drawn again. */
export function useSame<Value>(value: Value): Value {
  const written = JSON.stringify(value);
  const kept = useRef({ value, written });
  if (kept.current.written !== written) kept.current = { value, written };
  return kept.current.value;
}

/** A function that stays the same and does the newest. */
export function useNewest<Given extends readonly unknown[]>(act: (...given: Given) => void): (...given: Given) => void {
  const newest = useRef(act);
  newest.current = act;
  const stable = useRef((...given: Given) => newest.current(...given));
  return stable.current;
}
