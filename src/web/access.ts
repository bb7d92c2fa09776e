import { redirect } from '@tanstack/react-router';
import { sessionQuery } from './client/session.ts';
import { queryClient } from './client/query-client.ts';

/** Pages that need nobody signed in. */
const open = /^\/(?:sign-in|welcome|answer)$/u;
/** Pages that ask for one thing, and have nothing around them. */
const bare = /^\/(?:sign-in|welcome|answer|first-steps(?:\/.*)?)$/u;

export const isBare = (path: string): boolean => bare.test(path);

/** Sends whoever is not signed in to where one signs in, and back afterwards. */
export async function barWithoutSession({ pathname, href }: { readonly pathname: string; readonly href: string }) {
  if (open.test(pathname)) return;
  const session = await queryClient.ensureQueryData(sessionQuery);
  if (session.account === null) throw redirect({ to: '/sign-in', search: href === '/' ? {} : { to: href } });
}
