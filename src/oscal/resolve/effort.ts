/**
 * How much work a profile asks for. A file of a few kilobytes can ask for more than any machine gives: imports of imports that
 * double, patterns by the thousand, changes to one control without number. What is too much is refused before it is begun.
 */
import type { InsertControls, Merge, Profile, Selector } from '../model.ts';
import type { Tree, TreeNode } from './tree.ts';

/** Letters of all ids, which patterns are tried on, and the things that changes look through. */
export type Size = { readonly controls: number; readonly letters: number; readonly items: number };

/** Real chains of profiles ask for a hundredth of it. */
export const mostSteps = 300_000_000;

/** A tree measured once. What belongs to no control is copied by each import, and counts for more. */
export function sizeOf({ nodes, loose, resources }: Tree): Size {
  let [controls, letters, items] = [0, 0, 20 * (loose.length + resources.length)];
  const look = (list: readonly TreeNode[]): void => {
    for (const { kind, id, content, children } of list) {
      if (kind === 'control') controls += 1;
      letters += 1 + (id?.length ?? 0);
      items += itemsIn(content);
      look(children);
    }
  };
  look(nodes);
  return { controls, letters, items };
}

type Lists = { readonly [list in 'params' | 'props' | 'links' | 'parts']?: readonly object[] };

function itemsIn({ params, props, links, parts }: Lists): number {
  let count = 1 + (params?.length ?? 0) + (props?.length ?? 0) + (links?.length ?? 0);
  for (const part of parts ?? []) count += itemsIn(part as Lists);
  return count;
}

/** Steps that a profile takes with what it imports, roughly. */
export function effortOf({ imports, merge, modify }: Profile, sizes: readonly Size[]): number {
  const letters = sizes.reduce((sum, size) => sum + size.letters, 0);
  const items = sizes.reduce((sum, size) => sum + size.items, 0);
  const selecting = sizes.map((size, index) => size.letters * (1 + lettersOf(imports[index])));
  // An insertion copies what it inserts.
  const inserting = insertionsIn(merge?.custom).map((insertion) => letters * (20 + lettersOf(insertion)));
  const changes = Math.max(
    mostOfOne((modify?.['set-parameters'] ?? []).map((setting) => [setting['param-id'], 1])),
    mostOfOne(
      (modify?.alters ?? []).map(({ 'control-id': id, removes = [], adds = [] }) => [id, removes.length + adds.length]),
    ),
  );
  return [...selecting, ...inserting].reduce((sum, steps) => sum + steps, items * (1 + changes) + changes ** 2);
}

type Selects = { readonly 'include-controls'?: readonly Selector[]; readonly 'exclude-controls'?: readonly Selector[] };

const lettersOf = (directive: Selects | undefined): number =>
  [...(directive?.['include-controls'] ?? []), ...(directive?.['exclude-controls'] ?? [])]
    .flatMap(({ matching = [] }) => matching)
    .reduce((sum, { pattern = '' }) => sum + pattern.length, 0);

type Inserting = {
  readonly groups?: readonly Inserting[];
  readonly 'insert-controls'?: readonly InsertControls[];
};

const insertionsIn = (holder: Merge['custom'] | Inserting): readonly InsertControls[] => [
  ...(holder?.['insert-controls'] ?? []),
  ...(holder?.groups ?? []).flatMap(insertionsIn),
];

function mostOfOne(changes: readonly (readonly [id: string, count: number])[]): number {
  const sums = new Map<string, number>();
  let most = 0;
  for (const [id, count] of changes) {
    const sum = (sums.get(id) ?? 0) + count;
    sums.set(id, sum);
    most = Math.max(most, sum);
  }
  return most;
}
