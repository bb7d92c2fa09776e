import { expect, test } from 'vitest';
import { exampleNames, guideOf, library, roleIds, type ExampleName } from '../../../tests/support/examples.ts';
import type { RichText } from './prose.ts';
import type { Block, Report } from './report.ts';
import { citationsIn } from './sources.ts';

const subjects = [...exampleNames, 'common'] as const;
const guides = subjects.flatMap((name) => roleIds.map((role) => ({ name, role, report: guideOf(name, role) })));

test.each(guides)('guide: every citation of $role for $name resolves, and every source is cited', ({ report }) => {
  const cited = new Set(citationsIn([report.banners, report.lead, report.sections, report.about]));
  expect(new Set(report.sources.map(({ id }) => id))).toEqual(cited);
  expect(report.sources.filter(({ checked }) => checked === 'recall')).toEqual([]);
});

const plain = (text: RichText): string =>
  text
    .map((run) => (typeof run === 'string' ? run : 'strong' in run ? run.strong : 'em' in run ? run.em : ''))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();

/** What others shared and law on its way are facts too, and titles are nobody's own words. */
const sharedLabels = new Set(['What others shared', 'Law in the pipeline', 'Done by others', 'In other chapters']);

/** Running text that a reader reads as a paragraph; law, facts with their sources and tables are the same for everyone. */
function paragraphs(report: Report): readonly string[] {
  const law = new Set(library.content.chapters.flatMap(({ facts }) => facts.map((fact) => fact.slice(0, 25))));
  const isLaw = (text: string): boolean => law.has(text.slice(0, 25));
  const ofBlock = (block: Block): readonly string[] => {
    if ('label' in block && (block.label?.startsWith('In ') === true || sharedLabels.has(block.label ?? ''))) return [];
    if (block.kind === 'paragraph' || block.kind === 'labelled') return [plain(block.text)];
    if (block.kind === 'list') return block.items.map(plain);
    return block.kind === 'callout' ? block.items.map(plain) : [];
  };
  return report.sections
    .filter(({ id }) => id !== '4' && id !== 'law' && id !== 'liable' && id !== 'words')
    .flatMap(({ blocks }) => blocks.flatMap(ofBlock))
    .filter((text) => text.length > 60 && !isLaw(text));
}

test.each(subjects)('guide: no paragraph of %s stands in two roles, except law and sources', (name) => {
  const seen = new Map<string, string>();
  const repeated: string[] = [];
  for (const role of roleIds) {
    for (const text of new Set(paragraphs(guideOf(name, role)))) {
      const other = seen.get(text);
      if (other === undefined) seen.set(text, role);
      else repeated.push(`${other} and ${role}: ${text}`);
    }
  }
  expect(repeated).toEqual([]);
});

test.each(guides.filter(({ report }) => report.layout === 'chapters'))(
  'guide: each chapter for $role of $name has three to seven actions',
  ({ report }) => {
    const label = library.words('en').translate('guide.labels.actions');
    const counts = report.sections
      .filter(({ number }) => number !== undefined)
      .map(({ title, blocks }) => {
        const actions = blocks.find((block) => block.kind === 'list' && block.label === label);
        return [title, actions?.kind === 'list' ? actions.items.length : 0] as const;
      });
    expect(counts).toHaveLength(17);
    for (const [title, count] of counts) expect([title, count >= 3 && count <= 7]).toEqual([title, true]);
  },
);

const decisions = (name: ExampleName): readonly string[] =>
  guideOf(name, 'ceo').sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'decisions' ? block.items.map(({ what }) => plain(what)) : [])),
  );

test('guide: the decisions of the example executives differ in at least half', () => {
  for (const [index, name] of exampleNames.entries()) {
    for (const other of exampleNames.slice(index + 1)) {
      const [mine, theirs] = [decisions(name), decisions(other)];
      const shared = mine.filter((text) => theirs.includes(text)).length;
      expect([name, other, shared, shared <= Math.min(mine.length, theirs.length) / 2]).toEqual([
        name,
        other,
        shared,
        true,
      ]);
    }
  }
});

test('guide: a role that does not fit the organisation says so', () => {
  const banners = (name: ExampleName, role: (typeof roleIds)[number]) =>
    guideOf(name, role).banners.map(plain).join(' ');
  expect(banners('practice-ireland', 'ceo')).toContain('This guide is written for');
  expect(banners('hospital-greece', 'practice')).toContain('This guide is written for');
  expect(banners('hospital-greece', 'ceo')).not.toContain('This guide is written for');
});

test('guide: unknown ratings are counted as unknown, not as zero', () => {
  const chart = guideOf('sparse', 'ceo')
    .sections.flatMap(({ blocks }) => blocks)
    .find(({ kind }) => kind === 'chart');
  expect(chart?.kind === 'chart' ? chart.alt : '').toMatch(/unknown/u);
  expect(chart?.kind === 'chart' ? chart.alt : '').not.toMatch(/not implemented/u);
});
