/** Each of the twelve first answers matters: another one changes a line of the guide that can be named. */
import { expect, test } from 'vitest';
import { analyse } from '../src/core/analysis.ts';
import { buildGuide } from '../src/core/report/build-guide.ts';
import type { RoleId } from '../src/core/content/ids.ts';
import { readProfileText } from '../src/library/profile.ts';
import { finished } from '../src/outputs/index.ts';
import { renderMarkdown } from '../src/outputs/markdown.ts';
import { day, library } from './support/examples.ts';

const answers = {
  country: 'GR',
  provider_form: 'hospital',
  staff_fte: 600,
  turnover_eur: 70_000_000,
  balance_sheet_eur: 80_000_000,
  in_group: false,
  services: '[emergency, imaging]',
  ratings:
    '{S-071: not_implemented, S-041: not_implemented, S-015: not_implemented, S-061: not_implemented, S-001: not_implemented}',
};
type Answers = Readonly<Record<string, unknown>>;
const rated = (id: string) => answers.ratings.replace(`${id}: not_implemented`, `${id}: fully`);
/** Below the ceilings of staff and of the other account, so that one account decides. */
const small = { ...answers, staff_fte: 20 };

function guideLines(given: Answers, role: RoleId): readonly string[] {
  const facts = { name: 'Test', org_kind: 'healthcare_provider', entity_types: '[healthcare_provider]', ...given };
  const text = Object.entries(facts)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
  const read = readProfileText(text, 'test.yaml', library.safeguardIds);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const report = buildGuide({
    role,
    language: 'en',
    on: day,
    edition: '0',
    content: library.content,
    organisation: analyse(read.value, library.content, day),
    say: library.words('en').translate,
    digests: { content: '', method: '', profile: null },
  });
  return renderMarkdown(finished(report)).split('\n');
}

type Case = {
  readonly answer: string;
  readonly from: Answers;
  readonly to: Answers;
  readonly role: RoleId;
  readonly line: RegExp;
};
const cases: readonly Case[] = [
  { answer: 'country', from: answers, to: { country: 'DE' }, role: 'ceo', line: /Law of: Germany/u },
  {
    answer: 'kind',
    from: small,
    to: { provider_form: 'group_practice' },
    role: 'ceo',
    line: /This guide is written for|State of the minimum set.*individual/u,
  },
  {
    answer: 'staff',
    from: answers,
    to: { staff_fte: 40 },
    role: 'ceo',
    line: /^(?!.*600 people).*essential entity|A turnover of/u,
  },
  {
    answer: 'turnover',
    from: small,
    to: { turnover_eur: 5_000_000 },
    role: 'ceo',
    line: /Whether NIS2 applies to you hangs on answers/u,
  },
  {
    answer: 'balance sheet',
    from: small,
    to: { balance_sheet_eur: 5_000_000 },
    role: 'ceo',
    line: /Whether NIS2 applies to you hangs on answers/u,
  },
  {
    answer: 'group or alone',
    from: { ...small, turnover_eur: 5_000_000, balance_sheet_eur: 5_000_000 },
    to: { in_group: true },
    role: 'ciso',
    line: /\*\*.*(?:group|enterprises).*\?\*\*/iu,
  },
  {
    answer: 'services',
    from: answers,
    to: { services: '[emergency, imaging, telemedicine, laboratory]' },
    role: 'ciso',
    line: /\(rank|rank \d/u,
  },
  { answer: 'offline backup', from: answers, to: { ratings: rated('S-071') }, role: 'ciso', line: /S-071.*Fully/u },
  { answer: 'second factor', from: answers, to: { ratings: rated('S-041') }, role: 'ciso', line: /S-041.*Fully/u },
  { answer: 'device inventory', from: answers, to: { ratings: rated('S-015') }, role: 'ciso', line: /S-015.*Fully/u },
  { answer: 'incident procedure', from: answers, to: { ratings: rated('S-061') }, role: 'ciso', line: /S-061.*Fully/u },
  { answer: 'board approval', from: answers, to: { ratings: rated('S-001') }, role: 'ciso', line: /S-001.*Fully/u },
];

test.each(cases)('twelve answers: another $answer changes the guide', ({ from, to, role, line }) => {
  const before = new Set(guideLines(from, role));
  const changed = guideLines({ ...from, ...to }, role).filter((text) => !before.has(text));
  expect(changed.filter((text) => line.test(text))).not.toEqual([]);
});
