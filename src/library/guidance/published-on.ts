import { below, textOf, type Spot } from './fields.ts';
import { quoted } from './finding-kinds.ts';
import type { Notes } from './notes.ts';

/** The day of publication; null where nothing, or no day, is said. */
export function publishedOn(notes: Notes, spot: Spot): string | null {
  const text = textOf(notes, spot, 'publication_date');
  if (text === null) return null;
  const at = below(spot.at, 'publication_date');
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[T\s])/u.exec(text.trim())?.[0];
  if (day === undefined || !isDay(day)) {
    notes.find('unreadable_date', at, quoted(text));
    return null;
  }
  if (day !== text.trim()) notes.find('date_with_more', at, quoted(text), quoted(day));
  return day;
}

/** Whether the calendar has it: 30 February is none. */
function isDay(day: string): boolean {
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}
