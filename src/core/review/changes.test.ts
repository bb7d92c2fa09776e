import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesBetween, type ReleasedItem } from './changes.ts';

const item = (id: string, title: string, fields: Readonly<Record<string, string>>): ReleasedItem => ({
  kind: 'safeguards',
  id,
  title,
  fields,
});

test('changesBetween: added, changed with its fields, removed; what is the same says nothing', () => {
  const then = [
    item('S-001', 'Same', { what: 'a', how: 'b' }),
    item('S-002', 'Old title', { title: 'a', what: 'b', gone: 'c' }),
    item('S-003', 'Dropped', {}),
  ];
  const now = [
    item('S-001', 'Same', { what: 'a', how: 'b' }),
    item('S-002', 'New title', { title: 'x', what: 'b', fresh: 'd' }),
    item('S-004', 'Added', {}),
  ];
  expect(changesBetween(then, now)).toEqual([
    {
      kind: 'safeguards',
      id: 'S-002',
      title: 'New title',
      change: 'changed',
      fields: ['fresh', 'gone', 'title'],
      formerTitle: 'Old title',
    },
    { kind: 'safeguards', id: 'S-004', title: 'Added', change: 'added' },
    { kind: 'safeguards', id: 'S-003', title: 'Dropped', change: 'removed' },
  ]);
});

test('changesBetween: an id of one kind says nothing of the same id of another', () => {
  const topic: ReleasedItem = { ...item('cloud', 'Cloud', {}), kind: 'topics' };
  const chapter: ReleasedItem = { ...item('cloud', 'Cloud', {}), kind: 'chapters' };
  expect(changesBetween([topic], [chapter]).map(({ kind, change }) => `${kind} ${change}`)).toEqual([
    'chapters added',
    'topics removed',
  ]);
});

test('changesBetween: nothing has changed since now, whatever the content', () => {
  const items = fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom('safeguards' as const, 'topics' as const),
      id: fc.string(),
      title: fc.string(),
      fields: fc.dictionary(fc.string(), fc.string()),
    }),
    { selector: ({ kind, id }) => `${kind}/${id}` },
  );
  fc.assert(fc.property(items, (all) => changesBetween(all, all).length === 0));
});
