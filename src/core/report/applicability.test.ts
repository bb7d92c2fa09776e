import { expect, test } from 'vitest';
import { day, exampleNames, exampleProfile, library, type ExampleName } from '../../../tests/support/examples.ts';
import { analyse } from '../analysis.ts';
import type { SafeguardId } from '../content/ids.ts';
import type { Profile, RatingEntry } from '../profile/profile.ts';
import { applicabilityRows } from './applicability-rows.ts';
import { applicabilitySheet } from './applicability-sheet.ts';
import { buildApplicability } from './applicability.ts';
import { isConfirmed } from './legal.ts';
import type { Block } from './report.ts';

const { content } = library;
const inputOf = (profile: Profile, language = 'en') => ({
  role: 'ciso' as const,
  language,
  on: day,
  edition: '0.0.0',
  content: library.inLanguage(language).content,
  organisation: analyse(profile, content, day),
  say: library.words(language).translate,
  digests: { content: library.digest, method: 'm'.repeat(64), profile: null },
});
const rowsOf = (profile: Profile) => applicabilityRows(content, analyse(profile, content, day));
const rowOf = (profile: Profile, id: string) => {
  const row = rowsOf(profile).find(({ requirement }) => requirement.id === id);
  if (row === undefined) throw new Error(id);
  return row;
};
const greek = exampleProfile('hospital-greece');
const notApplicable = (reason: string): RatingEntry => ({ rating: { kind: 'not_applicable', reason }, evidence: [] });
const rated = (ids: readonly string[], entry: (id: string) => RatingEntry): Profile => ({
  ...greek,
  ratings: new Map([...greek.ratings, ...ids.map((id) => [id as SafeguardId, entry(id)] as const)]),
});
const touching = rowOf(greek, 'A.8.14').touching.map(({ safeguard }) => safeguard.id);

test.each(exampleNames)(
  'applicability: %s has each of the 93 controls once, in the order of the standard',
  (name: ExampleName) => {
    const { sections } = buildApplicability(inputOf(exampleProfile(name)));
    const blocks = sections.flatMap((section) => section.blocks);
    const headings = blocks.flatMap((block: Block) => (block.kind === 'heading' ? [block.text] : []));
    const framework = content.frameworks.find(({ id }) => id === 'iso27001-2022');
    const controls = framework?.requirements.filter(({ parent }) => parent !== undefined) ?? [];
    expect(controls).toHaveLength(93);
    expect(headings).toEqual(controls.map(({ cite, title }) => `${cite} ${title}`));
  },
);

test('applicability: what no safeguard touches is not decided', () => {
  expect(rowOf(greek, 'A.5.32')).toMatchObject({
    applicability: 'not_decided',
    touching: [],
    of: 0,
    law: [],
    threats: [],
  });
});

test('applicability: not applicable is proposed only where all that touches a control is rated so', () => {
  expect(touching.length).toBeGreaterThan(2);
  const all = rowOf(
    rated(touching, (id) => notApplicable(`No rooms of our own (${id})`)),
    'A.8.14',
  );
  expect(all).toMatchObject({ applicability: 'proposed_not_applicable', of: 0, inPlace: 0, unknown: 0, law: [] });
  const but = rowOf(
    rated(touching.slice(1), () => notApplicable('No rooms of our own')),
    'A.8.14',
  );
  expect(but).toMatchObject({ applicability: 'applicable', of: 1 });
  // A blank is no reason.
  expect(
    rowOf(
      rated(touching, () => notApplicable(' ')),
      'A.8.14',
    ).applicability,
  ).toBe('not_decided');
});

test('applicability: in place counts fully and largely, and unknown is never a zero', () => {
  const [first = '', second = '', third = ''] = touching;
  const kinds: Readonly<Record<string, RatingEntry['rating']['kind']>> = { [first]: 'fully', [second]: 'partially' };
  const row = rowOf(
    rated([first, second], (id) => ({
      rating: { kind: kinds[id] as 'fully' },
      evidence: [{ what: `Record of ${id}` }],
    })),
    'A.8.14',
  );
  expect(third).not.toBe('');
  expect(row).toMatchObject({
    applicability: 'applicable',
    of: touching.length,
    inPlace: 1,
    unknown: touching.length - 2,
  });
  const text = JSON.stringify(
    buildApplicability(
      inputOf(rated([first], () => ({ rating: { kind: 'fully' }, evidence: [{ what: 'Log of the generator' }] }))),
    ),
  );
  expect(text).toContain('Log of the generator');
});

test('applicability: no unconfirmed law is a ground, and nothing is called implemented, covered or a share', () => {
  for (const name of exampleNames) {
    const rows = rowsOf(exampleProfile(name));
    expect(rows.flatMap(({ law, schemes }) => [...law, ...schemes]).filter((one) => !isConfirmed(one))).toEqual([]);
  }
  const { sections, lead } = buildApplicability(inputOf(greek));
  const [overview] = sections;
  expect(JSON.stringify([lead, overview])).not.toMatch(/implemented|cover(?:s|ed|age)|%/iu);
});

test.each(['en', 'el'])(
  'applicability sheet in %s: a row for each control, with counts as numbers and a choice to make',
  (language) => {
    const [sheet] = applicabilitySheet(inputOf(greek, language)).sheets;
    expect(sheet.rows).toHaveLength(93);
    expect(sheet.columns.filter(({ isOpen }) => isOpen)).toHaveLength(1);
    const backup = sheet.rows.find(([control]) => control === 'A.8.13');
    expect(backup?.[7]).toBe(0);
    expect(backup?.[8]).toBe(2);
    expect(String(backup?.[10])).toContain('S-071');
  },
);

test('applicability: an organisation without ratings has grounds all the same, and no number in place', () => {
  const rows = rowsOf({ ...greek, ratings: new Map() });
  expect(rows.reduce((sum, { inPlace }) => sum + inPlace, 0)).toBe(0);
  expect(rows.every(({ of, unknown }) => of === unknown)).toBe(true);
  expect(rows.filter(({ applicability }) => applicability === 'applicable').length).toBeGreaterThan(80);
});
