import { expect, test } from 'vitest';
import { day, exampleAnalysis, library } from '../../../tests/support/examples.ts';
import type { RatingWord } from '../profile/rating-state.ts';
import type { StoodSafeguard } from '../snapshot/standing.ts';
import { buildComparison, type ComparedSide } from './comparison-report.ts';
import type { Report, Table } from './report.ts';

const safeguards = (rating: RatingWord, count: number): readonly StoodSafeguard[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `S-${String(index + 1).padStart(3, '0')}`,
    title: `Safeguard number ${index + 1}, with a title of usual length`,
    domain: '1',
    inMinimumSet: true,
    rating,
    reason: rating === 'not_applicable' ? 'The group does it' : null,
  }));

const sideOf = (rating: RatingWord, change: Partial<ComparedSide> = {}, count = 20): ComparedSide => ({
  name: 'Before the winter',
  day: '2026-03-01',
  contentDigest: 'c'.repeat(64),
  profileDigest: 'p'.repeat(64),
  standing: {
    tier: 'essential',
    domains: [{ id: '1', title: 'Governance' }],
    safeguards: safeguards(rating, count),
    sites: [],
    firstTen: [],
  },
  ...change,
});

const reportOf = (from: ComparedSide, to: ComparedSide): Report =>
  buildComparison({
    role: 'ceo',
    language: 'en',
    on: day,
    edition: '0.0.0',
    content: library.content,
    organisation: exampleAnalysis('hospital-greece'),
    say: library.words('en').translate,
    digests: { content: 'c', method: 'm', profile: 'p' },
    from,
    to,
  });

const tablesOf = ({ sections }: Report): readonly Table[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])));
const now = { name: null, day };

/** Good news is listed as far as two pages bear, bad news whole. */
const lists = [
  { from: 'partially', to: 'largely', caption: 'Improved (20)', rows: 13 },
  { from: 'largely', to: 'partially', caption: 'Fell back (20)', rows: 20 },
  { from: 'unknown', to: 'partially', caption: 'Newly known (20)', rows: 7 },
  { from: 'fully', to: 'unknown', caption: 'Newly unknown (20)', rows: 20 },
  { from: 'fully', to: 'not_applicable', caption: 'Became not applicable (20)', rows: 7 },
] as const;
test.each(lists)('comparison: from $from to $to it lists $rows rows', ({ from, to, caption, rows }) => {
  const [table] = tablesOf(reportOf(sideOf(from), sideOf(to, now)));
  expect([table?.caption, table?.rows.length]).toEqual([caption, rows]);
});

test('comparison: says the days, what moved the numbers besides people, and what it was made from', () => {
  const after = sideOf('partially', { ...now, contentDigest: 'd'.repeat(64) }, 21);
  const report = reportOf(sideOf('partially'), after);
  expect(report.lead.flat()).toEqual([
    'Since 1 March 2026: none improved, none fell back, no more are known now.',
    'Known before: 20 of 20 safeguards. Known after: 21 of 21.',
    'The library changed in between: one safeguard came, none went. Nobody’s work did that.',
  ]);
  expect(report.masthead.map(({ text }) => text)).toEqual(['Before the winter, 1 March 2026', 'Now, 25 November 2026']);
  expect(JSON.stringify(report.about)).toContain('content cccccccccccc');
  expect(JSON.stringify(report.about)).toContain('content dddddddddddd');
  expect(report.sources).toEqual([]);
});

test('comparison: of two snapshots it names both days, and says when nothing changed', () => {
  const report = reportOf(sideOf('fully'), sideOf('fully', { name: 'Summer', day: '2026-06-02' }));
  expect(report.lead[0]).toEqual([
    'From 1 March 2026 to 2 June 2026: none improved, none fell back, no more became known.',
  ]);
  expect(JSON.stringify(report.sections)).toContain('No rating changed.');
});
