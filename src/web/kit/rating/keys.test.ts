import { expect, test } from 'vitest';
import { actOf, type KeyAct } from './keys.ts';

const press = (key: string, code = '', held: object = {}) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

const cases: readonly {
  readonly name: string;
  readonly press: ReturnType<typeof press>;
  readonly act: KeyAct | null;
}[] = [
  { name: 'a small letter rates', press: press('f'), act: { kind: 'rate', rating: 'fully' } },
  { name: 'a capital letter too', press: press('N'), act: { kind: 'rate', rating: 'not_implemented' } },
  { name: 'X asks for its reason', press: press('x'), act: { kind: 'rate', rating: 'not_applicable' } },
  { name: 'the place of the key counts in Greek', press: press('φ', 'KeyF'), act: { kind: 'rate', rating: 'fully' } },
  {
    name: 'a Latin letter counts by what it says',
    press: press('l', 'KeyP'),
    act: { kind: 'rate', rating: 'largely' },
  },
  { name: 'a letter with Ctrl is the browser’s', press: press('f', 'KeyF', { ctrlKey: true }), act: null },
  { name: 'an arrow moves', press: press('ArrowUp'), act: { kind: 'move', by: -1 } },
  { name: 'a sign finds', press: press('/'), act: { kind: 'find' } },
  { name: 'another letter means nothing', press: press('q'), act: null },
];

test.each(cases)('actOf: $name', ({ press: given, act }) => {
  expect(actOf(given, true)).toEqual(act);
});

test('actOf: without letters arrows and Enter stay', () => {
  expect([press('f'), press('/'), press('?')].map((one) => actOf(one, false))).toEqual([null, null, null]);
  expect(actOf(press('ArrowDown'), false)).toEqual({ kind: 'move', by: 1 });
  expect(actOf(press('Enter'), false)).toEqual({ kind: 'open' });
});
