import type { RankedItem } from '../../../web/client/ranking.ts';

/** Why a row stands where it stands, where its value alone does not say so. */
export type RankNote =
  | { readonly kind: 'after'; readonly ids: readonly string[] }
  | { readonly kind: 'before' | 'with'; readonly id: string }
  | { readonly kind: 'named' | 'set' | 'largely' | 'tied' };

const isMore = (left: number, right: number): boolean => left - right > 1e-9;

/** The remarks of each row of the ranking. */
export function notesOf(items: readonly RankedItem[]): readonly (readonly RankNote[])[] {
  const open = new Set(items.map(({ id }) => id));
  return items.map((item, index) => notesOfOne(item, items[index + 1], open));
}

function notesOfOne(
  item: RankedItem,
  next: RankedItem | undefined,
  open: ReadonlySet<RankedItem['id']>,
): readonly RankNote[] {
  const needed = item.needs.filter((id) => open.has(id));
  const { valuedWith, movedBefore } = item;
  return [
    ...(needed.length === 0 ? [] : [{ kind: 'after', ids: needed } as const]),
    ...(movedBefore === null ? [] : [{ kind: 'before', id: movedBefore } as const]),
    ...(valuedWith === null || valuedWith === movedBefore ? [] : [{ kind: 'with', id: valuedWith } as const]),
    ...groupNote(item, next),
    ...(item.isTied ? [{ kind: 'tied' } as const] : []),
  ];
}

/** Groups stand before values: said where the next row of a later group has more. */
function groupNote(item: RankedItem, next: RankedItem | undefined): readonly RankNote[] {
  if (next === undefined || next.group <= item.group || !isMore(next.value, item.value)) return [];
  if (item.movedBefore !== null || item.group === 3) return [];
  return [{ kind: (['named', 'set', 'largely'] as const)[item.group] }];
}

/**
 * Where the minimum set ends. What is named by law, or must stand before a member of the set, belongs to the first part
 * although its tier is higher.
 */
export const endOfSet = (items: readonly RankedItem[]): number => items.findLastIndex(({ group }) => group < 3) + 1;

/** The ranks that an axis names: the ends, and round steps between them. */
export function axisTicks(last: number): readonly number[] {
  if (last <= 1) return [1];
  const step = last <= 8 ? 1 : last <= 24 ? 5 : last <= 60 ? 10 : 20;
  const steps = Array.from({ length: Math.floor(last / step) }, (_, index) => (index + 1) * step);
  return [1, ...steps.filter((rank) => rank > 1 && last - rank >= step / 2), last];
}

const edgePercent = 4;

/** A rank on the fixed axis from 1 to the last, in percent of its width. */
export const placeOnAxis = (rank: number, last: number): number =>
  last <= 1 ? 50 : edgePercent + ((100 - 2 * edgePercent) * (rank - 1)) / (last - 1);
