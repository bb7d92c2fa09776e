import { useEffect, useState, type ReactNode } from 'react';
import './loading.css';

const patienceMs = 300;

/** Says what is awaited, once it takes long enough to be noticed. */
export const Loading = ({ what }: { readonly what: string }) => (
  <output className="loading soft">
    <After waitMs={patienceMs}>{what}</After>
  </output>
);

/** Stands once so many milliseconds have passed since it was put there. */
export function After({ waitMs, children }: { readonly waitMs: number; readonly children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), waitMs);
    return () => clearTimeout(timer);
  }, [waitMs]);
  return isOver ? children : null;
}
