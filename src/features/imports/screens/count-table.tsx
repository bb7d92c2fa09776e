import type { BundleCounts } from '../../../core/guidance/counts.ts';
import { formatNumber } from '../../../web/format.ts';
import { say } from '../../../web/say.ts';
import { Table } from './table.tsx';

const counted = [
  'frameworks',
  'requirements',
  'assessable',
  'questions',
  'groups',
  'mappingSets',
  'relations',
  'threats',
  'controls',
  'metrics',
  'components',
  'matrices',
] as const;

/** How much a file holds; what it has none of has no row. */
export const CountTable = ({ counts }: { readonly counts: BundleCounts }) => (
  <div className="imp-counts">
    <Table
      caption={say('importing.counts')}
      heads={[{ word: say('importing.what') }, { word: say('importing.howMany'), isNumber: true }]}
      rows={counted
        .filter((what) => counts[what] > 0)
        .map((what) => ({
          key: what,
          head: say(`importing.countOf.${what}`),
          cells: [formatNumber(counts[what])],
        }))}
    />
  </div>
);
