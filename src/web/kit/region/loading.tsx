import { useEffect, useState } from 'react';
import './loading.css';

const patienceMs = 300;

/** Says what is awaited, once it takes long enough to be noticed. */
export function Loading({ what }: { readonly what: string }) {
  const isLong = useAfter(patienceMs);
  return (
    <p className="loading soft" role="status">
      {isLong ? what : ''}
    </p>
  );
}

/** True once so many milliseconds have passed. */
export function useAfter(waitMs: number, isRunning = true): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    setOver(false);
    if (!isRunning) return undefined;
    const timer = setTimeout(() => setOver(true), waitMs);
    return () => clearTimeout(timer);
  }, [waitMs, isRunning]);
  return isOver;
}
