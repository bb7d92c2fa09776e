/** Profile: what an organisation says about itself, and its ratings, as stored. */
import { fail, type Result } from '../../core/base.ts';
import type { Profile } from '../../core/profile/profile.ts';
import { profileFromValue } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, Failure } from '../../platform/action.ts';
import { readProfileRow, readRatingRows } from './queries.ts';

/** The profile that an action works on: the one it was given, else the stored one with its ratings. */
export async function profileFor(context: ActionContext<Services>, given: unknown): Promise<Result<Profile, Failure>> {
  if (given !== undefined) return profileFromValue(given, context.services.library);
  const value = await storedProfileValue(context);
  return value === null ? fail(noProfile) : profileFromValue(value, context.services.library);
}

const noProfile: Failure = {
  kind: 'no_profile',
  message: 'There is no profile yet. Answer the first questions, or give a profile with the request.',
};

/** The stored profile in the form of a profile file; null before the first answer. */
export async function storedProfileValue({
  store,
}: ActionContext<Services>): Promise<Readonly<Record<string, unknown>> | null> {
  const [profile, ratings] = await store.read(
    async (db) => [await readProfileRow(db), await readRatingRows(db)] as const,
  );
  if (profile === undefined) return null;
  return {
    ...profile.facts,
    ratings: Object.fromEntries(ratings.map(({ safeguard_id, ...row }) => [safeguard_id, ratingValue(row)])),
  };
}

type RatingRow = Omit<Awaited<ReturnType<typeof readRatingRows>>[number], 'safeguard_id'>;

const ratingValue = ({ rating, note, reason, owner, evidence, rated_on }: RatingRow) => ({
  rating,
  ...(reason === null ? {} : { reason }),
  ...(note === null ? {} : { note }),
  ...(owner === null ? {} : { owner }),
  ...(rated_on === null ? {} : { rated_on }),
  evidence,
});
