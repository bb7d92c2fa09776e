/** The shapes of content files, after their keys became camelCase. One schema a kind; types come from core and must agree. */
import { z } from 'zod';
import type * as Ids from '../../core/content/ids.ts';
import { roleIds } from '../../core/content/ids.ts';
import { isDay } from '../../core/incident/calendar.ts';
import { sizeClasses } from '../../core/content/safeguard.ts';
import type { Span } from '../../core/content/safeguard.ts';
import type { IsoDate, Sourced, Verification } from '../../core/content/verification.ts';

/** A string of a given form, under the branded type that core gives it. */
const branded = <Name extends string>(form: RegExp, wanted: string) =>
  z.string().regex(form, { error: `must be ${wanted}` }) as unknown as z.ZodType<Name>;

const slug = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;
export const documentId = branded<Ids.DocumentId>(slug, 'a document id such as eu-nis2');
export const frameworkId = branded<Ids.FrameworkId>(slug, 'a framework id such as nis2');
export const obligationId = branded<Ids.ObligationId>(slug, 'an obligation id such as nis2-governance');
export const topicId = branded<Ids.TopicId>(slug, 'a topic id such as remote-maintenance');
export const threatId = branded<Ids.ThreatId>(slug, 'a threat id such as ransomware');
export const assetGroupId = branded<Ids.AssetGroupId>(slug, 'an asset group id such as medical-devices');
export const chapterId = branded<Ids.ChapterId>(slug, 'a chapter id such as incidents');
export const safeguardId = branded<Ids.SafeguardId>(/^S-\d{3}$/, 'a safeguard id such as S-043');
export const statisticId = branded<Ids.StatisticId>(/^ST-\d{2}$/, 'a statistic id such as ST-10');
export const practiceId = branded<Ids.PracticeId>(slug, 'a practice id such as cy-controls-list');
export const pipelineId = branded<Ids.PipelineId>(slug, 'the id of law in the pipeline such as nis2-amendment');
export const termId = branded<Ids.TermId>(slug, 'a term id such as second-factor');
export const countryCode = branded<Ids.CountryCode>(/^[A-Z]{2}$/, 'an ISO 3166-1 code such as GR');
export const requirementRef = branded<Ids.RequirementRef>(
  /^[a-z0-9.-]+:\S+$/,
  'framework and requirement such as nis2:21(2)(d)',
);
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a day such as 2026-11-23' })
  .refine(isDay, { error: 'must be a day of the calendar, such as 2026-11-23' }) as unknown as z.ZodType<IsoDate>;

/** The version of a row that its reader saw, as large as a database counts. */
export const versionInput = z.number().int().min(0).max(2_147_483_647);

export const roleId = z.enum(roleIds);
/**
 * A name in one line: without control characters, which a database or a table on a terminal would choke on, or those that
 * turn the direction of reading, and with something in it to be seen.
 */
export const oneLine = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u, {
    error: 'must be one line, without control characters',
  })
  .regex(/[\p{L}\p{N}\p{P}\p{S}]/u, { error: 'must hold a letter, a digit or a sign' });
export const text = z.string().trim().min(1).max(2000);
/** Only addresses that a reader may open; never javascript: or file:. */
export const webAddress = z
  .string()
  .regex(/^https?:\/\/\S+$/, { error: 'must be a web address that begins with http:// or https://' });
export const url = webAddress.nullable();

export const verification = z.strictObject({
  status: z.enum(['verified', 'secondary', 'editorial', 'recall']),
  checkedOn: isoDate,
  sources: z.array(text),
  note: text.optional(),
}) satisfies z.ZodType<Verification>;

export const sourced = <Value>(value: z.ZodType<Value>): z.ZodType<Sourced<Value>> =>
  z.strictObject({ value, verification });

export const span = z.tuple([z.number().min(0), z.number().min(0)]).refine(([low, high]) => low <= high, {
  error: 'must not have a low figure above its high one',
}) satisfies z.ZodType<Span>;

/** A record with every one of the given keys, no more and no fewer. */
export const complete = <const Keys extends readonly [string, ...string[]], Value>(
  keys: Keys,
  value: z.ZodType<Value>,
) => z.record(z.enum(keys), value) as unknown as z.ZodType<Readonly<Record<Keys[number], Value>>>;

export const bySize = complete(sizeClasses, span);
