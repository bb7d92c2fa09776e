import { expect, test } from 'vitest';
import type { Framework } from '../content/framework.ts';
import type { Safeguard } from '../content/safeguard.ts';
import { bySpine, countRatings } from './overview.ts';

const spine = {
  id: 'nis-cg-2018',
  requirements: [
    { id: '1', title: 'Governance' },
    { id: '1.1', parent: '1', title: 'Risk' },
    { id: '1.1.2', parent: '1.1', title: 'Policy' },
    { id: '2', title: 'Protection' },
    { id: '2.1', parent: '2', title: 'Architecture' },
    { id: '2.2', parent: '2', title: 'Administration' },
    { id: '2.10', parent: '2', title: 'Tenth' },
  ],
} as unknown as Framework;
const safeguard = (id: string, place: string): Safeguard => ({ id, spine: place }) as unknown as Safeguard;

test('bySpine: order of the spine by number, empty places left out', () => {
  const given = [
    safeguard('S-009', '2.1.10'),
    safeguard('S-002', '2.1.2'),
    safeguard('S-001', '2.1.2'),
    safeguard('S-005', '2.10.1'),
  ];
  const shown = bySpine([spine], given).map(({ id, groups }) => [
    id,
    groups.map((group) => [group.id, group.safeguards.map((one) => one.id)]),
  ]);
  expect(shown).toEqual([
    [
      '2',
      [
        ['2.1', ['S-001', 'S-002', 'S-009']],
        ['2.10', ['S-005']],
      ],
    ],
  ]);
});

test('countRatings: unknown and not applicable are counted apart', () => {
  expect(countRatings(['fully', 'unknown', 'unknown', 'not_applicable'])).toEqual({
    fully: 1,
    largely: 0,
    partially: 0,
    not_implemented: 0,
    unknown: 2,
    not_applicable: 1,
  });
});
