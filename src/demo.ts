/** The demonstration: the four examples as organisations, with people in each role and a year of ratings behind them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actions } from './actions.ts';
import { storeOf } from './data.ts';
import { contextOf, today } from './installation.ts';
import type { Services } from './library/services.ts';
import { readYamlAsWritten } from './library/yaml.ts';
import { examplesFolder } from './places.ts';
import type { AnyAction } from './platform/action.ts';
import type { Database, OrgId } from './platform/db/database.ts';
import type { Door } from './platform/identity/door.ts';
import { command, type Identity, type Role } from './platform/identity/identity.ts';

/** The same for everyone, and printed at each start: nothing here is secret. */
export const demoPassword = 'a lamp above every bed';
export const demoPeople = [
  { name: 'Demo administrator', email: 'administrator@demo.example', role: 'administrator' },
  { name: 'Demo contributor', email: 'contributor@demo.example', role: 'contributor' },
  { name: 'Demo reader', email: 'reader@demo.example', role: 'reader' },
] as const satisfies readonly { readonly name: string; readonly email: string; readonly role: Role }[];

const day = 24 * 60 * 60 * 1000;
/** How long ago each state was, and how many steps of rating were still missing then. */
const past = [
  { daysAgo: 300, steps: 2 },
  { daysAgo: 150, steps: 1 },
  { daysAgo: 7, steps: 0 },
] as const;
const ladder = ['not_implemented', 'partially', 'largely', 'fully'];

/** What the hospital recorded of its duties: something done that returns, something done, and something under way. */
const followedUp = [
  { daysAgo: 250, dueInDays: null, record: { id: 'nis2-registration', state: 'done' } },
  { daysAgo: 200, dueInDays: null, record: { id: 'nis2-management-training', state: 'done', repeatMonths: 24 } },
  { daysAgo: 7, dueInDays: 20, record: { id: 'nis2-governance', state: 'in_progress' } },
] as const;

/**
 * Fills an installation that holds nobody yet; one that does stays as it is. People come last, so that a first start which
 * was cut short is taken up again.
 */
export async function fillDemo(database: Database, door: Door, services: Services): Promise<void> {
  const [home] = await door.organisations();
  if (home === undefined || (await door.firstLink(home.id)) === null) return;
  const ids: OrgId[] = [];
  for (const [index, profile] of exampleProfiles().entries()) {
    const orgId = index === 0 ? home.id : await organisationOf(door, home.id, profile);
    ids.push(orgId);
    for (const { daysAgo, steps } of past) {
      const at = new Date(Date.now() - daysAgo * day);
      await run({ database, door, services, orgId }, 'profile.save', { profile: asItWas(profile, steps, at) }, at);
    }
  }
  for (const { daysAgo, dueInDays, record } of followedUp) {
    const due = dueInDays === null ? {} : { nextDue: today(new Date(Date.now() + dueInDays * day)) };
    const at = new Date(Date.now() - daysAgo * day);
    await run({ database, door, services, orgId: home.id }, 'obligations.follow', { ...record, ...due }, at);
  }
  await admit(door, (await door.firstLink(home.id)) ?? '', demoPeople[0]);
  for (const [index, orgId] of ids.entries())
    for (const person of index === 0 ? demoPeople.slice(1) : demoPeople) {
      const wanted = { email: person.email, role: person.role };
      const { link } = (await run({ database, door, services, orgId }, 'people.invite', wanted, new Date())) as {
        link: string;
      };
      await admit(door, link, person);
    }
}

/** The organisation with the name of a profile, added where it is missing. */
async function organisationOf(door: Door, home: OrgId, profile: ProfileValue): Promise<OrgId> {
  const name = String(profile['short_name'] ?? profile['name']);
  const known = (await door.organisations()).find((organisation) => organisation.name === name);
  return known?.id ?? door.addOrganisation(command(home), name);
}

type ProfileValue = Readonly<Record<string, unknown>>;

function exampleProfiles(): readonly ProfileValue[] {
  const files = readdirSync(examplesFolder).filter((name) => name.endsWith('.yaml'));
  // The hospital first: it is what most want to see.
  const order = (name: string): number => (name.startsWith('hospital') ? 0 : 1);
  return files
    .toSorted((left, right) => order(left) - order(right) || left.localeCompare(right))
    .map((name) => {
      const read = readYamlAsWritten(readFileSync(join(examplesFolder, name), 'utf8'));
      if (!read.ok) throw new Error(`Cannot read the example "${name}": ${read.error.message}`);
      return read.value as ProfileValue;
    });
}

/** The profile with ratings some steps lower, as of that day. */
function asItWas(profile: ProfileValue, steps: number, at: Date): ProfileValue {
  const ratings = Object.entries((profile['ratings'] ?? {}) as Readonly<Record<string, unknown>>).flatMap(
    ([id, stated]) => {
      const entry = typeof stated === 'string' ? { rating: stated } : (stated as ProfileValue);
      const place = ladder.indexOf(String(entry['rating']));
      if (steps > 0 && place === -1) return [];
      const rating = place === -1 ? entry['rating'] : ladder[Math.max(0, place - steps)];
      return [[id, { ...entry, rating, ...(steps > 0 ? { rated_on: today(at) } : {}) }]];
    },
  );
  return { ...profile, ratings: Object.fromEntries(ratings) };
}

async function admit(door: Door, link: string, { name, email }: { readonly name: string; readonly email: string }) {
  const admitted = await door.accept(link, { name, email, password: demoPassword }, 'demonstration');
  if (!admitted.ok) throw new Error(`Cannot admit "${email}": ${admitted.error.message}`);
}

type Organisation = {
  readonly database: Database;
  readonly door: Door;
  readonly services: Services;
  readonly orgId: OrgId;
};

/** Runs an action as on that day. */
async function run({ database, door, services, orgId }: Organisation, name: string, input: unknown, at: Date) {
  const action = (actions as readonly AnyAction<Services>[]).find((known) => known.name === name);
  if (action === undefined) throw new Error(`Cannot run "${name}": there is no such action`);
  const identity: Identity = command(orgId);
  const store = storeOf(database, identity.actor, () => at, orgId);
  const context = { ...contextOf(services, { store, identity, door }), now: () => at, today: today(at) };
  const result = await action.execute(context, input);
  if (!result.ok) throw new Error(`Cannot run "${name}": ${result.error.message}`);
  return result.value;
}
