/** Twelve invented safeguards and a small world around them, for tables that a person can check by hand. */
import type { ObligationId, RequirementRef, SafeguardId, ThreatId } from '../../src/core/content/ids.ts';
import type { Framework } from '../../src/core/content/framework.ts';
import type { Method } from '../../src/core/content/method.ts';
import type { Threat } from '../../src/core/content/reference.ts';
import type { Safeguard, SizeClass, Span, Tier } from '../../src/core/content/safeguard.ts';
import type { IsoDate, Verification } from '../../src/core/content/verification.ts';
import type { Assessment, Obligation } from '../../src/core/obligations/assess.ts';
import type { Profile, RatingEntry } from '../../src/core/profile/profile.ts';

export const on = '2026-11-25' as IsoDate;
const verification: Verification = { status: 'editorial', checkedOn: on, sources: [] };

type Row = {
  readonly id: string;
  readonly tier: Tier;
  /** Threat and strength: `ransomware 3`. */
  readonly threats: readonly string[];
  readonly duty: string | null;
  readonly named?: string;
  /** Days and euros for a large and for a micro organisation; the sizes between are not used here. */
  readonly large: readonly [Span, Span];
  readonly micro: readonly [Span, Span];
  readonly needs?: readonly string[];
};

const rows: readonly Row[] = [
  {
    id: 'S-101',
    tier: 'essential',
    threats: ['human-error 1'],
    duty: 'law:20',
    named: 'board',
    large: [
      [4, 8],
      [0, 2000],
    ],
    micro: [
      [1, 1],
      [0, 0],
    ],
  },
  {
    id: 'S-102',
    tier: 'individual',
    threats: ['ransomware 3', 'system-failure 2'],
    duty: 'law:21',
    large: [
      [20, 40],
      [20000, 60000],
    ],
    micro: [
      [1, 2],
      [100, 400],
    ],
  },
  {
    id: 'S-103',
    tier: 'individual',
    threats: ['ransomware 2', 'data-theft 3'],
    duty: 'law:21',
    large: [
      [15, 30],
      [10000, 40000],
    ],
    micro: [
      [0, 1],
      [0, 100],
    ],
  },
  {
    id: 'S-104',
    tier: 'essential',
    threats: ['ransomware 1'],
    duty: 'law:21',
    large: [
      [30, 60],
      [5000, 20000],
    ],
    micro: [
      [1, 2],
      [0, 200],
    ],
  },
  {
    id: 'S-105',
    tier: 'essential',
    threats: ['ransomware 3'],
    duty: 'law:21',
    large: [
      [30, 60],
      [25000, 90000],
    ],
    micro: [
      [1, 2],
      [0, 500],
    ],
    needs: ['S-104'],
  },
  {
    id: 'S-106',
    tier: 'individual',
    threats: ['data-theft 2', 'human-error 2'],
    duty: 'law:21',
    large: [
      [10, 25],
      [0, 8000],
    ],
    micro: [
      [0, 1],
      [0, 0],
    ],
  },
  {
    id: 'S-107',
    tier: 'essential',
    threats: ['system-failure 3'],
    duty: 'law:21',
    large: [
      [25, 50],
      [0, 10000],
    ],
    micro: [
      [1, 2],
      [0, 0],
    ],
  },
  {
    id: 'S-108',
    tier: 'essential',
    threats: ['human-error 1'],
    duty: 'law:23',
    named: 'report',
    large: [
      [6, 12],
      [0, 0],
    ],
    micro: [
      [0, 1],
      [0, 0],
    ],
  },
  {
    id: 'S-109',
    tier: 'enhanced',
    threats: ['ransomware 2', 'data-theft 2'],
    duty: null,
    large: [
      [60, 120],
      [60000, 200000],
    ],
    micro: [
      [5, 10],
      [1000, 5000],
    ],
  },
  {
    id: 'S-110',
    tier: 'advanced',
    threats: ['ransomware 1'],
    duty: null,
    large: [
      [1, 3],
      [0, 0],
    ],
    micro: [
      [0, 1],
      [0, 0],
    ],
  },
  {
    id: 'S-111',
    tier: 'essential',
    threats: ['system-failure 1', 'data-theft 2'],
    duty: 'law:21',
    large: [
      [10, 20],
      [0, 5000],
    ],
    micro: [
      [0, 1],
      [0, 0],
    ],
  },
  {
    id: 'S-112',
    tier: 'individual',
    threats: ['data-theft 2'],
    duty: 'law:21',
    large: [
      [10, 20],
      [0, 5000],
    ],
    micro: [
      [0, 1],
      [0, 100],
    ],
  },
];

const bySize = (micro: Span, large: Span): Record<SizeClass, Span> => ({ micro, small: micro, medium: large, large });

/** Only what ranking reads; a safeguard in content has the rest. */
export const safeguards = rows.map(({ id, tier, threats, duty, named, large, micro, needs }) => ({
  id: id as SafeguardId,
  title: id,
  tier,
  topic: 'invented',
  namedDuties: named === undefined ? [] : [named as ObligationId],
  effortDays: bySize(micro[0], large[0]),
  costEur: bySize(micro[1], large[1]),
  needs: (needs ?? []) as readonly SafeguardId[],
  threats: threats.map((text) => {
    const [threat, strength] = text.split(' ');
    return { id: threat as ThreatId, strength: Number(strength) as 1 | 2 | 3, because: '' };
  }),
  mappings: duty === null ? [] : [{ to: duty as RequirementRef, relation: 'intersects-with', because: '' }],
})) as unknown as readonly Safeguard[];

const threat = (id: string, weight: Threat['weight'], scaledBy: Threat['scaledBy'] = []): Threat => ({
  id: id as ThreatId,
  title: id,
  group: 'malicious',
  description: '',
  weight,
  scaledBy,
  assetGroups: [],
  verification,
});

export const threats: readonly Threat[] = [
  threat('ransomware', { kind: 'counted', sharePercent: 54, statistic: 'ST-02' as never }, [
    { when: 'technology:staff_remote_access', factor: 1.25, because: '' },
  ]),
  threat('data-theft', { kind: 'counted', sharePercent: 46, statistic: 'ST-04' as never }),
  threat('human-error', { kind: 'remainder', part: 0.5 }),
  threat('system-failure', { kind: 'remainder', part: 0.5 }),
];

export const frameworks = [
  { id: 'law', requirements: [{ id: '20' }, { id: '21' }, { id: '21(1)', parent: '21' }, { id: '23' }] },
] as unknown as readonly Framework[];

export const methods: readonly Method[] = [
  {
    id: 'ranking',
    kind: 'ranking',
    title: 'ranking',
    verification,
    sourceYear: '2023',
    weights: { risk: 0.6, duty: 0.25, agreed: 0.15 },
    force: {
      bindingNow: 1,
      within12Months: 0.8,
      later: 0.6,
      sectorScheme: 0.5,
      needsAnswer: 0.5,
      recommended: 0.3,
      benchmark: 0.2,
    },
    unnamedDutyFactor: 0.5,
    agreedWithoutList: 0.5,
    leastDays: 5,
    dayRateEur: 500,
    remainderShare: 0.3,
    weightSwing: 0.5,
  },
  {
    id: 'tiers',
    kind: 'tiers',
    title: 'tiers',
    status: 'proposed',
    by: 'editors',
    date: on,
    verification,
    rows: [
      { form: 'practice', size: 'any', tier: 'individual', because: '' },
      { form: 'provider', size: 'large', tier: 'enhanced', because: '' },
    ],
  },
];

const duty = (id: string, requirement: string, force: Obligation['force']): Obligation =>
  ({
    id,
    title: id,
    force,
    requirements: [requirement],
    verification,
    order: 1,
    cite: { document: 'law', locator: id },
  }) as unknown as Obligation;

/** The law as it stands for a body on which it is binding, or only recommended. */
export const assessment = (force: Obligation['force'], size: SizeClass): Assessment =>
  ({
    size: { class: size },
    obligations: [duty('board', 'law:20', force), duty('measures', 'law:21', force), duty('report', 'law:23', force)],
  }) as unknown as Assessment;

export function profile(
  facts: Profile['facts'],
  ratings: Readonly<Record<string, 'N' | 'P' | 'L' | 'F' | 'X'>>,
): Profile {
  const words = { N: 'not_implemented', P: 'partially', L: 'largely', F: 'fully' } as const;
  const entry = (letter: 'N' | 'P' | 'L' | 'F' | 'X'): RatingEntry => ({
    rating: letter === 'X' ? { kind: 'not_applicable', reason: 'invented' } : { kind: words[letter] },
    evidence: [],
  });
  return {
    name: 'Invented',
    isExample: true,
    facts,
    rolesPresent: null,
    capacity: null,
    dayRateEur: null,
    downtime: [],
    ratings: new Map(Object.entries(ratings).map(([id, letter]) => [id as SafeguardId, entry(letter)])),
  };
}
