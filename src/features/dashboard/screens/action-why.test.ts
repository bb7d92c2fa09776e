import { expect, test } from 'vitest';
import type { Explanation } from '../../../web/client/ranking.ts';
import { whyOf } from './action-why.ts';

const duty = (title: string, value: number, isNamed = false, force = 'binding_now') => ({
  title,
  value,
  isNamed,
  force,
});
const cases = [
  {
    name: 'a duty that names it',
    item: { gapIsUnknown: true },
    duties: [duty('Risk measures', 1), duty('Approval by the board', 0.9, true)],
    says: 'The law names it: “Approval by the board”',
  },
  {
    name: 'a named duty that does not bind yet is no such reason',
    item: { gapIsUnknown: true },
    duties: [duty('Registration', 0.8, true, 'binding_from')],
    says: 'Its state is unknown; until you answer, it counts as not done',
  },
  { name: 'what it unlocks', item: { valuedWith: 'S-043' }, duties: [duty('X', 1)], says: 'S-043 needs it first' },
  {
    name: 'a duty it touches',
    item: {},
    duties: [duty('A', 0.2), duty('B', 0.5)],
    says: 'It touches “B”: Binding now',
  },
  { name: 'a threat', item: {}, threats: [{ title: 'Ransomware', part: 0.3 }], says: 'It acts on: Ransomware' },
  { name: 'nothing but its value', item: {}, says: 'It brings much for its effort' },
];

for (const { name, item, duties = [], threats = [], says } of cases) {
  test(`whyOf: ${name}`, () => {
    const given = { item: { gapIsUnknown: false, valuedWith: null, movedBefore: null, ...item }, duties, threats };
    expect(whyOf(given as unknown as Explanation).text).toBe(says);
  });
}
