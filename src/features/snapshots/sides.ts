import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import { findNamed } from '../../core/snapshot/named.ts';
import { titledBy } from '../../core/snapshot/standing.ts';
import type { ComparedSide } from '../../core/report/comparison-report.ts';
import type { Library } from '../../library/library.ts';
import type { Services } from '../../library/services.ts';
import { profileDigest } from '../../outputs/identity.ts';
import type { ActionContext, Failure } from '../../platform/action.ts';
import { profileFor } from '../profile/stored.ts';
import { standingNow } from '../sites/stored.ts';
import { readSnapshot, readSnapshots, type SnapshotFacts } from './queries.ts';
import { standingSchema, viewFacts, type SnapshotView } from './views.ts';

type Context = ActionContext<Services>;

/** The word for today, which no snapshot may bear. */
export const now = 'now';

/** How a snapshot is named from outside: by its id, or by its name. */
export const snapshotName = z.string().trim().min(1).max(120);

/** One day of a comparison, with the snapshot that it comes from; null for now. */
export type NamedSide = ComparedSide & { readonly id: string | null };

/** The day that a person names, a snapshot or now, with the titles of a reader's library. */
export async function sideOf(
  context: Context,
  wanted: string,
  { content: { safeguards } }: Pick<Library, 'content'>,
): Promise<Result<NamedSide, Failure>> {
  const side = wanted === now ? await sideNow(context) : await findSnapshot(context, wanted);
  return side.ok ? ok({ ...side.value, standing: titledBy(side.value.standing, safeguards) }) : side;
}

/** How everything stands now. */
export async function sideNow(context: Context): Promise<Result<NamedSide, Failure>> {
  const profile = await profileFor(context, undefined);
  if (!profile.ok) return profile;
  return ok({
    id: null,
    name: null,
    day: context.today,
    contentDigest: context.services.library.digest,
    profileDigest: profileDigest(profile.value),
    standing: (await standingNow(context, profile.value)).standing,
  });
}

/** The snapshot that has this id or this name, capitals or not. */
export async function findSnapshot({ store }: Context, wanted: string): Promise<Result<SnapshotView, Failure>> {
  const row = await store.read(async (db) => {
    const known = await readSnapshots(db);
    const found = findNamed(known, wanted);
    return found === undefined ? known : ((await readSnapshot(db, found.id)) ?? known);
  });
  if (!('standing' in row)) return fail(noSnapshot(wanted, row));
  return ok({ ...viewFacts(row), standing: standingSchema.parse(row.standing) });
}

const mostNamed = 10;

const noSnapshot = (wanted: string, known: readonly SnapshotFacts[]): Failure => ({
  kind: 'not_found',
  message: `No snapshot is called "${wanted}". ${
    known.length === 0
      ? 'There is none yet: take one with "theriac snapshots take".'
      : `The latest are ${known
          .slice(0, mostNamed)
          .map(({ name }) => `"${name}"`)
          .join(', ')}.`
  }`,
});
