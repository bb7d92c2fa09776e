/** Lines between documents: out into the gutter, along it, through the foot of a band, and in. Never across a name. */
import type { ItemRef } from '../library-item/item.ts';
import type { PlacedBand, PlacedNode } from './layout.ts';
import type { Tie } from './map.ts';

/** A tie with its corners, from the one document to the other. */
export type Route = { readonly tie: Tie; readonly points: readonly (readonly [x: number, y: number])[] };

/** Between lanes of a gutter, and between the lines in the foot of a band. */
const laneWidth = 4;
const lanes = 5;
const firstLane = 14;
const footLines = 4;
const footDepth = 14;

/** Ties with both ends on the map. All that lead to one document share a lane there, as branches share a stem. */
export function routesOf(
  nodes: readonly PlacedNode[],
  bands: readonly PlacedBand[],
  ties: readonly Tie[],
): readonly Route[] {
  const byRef = new Map(nodes.map((placed) => [placed.node.ref, placed]));
  const targets = [...new Set(ties.map(({ to }) => to))].filter((ref) => byRef.has(ref));
  const laneOf = lanesOf(targets, byRef);
  return ties.flatMap((tie): readonly Route[] => {
    const [from, to] = [byRef.get(tie.from), byRef.get(tie.to)];
    if (from === undefined || to === undefined) return [];
    const lane = laneOf.get(tie.to) ?? 0;
    return [{ tie, points: pointsOf(from, to, lane, bands) }];
  });
}

/** In each column the targets take lanes by turns, from above. */
function lanesOf(targets: readonly ItemRef[], byRef: ReadonlyMap<ItemRef, PlacedNode>): ReadonlyMap<ItemRef, number> {
  const taken = new Map<number, number>();
  const sorted = targets.toSorted((left, right) => (byRef.get(left)?.y ?? 0) - (byRef.get(right)?.y ?? 0));
  return new Map(
    sorted.map((ref) => {
      const x = byRef.get(ref)?.x ?? 0;
      const lane = taken.get(x) ?? 0;
      taken.set(x, lane + 1);
      return [ref, lane % lanes];
    }),
  );
}

const laneX = (x: number, lane: number): number => x - firstLane - lane * laneWidth + lanes / 2;

function pointsOf(from: PlacedNode, to: PlacedNode, lane: number, bands: readonly PlacedBand[]): Route['points'] {
  const stem = laneX(to.x, lane);
  const end: Route['points'] = [
    [stem, to.y],
    [to.x - to.radius - 2, to.y],
  ];
  const start: Route['points'] = [[from.x - from.radius, from.y]];
  if (from.x === to.x) return [...start, [stem, from.y], ...end];
  const side = laneX(from.x, lane);
  const across = footOf(from, to, bands) + (lane % footLines) * 3;
  return [...start, [side, from.y], [side, across], [stem, across], ...end];
}

/** The foot between the two: that of the band above where the way leads up, else that of its own band. */
function footOf(from: PlacedNode, to: PlacedNode, bands: readonly PlacedBand[]): number {
  const at = bands.findIndex(({ top, bottom }) => from.top >= top && from.top < bottom);
  const home = bands.findIndex(({ top, bottom }) => to.top >= top && to.top < bottom);
  const through = home < at ? bands[at - 1] : bands[at];
  return (through?.bottom ?? 0) - footDepth;
}
