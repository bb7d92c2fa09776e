/**
 * Identity: who asks. Owns passwords, sessions, invitations and tokens of programs; must not know what anyone may do with
 * which rows, nor anything of HTTP.
 */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { fail, ok, type Result } from '../../core/base.ts';

/**
 * Argon2id with 19 MiB, two passes and one lane.
 * @source OWASP Password Storage Cheat Sheet, Argon2id
 */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tagBytes = 32;
const saltBytes = 16;

/** Fewest letters of a password that stands alone. */
export const fewestLetters = 12;
const mostLetters = 256;
const fewestDifferent = 6;

/** Why a password is refused. */
export type PasswordFault = 'too_short' | 'too_long' | 'too_plain' | 'is_known';

/** Whether a new password is good enough: long, not one letter repeated, not made of what everybody knows of its owner. */
export function checkPassword(password: string, known: readonly string[]): Result<string, PasswordFault> {
  const normal = password.normalize('NFKC');
  const length = [...normal].length;
  if (length < fewestLetters) return fail('too_short');
  if (length > mostLetters) return fail('too_long');
  if (new Set(normal.toLowerCase()).size < fewestDifferent) return fail('too_plain');
  const rest = known.reduce((left, word) => left.replaceAll(word.toLowerCase(), ''), normal.toLowerCase());
  return [...rest].length < fewestLetters / 2 ? fail('is_known') : ok(normal);
}

/** A password as it is stored: algorithm, cost, salt and tag in one text. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const tag = await derive(password, salt, cost);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Whether a password is the one that was stored. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/u.exec(stored);
  if (form === null)
    throw new Error('Cannot read a stored password: it has another form than Argon2id in PHC notation');
  const [memory, passes, parallelism] = form.slice(1, 4).map(Number);
  const salt = Buffer.from(form[4] ?? '', 'base64');
  const tag = Buffer.from(form[5] ?? '', 'base64');
  const found = await derive(password, salt, {
    memory: memory ?? 0,
    passes: passes ?? 0,
    parallelism: parallelism ?? 0,
  });
  return found.length === tag.length && timingSafeEqual(found, tag);
}

let nobodys: Promise<string> | undefined;
/** What is compared where there is no such account, so that the answer takes as long. Made when first wanted. */
export const nobodysPassword = (): Promise<string> =>
  (nobodys ??= hashPassword(randomBytes(saltBytes).toString('hex')));

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/u, '');

const derive = (password: string, nonce: Buffer, parameters: Record<keyof typeof cost, number>): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    argon2(
      'argon2id',
      { message: password.normalize('NFKC'), nonce, tagLength: tagBytes, ...parameters },
      (error, tag) => (error === null ? resolve(tag) : reject(error)),
    );
  });
