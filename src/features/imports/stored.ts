/** The shapes of what imports keep as JSON. It was checked when it came in, and is read back with the same types. */
import { z } from 'zod';
import type { BundleCounts } from '../../core/guidance/counts.ts';
import type { ImportFinding, ImportLoss } from '../../core/guidance/bundle.ts';
import type { EditionRequirement, FrameworkEdition } from '../../core/guidance/edition.ts';
import type { ImportPart } from '../../core/guidance/import-view.ts';
import { standings } from '../../core/guidance/weigh.ts';

const words = z.string().nullable();
// What must be there is checked; what else an edition says, such as a translation, is kept as it is.
export const translationsSchema = z.record(z.string(), z.looseObject({ title: words, text: words, note: words }));

type Rest = Pick<EditionRequirement, 'groups' | 'evidence' | 'weight' | 'refersTo' | 'questions' | 'translations'>;

/** What a requirement says besides its words. */
export const restSchema = z.looseObject({
  groups: z.array(z.string()),
  evidence: words,
  weight: z.number().nullable(),
  refersTo: z.array(z.string()),
  questions: z.array(
    z.looseObject({
      id: z.string(),
      text: z.string(),
      kind: z.enum(['one', 'several', 'text', 'number', 'date', 'yes_no']),
      choices: z.array(
        z.looseObject({
          id: z.string(),
          text: z.string(),
          score: z.number().nullable(),
          result: words,
          groups: z.array(z.string()),
        }),
      ),
      dependsOn: z.object({ question: z.string(), answers: z.array(z.string()), all: z.boolean() }).nullable(),
    }),
  ),
  translations: translationsSchema,
}) as unknown as z.ZodType<Rest>;

/** A framework without its requirements. */
export const editionFacts = z.looseObject({
  urn: z.string(),
  edition: z.string(),
  number: words,
  title: z.string(),
  text: words,
  language: z.string(),
  publisher: words,
  publishedOn: words,
  groups: z.array(z.looseObject({ id: z.string(), title: z.string(), text: words, isDefault: z.boolean() })),
  scale: z
    .looseObject({
      least: z.number(),
      most: z.number(),
      levels: z.array(z.looseObject({ score: z.number(), title: z.string(), text: words })),
    })
    .nullable(),
  translations: translationsSchema,
}) as unknown as z.ZodType<Omit<FrameworkEdition, 'requirements'>>;

const count = z.number().int();
export const countsSchema: z.ZodType<BundleCounts> = z.object({
  frameworks: count,
  requirements: count,
  assessable: count,
  questions: count,
  groups: count,
  mappingSets: count,
  relations: count,
  threats: count,
  controls: count,
  metrics: count,
  components: count,
  matrices: count,
  errors: count,
  warnings: count,
  notes: count,
  losses: count,
});

/** How much an edition holds, counted once. */
export const editionCounts = z.object({ requirements: count, assessable: count, languages: z.array(z.string()) });

export const partSchema: z.ZodType<ImportPart> = z.object({
  kind: z.enum(['framework', 'mapping_set']),
  urn: z.string(),
  edition: z.string(),
  title: z.string(),
  standing: z.enum(standings),
});

export const findingSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  at: z.string(),
  line: z.number().int().optional(),
  message: z.string(),
}) as unknown as z.ZodType<ImportFinding>;

export const lossSchema: z.ZodType<ImportLoss> = z.object({ code: z.string(), at: z.string(), what: z.string() });
