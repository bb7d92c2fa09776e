import type { RatingWord } from '../../../core/profile/rating-state.ts';

/** What a key means while the list has the focus. */
export type KeyAct =
  | { readonly kind: 'rate'; readonly rating: RatingWord }
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | { readonly kind: 'open' | 'evidence' | 'owner' | 'find' | 'help' | 'close' };

/** The letter of each rating, in the order of the control. */
export const ratingLetters = [
  ['not_implemented', 'N'],
  ['partially', 'P'],
  ['largely', 'L'],
  ['fully', 'F'],
  ['unknown', 'U'],
  ['not_applicable', 'X'],
] as const satisfies readonly (readonly [RatingWord, string])[];

type Press = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
};

const plain: Readonly<Record<string, KeyAct>> = {
  ArrowDown: { kind: 'move', by: 1 },
  ArrowUp: { kind: 'move', by: -1 },
  Enter: { kind: 'open' },
  Escape: { kind: 'close' },
};
const signs: Readonly<Record<string, KeyAct>> = { '/': { kind: 'find' }, '?': { kind: 'help' } };
const letters: Readonly<Record<string, KeyAct>> = {
  E: { kind: 'evidence' },
  O: { kind: 'owner' },
  ...Object.fromEntries(ratingLetters.map(([rating, letter]) => [letter, { kind: 'rate', rating }])),
};

/** `hasLetters` false: single letters and signs were switched off, arrows and Enter stay. */
export function actOf(press: Press, hasLetters: boolean): KeyAct | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const found = plain[press.key];
  if (found !== undefined || !hasLetters) return found ?? null;
  return signs[press.key] ?? letters[letterOf(press)] ?? null;
}

/** On keyboards of other scripts the key in the same place counts: whoever writes Greek need not change for each row. */
function letterOf({ key, code }: Press): string {
  if (/^[a-z]$/iu.test(key)) return key.toUpperCase();
  return /^\p{L}$/u.test(key) ? (/^Key([A-Z])$/u.exec(code)?.[1] ?? '') : '';
}
