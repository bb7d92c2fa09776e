/** Reading single values of a file that others made: each that is not as expected is found, none is guessed. */
import { quoted } from './finding-kinds.ts';
import type { Notes } from './notes.ts';

export type Fields = Readonly<Record<string, unknown>>;
/** A group of keys and where it stands, as a JSON pointer. */
export type Spot = { readonly at: string; readonly fields: Fields };

/** As many letters as a spreadsheet puts into a cell: what has exactly so many was cut. */
const cellLength = 32_767;
/** Thirty times as much: a chapter, but no book. */
const longestText = 1_000_000;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only what the file says: keys such as `constructor` must not find what every object has. */
export const valueOf = ({ fields }: Spot, key: string): unknown =>
  Object.hasOwn(fields, key) ? fields[key] : undefined;

/** Longer keys are cut: a pointer is for finding a place, and stands in each finding below it. */
const longestKey = 200;

/** The pointer of a key or an index below another. */
export const below = (at: string, key: string | number): string =>
  `${at}/${typeof key === 'number' ? key : key.slice(0, longestKey).replaceAll('~', '~0').replaceAll('/', '~1')}`;

const isAbsent = (value: unknown): value is null | undefined | '' =>
  value === undefined || value === null || value === '';

/** A group of keys; null where there is none. */
export function spotOf(notes: Notes, spot: Spot, key: string): Spot | null {
  const value = valueOf(spot, key);
  return isAbsent(value) ? null : asSpot(notes, below(spot.at, key), value);
}

/** The groups of keys in a list; a single one that stands without a list is a list of one. */
export function spotsOf(notes: Notes, spot: Spot, key: string): readonly Spot[] {
  const value = valueOf(spot, key);
  if (isAbsent(value)) return [];
  const at = below(spot.at, key);
  if (isFields(value)) return [{ at, fields: value }];
  return itemsOf(notes, at, value).flatMap((item, index) => asSpot(notes, below(at, index), item) ?? []);
}

/** The groups of keys that stand under names: `{ name: { … } }`. */
export function namedSpotsOf(notes: Notes, spot: Spot, key: string): readonly (readonly [string, Spot])[] {
  const named = spotOf(notes, spot, key);
  if (named === null) return [];
  return Object.entries(named.fields).flatMap(([name, value]) => {
    const inner = asSpot(notes, below(named.at, name), value);
    return inner === null ? [] : [[name, inner] as const];
  });
}

/** A text as it stands; null where there is none. */
export function textOf(notes: Notes, spot: Spot, key: string): string | null {
  const value = valueOf(spot, key);
  return isAbsent(value) ? null : asText(notes, below(spot.at, key), value);
}

/** A list of texts, each with its place. */
export function textsOf(
  notes: Notes,
  spot: Spot,
  key: string,
): readonly { readonly at: string; readonly text: string }[] {
  const value = valueOf(spot, key);
  if (isAbsent(value)) return [];
  const at = below(spot.at, key);
  return itemsOf(notes, at, value).flatMap((item, index) => {
    const text = isAbsent(item) ? null : asText(notes, below(at, index), item);
    return text === null ? [] : [{ at: below(at, index), text }];
  });
}

/** A number; a text that is one is read and found. */
export function numberOf(notes: Notes, spot: Spot, key: string): number | null {
  const value = valueOf(spot, key);
  if (isAbsent(value)) return null;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const at = below(spot.at, key);
  if (typeof value !== 'string' || !/^\s*[-+]?\d+(?:\.\d+)?\s*$/u.test(value))
    return wrong(notes, at, value, 'a number');
  notes.find('text_for_number', at, nameOf(at), quoted(value));
  return Number(value);
}

const spelt = new Map([
  ...['true', 'yes', 'y', 'on', '1'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', 'off', '0'].map((word) => [word, false] as const),
]);

/** Yes or no; null where nothing, or nothing that can be read, is said. Words for it, as in older YAML, are found. */
export function flagOf(notes: Notes, spot: Spot, key: string): boolean | null {
  const value = valueOf(spot, key);
  if (isAbsent(value)) return null;
  if (typeof value === 'boolean') return value;
  const at = below(spot.at, key);
  const flag = isFields(value) || Array.isArray(value) ? undefined : spelt.get(String(value).trim().toLowerCase());
  if (flag === undefined) return wrong(notes, at, value, 'true or false');
  notes.find('text_for_flag', at, nameOf(at), quoted(value), String(flag));
  return flag;
}

/** The items of a list; a finding and none where it is no list. */
export function itemsOf(notes: Notes, at: string, value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : (wrong(notes, at, value, 'a list') ?? []);
}

/** A value as a group of keys; a finding where it is none. */
export const asSpot = (notes: Notes, at: string, value: unknown): Spot | null =>
  isFields(value) ? { at, fields: value } : wrong(notes, at, value, 'a group of keys');

/** A value as a text; a finding where it is none. */
export function asText(notes: Notes, at: string, value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') {
    notes.find('flag_for_text', at, nameOf(at), String(value));
    return String(value);
  }
  if (typeof value !== 'string') return wrong(notes, at, value, 'a text');
  if (value.length > longestText) {
    notes.find('long_text', at, nameOf(at), String(value.length), String(longestText));
    notes.lose('long_text', at, value.slice(longestText, longestText + longestKey));
    return value.slice(0, longestText).toWellFormed().replaceAll('\0', '\uFFFD');
  }
  if (value.length === cellLength) notes.find('cut_text', at, nameOf(at), String(cellLength));
  if (value.isWellFormed() && !value.includes('\0')) return value;
  notes.find('unstorable_letters', at, nameOf(at));
  return value.toWellFormed().replaceAll('\0', '\uFFFD');
}

function wrong(notes: Notes, at: string, value: unknown, wanted: string): null {
  notes.find('wrong_kind', at, nameOf(at), kindOf(value), wanted);
  notes.lose('wrong_kind', at, quotedShort(value));
  return null;
}

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return isFields(value) ? 'a group of keys' : quoted(value);
};

// Long lists are not written out to be cut.
const quotedShort = (value: unknown): string =>
  typeof value === 'object' && value !== null ? kindOf(value) : String(value);

const nameOf = (at: string): string =>
  `"${at
    .slice(at.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
    .slice(0, 60)}"`;
