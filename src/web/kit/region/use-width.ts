import { useCallback, useState } from 'react';

/** The width of an element in pixels, kept up to date; null before it has been measured. */
export function useWidth(): readonly [width: number | null, measure: (element: HTMLElement | null) => void] {
  const [width, setWidth] = useState<number | null>(null);
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);
  return [width, measure];
}
