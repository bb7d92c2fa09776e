/** A day in a calendar. */
export type CalendarDay = {
  /** Stays the same when the calendar is made again, so that an entry is replaced and not doubled. */
  readonly id: string;
  /** `2027-12-02`. */
  readonly date: string;
  readonly title: string;
  readonly text: string;
  readonly url: string | null;
};

const lineBytes = 75;

/**
 * Whole days as a calendar file. Its stamp is the given date, so the same input gives the same bytes.
 * @source RFC 5545, sections 3.1 (folding), 3.3.11 (escaping), 3.6.1 (VEVENT)
 */
export function renderCalendar(name: string, days: readonly CalendarDay[], made: string): Uint8Array {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Theriac//Obligations//EN',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    ...days.flatMap((day) => eventLines(day, made)),
    'END:VCALENDAR',
  ];
  return new TextEncoder().encode(`${lines.flatMap(folded).join('\r\n')}\r\n`);
}

const eventLines = ({ id, date, title, text, url }: CalendarDay, made: string): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${id}@theriac`,
  `DTSTAMP:${compact(made)}T000000Z`,
  `DTSTART;VALUE=DATE:${compact(date)}`,
  `SUMMARY:${escapeText(title)}`,
  `DESCRIPTION:${escapeText(text)}`,
  ...(url === null ? [] : [`URL:${url.replaceAll(/[\r\n]/gu, '')}`]),
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

const compact = (date: string): string => date.replaceAll('-', '');

const escapeText = (text: string): string =>
  text
    .replaceAll(/[\\;,]/gu, '\\$&')
    .replaceAll(/\r\n|\r|\n/gu, '\\n')
    .replaceAll(/\p{Cc}/gu, ' ');

/** A line of at most 75 bytes, continued by lines that begin with a space; no letter is cut in two. */
function folded(line: string): readonly string[] {
  const parts: string[] = [''];
  let bytes = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > lineBytes) {
      parts.push(' ');
      bytes = 1;
    }
    parts[parts.length - 1] += letter;
    bytes += size;
  }
  return parts;
}
