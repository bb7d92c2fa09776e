import { useEffect, type RefObject } from 'react';

/** Where in a list of ratings something happened: in which row, and whether on its line or in what is open below it. */
export type RowPlace = { readonly id: string | null; readonly isLine: boolean };

/** One listener for all rows: what is pressed, and which row has the focus. */
export function useRowEvents(
  list: RefObject<HTMLElement | null>,
  onKey: (event: KeyboardEvent, place: RowPlace) => void,
  onFocus: (id: string) => void,
): void {
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const press = (event: KeyboardEvent): void => onKey(event, placeOf(event));
    const follow = (event: FocusEvent): void => {
      const { id } = placeOf(event);
      if (id !== null) onFocus(id);
    };
    element.addEventListener('keydown', press);
    element.addEventListener('focusin', follow);
    return () => {
      element.removeEventListener('keydown', press);
      element.removeEventListener('focusin', follow);
    };
  });
}

function placeOf({ target }: Event): RowPlace {
  const element = target instanceof Element ? target : null;
  const row = element?.closest<HTMLElement>('[data-row]');
  return { id: row?.dataset['row'] ?? null, isLine: element?.closest('.as-line') !== null };
}
