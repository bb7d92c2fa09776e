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

const dayMs = 24 * 60 * 60 * 1000;
const ago = (days: number): Date => new Date(Date.now() - days * dayMs);

/** Something that people did, so many days ago. */
type Event = { readonly daysAgo: number; readonly name: string; readonly input: unknown };

/** How long ago each state was, and how many steps of rating were still missing then. */
const past = [
  { daysAgo: 300, steps: 2 },
  { daysAgo: 150, steps: 1 },
  { daysAgo: 7, steps: 0 },
] as const;
const ladder = ['not_implemented', 'partially', 'largely', 'fully'];

const savesOf = (profile: ProfileValue): readonly Event[] =>
  past.map(({ daysAgo, steps }) => ({
    daysAgo,
    name: 'profile.save',
    input: { profile: asItWas(profile, steps, ago(daysAgo)) },
  }));

/** What the hospital did besides: sites that differ, days that were kept, and duties that are followed up. */
const hospitalEvents = (): readonly Event[] => [
  ...['Main building', 'Day clinic', 'Dialysis centre'].map((name) => ({
    daysAgo: 299,
    name: 'sites.add',
    input: { name },
  })),
  ...(
    [
      [290, 'Main building', 'S-071', 'partially'],
      [290, 'Day clinic', 'S-071', 'not_implemented'],
      [290, 'Main building', 'S-041', 'partially'],
      [290, 'Dialysis centre', 'S-015', 'not_implemented'],
      [30, 'Main building', 'S-041', 'largely'],
      [30, 'Day clinic', 'S-041', 'largely'],
      [30, 'Dialysis centre', 'S-041', 'not_implemented'],
      [30, 'Dialysis centre', 'S-081', 'partially'],
    ] as const
  ).map(([daysAgo, site, id, rating]) => ({ daysAgo, name: 'sites.rate', input: { site, id, rating } })),
  { daysAgo: 289, name: 'snapshots.take', input: { name: 'First round' } },
  { daysAgo: 149, name: 'snapshots.take', input: { name: 'Half a year later' } },
  ...[
    { daysAgo: 250, input: { id: 'nis2-registration', state: 'done' } },
    { daysAgo: 200, input: { id: 'nis2-management-training', state: 'done', repeatMonths: 24 } },
    { daysAgo: 7, input: { id: 'nis2-governance', state: 'in_progress', nextDue: today(ago(-20)) } },
  ].map((event) => ({ ...event, name: 'obligations.follow' })),
];

/**
 * Fills an installation that holds nobody yet; one that does stays as it is. People come last, so that a first start which
 * was cut short is taken up again.
 */
export async function fillDemo(database: Database, door: Door, services: Services): Promise<void> {
  const [home] = await door.organisations();
  if (home === undefined || (await door.firstLink(home.id)) === null) return;
  const organisations: Organisation[] = [];
  for (const [index, profile] of exampleProfiles().entries()) {
    const orgId = index === 0 ? home.id : await organisationOf(door, home.id, profile);
    const organisation = { database, door, services, orgId };
    organisations.push(organisation);
    await tell(organisation, [...savesOf(profile), ...(index === 0 ? hospitalEvents() : [])]);
  }
  await admit(door, (await door.firstLink(home.id)) ?? '', demoPeople[0]);
  for (const [index, organisation] of organisations.entries())
    for (const person of index === 0 ? demoPeople.slice(1) : demoPeople) {
      const wanted = { email: person.email, role: person.role };
      const { link } = (await run(organisation, 'people.invite', wanted, new Date())) as { link: string };
      await admit(door, link, person);
    }
}

/** One after the other, as they happened. What is there already, from a start that was cut short, stays. */
async function tell(organisation: Organisation, events: readonly Event[]): Promise<void> {
  for (const { daysAgo, name, input } of events.toSorted((left, right) => right.daysAgo - left.daysAgo))
    await run(organisation, name, input, ago(daysAgo), ['conflict']);
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

/** Runs an action as on that day; failures of the kinds that are borne change nothing. */
async function run(
  { database, door, services, orgId }: Organisation,
  name: string,
  input: unknown,
  at: Date,
  borne: readonly string[] = [],
) {
  const action = (actions as readonly AnyAction<Services>[]).find((known) => known.name === name);
  if (action === undefined) throw new Error(`Cannot run "${name}": there is no such action`);
  const identity: Identity = command(orgId);
  const store = storeOf(database, identity.actor, () => at, orgId);
  const context = { ...contextOf(services, { store, identity, door }), now: () => at, today: today(at) };
  const result = await action.execute(context, input);
  if (result.ok) return result.value;
  if (borne.includes(result.error.kind)) return null;
  throw new Error(`Cannot run "${name}": ${result.error.message}`);
}
