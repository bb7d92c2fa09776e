import { expect, test } from 'vitest';
import type { Evidence } from '../profile/profile.ts';
import { evidenceFrom, evidenceLines } from './evidence-lines.ts';

const policy = { what: 'Policy  of the\nhouse', dated: '2026-09-30', owner: 'CISO' } as Evidence;
const photo = { what: 'Photo', file: '0b1c3c9e-0000-4000-8000-000000000001' } as Evidence;

test('evidenceLines: one line a piece, and read back it is the same evidence', () => {
  const lines = evidenceLines([policy, photo, photo]);
  expect(lines).toBe('Policy of the house (2026-09-30)\nPhoto\nPhoto');
  expect(evidenceFrom(lines, [policy, photo, photo])).toEqual([policy, photo, photo]);
});

test.each([
  { name: 'a new line', lines: 'Photo\nTest (2026-11-01)', read: [photo, { what: 'Test', dated: '2026-11-01' }] },
  { name: 'brackets without a day', lines: 'Photo\nTest (2026-13-01)', read: [photo, { what: 'Test (2026-13-01)' }] },
  { name: 'nothing leaves the file', lines: ' \n ', read: [photo] },
])('evidenceFrom: $name', ({ lines, read }) => {
  expect(evidenceFrom(lines, [photo])).toEqual(read);
});
