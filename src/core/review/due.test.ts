import { expect, test } from 'vitest';
import type { Content } from '../content/content.ts';
import type { ReviewMethod } from '../content/method.ts';
import type { IsoDate, VerificationStatus } from '../content/verification.ts';
import { dueOn } from './due.ts';

const verification = (status: VerificationStatus, checkedOn: string) => ({ status, checkedOn, sources: ['eu-nis2'] });

const method = {
  kind: 'review',
  rows: [
    { kind: 'countries', months: 6, because: '' },
    { kind: 'safeguards', months: 12, because: '' },
  ],
} as unknown as ReviewMethod;

const content = {
  documents: [{ id: 'old-standard', title: 'An old standard', verification: verification('secondary', '2020-01-01') }],
  frameworks: [
    {
      id: 'goals',
      title: 'Goals',
      requirements: [{ id: 'E1', verification: verification('recall', '2026-11-01') }, { id: 'E2' }],
      verification: verification('verified', '2026-11-01'),
    },
  ],
  safeguards: [
    {
      id: 'S-001',
      title: 'Read by two',
      verification: verification('editorial', '2026-05-31'),
      review: { on: '2026-06-01', note: '' },
    },
    { id: 'S-002', title: 'Read by one', verification: verification('editorial', '2026-05-31') },
  ],
  topics: [],
  threats: [],
  'asset-groups': [],
  roles: [],
  countries: [
    {
      code: 'GR',
      name: 'Greece',
      nis2: { title: 'Act', verification: verification('secondary', '2026-05-31') },
      bodies: [{ name: 'Body', verification: verification('verified', '2026-06-01') }],
    },
  ],
  statistics: [],
  chapters: [],
  obligations: [],
  methods: [],
  practices: [],
  pipeline: [],
  terms: [],
  variation: [],
  readings: [
    {
      id: 'legal',
      readings: [
        { sentence: 'A true one [nis2:20(1)].', verdict: 'supports', textRead: '', note: '', on: '2026-11-01' },
        {
          sentence: 'A doubtful one [nis2:23(4)].',
          verdict: 'partly',
          textRead: '',
          note: 'Says less.',
          on: '2026-11-02',
        },
      ],
      verification: verification('editorial', '2026-11-02'),
    },
  ],
} as unknown as Content;

const lines = (on: string): readonly string[] =>
  dueOn(content, method, on as IsoDate).facts.map(({ kind, id, field, reason, dueOn: due }) =>
    [kind, id, field, reason, due].join(' '),
  );

const cases: readonly (readonly [string, readonly string[]])[] = [
  [
    '2026-11-30',
    [
      'frameworks goals requirements.E1 unconfirmed ',
      'chapters legal  unsupported ',
      'safeguards S-002  unread 2027-05-31',
    ],
  ],
  [
    '2026-12-01',
    [
      'frameworks goals requirements.E1 unconfirmed ',
      'chapters legal  unsupported ',
      'countries GR nis2 old 2026-11-30',
      'safeguards S-002  unread 2027-05-31',
    ],
  ],
  [
    '2027-06-01',
    [
      'frameworks goals requirements.E1 unconfirmed ',
      'chapters legal  unsupported ',
      'safeguards S-001  old 2027-05-31',
      'safeguards S-002  old 2027-05-31',
      'countries GR nis2 old 2026-11-30',
      'countries GR bodies.0 old 2026-12-01',
      'safeguards S-002  unread 2027-05-31',
    ],
  ],
];

for (const [on, expected] of cases) {
  test(`dueOn: ${on}`, () => {
    expect(lines(on)).toEqual(expected);
  });
}

test('dueOn: counts every fact once, by how it was checked', () => {
  expect(dueOn(content, method, '2026-11-30' as IsoDate).counts).toEqual({
    verified: 2,
    secondary: 2,
    editorial: 3,
    recall: 1,
  });
});

test('dueOn: counts second readings by what was found', () => {
  expect(dueOn(content, method, '2026-11-30' as IsoDate).readings).toEqual({
    supports: 1,
    partly: 1,
    no: 0,
    'not-found': 0,
  });
});
