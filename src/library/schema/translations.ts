import { z } from 'zod';
import { isoDate, safeguardId, text } from './parts.ts';

const digest = z.string().regex(/^[0-9a-f]{8}$/, { error: 'must be eight letters of a digest, which stamping writes' });

const mark = {
  /** Of the English it was made from; absent until it is stamped. */
  source: digest.optional(),
  status: z.enum(['machine', 'confirmed']).default('machine'),
  confirmedBy: text.optional(),
  confirmedOn: isoDate.optional(),
};

type Vouched = {
  readonly status: string;
  readonly confirmedBy?: string | undefined;
  readonly confirmedOn?: string | undefined;
};

const isVouched = ({ status, confirmedBy, confirmedOn }: Vouched): boolean =>
  (status === 'confirmed') === (confirmedBy !== undefined && confirmedOn !== undefined);
const unvouched = { error: 'must say who confirmed it and on which day if it is confirmed, and only then' };

const safeguardText = z.strictObject({ title: text, what: text, ...mark }).refine(isVouched, unvouched);

/** What people ask in this language who look for the clause, besides its title. */
const also = text.optional();

const clauseText = z.strictObject({ title: text, also, ...mark }).refine(isVouched, unvouched);

/** `content/translations/<language>/clauses.yaml`, by name: titles of clauses, by which they are found. */
export const clauseTexts = z.record(z.string().regex(/^[^:]+:.+$/u), clauseText);
/** The same as read. */
export type ClauseTexts = z.infer<typeof clauseTexts>;

/** `content/translations/<language>/safeguards.yaml`, by id. */
export const safeguardTexts = z.record(safeguardId as unknown as z.ZodType<string, string>, safeguardText);
export type SafeguardTexts = z.infer<typeof safeguardTexts>;

/** `3fa9c2d1`, or `3fa9c2d1 confirmed 2026-12-01 A. Papadopoulou`. */
export const wordMark = /^([0-9a-f]{8})(?: confirmed (\d{4}-\d{2}-\d{2}) (.+))?$/u;
/** `content/words/<language>/status.yaml`, by key. */
export const wordMarks = z.record(
  z.string(),
  z.string().regex(wordMark, { error: 'must be a digest such as "3fa9c2d1", and who confirmed it' }),
);
