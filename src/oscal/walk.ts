import type { Catalog, Control, Group } from './model.ts';

/** All groups of a catalog, outer ones first. */
export function groupsOf({ groups = [] }: { readonly groups?: readonly Group[] }): readonly Group[] {
  return groups.flatMap((group) => [group, ...groupsOf(group)]);
}

/** All controls of a catalog, parents before their children. */
export function controlsOf(catalog: Catalog): readonly Control[] {
  const below = ({ controls = [] }: { readonly controls?: readonly Control[] }): readonly Control[] =>
    controls.flatMap((control) => [control, ...below(control)]);
  return [...groupsOf(catalog).flatMap(below), ...below(catalog)];
}
