import { weigh } from '../../../core/ranking/weigh.ts';
import type { Weights } from '../../../core/ranking/weights.ts';
import type { RankedItem } from '../../client/ranking.ts';

/** The ranking as other weights would make it, by the function that made it: nothing is asked of the server. */
export function reweigh(items: readonly RankedItem[], weights: Weights, weightSwing: number): readonly RankedItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return [...weigh(items, weights, weightSwing)].flatMap(([id, { benefit, interval, placed }]) => {
    const item = byId.get(id);
    if (item === undefined) return [];
    const { rank, isTied, value, valuedWith, movedBefore } = placed;
    return [{ ...item, benefit, interval, rank, isTied, value, valuedWith, movedBefore }];
  });
}

/** A safeguard whose rank is another than before. */
export type MovedRank = {
  readonly id: string;
  readonly title: string;
  readonly before: number;
  readonly after: number;
};

/** What moved, in the new order. */
export function movedRanks(before: readonly RankedItem[], after: readonly RankedItem[]): readonly MovedRank[] {
  const ranks = new Map(before.map(({ id, rank }) => [id, rank]));
  return after.flatMap(({ id, title, rank }) => {
    const was = ranks.get(id);
    return was === undefined || was === rank ? [] : [{ id, title, before: was, after: rank }];
  });
}
