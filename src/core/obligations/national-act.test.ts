import { expect, test } from 'vitest';
import { law } from '../../../tests/support/law.ts';
import type { ObligationId } from '../content/ids.ts';
import type { IsoDate } from '../content/verification.ts';
import { actForce, strongestAct } from './national-act.ts';
import { worldOf } from './world.ts';

const countries = new Map(law.countries.map((country) => [country.code as string, country]));
const countryOf = (code: string) => {
  const country = countries.get(code);
  if (country === undefined) throw new Error(`Cannot find "${code}"`);
  return country;
};

test.each([
  ['A1', 'DE', '2025-12-06', null, 'binding_now', undefined],
  ['A2', 'DE', '2025-12-05', null, 'binding_from', '2025-12-06'],
  ['A2, one duty', 'IT', '2026-01-14', 'nis2-incident-report', 'binding_from', '2026-01-15'],
  ['A1, the other duties', 'IT', '2026-01-14', 'nis2-governance', 'binding_now', undefined],
  ['A1, the duty has begun', 'IT', '2026-01-15', 'nis2-incident-report', 'binding_now', undefined],
  ['A3', 'FR', '2026-10-06', null, 'recommended', undefined],
  ['A5', 'NO', '2026-10-06', null, 'does_not_apply', undefined],
  ['A6', 'CH', '2026-10-06', null, 'does_not_apply', undefined],
])('%s %s on %s for %s: %s', (_, code, on, duty, force, from) => {
  expect(actForce(countryOf(code), on as IsoDate, duty as ObligationId | null)).toMatchObject({
    force,
    ...(from === undefined ? {} : { from }),
  });
});

test('A1b: a published act binds from its publication, marked as not confirmed; before it is recommended', () => {
  const on = (day: string) => actForce(countryOf('GR'), day as IsoDate, null);
  expect(on('2024-11-26')).toMatchObject({ force: 'recommended', startNotConfirmed: false });
  expect(on('2024-11-27')).toMatchObject({ force: 'binding_now', startNotConfirmed: true });
});

test('A4: data older than the day asks for the state of the act', () => {
  expect(actForce(countryOf('FR'), '2026-10-07' as IsoDate, null).asksStatus).toBe(true);
  expect(actForce(countryOf('DE'), '2030-01-01' as IsoDate, null).asksStatus).toBe(false);
});

test('two states: the stronger act counts', () => {
  const world = worldOf({ country: 'FR', establishments: ['FR', 'AT', 'BE'] }, countries, '2026-01-01' as IsoDate);
  expect(strongestAct(world, null)?.country.code).toBe('BE');
});
