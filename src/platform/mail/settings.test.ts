import { expect, test } from 'vitest';
import { isAddress, oneLine } from './mail.ts';
import { readMailSettings } from './settings.ts';

const env = { THERIAC_MAIL_FROM: 'Theriac <theriac@h.example>', THERIAC_ORIGIN: 'https://theriac.h.example/' };
const read = (url: string, more: object = {}) => readMailSettings({ ...env, THERIAC_SMTP_URL: url, ...more });

const servers = [
  ['smtp://mail.h.example', { host: 'mail.h.example', port: 587, encryption: 'starttls', login: null }],
  ['smtps://mail.h.example', { port: 465, encryption: 'tls' }],
  ['smtp://mail.h.example:25?starttls=never', { port: 25, encryption: 'none' }],
  ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, encryption: 'none' }],
  ['smtp://[::1]:2525', { host: '::1', encryption: 'none' }],
  ['smtp://localhost?starttls=required', { encryption: 'starttls' }],
  ['smtp://localhost.evil.example', { encryption: 'starttls' }],
  ['smtp://us%40er:p%3Ass@mail.h.example', { login: { user: 'us@er', password: 'p:ss' } }],
] as const;
test.each(servers)('readMailSettings: %s', (url, wanted) => {
  expect(read(url)).toMatchObject({
    ok: true,
    value: { ...wanted, from: { name: 'Theriac', address: 'theriac@h.example' }, origin: 'https://theriac.h.example' },
  });
});

const refused: readonly (readonly [string, object, string])[] = [
  ['http://user:geheim@mail.h.example', {}, 'THERIAC_SMTP_URL'],
  ['user:geheim@mail.h.example', {}, 'THERIAC_SMTP_URL'],
  ['smtp://user:geheim%@mail.h.example', {}, 'THERIAC_SMTP_URL'],
  ['smtp://user:geheim@mail.h.example?starttls=maybe', {}, 'starttls'],
  ['smtp://user:geheim@mail.h.example?tls.rejectUnauthorized=false', {}, 'starttls'],
  ['smtps://user:geheim@mail.h.example?starttls=never', {}, 'starttls'],
  ['smtp://user:geheim@mail.h.example', { THERIAC_MAIL_FROM: undefined }, 'THERIAC_MAIL_FROM'],
  ['smtp://user:geheim@mail.h.example', { THERIAC_MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' }, 'THERIAC_MAIL_FROM'],
  ['smtp://user:geheim@mail.h.example', { THERIAC_ORIGIN: undefined }, 'THERIAC_ORIGIN'],
];
test.each(refused)('readMailSettings: %s with %o is refused without the password', (url, more, says) => {
  const settings = read(url, more);
  expect(settings).toMatchObject({ ok: false, error: { message: expect.stringContaining(says) } });
  expect(JSON.stringify(settings)).not.toContain('geheim');
});

test('readMailSettings: mail is off without a server', () => {
  expect(readMailSettings({})).toEqual({ ok: true, value: null });
});

const addresses: readonly (readonly [string, boolean])[] = [
  ['nurse@hospital.example', true],
  ['o’brien+ward@hospital.example', true],
  ['a@b', true],
  ['a@b@c', false],
  ['a@b.example, c@d.example', false],
  ['A <a@b.example>', false],
  ['a@b.example\r\nBcc:c@d.example', false],
  ['a@b.example\u0000', false],
  [`a@${'b'.repeat(260)}`, false],
];
test.each(addresses)('isAddress: %j is %s', (address, is) => {
  expect(isAddress(address)).toBe(is);
});

test('oneLine: nothing that ends a line is left', () => {
  expect(oneLine(' Due\r\nBcc: a@b.example\u2028x\u0000y\tz\u202E ')).toBe('Due Bcc: a@b.example x y z');
});
