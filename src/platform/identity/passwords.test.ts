import { expect, test } from 'vitest';
import { checkPassword, hashPassword, isPassword } from './passwords.ts';

const known = ['chief', 'hospital', 'example'];

test.each([
  { given: 'a lamp above every bed', wanted: 'ok' },
  { given: 'ένα φως πάνω από κάθε κρεβάτι', wanted: 'ok' },
  { given: 'elevenchars', wanted: 'too_short' },
  { given: 'aaaaaaaaaaaaaaaaab', wanted: 'too_plain' },
  { given: 'ChiefHospital1', wanted: 'is_known' },
  { given: `${'long '.repeat(60)}`, wanted: 'too_long' },
])('checkPassword: "$given" is $wanted', ({ given, wanted }) => {
  const checked = checkPassword(given, known);
  expect(checked.ok ? 'ok' : checked.error).toBe(wanted);
});

test('hashPassword: two hashes of one password differ, and both know it', async () => {
  const [first, second] = [await hashPassword('a lamp above every bed'), await hashPassword('a lamp above every bed')];
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
  expect(first).not.toBe(second);
  expect(await isPassword('a lamp above every bed', first)).toBe(true);
  expect(await isPassword('a lamp above every bad', first)).toBe(false);
});

test('isPassword: the same letters in another form of Unicode are the same password', async () => {
  const stored = await hashPassword('caf\u00e9 at the harbour');
  expect(await isPassword('cafe\u0301 at the harbour', stored)).toBe(true);
});
