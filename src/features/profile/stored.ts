/** Profile: what an organisation says about itself, and its ratings, as stored. */
import { fail, type Result } from '../../core/base.ts';
import type { Profile } from '../../core/profile/profile.ts';
import { isBlank } from '../../core/profile/rating-state.ts';
import { profileFromValue } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, Failure } from '../../platform/action.ts';
import { pinValue } from './pin-rows.ts';
import { readPinRows } from './pin-queries.ts';
import { readProfileRow } from './queries.ts';
import { readRatings } from './rating-queries.ts';
import { ratingValue } from './rating-rows.ts';

/** The profile that an action works on: the one it was given, else the stored one with its ratings. */
export async function profileFor(context: ActionContext<Services>, given: unknown): Promise<Result<Profile, Failure>> {
  if (given !== undefined) return profileFromValue(given, context.services.library);
  const value = await storedProfileValue(context);
  return value === null ? fail(noProfile) : profileFromValue(value, context.services.library);
}

const noProfile: Failure = {
  kind: 'no_profile',
  message:
    'There is no profile yet. Answer the first questions, or give a profile: as a file to a command, as "profile" in a request.',
};

/** The stored profile in the form of a profile file; null before the first answer. */
export async function storedProfileValue({
  store,
}: ActionContext<Services>): Promise<Readonly<Record<string, unknown>> | null> {
  const [profile, ratings, pins] = await store.read(
    async (db) => [await readProfileRow(db), await readRatings(db), await readPinRows(db)] as const,
  );
  if (profile === undefined) return null;
  return {
    ...profile.facts,
    ratings: Object.fromEntries(
      ratings.filter(({ state }) => !isBlank(state)).map(({ id, state }) => [id, ratingValue(state)]),
    ),
    ...(pins.length === 0
      ? {}
      : { plan_pins: Object.fromEntries(pins.map((row) => [row.safeguard_id, pinValue(row)])) }),
  };
}
