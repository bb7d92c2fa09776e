import { expect, test } from 'vitest';
import type { StateOverview, StateRow } from '../../../web/client/overview.ts';
import { summaryOf } from './state-counts.ts';

/** `S-001 fully set`: in the minimum set. */
const rows = (...lines: readonly string[]): readonly StateRow[] =>
  lines.map((line) => {
    const [id = '', rating, set] = line.split(' ');
    return { id, rating: rating as StateRow['rating'], inMinimumSet: set === 'set' };
  });
const overview: StateOverview = {
  on: '2026-11-25',
  domains: [
    {
      id: '1',
      title: 'Governance',
      groups: [{ rows: rows('S-001 fully set', 'S-002 unknown set') }, { rows: rows('S-003 not_applicable set') }],
    },
    { id: '2', title: 'Protection', groups: [{ rows: rows('S-004 unknown', 'S-005 partially') }] },
    { id: '3', title: 'Defence', groups: [{ rows: rows('S-006 not_applicable') }] },
  ],
};

test('summaryOf: minimum set and domains are counted, and what does not apply is left out', () => {
  const { minimumSet, domains, ...rest } = summaryOf(overview);
  expect(minimumSet).toEqual({ fully: 1, largely: 0, partially: 0, not_implemented: 0, unknown: 1 });
  expect(domains.map(({ title }) => title)).toEqual(['Governance', 'Protection']);
  expect(rest).toEqual({ notApplicable: 2, unknown: 2, unknownInSet: 1 });
});
