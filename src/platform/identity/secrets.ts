import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** What a secret is for stands at its head, so that a leaked one can be told by its looks. */
export type SecretKind = 'session' | 'link' | 'token' | 'guest';

const heads: Readonly<Record<SecretKind, string>> = { session: 'ths_', link: 'thl_', token: 'tht_', guest: 'thg_' };
const secretBytes = 32;

/** A new secret of 256 random bits. It is shown once; what is stored is its digest. */
export const newSecret = (kind: SecretKind): string => heads[kind] + randomBytes(secretBytes).toString('base64url');

/** SHA-256, in hexadecimal: enough for secrets that nobody can guess. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whether a text can be a secret of a kind; saves asking the database about anything else. */
export const hasForm = (kind: SecretKind, text: string): boolean =>
  text.startsWith(heads[kind]) && /^[A-Za-z0-9_-]{47}$/u.test(text);

/** A new secret with what is stored of it. */
export function newKey(kind: SecretKind): { readonly id: string; readonly secret: string; readonly digest: string } {
  const secret = newSecret(kind);
  return { id: randomUUID(), secret, digest: digestOf(secret) };
}
