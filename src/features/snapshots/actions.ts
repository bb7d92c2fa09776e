import { z } from 'zod';
import { countRatings, type RatingCounts } from '../../core/assessment/overview.ts';
import { fail, ok, type Result } from '../../core/base.ts';
import { compare } from '../../core/snapshot/compare.ts';
import type { StoodSafeguard } from '../../core/snapshot/standing.ts';
import { languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import { oneLine } from '../../library/schema/parts.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, levels, type ActionContext, type Failure, type Permission } from '../../platform/action.ts';
import { json } from '../../platform/db/tables.ts';
import { makeComparison } from './document-action.ts';
import { printComparison, printSnapshot, printSnapshots, printTaken } from './print.ts';
import { deleteSnapshot, insertSnapshot, readSnapshots } from './queries.ts';
import { findSnapshot, now, sideNow, sideOf, snapshotName } from './sides.ts';
import { comparisonView, factsView, listView, snapshotView, viewFacts, viewStanding } from './views.ts';
import type { FactsView, SideView } from './views.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

/** One a week for some years. */
const mostSnapshots = 300;

const may = ({ level }: Context, wanted: Permission): boolean => levels.indexOf(level) >= levels.indexOf(wanted);

const listSnapshots = defineAction({
  name: 'snapshots.list',
  summary: 'The snapshots, latest first: name, day, counts and digests of each',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/snapshots',
  needsStore: true,
  input: z.strictObject({}),
  output: listView,
  command: {
    usage: 'snapshots list',
    example: './theriac snapshots list',
    toInput: async () => ok({}),
    print: printSnapshots,
  },
  run: async (context: Context) =>
    ok({
      snapshots: (await context.store.read(readSnapshots)).map(viewFacts),
      mostSnapshots,
      mayTake: may(context, 'contributor'),
      mayRemove: may(context, 'administrator'),
    }),
});

const showSnapshot = defineAction({
  name: 'snapshots.show',
  summary: 'One snapshot: every rating of that day, by safeguard and by site, and what came first',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/snapshots/{snapshot}',
  needsStore: true,
  input: z.strictObject({ snapshot: snapshotName }),
  sample: { snapshot: '0b1c3c9e-0000-4000-8000-000000000001' },
  output: snapshotView,
  command: {
    usage: 'snapshots show <snapshot>',
    example: './theriac snapshots show "Before the winter"',
    toInput: async ({ args: [snapshot] }) => ok({ snapshot }),
    print: printSnapshot,
  },
  run: (context: Context, { snapshot }) => findSnapshot(context, snapshot),
});

const takeInput = z.strictObject({
  name: oneLine.max(120).refine((name) => name.toLowerCase() !== now, { error: `"${now}" is the word for today` }),
  note: z.string().trim().min(1).max(2000).nullish(),
});

const takeSnapshot = defineAction({
  name: 'snapshots.take',
  summary: 'Keeps how everything stands today, for good: ratings, sites, minimum set and what comes first',
  permission: 'contributor',
  kind: 'command',
  method: 'post',
  path: '/api/snapshots',
  needsStore: true,
  input: takeInput,
  sample: { name: 'Before the winter' },
  output: factsView,
  command: {
    usage: 'snapshots take <name>',
    options: [{ flags: '--note <text>', description: 'what to know about this day' }],
    example: './theriac snapshots take "Before the winter" --note "After the audit of the day clinic"',
    toInput: async ({ args: [name], options }) =>
      ok({ name, ...(options['note'] === undefined ? {} : { note: options['note'] }) }),
    print: printTaken,
  },
  run: take,
});

async function take(context: Context, { name, note }: z.infer<typeof takeInput>): Promise<Result<FactsView, Failure>> {
  const side = await sideNow(context);
  if (!side.ok) return side;
  const { standing, day, contentDigest, profileDigest } = side.value;
  const snapshot = {
    name,
    note: note ?? null,
    day,
    taken_at: context.now(),
    actor: context.actor,
    content_digest: contentDigest,
    profile_digest: profileDigest,
    counts: json({
      all: count(standing.safeguards),
      minimumSet: count(standing.safeguards.filter(({ inMinimumSet }) => inMinimumSet)),
    }),
    standing: json(viewStanding(standing)),
  };
  let refusal: Failure = tooMany;
  const entry = { action: 'snapshots.take', object: 'snapshot', detail: { name, contentDigest, profileDigest } };
  const taken = await context.store.attempt(entry, async (db) => {
    const row = await insertSnapshot(db, snapshot, mostSnapshots);
    if (typeof row !== 'string') return row;
    if (row === 'name_taken') refusal = nameTaken(name);
    return undefined;
  });
  return taken === undefined ? fail(refusal) : ok(viewFacts(taken));
}

const count = (safeguards: readonly StoodSafeguard[]): RatingCounts =>
  countRatings(safeguards.map(({ rating }) => rating));

const nameTaken = (name: string): Failure => ({
  kind: 'conflict',
  message: `There is a snapshot "${name}" already, and it stays as it was taken. Give this one another name.`,
  details: [{ path: 'name', message: 'another snapshot has this name' }],
});

const tooMany: Failure = {
  kind: 'conflict',
  message: `At most ${mostSnapshots} snapshots are kept. An administrator may take one away.`,
};

const removeSnapshot = defineAction({
  name: 'snapshots.remove',
  summary: 'Takes a snapshot away; nothing can change one',
  permission: 'administrator',
  kind: 'command',
  method: 'delete',
  path: '/api/snapshots/{snapshot}',
  needsStore: true,
  input: z.strictObject({ snapshot: snapshotName }),
  sample: { snapshot: '0b1c3c9e-0000-4000-8000-000000000001' },
  output: z.object({ removed: z.string() }),
  command: {
    usage: 'snapshots remove <snapshot>',
    example: './theriac snapshots remove "Before the winter"',
    toInput: async ({ args: [snapshot] }) => ok({ snapshot }),
    print: ({ removed }, { library }) => library.words('en').translate('snapshots.removed', { name: removed }),
  },
  run: async (context: Context, { snapshot }) => {
    const found = await findSnapshot(context, snapshot);
    if (!found.ok) return found;
    const { id, name, day } = found.value;
    const entry = { action: 'snapshots.remove', object: `snapshot/${id}`, detail: { name, day } };
    await context.store.attempt(entry, (db) => deleteSnapshot(db, id));
    return ok({ removed: name });
  },
});

const compareSnapshots = defineAction({
  name: 'snapshots.changes',
  summary: 'What changed from one snapshot to another, or to now: by domain, safeguard and site',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/snapshot-comparison',
  needsStore: true,
  input: z.strictObject({ from: snapshotName, to: snapshotName.default(now), language: languageInput }),
  sample: { from: '0b1c3c9e-0000-4000-8000-000000000001', to: 'now' },
  output: comparisonView,
  command: {
    usage: 'snapshots changes <from> [to]',
    options: [languageOption],
    example: './theriac snapshots changes "Before the winter" now',
    toInput: async ({ args: [from, to], options: { language } }) =>
      ok({ from, language, ...(to === undefined ? {} : { to }) }),
    print: printComparison,
  },
  run: async (context: Context, { from, to, language }) => {
    const library = libraryIn(context.services, language);
    if (!library.ok) return library;
    const [before, after] = [await sideOf(context, from, library.value), await sideOf(context, to, library.value)];
    if (!before.ok) return before;
    if (!after.ok) return after;
    const view = ({ id, name, day, contentDigest, profileDigest }: SideView): SideView => ({
      id,
      name,
      day,
      contentDigest,
      profileDigest,
    });
    return ok({ from: view(before.value), to: view(after.value), ...compare(before.value, after.value) });
  },
});

export const snapshotActions = [
  listSnapshots,
  takeSnapshot,
  showSnapshot,
  removeSnapshot,
  compareSnapshots,
  makeComparison,
] as const;
