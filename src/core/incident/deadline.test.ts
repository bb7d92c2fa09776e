// The worked examples W1 to W17 of the study of the law, by number.
import { expect, test } from 'vitest';
import type { IsoDate } from '../content/verification.ts';
import { hourMs, type Holidays, type Instant } from './calendar.ts';
import { dayOfSending, earlierOf, hoursAfter, periodAfter, type Period } from './deadline.ts';
import { instantsAt, offsetsOf, wallTimeAt } from './zone.ts';

const berlin = offsetsOf('Europe/Berlin');
const helsinki = offsetsOf('Europe/Helsinki');
const azores = offsetsOf('Atlantic/Azores');
const day = (text: string): IsoDate => text as IsoDate;

function at(text: string, zone: (instant: Instant) => number): readonly Instant[] {
  const [date = '', time = ''] = text.split(' ');
  return instantsAt({ date: day(date), time }, zone);
}
const shown = (instant: Instant, zone: (instant: Instant) => number): string => {
  const { date, time } = wallTimeAt(instant, zone);
  return `${date} ${time}`;
};

test.each([
  ['W1', '2026-11-23 14:20', berlin, 24, '2026-11-24 14:20', '2026-11-24 15:00'],
  ['W1', '2026-11-23 14:20', berlin, 72, '2026-11-26 14:20', '2026-11-26 15:00'],
  ['W2, a weekend counts', '2026-11-20 23:30', helsinki, 24, '2026-11-21 23:30', '2026-11-22 00:00'],
  ['W2', '2026-11-20 23:30', helsinki, 72, '2026-11-23 23:30', '2026-11-24 00:00'],
  ['W3, the clock goes forward', '2026-03-28 14:20', berlin, 24, '2026-03-29 15:20', '2026-03-29 16:00'],
  ['W3', '2026-03-28 14:20', berlin, 72, '2026-03-31 15:20', '2026-03-31 16:00'],
  ['W4, the clock goes back', '2026-10-24 14:20', berlin, 24, '2026-10-25 13:20', '2026-10-25 14:00'],
  ['W4', '2026-10-24 14:20', berlin, 72, '2026-10-27 13:20', '2026-10-27 14:00'],
  ['W6, across midnight by the change', '2027-03-27 23:10', azores, 24, '2027-03-29 00:10', '2027-03-29 01:00'],
])('%s: aware %s', (_, aware, zone, hours, alarm, legal) => {
  const [event = 0] = at(aware, zone);
  const due = hoursAfter(event, hours);
  expect([shown(due.alarm, zone), shown(due.legal, zone)]).toEqual([alarm, legal]);
});

test('W5: an hour that occurs twice has two readings, and the alarm takes the earlier', () => {
  const readings = at('2026-10-25 02:30', berlin);
  expect(readings.map((event) => shown(hoursAfter(event, 24).alarm, berlin))).toEqual([
    '2026-10-26 01:30',
    '2026-10-26 02:30',
  ]);
});

test('an hour that does not occur has no reading', () => {
  expect(at('2026-03-29 02:30', berlin)).toEqual([]);
  expect(at('2026-03-29 03:30', berlin)).toHaveLength(1);
});

test('an event on the full hour: that hour is not counted either', () => {
  const [event = 0] = at('2026-11-23 14:00', berlin);
  expect(shown(hoursAfter(event, 24).legal, berlin)).toBe('2026-11-24 15:00');
});

const holidays: Holidays = new Set(['2026-12-25', '2026-12-26', '2027-01-01', '2027-05-01'].map(day));
const month: Period = { amount: 1, unit: 'months' };

test.each<[string, string, Period, string, string]>([
  ['W7', '2026-11-23', month, '2026-12-23', '2026-12-23'],
  ['W8', '2026-12-31', month, '2027-01-31', '2027-02-01'],
  ['W9', '2027-01-29', month, '2027-02-28', '2027-03-01'],
  ['W9', '2027-01-30', month, '2027-02-28', '2027-03-01'],
  ['W9', '2027-01-31', month, '2027-02-28', '2027-03-01'],
  ['W10', '2028-01-31', month, '2028-02-29', '2028-02-29'],
  ['W11', '2026-11-25', month, '2026-12-25', '2026-12-28'],
  ['W12', '2027-04-01', month, '2027-05-01', '2027-05-03'],
  ['W14', '2026-11-23', { amount: 2, unit: 'weeks' }, '2026-12-07', '2026-12-07'],
  ['W15', '2026-08-31', { amount: 9, unit: 'months' }, '2027-05-31', '2027-05-31'],
  ['W15', '2026-08-31', { amount: 10, unit: 'months' }, '2027-06-30', '2027-06-30'],
  ['W16', '2026-11-23', month, '2026-12-23', '2026-12-23'],
  ['thirty days', '2026-11-23', { amount: 30, unit: 'days' }, '2026-12-23', '2026-12-23'],
  [
    'working days: the alarm knows no holidays',
    '2026-11-23',
    { amount: 30, unit: 'working_days' },
    '2027-01-04',
    '2027-01-06',
  ],
])('%s: %s and %j', (_, from, period, alarm, legal) => {
  expect(periodAfter(day(from), period, holidays)).toEqual({ alarm, legal });
});

test('W13: sent early, the final report is due early', () => {
  const [aware = 0] = at('2026-11-23 20:00', berlin);
  const { alarm } = dayOfSending(aware + 20 * hourMs, berlin, berlin);
  expect(periodAfter(alarm, month).alarm).toBe('2026-12-24');
});

test('K5: the day of sending is the authority’s; the alarm uses the earlier of both', () => {
  const [sent = 0] = at('2026-11-30 23:40', berlin);
  expect(dayOfSending(sent, berlin, helsinki)).toEqual({ alarm: '2026-11-30', legal: '2026-12-01' });
  expect(dayOfSending(sent, helsinki, berlin)).toEqual({ alarm: '2026-11-30', legal: '2026-11-30' });
});

test('W17: two laws, two clocks, each from its own awareness', () => {
  const [incident = 0] = at('2026-11-23 08:00', berlin);
  const [breach = 0] = at('2026-11-24 17:00', berlin);
  expect([hoursAfter(incident, 72).alarm, hoursAfter(breach, 72).alarm].map((due) => shown(due, berlin))).toEqual([
    '2026-11-26 08:00',
    '2026-11-27 17:00',
  ]);
});

test('the earlier of two clocks; one that does not run does not count', () => {
  expect(earlierOf({ alarm: 2, legal: 3 }, { alarm: 1, legal: 4 })).toEqual({ alarm: 1, legal: 3 });
  expect([earlierOf(undefined, { alarm: 1, legal: 1 }), earlierOf<Instant>(undefined, undefined)]).toEqual([
    { alarm: 1, legal: 1 },
    undefined,
  ]);
});
