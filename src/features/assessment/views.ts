/** Assessment: how far the organisation is, safeguard by safeguard. It reads what profile stores, and changes nothing. */
import { z } from 'zod';
import { ratingWords } from '../../library/profile-schema.ts';

const rowView = z.object({
  id: z.string(),
  title: z.string(),
  /** Of the title, where it is not English. */
  language: z.string().optional(),
  rating: z.enum(ratingWords),
  inMinimumSet: z.boolean(),
  /** Its place among what is to do; null where nothing is left to do, or nothing is known to rank by. */
  rank: z.number().int().nullable(),
  /** What has to stand before it is worth its effort, and does not yet. */
  waitsFor: z.array(z.string()),
});

export const assessmentView = z.object({
  /** Whose ratings these are, and who asks: what a browser keeps for later, it keeps under these. */
  organisation: z.string(),
  actor: z.string(),
  /** Whether who asks may change ratings. */
  mayRate: z.boolean(),
  on: z.string(),
  /** False before the first answer: there are no ranks then, and the minimum set is assumed. */
  hasProfile: z.boolean(),
  domains: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      groups: z.array(z.object({ id: z.string(), title: z.string(), rows: z.array(rowView) })),
    }),
  ),
  /** Of no concern here, by what the profile says: left out above until somebody rates one. */
  outside: z.array(z.object({ id: z.string(), title: z.string(), language: z.string().optional() })),
});
export type AssessmentView = z.infer<typeof assessmentView>;

const runView = z.union([
  z.string(),
  z.object({ cite: z.string(), text: z.string(), status: z.string() }),
  z.object({ strong: z.string() }),
]);
export type ShownRun = z.infer<typeof runView>;
const prose = z.array(runView);

export const guidanceView = z.object({
  id: z.string(),
  title: z.string(),
  /** Of title and what, where they are not English. */
  language: z.string().optional(),
  what: prose,
  doneWhen: z.object({ partially: prose, largely: prose, fully: prose }),
  patients: prose,
  /** What would prove it. */
  evidence: z.array(prose),
  accountable: z.string(),
  sources: z.array(z.object({ document: z.string(), text: z.string(), status: z.string(), relation: z.string() })),
});
export type GuidanceView = z.infer<typeof guidanceView>;
