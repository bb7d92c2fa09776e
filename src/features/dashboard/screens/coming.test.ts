import { expect, test } from 'vitest';
import type { Obligations } from '../../../web/client/obligations.ts';
import type { Followed } from '../../../web/client/follow-up.ts';
import { comingDays, daysAhead, dueDays } from './coming.ts';

const duty = (id: string, title: string) => ({
  id,
  title,
  cite: { document: 'eu-ai', locator: 'Art. 26' },
  verification: { status: 'secondary' },
});
const given = {
  today: '2026-11-25',
  obligations: [duty('a', 'Deployers of AI'), duty('b', 'Transparency')],
  timeLine: [
    {
      document: 'eu-ai',
      title: 'AI Act',
      stages: [
        { date: '2025-02-02', duties: ['a'], event: null, status: 'verified' },
        { date: '2027-12-02', duties: ['a', 'b'], event: null, status: 'verified' },
      ],
    },
    {
      document: 'eu-nis2',
      title: 'NIS2',
      stages: [{ date: '2027-10-17', duties: [], event: 'review by the Commission', status: 'verified' }],
    },
  ],
} as unknown as Obligations;

test('comingDays: what is past is left out, what is sooner comes first, and days without a duty say so', () => {
  expect(comingDays(given, 5).map(({ date, title, more, concerns }) => [date, title, more, concerns])).toEqual([
    ['2027-10-17', 'NIS2: review by the Commission', 0, 'nobody'],
    ['2027-12-02', 'Deployers of AI', 1, 'us'],
  ]);
  expect(comingDays(given, 1).length).toBe(1);
});

test('daysAhead: what is due by our own record stands among the days of the law, what is overdue before all', () => {
  const record = (id: string, nextDue: string | null, applies = 'applies') => ({
    id,
    title: id,
    nextDue,
    applies,
    state: 'in_progress',
  });
  const followed = {
    today: '2026-11-25',
    followUps: [
      record('train', '2027-11-01'),
      record('report', '2026-11-24'),
      record('gone', '2026-12-01', 'no_longer'),
      record('register', null),
    ],
  } as unknown as Followed;
  const days = daysAhead(comingDays(given, 5), dueDays(followed), 3);
  expect(days.map(({ date, concerns }) => [date, concerns])).toEqual([
    ['2026-11-24', 'overdue'],
    ['2027-10-17', 'nobody'],
    ['2027-11-01', 'due'],
  ]);
});
