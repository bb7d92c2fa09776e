import { useEffect, useState } from 'react';

/** A value once it has stood still: for questions to the server while someone types. */
export function useSettled<Value>(value: Value, stillMs: number): Value {
  const [settled, setSettled] = useState(value);
  const written = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(written) as Value), stillMs);
    return () => clearTimeout(timer);
  }, [written, stillMs]);
  return settled;
}
