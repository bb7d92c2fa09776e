import { expect, test } from 'vitest';
import { unnamed } from '../../../web/say.ts';
import { draftOf, readDraft, type Draft } from './draft.ts';
import { stepAt } from './steps.ts';

const blank: Draft = { text: '', choice: null, choices: [], isUnknown: false };

const cases = [
  {
    name: 'a country with a name',
    step: 1,
    draft: { choice: 'GR', text: ' Machaon ' },
    answers: { country: 'GR', name: 'Machaon' },
  },
  { name: 'no name is the word for none', step: 1, draft: { choice: 'GR' }, answers: { country: 'GR', name: unnamed } },
  {
    name: 'a country not known is null',
    step: 1,
    draft: { isUnknown: true },
    answers: { country: null, name: unnamed },
  },
  { name: 'a country left out', step: 1, draft: {}, problem: 'noChoice' },
  {
    name: 'a hospital is a provider',
    step: 2,
    draft: { choice: 'hospital' },
    answers: { org_kind: 'healthcare_provider', provider_form: 'hospital' },
  },
  {
    name: 'a supplier has no form',
    step: 2,
    draft: { choice: 'supplier' },
    answers: { org_kind: 'supplier', provider_form: null },
  },
  { name: 'a kind not known', step: 2, draft: { choice: 'unknown' }, answers: { org_kind: null, provider_form: null } },
  { name: 'staff', step: 3, draft: { text: '2,400' }, answers: { staff_fte: 2400 } },
  { name: 'zero is an answer', step: 3, draft: { text: '0' }, answers: { staff_fte: 0 } },
  { name: 'staff left out', step: 3, draft: {}, problem: 'empty' },
  { name: 'staff beyond reason', step: 3, draft: { text: '10000001' }, problem: 'tooLarge' },
  { name: 'millions become euros', step: 4, draft: { text: '182' }, answers: { turnover_eur: 182_000_000 } },
  { name: 'a part of a million', step: 4, draft: { text: '0.85' }, answers: { turnover_eur: 850_000 } },
  { name: 'euros where millions are asked', step: 4, draft: { text: '182,000,000' }, problem: 'inEuros' },
  {
    name: 'not known wins over what was typed',
    step: 5,
    draft: { text: 'x', isUnknown: true },
    answers: { balance_sheet_eur: null },
  },
  { name: 'alone', step: 6, draft: { choice: 'no' }, answers: { in_group: false } },
  { name: 'a group not known', step: 6, draft: { choice: 'unknown' }, answers: { in_group: null } },
  {
    name: 'services',
    step: 7,
    draft: { choices: ['surgery', 'imaging'] },
    answers: { services: ['surgery', 'imaging'] },
  },
  { name: 'none of the services is an empty list', step: 7, draft: { choices: ['none'] }, answers: { services: [] } },
  { name: 'services not known', step: 7, draft: { isUnknown: true }, answers: { services: null } },
  { name: 'services left out', step: 7, draft: {}, problem: 'noChoice' },
];

for (const { name, step, draft, answers, problem } of cases) {
  test(`readDraft: ${name}`, () => {
    const read = readDraft(stepAt(step), { ...blank, ...draft });
    if (read.ok) expect(read.value).toEqual({ kind: 'facts', answers });
    else expect(read.error.map(({ kind }) => kind)).toEqual([problem]);
  });
}

test('readDraft: a rating names its safeguard', () => {
  expect(readDraft(stepAt(8), { ...blank, choice: 'partially' })).toEqual({
    ok: true,
    value: { kind: 'rating', safeguard: 'S-071', rating: 'partially' },
  });
});

test('draftOf: what was stored reads back as it was', () => {
  const profile = {
    name: 'Machaon',
    country: 'GR',
    org_kind: 'healthcare_provider',
    provider_form: 'hospital',
    staff_fte: 2400,
    turnover_eur: 182_500_000,
    balance_sheet_eur: 900_000,
    in_group: false,
    services: [],
    ratings: { 'S-071': { rating: 'largely' } },
  } as const;
  const stored = [1, 2, 3, 4, 5, 6, 7].map((number) =>
    readDraft(stepAt(number), draftOf(stepAt(number), profile, false)),
  );
  const answers = stored.map((read) => (read.ok && read.value.kind === 'facts' ? read.value.answers : null));
  const { ratings, ...facts } = profile;
  expect(Object.assign({}, ...answers)).toEqual(facts);
  expect(draftOf(stepAt(8), profile, false).choice).toBe(ratings['S-071'].rating);
});

test('draftOf: a question left with "I do not know yet" says so again, one never reached does not', () => {
  expect(draftOf(stepAt(3), null, true).isUnknown).toBe(true);
  expect(draftOf(stepAt(3), null, false).isUnknown).toBe(false);
  expect(draftOf(stepAt(8), null, true).choice).toBe('unknown');
});
