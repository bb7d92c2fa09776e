import { below, textOf, textsOf, type Spot } from './fields.ts';
import { quoted } from './finding-kinds.ts';
import type { Notes } from './notes.ts';

/** The form that its own editors ask for; hundreds of published names do not have it. */
const usual = /^urn:[\w-]+:[\w-]+:[\w-]+:[\w[\]().:-]+$/u;

/** Twice what their own editors allow. */
const longestUrn = 500;

/** What a thing is called, or what it calls another; null where nothing is said. */
export function urnOf(notes: Notes, spot: Spot, key: string): string | null {
  const text = textOf(notes, spot, key);
  if (text === null || text.trim() === '') return null;
  return key === 'urn' ? asName(notes, below(spot.at, key), text) : asUrn(notes, below(spot.at, key), text);
}

/** The names in a list, each once. */
export function urnsOf(notes: Notes, spot: Spot, key: string): readonly string[] {
  const names = new Set<string>();
  for (const { at, text } of textsOf(notes, spot, key)) {
    const urn = asUrn(notes, at, text);
    if (names.has(urn)) notes.find('repeated_reference', at, quoted(urn));
    names.add(urn);
  }
  return [...names];
}

/** The text by which a thing is called. Its form is looked at here and not at each place that refers to it. */
export function asName(notes: Notes, at: string, text: string): string {
  const urn = asUrn(notes, at, text);
  if (!usual.test(urn)) notes.find('loose_urn', at, quoted(text));
  return urn;
}

/** A text as a name in lower case, as all are compared. */
export function asUrn(notes: Notes, at: string, text: string): string {
  const urn = text.trim().toLowerCase();
  if (urn !== text.trim()) notes.find('mixed_case_urn', at, quoted(text));
  if (urn.length <= longestUrn) return urn;
  notes.find('long_urn', at, quoted(urn), String(longestUrn));
  return urn.slice(0, longestUrn).toWellFormed();
}
