import { fail, ok, unreachable, type Result } from '../../../core/base.ts';
import { factTable } from '../../../core/profile/facts.ts';
import type { StoredProfile } from '../../../web/client/profile.ts';
import { readNumber, type NumberProblem } from '../../../web/read-number.ts';
import { unnamed } from '../../../web/say.ts';
import type { Step } from './steps.ts';

/** What stands in the fields of one question, as typed and chosen. */
export type Draft = {
  readonly text: string;
  readonly choice: string | null;
  readonly choices: readonly string[];
  readonly isUnknown: boolean;
};

/** What a draft says: facts to store (null: back to unknown), or a rating. */
export type Reading =
  | { readonly kind: 'facts'; readonly answers: Readonly<Record<string, unknown>> }
  | { readonly kind: 'rating'; readonly safeguard: string; readonly rating: string };

export type ProblemKind = NumberProblem | 'tooLarge' | 'inEuros' | 'noChoice';

/** Which field cannot be read, and why. */
export type Problem = { readonly field: string; readonly kind: ProblemKind };

export const unknown = 'unknown';
export const none = 'none';
export const ratingChoices = ['fully', 'largely', 'partially', 'not_implemented'] as const;

/** Forms of a provider, and the kinds that are none. */
export const kinds = [
  ...factTable.provider_form.values.filter((form) => form !== 'other'),
  'other',
  'national_body',
  'eu_body',
  'supplier',
] as const;
const kindsOfOthers: readonly string[] = ['national_body', 'eu_body', 'supplier'];

const million = 1_000_000;
const mostPeople = factTable.staff_fte.max;
/** No hospital turns over so many millions: whoever writes them meant euros. */
const mostMillions = 100_000;

const blank: Draft = { text: '', choice: null, choices: [], isUnknown: false };

/** The stored answer as a draft. `isPassed`: the question was left with "I do not know yet". */
export function draftOf(step: Step, profile: StoredProfile | null, isPassed: boolean): Draft {
  const facts: Partial<StoredProfile> = profile ?? {};
  switch (step.asks) {
    case 'country':
      return {
        ...blank,
        text: nameOf(profile),
        choice: facts.country ?? null,
        isUnknown: isPassed && facts.country === undefined,
      };
    case 'kind':
      return { ...blank, choice: kindOf(facts) ?? (isPassed ? unknown : null) };
    case 'amount':
      return amountDraft(facts[step.fact] ?? null, step.unit, isPassed);
    case 'group':
      return {
        ...blank,
        choice: facts.in_group === undefined ? (isPassed ? unknown : null) : facts.in_group ? 'yes' : 'no',
      };
    case 'services':
      return {
        ...blank,
        choices: facts.services?.length === 0 ? [none] : (facts.services ?? []),
        isUnknown: isPassed && facts.services === undefined,
      };
    case 'rating':
      return { ...blank, choice: ratingOf(step.safeguard, profile) ?? (isPassed ? unknown : null) };
    default:
      return unreachable(step);
  }
}

/** The name that was given; empty where none was. */
const nameOf = (profile: StoredProfile | null): string =>
  profile === null || profile.name === unnamed ? '' : profile.name;

export const kindOf = (facts: Partial<StoredProfile>): string | undefined =>
  facts.org_kind !== undefined && kindsOfOthers.includes(facts.org_kind) ? facts.org_kind : facts.provider_form;

export const ratingOf = (safeguard: string, profile: StoredProfile | null): string | undefined =>
  profile?.ratings?.[safeguard]?.rating;

function amountDraft(value: number | null, unit: 'people' | 'millions', isPassed: boolean): Draft {
  if (value === null) return { ...blank, isUnknown: isPassed };
  return { ...blank, text: String(unit === 'millions' ? value / million : value) };
}

/** Reads a draft; every field that cannot be read is named. */
export function readDraft(step: Step, draft: Draft): Result<Reading, readonly Problem[]> {
  switch (step.asks) {
    case 'country':
      return readCountry(draft);
    case 'kind':
      return readChoice(draft, 'kind', (choice) => kindFacts(choice));
    case 'amount':
      return readAmount(step, draft);
    case 'group':
      return readChoice(draft, 'group', (choice) => ({ in_group: choice === unknown ? null : choice === 'yes' }));
    case 'services':
      return readServices(draft);
    case 'rating':
      return draft.choice === null
        ? noChoice(step.name)
        : ok({ kind: 'rating', safeguard: step.safeguard, rating: draft.choice });
    default:
      return unreachable(step);
  }
}

const noChoice = (field: string) => fail([{ field, kind: 'noChoice' as const }]);
const facts = (answers: Readonly<Record<string, unknown>>) => ok({ kind: 'facts' as const, answers });

/** The name may be left out, or taken back: an organisation without one bears the word that stands for it. */
function readCountry({ text, choice, isUnknown }: Draft): Result<Reading, readonly Problem[]> {
  if (choice === null && !isUnknown) return noChoice('country');
  const name = text.trim();
  return facts({ country: isUnknown ? null : choice, name: name === '' ? unnamed : name });
}

function readChoice(
  { choice }: Draft,
  field: string,
  answersOf: (choice: string) => Readonly<Record<string, unknown>>,
): Result<Reading, readonly Problem[]> {
  return choice === null ? noChoice(field) : facts(answersOf(choice));
}

function kindFacts(choice: string): Readonly<Record<string, unknown>> {
  if (choice === unknown) return { org_kind: null, provider_form: null };
  return kindsOfOthers.includes(choice)
    ? { org_kind: choice, provider_form: null }
    : { org_kind: 'healthcare_provider', provider_form: choice };
}

function readServices({ choices, isUnknown }: Draft): Result<Reading, readonly Problem[]> {
  if (isUnknown) return facts({ services: null });
  if (choices.length === 0) return noChoice('services');
  return facts({ services: choices.filter((choice) => choice !== none) });
}

type AmountStep = Extract<Step, { asks: 'amount' }>;

function readAmount({ name, fact, unit }: AmountStep, { text, isUnknown }: Draft): Result<Reading, readonly Problem[]> {
  if (isUnknown) return facts({ [fact]: null });
  const read = readNumber(text);
  if (!read.ok) return fail([{ field: name, kind: read.error }]);
  if (unit === 'people')
    return read.value > mostPeople ? fail([{ field: name, kind: 'tooLarge' }]) : facts({ [fact]: read.value });
  return read.value >= mostMillions
    ? fail([{ field: name, kind: 'inEuros' }])
    : facts({ [fact]: Math.round(read.value * million) });
}
