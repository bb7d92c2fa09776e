import { expect, test } from 'vitest';
import { renderCalendar } from './ics.ts';

const made = (text: string): string =>
  new TextDecoder().decode(
    renderCalendar(
      'Law',
      [{ id: 'a', date: '2027-12-02', title: text, text: 'x', url: 'https://law.example/' }],
      '2026-11-25',
    ),
  );
const unfolded = (text: string): string => made(text).replaceAll('\r\n ', '');

test('renderCalendar: a whole day, stamped with the given date', () => {
  const lines = made('AI Act').split('\r\n');
  for (const line of ['DTSTART;VALUE=DATE:20271202', 'DTSTAMP:20261125T000000Z', 'UID:a@theriac', 'SUMMARY:AI Act'])
    expect(lines).toContain(line);
});

test.each([
  { given: 'a; b, c\\d', written: 'SUMMARY:a\\; b\\, c\\\\d' },
  { given: 'two\r\nlines\nEND:VEVENT', written: 'SUMMARY:two\\nlines\\nEND:VEVENT' },
  { given: 'bell\u0007', written: 'SUMMARY:bell ' },
])('renderCalendar: "$given" stays one value', ({ given, written }) => {
  expect(unfolded(given).split('\r\n')).toContain(written);
});

test('renderCalendar: long lines are folded at 75 bytes, between letters', () => {
  const long = 'Υποχρεώσεις του νοσοκομείου '.repeat(10);
  for (const line of made(long).split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(unfolded(long)).toContain(`SUMMARY:${long}`);
});
