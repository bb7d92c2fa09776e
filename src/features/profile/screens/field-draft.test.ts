import { expect, test } from 'vitest';
import type { ProfileField } from '../../../core/profile/fact-groups.ts';
import { draftOf, readField, type FieldDraft } from './field-draft.ts';
import { kindOf } from './field-kinds.ts';

const values: readonly (readonly [ProfileField, unknown])[] = [
  ['name', 'Machaon'],
  ['country', 'GR'],
  ['establishments', ['GR', 'CY']],
  ['services_in', []],
  ['public_sector', false],
  ['org_kind', 'supplier'],
  ['digital_roles', ['cloud']],
  ['staff_fte', 2400.5],
  ['turnover_eur', 210_000_000],
  ['cer_notified_on', '2026-07-17'],
  ['linked_enterprises', [{ kind: 'company', staff_fte: 12 }, {}]],
  ['partner_enterprises', [{ share_pct: 25.5, dominant_influence: false }]],
  ['ai_systems', []],
  ['roles_present', ['ciso']],
  ['day_rate_eur', 320],
  ['downtime_eur_per_hour', [{ service: 'laboratory', eur: 4200, note: 'Our estimate' }]],
];

for (const [field, value] of values) {
  test(`draftOf: ${field} reads back as it was stored`, () => {
    const kind = kindOf(field);
    expect(readField(field, kind, draftOf(kind, value, false))).toEqual({ ok: true, value });
  });
  test(`draftOf: ${field} that is not known stays not known`, () => {
    const kind = kindOf(field);
    expect(readField(field, kind, draftOf(kind, undefined, true))).toEqual({ ok: true, value: null });
    expect(readField(field, kind, draftOf(kind, null, false))).toEqual({ ok: true, value: null });
  });
}

const blank = draftOf({ kind: 'text' }, null, false);
const record = (written: Readonly<Record<string, string>>): Partial<FieldDraft> => ({
  records: [{ key: '1', values: written }],
});
const problems: readonly {
  readonly name: string;
  readonly field: ProfileField;
  readonly draft: Partial<FieldDraft>;
  readonly says: readonly string[];
}[] = [
  { name: 'words for a number', field: 'beds', draft: { text: 'many' }, says: ['beds notOnlyNumber'] },
  { name: 'half a bed', field: 'beds', draft: { text: '10.5' }, says: ['beds notWhole'] },
  {
    name: 'beyond the limit',
    field: 'public_control_pct',
    draft: { text: '101' },
    says: ['public_control_pct tooLarge'],
  },
  { name: 'below the limit', field: 'day_rate_eur', draft: { text: '0' }, says: ['day_rate_eur tooSmall'] },
  { name: 'no such day', field: 'cer_notified_on', draft: { text: '2026-02-30' }, says: ['cer_notified_on date'] },
  {
    name: 'in a record, by its place',
    field: 'linked_enterprises',
    draft: record({ staff_fte: 'x', turnover_eur: '1.5' }),
    says: ['linked_enterprises-1-staff_fte notOnlyNumber', 'linked_enterprises-1-turnover_eur notWhole'],
  },
  {
    name: 'a record that lacks what it needs',
    field: 'downtime_eur_per_hour',
    draft: record({ note: 'x' }),
    says: ['downtime_eur_per_hour-1-service missing', 'downtime_eur_per_hour-1-eur missing'],
  },
];

for (const { name, field, draft, says } of problems) {
  test(`readField: ${name}`, () => {
    const read = readField(field, kindOf(field), { ...blank, ...draft });
    expect(read.ok ? [] : read.error.map(({ at, kind }) => `${at} ${kind}`)).toEqual(says);
  });
}

test('readField: "I do not know yet" wins over what was typed', () => {
  expect(readField('beds', kindOf('beds'), { ...blank, text: 'x', isUnknown: true })).toEqual({
    ok: true,
    value: null,
  });
});
