import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { ok, type Result } from '../../core/base.ts';
import type { RoleId } from '../../core/content/ids.ts';
import type { Facts } from '../../core/profile/facts.ts';
import { ask, askOrThrow, type Failure } from './ask.ts';

/** Ratings as a profile holds them; no entry means unknown. */
export type StoredRating = {
  readonly rating: string;
  readonly reason?: string;
  readonly note?: string;
  readonly owner?: string;
  readonly evidence?: readonly unknown[];
};

/** People and money of a quarter, as a profile holds them. */
export type StoredCapacity = {
  readonly person_days_per_quarter: number;
  readonly money_eur_per_quarter: number;
  readonly first_quarter?: string;
};
/** What an hour without a service costs, as a profile holds it. */
export type StoredDowntime = { readonly service: string; readonly eur: number; readonly note?: string };

/** The stored profile, with the keys of a profile file. */
export type StoredProfile = Facts & {
  readonly name: string;
  readonly example?: boolean;
  readonly roles_present?: readonly RoleId[] | null;
  readonly capacity?: StoredCapacity | null;
  readonly day_rate_eur?: number | null;
  readonly downtime_eur_per_hour?: readonly StoredDowntime[] | null;
  readonly ratings?: Readonly<Record<string, StoredRating>>;
};

/** `profile` null: nothing was answered yet. */
export type ProfileAnswer = { readonly profile: StoredProfile | null; readonly version: number };

export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: ({ signal }) => askOrThrow<ProfileAnswer>({ method: 'GET', path: '/api/profile', signal }),
});

/** New answers; null takes one back to unknown. */
export type Answers = Readonly<Record<string, unknown>>;

/** Stores answers, unless someone else changed the profile since it was read: at `since`, else the last time. */
export async function saveAnswers(
  client: QueryClient,
  answers: Answers,
  since?: number,
): Promise<Result<null, Failure>> {
  const version = since ?? (await client.ensureQueryData(profileQuery)).version;
  const saved = await ask<{ version: number }>({ method: 'PATCH', path: '/api/profile', body: { answers, version } });
  await forgetProfile(client);
  return saved.ok ? ok(null) : saved;
}

/** What was read of the profile, and what was made from it, is old. */
export async function forgetProfile(client: QueryClient): Promise<void> {
  client.removeQueries({ queryKey: ['guide'], type: 'inactive' });
  await client.invalidateQueries({ queryKey: ['profile'] });
}

/** Stores a rating, and keeps what else is known of it. A rating needs a profile to belong to. */
export async function saveRating(
  client: QueryClient,
  safeguard: string,
  rating: string,
): Promise<Result<null, Failure>> {
  const { profile } = await client.ensureQueryData(profileQuery);
  if (profile === null) {
    const begun = await saveAnswers(client, {});
    if (!begun.ok) return begun;
  }
  const saved = await ask({ method: 'PATCH', path: `/api/ratings/${safeguard}`, body: { rating } });
  await forgetProfile(client);
  return saved.ok ? ok(null) : saved;
}
