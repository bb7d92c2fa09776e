import type { Content } from '../content/content.ts';
import { marksOf } from '../report/prose.ts';
import { filedKinds, refOf, type FiledKind, type ItemRef } from './item.ts';

/** By the name of an item: the items that cite it in their text or rest on it as a source. */
export type Uses = ReadonlyMap<ItemRef, ReadonlySet<ItemRef>>;

/** Who cites what: marks in prose, and sources of a verification. */
export function usesOf(content: Content): Uses {
  const uses = new Map<ItemRef, Set<ItemRef>>();
  const add = (target: string, from: ItemRef): void => {
    if (target === from) return;
    const known = uses.get(target);
    if (known === undefined) uses.set(target, new Set([from]));
    else known.add(from);
  };
  for (const kind of Object.keys(filedKinds) as FiledKind[]) {
    for (const item of content[filedKinds[kind]]) {
      const from = refOf(kind, 'code' in item ? item.code : item.id);
      for (const text of textsOf(item)) for (const { target } of marksOf(text)) add(target, from);
      for (const source of item.verification.sources) add(source, from);
    }
  }
  return uses;
}

/** Every string inside an item. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
