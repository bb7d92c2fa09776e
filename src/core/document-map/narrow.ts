import type { Force } from '../content/obligation-rule.ts';
import type { ItemRef } from '../library-item/item.ts';
import type { DocumentMap } from './map.ts';

/** Which part of the map: what is left out does not narrow. */
export type MapQuestion = { readonly topic?: ItemRef | undefined; readonly force?: Force | undefined };

/** The documents of a topic and of a force for the organisation, with what each hangs together with. */
export function narrowed(map: DocumentMap, { topic, force }: MapQuestion): DocumentMap {
  const nodes = map.nodes.filter(
    (node) =>
      (topic === undefined || node.topics.some(({ ref }) => ref === topic)) &&
      (force === undefined || node.force === force),
  );
  const left = new Set(nodes.map(({ ref }) => ref));
  return { ...map, nodes, ties: map.ties.filter(({ from, to }) => left.has(from) || left.has(to)) };
}
