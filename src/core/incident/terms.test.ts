import { expect, test } from 'vitest';
import { law } from '../../../tests/support/law.ts';
import { hourMs, noHolidays } from './calendar.ts';
import {
  alarmOn,
  dayAlarm,
  directiveTerms,
  hoursAlarm,
  nationalTerms,
  type Alarm,
  type Moments,
  type Terms,
} from './terms.ts';
import { offsetsOf } from './zone.ts';

function termsOf(code: string): Terms {
  const country = law.countries.find((item) => item.code === code);
  if (country === undefined) throw new Error(`Cannot find "${code}"`);
  return nationalTerms(country.incident);
}

test.each<[string, Alarm, Alarm, Alarm]>([
  ['DE', 'directive', 'directive', 'directive'],
  ['FI', 'national', 'national', 'directive'],
  ['CY', 'national', 'directive', 'directive'],
  ['CZ', 'directive', 'directive', 'either'],
  ['PT', 'directive', 'directive', 'either'],
  ['HR', 'directive', 'directive', 'either'],
  ['LV', 'directive', 'directive', 'directive'],
])(
  '%s: the alarm of warning, notification and final report follows %s, %s, %s',
  (code, warning, notification, final) => {
    const national = termsOf(code);
    expect(
      (['early_warning', 'notification', 'final_report'] as const).map((stage) =>
        alarmOn(directiveTerms[stage], national[stage]),
      ),
    ).toEqual([warning, notification, final]);
  },
);

test('outside the directive only the national term counts', () => {
  expect(alarmOn(null, termsOf('NO').early_warning)).toBe('national');
});

const noon = Date.parse('2026-11-23T12:00:00Z');
const places = { authority: offsetsOf('Europe/Prague'), holidays: noHolidays };
const moments: Moments = {
  detection: noon - 5 * hourMs,
  awareness: noon,
  classification: noon + 3 * hourMs,
  notification: noon + 40 * hourMs,
  resolution: noon + 10 * hourMs,
};

test('alarm in hours: the earlier of the directive’s and the state’s', () => {
  expect(hoursAlarm('early_warning', termsOf('FI'), moments)).toBe(noon + 19 * hourMs);
  expect(hoursAlarm('early_warning', termsOf('CZ'), moments)).toBe(noon + 24 * hourMs);
  expect(hoursAlarm('early_warning', termsOf('CY'), moments)).toBe(noon + 6 * hourMs);
  expect(hoursAlarm('notification', termsOf('FI'), { awareness: noon })).toBe(noon + 72 * hourMs);
  expect(hoursAlarm('notification', termsOf('FI'), {})).toBeUndefined();
});

test('alarm in days: a state’s period may end first', () => {
  expect(dayAlarm('final_report', termsOf('CZ'), moments, places)).toBe('2026-12-23');
  expect(dayAlarm('final_report', termsOf('DE'), moments, places)).toBe('2026-12-25');
  expect(dayAlarm('final_report', termsOf('HR'), moments, places)).toBe('2026-12-25');
  expect(dayAlarm('final_report', termsOf('DE'), { awareness: noon }, places)).toBeUndefined();
});
