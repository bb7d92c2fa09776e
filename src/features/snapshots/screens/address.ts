import type { Compared } from '../../../web/client/snapshots.ts';

/** The word for today. */
export const now = 'now';

/** Which days an address compares; a name or an id, and today where it says nothing. */
export function readComparison(search: Readonly<Record<string, unknown>>): Partial<Compared> {
  const read = (key: keyof Compared): Partial<Compared> => {
    const value = search[key];
    return typeof value === 'string' && value !== '' && value.length <= 120 ? { [key]: value } : {};
  };
  return { ...read('from'), ...read('to') };
}
