import type { EditionGroup } from '../../core/guidance/edition.ts';
import { nearestWithin } from '../sheet/nearest.ts';
import { maybeTranslated, usualKeys, wordsOf } from './edition-words.ts';
import { flagOf, spotsOf, textOf, textsOf, type Spot } from './fields.ts';
import { quoted } from './finding-kinds.ts';
import type { Notes } from './notes.ts';
import { loseRest } from './uncarried.ts';

/** The groups that a framework declares, and how they are found where somebody spelt them otherwise. */
export type Groups = {
  readonly declared: readonly EditionGroup[];
  readonly ids: ReadonlySet<string>;
  /** By the letters and digits of its id alone; null where two are the same in that. */
  readonly bySound: ReadonlyMap<string, string | null>;
};

/** Reads the groups of a framework. */
export function readGroups(notes: Notes, framework: Spot): Groups {
  const declared = new Map<string, EditionGroup>();
  for (const spot of spotsOf(notes, framework, 'implementation_groups_definition')) {
    const group = readGroup(notes, spot);
    if (group === null) continue;
    if (declared.has(group.id)) {
      notes.find('duplicate_urn', spot.at, `The group ${quoted(group.id)}`);
      notes.lose('group', spot.at, group.title);
    } else declared.set(group.id, group);
  }
  const ids = [...declared.keys()];
  const bySound = new Map<string, string | null>();
  for (const id of ids) bySound.set(soundOf(id), bySound.has(soundOf(id)) ? null : id);
  return { declared: [...declared.values()], ids: new Set(ids), bySound };
}

function readGroup(notes: Notes, spot: Spot): EditionGroup | null {
  const id = textOf(notes, spot, 'ref_id');
  const { title, text } = wordsOf(notes, spot, usualKeys);
  if (id === null) {
    notes.find('missing_key', spot.at, '"ref_id"', 'the group');
    notes.lose('group', spot.at, title ?? spot.at);
    return null;
  }
  loseRest(notes, spot, 'group');
  const isDefault = flagOf(notes, spot, 'default_selected') ?? false;
  return { id, title: title ?? id, text, isDefault, ...maybeTranslated(notes, spot, usualKeys) };
}

/**
 * The groups that a requirement or an answer names. What is spelt otherwise than declared (blanks for dashes, capitals)
 * is read as the declared one if only one can be meant, and said; what is not declared is left out, and said.
 */
export function groupsOf(notes: Notes, groups: Groups, spot: Spot, key: string): readonly string[] {
  const named = new Set<string>();
  for (const { at, text } of textsOf(notes, spot, key)) {
    const id = groups.ids.has(text) ? text : (groups.bySound.get(soundOf(text)) ?? null);
    if (id === null) {
      notes.find('dangling_group', at, quoted(text), () => hint(groups, text));
      notes.lose('dangling_group', at, text);
    } else {
      if (id !== text) notes.find('group_spelt_otherwise', at, quoted(text), quoted(id));
      if (named.has(id)) notes.find('repeated_reference', at, quoted(id));
      named.add(id);
    }
  }
  return [...named];
}

const soundOf = (id: string): string =>
  id
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

const longestHinted = 100;

function hint({ ids }: Groups, text: string): string {
  if (ids.size === 0) return 'the framework declares none';
  const nearest = text.length > longestHinted || ids.size > longestHinted ? null : nearestWithin(text, [...ids]);
  return nearest === null ? `it is like none of the ${ids.size} declared` : `the nearest is ${quoted(nearest)}`;
}
