import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Force } from '../../core/content/obligation-rule.ts';
import type { IsoDate, VerificationStatus } from '../../core/content/verification.ts';
import type { Result } from '../../core/base.ts';
import type { FollowPatch, FollowUp } from '../../core/follow-up/follow-up.ts';
import type { FollowCounts } from '../../core/follow-up/standing.ts';
import { ask, askOrThrow, type Failure } from './ask.ts';
import type { Who } from './assessment.ts';

/** Whether a duty applies today; null where there is no profile to tell. */
type Applies = 'applies' | 'no_longer' | null;

/** The record of one duty. */
export type FollowUpRecord = FollowUp & {
  readonly id: string;
  readonly version: number;
  readonly changedAt: string | null;
  readonly changedBy: Who | null;
};

export type Followed = {
  readonly today: IsoDate;
  readonly mayChange: boolean;
  readonly counts: FollowCounts | null;
  readonly followUps: readonly (FollowUpRecord & { readonly title: string; readonly applies: Applies })[];
};

/** All records. Their key is under the profile, which decides what applies. */
export const followedQuery = queryOptions({
  queryKey: ['profile', 'follow-ups'],
  queryFn: ({ signal }) => askOrThrow<Followed>({ method: 'GET', path: '/api/follow-ups', signal }),
});

/** Whom a duty goes to, by what we know. */
export type Authority = {
  readonly name: string;
  readonly role: string;
  readonly url: string | null;
  readonly email: string | null;
  readonly status: VerificationStatus;
  readonly checkedOn: string;
};

export type FollowChange = {
  readonly version: number;
  readonly at: string;
  readonly by: Who;
  readonly before: FollowUp;
  readonly after: FollowUp;
};

export type FollowedDuty = {
  readonly title: string;
  readonly today: IsoDate;
  readonly mayChange: boolean;
  readonly force: Force | null;
  readonly applies: Applies;
  readonly authorities: readonly Authority[];
  readonly followUp: FollowUpRecord;
  readonly changes: readonly FollowChange[];
};

/** One duty with its record and every change of it. */
export const followedDutyQuery = (id: string) =>
  queryOptions({
    queryKey: ['profile', 'follow-ups', id],
    queryFn: ({ signal }) =>
      askOrThrow<FollowedDuty>({ method: 'GET', path: `/api/follow-ups/${encodeURIComponent(id)}`, signal }),
  });

/** Why a change was refused; with what stands there now, where someone else was first. */
export type FollowFailure = Failure & { readonly stored?: FollowUpRecord | undefined };

/** Stores a change, made on the version that its author saw. */
export async function saveFollowUp(
  client: QueryClient,
  id: string,
  patch: FollowPatch,
  version: number,
): Promise<Result<FollowUpRecord, FollowFailure>> {
  const path = `/api/follow-ups/${encodeURIComponent(id)}`;
  const saved = await ask<FollowUpRecord>({ method: 'PATCH', path, body: { ...patch, version } });
  await client.invalidateQueries({ queryKey: followedQuery.queryKey });
  return saved;
}
