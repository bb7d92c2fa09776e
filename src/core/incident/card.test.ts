import { expect, test } from 'vitest';
import { law } from '../../../tests/support/law.ts';
import type { IsoDate } from '../content/verification.ts';
import { assessObligations } from '../obligations/assess.ts';
import type { Facts } from '../profile/facts.ts';
import { incidentCard, type CardLineId } from './card.ts';

const on = '2026-11-23' as IsoDate;
const hospital: Facts = {
  country: 'DE',
  org_kind: 'healthcare_provider',
  provider_form: 'hospital',
  staff_fte: 600,
  in_group: false,
  digital_roles: [],
  cer_critical: false,
  gdpr_role: 'controller',
  uses_medical_devices: true,
};
const cardOf = (facts: Facts) => incidentCard(facts, assessObligations(facts, law, on), law.countries);
const lineOf = (facts: Facts, id: CardLineId) => cardOf(facts).lines.find((line) => line.id === id);

test.each<[string, Facts, readonly CardLineId[]]>([
  ['a German hospital', hospital, ['nis2', 'data_protection', 'device']],
  [
    'a critical entity that serves others and is connected',
    {
      ...hospital,
      country: 'NL',
      cer_critical: true,
      cer_notified_on: '2026-08-31',
      gdpr_role: 'both',
      myhealtheu_role: 'connected_provider',
    },
    ['nis2', 'health_team', 'data_protection', 'controllers', 'critical_entity', 'device', 'contact_point'],
  ],
  [
    'a designated Irish operator',
    { ...hospital, country: 'IE', nis1_oes: true },
    ['nis2', 'former_act', 'data_protection', 'device'],
  ],
  [
    'a small practice',
    {
      ...hospital,
      staff_fte: 4,
      turnover_eur: 1,
      balance_sheet_eur: 1,
      nis2_designation: 'none',
      uses_medical_devices: false,
    },
    ['data_protection'],
  ],
  [
    'Norway',
    { ...hospital, country: 'NO', nis1_oes: true },
    ['national_act', 'health_team', 'data_protection', 'device'],
  ],
])('%s has the lines its law asks for', (_, facts, wanted) => {
  expect(cardOf(facts).lines.map(({ id }) => id)).toEqual(wanted);
});

test('an unknown profile still gets a card: act as if the duty applied', () => {
  const card = cardOf({});
  expect(card.country).toBeNull();
  expect(card.lines.find(({ id }) => id === 'nis2')).toMatchObject({
    force: 'needs_answer',
    bodies: [],
    writeIn: { key: 'card.write_in.nis2' },
    isNationalUnread: true,
  });
  expect(card.ready).toHaveLength(5);
});

test('Greece: the authority with its address; national terms not read, so only the directive’s', () => {
  const line = lineOf({ ...hospital, country: 'GR' }, 'nis2');
  expect(line?.bodies[0]).toMatchObject({ name: 'National Cybersecurity Authority', email: 'incident@cyber.gov.gr' });
  expect(line).toMatchObject({ isNationalUnread: true, note: null, writeIn: null });
  expect(line?.clocks.map(({ directive, national }) => [directive?.values?.['amount'], national])).toEqual([
    [24, null],
    [72, null],
    [1, null],
  ]);
});

test('Finland: both clocks run from detection, and the alarm is set on them', () => {
  expect(lineOf({ ...hospital, country: 'FI' }, 'nis2')?.clocks[0]).toEqual({
    stage: { key: 'card.stage.early_warning' },
    directive: { key: 'card.term.hours', values: { amount: 24, after: 'awareness' } },
    national: { key: 'card.term.hours', values: { amount: 24, after: 'detection' } },
    alarm: 'national',
  });
});

test('no source, no address: the line asks to look it up and write it in', () => {
  for (const { code } of law.countries.filter(({ group }) => group !== 'other')) {
    expect([code, lineOf({ ...hospital, country: code }, 'data_protection')]).toMatchObject([
      code,
      { bodies: [], writeIn: { key: 'card.write_in.data_protection' } },
    ]);
  }
});

test('nothing unconfirmed is shown as a body or a national clock', () => {
  const linesOf = (code: string) => cardOf({ ...hospital, country: code }).lines;
  const bodies = law.countries.flatMap(({ code }) => linesOf(code).flatMap((line) => line.bodies));
  const unread = law.countries
    .filter(({ incident }) => incident.verification.status === 'recall')
    .map(({ code }) => code as string);
  expect(bodies.filter(({ verification }) => verification.status === 'recall')).toEqual([]);
  expect(unread).toEqual(['CH', 'GR', 'LI', 'LT', 'LU', 'MT']);
  expect(unread.flatMap(linesOf).flatMap(({ clocks }) => clocks.filter(({ national }) => national !== null))).toEqual(
    [],
  );
});

test('every state: clocks of the directive where it is in the EU, none of it elsewhere', () => {
  for (const { code, group } of law.countries) {
    const { lines } = cardOf({ ...hospital, country: code, nis1_oes: false });
    expect([code, lines.some(({ id }) => id === 'nis2')]).toEqual([code, group === 'eu']);
  }
});
