import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { fail, ok, type Result } from '../core/base.ts';
import type { RoleId, SafeguardId } from '../core/content/ids.ts';
import type { IsoDate } from '../core/content/verification.ts';
import type { Pin } from '../core/plan/pins.ts';
import { factNames, type Facts } from '../core/profile/facts.ts';
import type { Capacity, Profile, RatingEntry } from '../core/profile/profile.ts';
import type { Finding } from './finding.ts';
import { profileSchema, type ProfileFile } from './profile-schema.ts';
import { locate } from './locate.ts';
import { readYamlAsWritten } from './yaml.ts';

/** Reads a profile from the text of a YAML or JSON file. All problems at once, each with line, path, what is allowed and the nearest. */
export function readProfileText(
  text: string,
  file: string,
  safeguards: readonly SafeguardId[],
): Result<Profile, readonly Finding[]> {
  const read = readYamlAsWritten(text);
  if (!read.ok) return fail([{ file, line: read.error.line, path: '', rule: 'yaml', message: read.error.message }]);
  const profile = readProfile(read.value, safeguards);
  if (profile.ok) return profile;
  return fail(profile.error.map(({ path, message }) => ({ file, rule: 'profile', message, ...locate(text, path) })));
}

export type ProfileProblem = { readonly path: readonly (string | number)[]; readonly message: string };

/** Reads a profile from a value, as a request body holds it. */
export function readProfile(
  value: unknown,
  safeguards: readonly SafeguardId[],
): Result<Profile, readonly ProfileProblem[]> {
  const parsed = profileSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) return fail(parsed.error.issues.flatMap(problemsOf));
  const isStrange = (id: string): boolean => !safeguards.includes(id as SafeguardId);
  const strange = Object.keys(parsed.data.ratings ?? {}).filter(isStrange);
  const strangeMoves = Object.keys(parsed.data.plan_pins ?? {}).filter(isStrange);
  const unreasoned = Object.entries(parsed.data.ratings ?? {}).filter(([, entry]) =>
    typeof entry === 'string'
      ? entry === 'not_applicable'
      : entry.rating === 'not_applicable' && entry.reason === undefined,
  );
  const problems = [
    ...strange.map((id) => ({
      path: ['ratings', id],
      message: `Cannot rate "${id}": no such safeguard; the nearest is "${closest(id, [...safeguards])}"`,
    })),
    ...strangeMoves.map((id) => ({
      path: ['plan_pins', id],
      message: `Cannot move "${id}": no such safeguard; the nearest is "${closest(id, [...safeguards])}"`,
    })),
    ...unreasoned.map(([id]) => ({
      path: ['ratings', id],
      message: `Cannot leave out "${id}" as not applicable without a reason: add "reason"`,
    })),
  ];
  return problems.length > 0 ? fail(problems) : ok(profileOf(parsed.data));
}

function profileOf(file: ProfileFile): Profile {
  const known = file as Readonly<Record<string, unknown>>;
  const facts = Object.fromEntries(
    factNames.flatMap((name) => (known[name] === undefined || known[name] === null ? [] : [[name, known[name]]])),
  );
  return {
    name: file.name,
    nativeName: file.native_name,
    shortName: file.short_name,
    isExample: file.example ?? false,
    statedOn: file.stated_on,
    facts: facts as Facts,
    rolesPresent: (file.roles_present as readonly RoleId[] | null | undefined) ?? null,
    capacity: capacityOf(file.capacity),
    dayRateEur: file.day_rate_eur ?? null,
    downtime: (file.downtime_eur_per_hour ?? []).map(({ service, eur, note }) => ({ service, eurPerHour: eur, note })),
    ratings: new Map(Object.entries(file.ratings ?? {}).flatMap(([id, entry]) => entryOf(id as SafeguardId, entry))),
    ...(file.plan_pins === undefined || file.plan_pins === null ? {} : { planPins: pinsOf(file.plan_pins) }),
  };
}

const capacityOf = (capacity: ProfileFile['capacity']): Capacity | null =>
  capacity === undefined || capacity === null
    ? null
    : {
        personDays: capacity.person_days_per_quarter,
        moneyEur: capacity.money_eur_per_quarter,
        firstQuarter: capacity.first_quarter,
      };

const pinsOf = (pins: NonNullable<ProfileFile['plan_pins']>): readonly Pin[] =>
  Object.entries(pins).map(([id, place]) => ({
    id: id as SafeguardId,
    ...(typeof place === 'string'
      ? { kind: 'quarter' as const, quarter: place }
      : { kind: 'aside' as const, reason: place.set_aside }),
  }));

type WrittenRating = NonNullable<ProfileFile['ratings']>[string];

/** "Unknown" is the absence of a rating, so it leaves no entry. */
function entryOf(id: SafeguardId, written: WrittenRating): readonly [SafeguardId, RatingEntry][] {
  const entry = typeof written === 'string' ? { rating: written } : written;
  if (entry.rating === 'unknown') return [];
  const rating =
    entry.rating === 'not_applicable'
      ? ({ kind: entry.rating, reason: entry.reason ?? '' } as const)
      : ({ kind: entry.rating } as const);
  return [
    [
      id,
      {
        rating,
        ratedOn: entry.rated_on as IsoDate | undefined,
        owner: entry.owner,
        due: entry.due as IsoDate | undefined,
        note: entry.note,
        evidence: entry.evidence ?? [],
      },
    ],
  ];
}

/** A problem in the words of a user: what stands there, what is allowed, what is nearest. */
function problemsOf(issue: z.core.$ZodIssue): readonly ProfileProblem[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key, path) }));
  if (issue.code === 'invalid_union') return unionProblems(issue, path);
  if (issue.code === 'invalid_value') return [{ path, message: notAllowed(issue.input, issue.values.map(String)) }];
  return [{ path, message: `Cannot read ${shown(issue.input)}: ${wanted(issue)}` }];
}

/** A rating is a word or a record; the shape of the input says which of the two was meant. */
function unionProblems(
  issue: Extract<z.core.$ZodIssue, { code: 'invalid_union' }>,
  path: readonly (string | number)[],
): readonly ProfileProblem[] {
  const branch = issue.errors[typeof issue.input === 'object' ? 1 : 0] ?? [];
  return branch.flatMap((inner) =>
    problemsOf({ ...inner, path: [...path, ...inner.path], input: inner.input ?? issue.input } as z.core.$ZodIssue),
  );
}

function unknownKey(key: string, path: readonly (string | number)[]): string {
  const allowed = path.length === 0 ? Object.keys(profileSchema.shape) : [];
  const near = allowed.length > 0 ? closest(key, allowed) : '';
  const hint =
    near !== '' && distance(key, near) <= Math.max(3, key.length / 2) ? `; the nearest key is "${near}"` : '';
  return `Cannot read key "${key}": a profile has no such key${hint}`;
}

function notAllowed(input: unknown, allowed: readonly string[]): string {
  const near = typeof input === 'string' ? `; the nearest is "${closest(input, [...allowed])}"` : '';
  return `Cannot read ${shown(input)}: allowed ${allowed.length === 1 ? 'is' : 'are'} ${allowed.map((word) => `"${word}"`).join(', ')}${near}`;
}

const shown = (input: unknown): string =>
  input === undefined ? 'nothing' : `"${JSON.stringify(input).slice(0, 80).replace(/^"|"$/gu, '')}"`;

function wanted(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int'
        ? 'a whole number is wanted'
        : `${article(issue.expected)} is wanted, or null where it is not known`;
    case 'too_small':
      return `at least ${issue.minimum} is wanted`;
    case 'too_big':
      return `at most ${issue.maximum} is allowed`;
    default:
      return `${issue.message.replace(/^must be /u, '')} is wanted`;
  }
}

const typeNames: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  array: 'a list',
  object: 'a record with keys',
  record: 'a record with keys',
  string: 'a text',
  number: 'a number',
};
const article = (expected: string): string => typeNames[expected] ?? `a ${expected}`;
