import { z } from 'zod';
import { roleIds } from '../core/content/ids.ts';
import type { FactKind, ScalarKind } from '../core/profile/facts.ts';
import { factTable } from '../core/profile/facts.ts';
import { ratings } from '../core/profile/profile.ts';
import { isoDate, webAddress } from './schema/parts.ts';

/** The shape of a profile file. Keys are as written there; null means unknown, like an absent key. */

const name = z.string().trim().min(1).max(400);
const words = z.string().trim().min(1).max(2000);
const country = z.string().regex(/^[A-Z]{2}$/, { error: 'an ISO 3166-1 country code in capitals, such as GR' });

function scalar(kind: ScalarKind): z.ZodType {
  switch (kind.kind) {
    case 'bool':
      return z.boolean();
    case 'country':
      return country;
    case 'date':
      return isoDate;
    case 'text':
      return words;
    case 'choice':
      return z.enum(kind.values);
    case 'number': {
      const number = kind.whole ? z.number().int() : z.number();
      return number.min(kind.min).max(kind.max);
    }
  }
}

function fact(kind: FactKind): z.ZodType {
  switch (kind.kind) {
    case 'countries':
      return z.array(country).max(60);
    case 'choices':
      return z.array(z.enum(kind.values)).max(60);
    case 'records':
      return z.array(z.strictObject(mapValues(kind.fields, (inner) => scalar(inner).nullish()))).max(200);
    default:
      return scalar(kind);
  }
}

const mapValues = <Value, Result>(
  table: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> => Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]));

export const factSchemas = mapValues<FactKind, z.ZodType>(factTable, (kind) => fact(kind).nullish());

export const ratingWords = [...ratings, 'unknown'] as const;
export const mostEvidence = 50;
/** `file` names a stored file; a profile that moves to another installation leaves the file itself behind. */
export const evidenceEntry = z.strictObject({
  what: words,
  dated: isoDate.optional(),
  owner: name.optional(),
  expires: isoDate.optional(),
  link: webAddress.max(2000).optional(),
  file: z.uuid().optional(),
});
/** What is said of a safeguard, by the rules of a profile file. */
export const ratingTexts = { reason: words, owner: name, note: words, due: isoDate };
export const ratingEntry = z.strictObject({
  rating: z.enum(ratingWords),
  reason: ratingTexts.reason.optional(),
  rated_on: isoDate.optional(),
  owner: ratingTexts.owner.optional(),
  due: ratingTexts.due.optional(),
  note: ratingTexts.note.optional(),
  evidence: z.array(evidenceEntry).max(mostEvidence).optional(),
});
export const ratingOrWord = z.union([z.enum(ratingWords), ratingEntry]);

export const quarter = z.string().regex(/^\d{4}-Q[1-4]$/, { error: 'a quarter such as 2027-Q1' });
export const setAsideReason = words;

export const profileSchema = z.strictObject({
  name,
  native_name: z.strictObject({ text: name, language: z.string().regex(/^[a-z]{2}$/) }).optional(),
  short_name: z.string().trim().min(1).max(70).optional(),
  example: z.boolean().optional(),
  stated_on: isoDate.optional(),
  ...factSchemas,
  roles_present: z.array(z.enum(roleIds)).nullish(),
  capacity: z
    .strictObject({
      person_days_per_quarter: z.number().min(0).max(100_000),
      money_eur_per_quarter: z.number().min(0).max(1e12),
      first_quarter: quarter.optional(),
    })
    .nullish(),
  day_rate_eur: z.number().positive().max(100_000).nullish(),
  downtime_eur_per_hour: z
    .array(
      z.strictObject({
        service: z.enum(factTable.services.values),
        eur: z.number().min(0).max(1e12),
        note: words.optional(),
      }),
    )
    .nullish(),
  ratings: z.record(z.string(), ratingOrWord).nullish(),
  /** Where people moved a safeguard in the plan: the quarter in which it begins, or why it is left out. */
  plan_pins: z.record(z.string(), z.union([quarter, z.strictObject({ set_aside: setAsideReason })])).nullish(),
});

/** A profile as files and request bodies write it. */
export type ProfileFile = z.infer<typeof profileSchema>;
