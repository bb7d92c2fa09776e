/** The shapes of core/crosswalk/view.ts as schemas: what the API promises. */
import { z } from 'zod';
import { comparedKinds } from '../../core/crosswalk/compared.ts';
import type { CrosswalkView, RequirementView, SideFacts } from '../../core/crosswalk/view.ts';
import { licenceStances } from '../../core/guidance/licence.ts';
import { rationales, reviewStates, setRelations } from '../../core/guidance/mapping-set.ts';
import { outcomes } from '../../core/mapping/algebra.ts';
import { reaches } from '../../core/mapping/coverage-of-relation.ts';

const words = z.string().nullable();
const count = z.number().int();
const relation = z.enum(setRelations);
const reach = z.enum(reaches).nullable();
const trust = {
  review: z.enum(reviewStates).nullable(),
  rationale: z.enum(rationales).nullable(),
  confidence: z.number().nullable(),
};

const side = z.object({
  id: z.string(),
  kind: z.enum(comparedKinds),
  title: z.string().describe('Empty of our safeguards, which are called by a word of the reader’s language'),
  shortTitle: z.string(),
  edition: words,
  language: words,
  editionId: words,
  requirements: count,
  relations: count,
  likeOurs: z
    .object({ id: z.string(), title: z.string(), placed: count, of: count, isUsed: z.boolean() })
    .nullable()
    .describe('The framework of ours that it is by name; used only where its numbers prove it'),
});

const named = z.object({ id: z.string(), code: z.string(), title: words, language: words });
const placed = named.extend({ framework: z.string(), frameworkTitle: z.string(), kind: z.enum(comparedKinds) });

const voice = z.object({
  kind: z.enum(['safeguard', 'mapping_set', 'part']),
  of: z.string(),
  edition: words,
  title: words,
  author: words,
  note: words,
  isInverse: z.boolean(),
  ...trust,
  hasTwin: z.boolean().describe('The same author says the same in the other direction; both are one source'),
});

const stated = z.object({ relation, reach, voices: z.array(voice) });

const composed = z.object({
  relation: z.enum([...setRelations, 'overlap']),
  mayBe: z.array(z.enum(outcomes)),
  reach,
  path: z.array(z.object({ to: placed, relation, voices: z.array(voice), isWeakest: z.boolean() })),
  weakest: z.object(trust),
  mixesRationales: z.boolean(),
  chains: count,
});

const pair = z.object({
  target: named,
  basis: z.enum(['stated', 'composed', 'candidate']),
  stated: z.array(stated),
  composed: z.array(composed),
  through: z.array(named).describe('Safeguards that touch both: worth a look, and never a mapping'),
  disagrees: z.boolean(),
});

const group = z.object({ id: z.string(), code: z.string(), title: words });

/** What can be compared. */
export const sideList = z.object({ frameworks: z.array(side) }) as unknown as z.ZodType<{
  readonly frameworks: readonly SideFacts[];
}>;
export type SideList = z.infer<typeof sideList>;

/** A crosswalk. */
export const crosswalkView = z.object({
  from: side,
  to: side,
  steps: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  counts: z.object({
    requirements: count,
    stated: count,
    composed: count,
    candidates: count,
    nothing: count,
    pairs: z.object({ stated: count, composed: count, candidates: count, disagreements: count }),
  }),
  sources: z.array(
    z.object({ of: z.string(), edition: words, title: words, author: words, hasTwin: z.boolean(), pairs: count }),
  ),
  matrix: z.object({
    rows: z.array(group),
    columns: z.array(group),
    cells: z.array(
      z.object({ row: z.string(), column: z.string(), stated: count, composed: count, candidates: count }),
    ),
  }),
  skipped: count,
  total: count,
  rows: z.array(z.object({ requirement: named, pairs: z.array(pair) })),
}) as unknown as z.ZodType<CrosswalkView>;

/** One requirement. */
export const requirementView = z.object({
  framework: side,
  requirement: named,
  words: z.object({ text: words, note: words }).nullable(),
  stance: z.enum(licenceStances).nullable(),
  parent: named.nullable(),
  previous: named.nullable(),
  next: named.nullable(),
  below: z.array(named),
  alsoNamed: z.array(placed),
  mappings: z.array(z.object({ other: placed, stated: z.array(stated), disagrees: z.boolean() })),
  safeguards: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      language: words,
      relation: z.enum(['equal', 'subset-of', 'superset-of', 'intersects-with']),
      because: words,
      rating: z.enum(['fully', 'largely', 'partially', 'not_implemented', 'unknown', 'not_applicable']).nullable(),
    }),
  ),
}) as unknown as z.ZodType<RequirementView>;
