import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Result } from '../../core/base.ts';
import { language } from '../say.ts';
import { ask, askOrThrow, type Failure, type Question } from './ask.ts';
import type { RoleName } from './session.ts';

export type Member = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: RoleName;
  readonly since: string;
};
export type Invitation = {
  readonly id: string;
  readonly email: string | null;
  readonly role: RoleName;
  readonly endsAt: string;
};
export type Token = {
  readonly id: string;
  readonly name: string;
  readonly role: RoleName;
  readonly endsAt: string;
  readonly revokedAt: string | null;
};

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) =>
    askOrThrow<{ readonly members: readonly Member[]; readonly invitations: readonly Invitation[] }>({
      method: 'GET',
      path: '/api/people',
      signal,
    }),
});

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) =>
    askOrThrow<{ readonly tokens: readonly Token[] }>({ method: 'GET', path: '/api/tokens', signal }),
});

/** Asks, and lets what was read of people and tokens be read again. */
async function change<Answer>(client: QueryClient, question: Question): Promise<Result<Answer, Failure>> {
  const answer = await ask<Answer>(question);
  await Promise.all([
    client.invalidateQueries({ queryKey: ['people'] }),
    client.invalidateQueries({ queryKey: ['tokens'] }),
  ]);
  return answer;
}

export const invite = (client: QueryClient, email: string, role: RoleName) =>
  change<{ readonly link: string; readonly endsAt: string; readonly isMailed: boolean }>(client, {
    method: 'POST',
    path: '/api/people/invitations',
    body: { role, language, ...(email === '' ? {} : { email }) },
  });

export const withdraw = (client: QueryClient, id: string) =>
  change(client, { method: 'DELETE', path: `/api/people/invitations/${id}` });

export const setRole = (client: QueryClient, id: string, role: RoleName) =>
  change(client, { method: 'PUT', path: `/api/people/${id}`, body: { role } });

export const removeMember = (client: QueryClient, id: string) =>
  change(client, { method: 'DELETE', path: `/api/people/${id}` });

export const addToken = (
  client: QueryClient,
  token: { readonly name: string; readonly role: RoleName; readonly days: number },
) =>
  change<{ readonly secret: string; readonly endsAt: string }>(client, {
    method: 'POST',
    path: '/api/tokens',
    body: token,
  });

export const revokeToken = (client: QueryClient, id: string) =>
  change(client, { method: 'DELETE', path: `/api/tokens/${id}` });
