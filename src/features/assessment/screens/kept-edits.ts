import type { Edit } from './edits.ts';

/** Under whose name changes wait in this browser: they are never sent for another organisation, or by another person. */
export type Keeper = { readonly organisation: string; readonly actor: string };

const version = 1;
const everyone = 'theriac.rating/';
const prefixOf = ({ organisation, actor }: Keeper): string => `${everyone}${organisation}/${actor}/`;

/** Whether anything waits in this browser, of whomever. */
export function hasKeptEdits(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(everyone));
  } catch {
    return false;
  }
}

/** The changes that wait. What cannot be read any more is left out. */
export function keptEdits(keeper: Keeper): readonly Edit[] {
  const prefix = prefixOf(keeper);
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .toSorted()
      .flatMap((key) => editIn(localStorage.getItem(key) ?? ''));
  } catch {
    return [];
  }
}

function editIn(text: string): readonly Edit[] {
  try {
    const kept = JSON.parse(text) as { readonly version?: number; readonly edit?: Edit };
    return kept.version === version && kept.edit !== undefined ? [kept.edit] : [];
  } catch {
    return [];
  }
}

/** Keeps a change, and says whether the browser did: it may be full, or forbid it. */
export function keepEdit(keeper: Keeper, edit: Edit): boolean {
  try {
    localStorage.setItem(prefixOf(keeper) + edit.id, JSON.stringify({ version, edit }));
    return true;
  } catch {
    return false;
  }
}

export function dropEdit(keeper: Keeper, id: string): void {
  try {
    localStorage.removeItem(prefixOf(keeper) + id);
  } catch {
    // What cannot be removed was not kept either.
  }
}
