import { expect, test } from 'vitest';
import type { Content } from './content/content.ts';
import { variationOf } from './variation.ts';

const content = {
  safeguards: [
    { id: 'S-001', tier: 'individual' },
    { id: 'S-002', tier: 'essential' },
    { id: 'S-003', tier: 'enhanced' },
  ],
  countries: [{ code: 'AA' }, { code: 'BB' }, { code: 'CC' }],
  variation: [
    {
      id: 'AA',
      isWhole: true,
      texts: [
        { document: 'aa-law', asking: 'law', clauses: [{ cite: '§ 1', asks: 'backup', safeguards: ['S-001'] }] },
        {
          document: 'aa-guide',
          asking: 'recommended',
          clauses: [
            { cite: '7', asks: 'backup', safeguards: ['S-001'] },
            { cite: '8', asks: 'zones', safeguards: ['S-003'] },
          ],
        },
      ],
    },
    {
      id: 'BB',
      isWhole: false,
      texts: [
        {
          document: 'bb-frame',
          asking: 'framework',
          clauses: [{ cite: '2', asks: 'training', safeguards: ['S-002'], asking: 'recommended' }],
        },
      ],
    },
  ],
} as unknown as Content;

test('variationOf: the strongest asking counts, absence is told from not looking, higher tiers are left out', () => {
  const shown = variationOf(content).map(({ safeguard, cells }) => [
    safeguard.id,
    ...cells.map(({ country, state, cites }) =>
      `${country} ${state} ${cites.map(({ cite }) => cite).join(' ')}`.trim(),
    ),
  ]);
  expect(shown).toEqual([
    ['S-001', 'AA law § 1 7', 'BB not_checked', 'CC not_checked'],
    ['S-002', 'AA not_found', 'BB recommended 2', 'CC not_checked'],
  ]);
});
