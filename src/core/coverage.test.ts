import { expect, test } from 'vitest';
import type { Framework } from './content/framework.ts';
import type { Safeguard } from './content/safeguard.ts';
import { coverageOf } from './coverage.ts';

const framework = (id: string, requirements: readonly object[]) =>
  ({ id, title: id, shortTitle: id, requirements }) as unknown as Framework;
const safeguard = (id: string, spine: string, ...to: readonly string[]) =>
  ({
    id,
    spine,
    mappings: to.map((ref) => ({ to: ref, relation: 'intersects-with', because: '' })),
  }) as unknown as Safeguard;

const frameworks = [
  framework('iso27001-2022', [{ id: 'A.5' }, { id: 'A.5.1', parent: 'A.5' }]),
  framework('nis-cg-2018', [{ id: '1.1' }, { id: '1.1.1', parent: '1.1' }]),
  framework('nis2', [
    { id: '20' },
    { id: '20(1)', parent: '20' },
    { id: '21(2)' },
    { id: '21(2)(a)', parent: '21(2)' },
    { id: '21(2)(b)', parent: '21(2)', untouchedBecause: 'A reason.' },
    { id: '34' },
  ]),
];
const safeguards = [
  safeguard('S-001', '1.1.1', 'nis2:20(1)'),
  safeguard('S-002', '1.1.1', 'nis2:21(2)(a)', 'nis2:20(1)'),
];

test('coverageOf: ends of the tree with what touches them, what is promised first', () => {
  const found = coverageOf({ frameworks, safeguards }).map(({ framework: { id }, isPromised, rows }) => [
    `${id}${isPromised ? ' promised' : ''}`,
    ...rows.map(
      ({ requirement, touching, untouchedBecause }) =>
        `${requirement.id}: ${touching.map(({ id: by }) => by).join(' ')}${untouchedBecause ?? ''}`,
    ),
  ]);
  expect(found).toEqual([
    ['nis-cg-2018 promised', '1.1.1: S-001 S-002'],
    ['nis2 promised', '20(1): S-001 S-002', '21(2)(a): S-002', '21(2)(b): A reason.'],
    ['iso27001-2022', 'A.5.1: '],
  ]);
});
