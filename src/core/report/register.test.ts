import { expect, test } from 'vitest';
import { day, exampleAnalysis, exampleNames, library, type ExampleName } from '../../../tests/support/examples.ts';
import type { ObligationId } from '../content/ids.ts';
import { touchesOf } from '../ranking/touches.ts';
import { isConfirmed } from './legal.ts';
import { buildRegister } from './register.ts';
import type { Block } from './report.ts';

const registerOf = (name: ExampleName) =>
  buildRegister({
    role: 'ciso',
    language: 'en',
    on: day,
    edition: '0.0.0',
    content: library.content,
    organisation: exampleAnalysis(name),
    say: library.words('en').translate,
    digests: { content: library.digest, method: 'm'.repeat(64), profile: null },
  });

const headings = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));

test.each(exampleNames)(
  'register: every confirmed duty of %s stands in it once, with seven particulars or more',
  (name) => {
    const { sections } = registerOf(name);
    const blocks = sections.flatMap((section) => section.blocks);
    const asked = exampleAnalysis(name)
      .assessment.obligations.filter((duty) => duty.force !== 'does_not_apply' && isConfirmed(duty))
      .map(({ title }) => title);
    expect(headings(blocks).toSorted()).toEqual(asked.toSorted());
    const facts = blocks.flatMap((block) => (block.kind === 'facts' ? [block.rows.map(({ label }) => label)] : []));
    for (const labels of facts)
      expect(labels).toEqual(
        expect.arrayContaining(['Force', 'What it asks', 'Why', 'Source', 'Authority', 'Safeguards']),
      );
  },
);

test('register: what binds comes first, what does not apply last, and what is only recalled is never stated', () => {
  const { sections } = registerOf('hospital-greece');
  expect(sections.map(({ id }) => id).slice(0, 2)).toEqual(['overview', 'binding-now']);
  expect(sections.at(-1)?.id).toBe('left-out');
  const recalled = exampleAnalysis('hospital-greece')
    .assessment.obligations.filter((duty) => !isConfirmed(duty))
    .map(({ title }) => title);
  expect(recalled.length).toBeGreaterThan(0);
  expect(headings(sections.flatMap(({ blocks }) => blocks)).filter((title) => recalled.includes(title))).toEqual([]);
});

test('register: an authority is named with its address and how well it was checked, or said to be unknown', () => {
  const text = JSON.stringify(registerOf('hospital-greece').sections);
  expect(text).toContain('mailto:incident@cyber.gov.gr');
  expect(text).toContain('(Secondary source)');
  // Content records no Greek data protection authority.
  expect(text).toContain('Not confirmed. Ask the authority of our country');
});

test('register: how much is in place counts what touches the duty, and leaves out what does not apply', () => {
  const [overview] = registerOf('hospital-greece').sections;
  const table = overview?.blocks.find((block) => block.kind === 'table');
  const words = table?.table.rows.map((row) => String(row.at(-1)));
  const { ranking, profile } = exampleAnalysis('hospital-greece');
  const touching = (touchesOf(ranking, profile).get('nis2-risk-measures' as ObligationId) ?? []).filter(
    ({ rating }) => rating !== 'not_applicable',
  );
  const inPlace = touching.filter(({ rating }) => rating === 'fully' || rating === 'largely').length;
  const unknown = touching.filter(({ rating }) => rating === 'unknown').length;
  expect(touching.length).toBeGreaterThan(50);
  expect(words).toEqual(
    expect.arrayContaining(['1 of 1', `${inPlace} of ${touching.length}, ${unknown} unknown`, 'none']),
  );
});
