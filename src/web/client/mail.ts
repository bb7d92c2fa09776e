import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Result } from '../../core/base.ts';
import { ask, askOrThrow, type Failure } from './ask.ts';

/** Whether mail is on, by which server it goes, and what became of the organisation's. */
export type MailStatus = {
  readonly isOn: boolean;
  readonly server: string | null;
  readonly encryption: 'tls' | 'starttls' | 'none' | null;
  readonly from: string | null;
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
  readonly lastError: string | null;
};

/** For administrators. */
export const mailQuery = queryOptions({
  queryKey: ['mail'],
  queryFn: ({ signal }) => askOrThrow<MailStatus>({ method: 'GET', path: '/api/mail', signal }),
});

/** Sends a test to one address; the server waits for what the mail server says. */
export const sendTestMail = (address: string): Promise<Result<unknown, Failure>> =>
  ask({ method: 'POST', path: '/api/mail/test', body: { address } });

/** Whether the person who is signed in is told by mail what is due. */
export async function setMailDue(client: QueryClient, due: boolean): Promise<Result<unknown, Failure>> {
  const changed = await ask({ method: 'PUT', path: '/api/session/mail', body: { due } });
  await client.invalidateQueries({ queryKey: ['session'] });
  return changed;
}
