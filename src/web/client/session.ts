import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { ok, type Result } from '../../core/base.ts';
import { ask, askOrThrow, type Failure } from './ask.ts';

/** What someone may do in an organisation. */
export type RoleName = 'administrator' | 'contributor' | 'reader';
export type Membership = { readonly id: string; readonly name: string; readonly role: RoleName };
/** `account` null: nobody is signed in. */
export type Session = {
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly isOperator: boolean;
    /** Is told by mail what is due. */
    readonly isMailedDue: boolean;
  } | null;
  readonly organisation: Membership | null;
  readonly organisations: readonly Membership[];
  readonly isMailOn: boolean;
};

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => askOrThrow<Session>({ method: 'GET', path: '/api/session', signal }),
  staleTime: 60_000,
});

/** What a link offers. */
export type Offer = { readonly organisation: string; readonly role: RoleName; readonly email: string | null };

export const offerOf = (link: string) =>
  queryOptions({
    queryKey: ['offer', link],
    queryFn: ({ signal }) => askOrThrow<Offer>({ method: 'POST', path: '/api/session/offer', body: { link }, signal }),
    retry: false,
    staleTime: Infinity,
  });

export const signIn = (client: QueryClient, email: string, password: string): Promise<Result<null, Failure>> =>
  entering(client, { method: 'POST', path: '/api/session', body: { email, password } });

export type Newcomer = {
  readonly link: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
};

export const accept = (client: QueryClient, newcomer: Newcomer): Promise<Result<null, Failure>> =>
  entering(client, { method: 'POST', path: '/api/session/accept', body: newcomer });

export const enterOrganisation = (client: QueryClient, organisation: string): Promise<Result<null, Failure>> =>
  entering(client, { method: 'PATCH', path: '/api/session', body: { organisation } });

export const signOut = (client: QueryClient, everywhere: boolean): Promise<Result<null, Failure>> =>
  entering(client, { method: 'DELETE', path: `/api/session?everywhere=${everywhere}` });

export const changePassword = (present: string, next: string): Promise<Result<unknown, Failure>> =>
  ask({ method: 'PUT', path: '/api/session/password', body: { present, next } });

/** Whoever comes, goes or changes the organisation sees nothing of what was read before. */
async function entering(client: QueryClient, question: Parameters<typeof ask>[0]): Promise<Result<null, Failure>> {
  const answer = await ask(question);
  if (!answer.ok) return answer;
  client.clear();
  return ok(null);
}
