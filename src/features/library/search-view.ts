import { z } from 'zod';
import { forces } from '../../core/content/obligation-rule.ts';
import { itemKinds } from '../../core/library-item/item.ts';
import { ratingOf } from '../../core/library-item/own.ts';
import type { Lookup } from '../../core/library-item/lookup.ts';
import type { Forces } from '../../core/library-search/entry.ts';
import { facetNames, type Facet, type FacetName } from '../../core/library-search/facets.ts';
import type { Answers, Hit } from '../../core/library-search/search.ts';
import type { Profile } from '../../core/profile/profile.ts';

const markedView = z.object({ text: z.string(), marks: z.array(z.tuple([z.number(), z.number()])) });

export const hitView = z.object({
  ref: z.string(),
  kind: z.enum(itemKinds),
  code: z.string().nullable(),
  title: markedView,
  /** Of the title, and of the excerpt, where they are not English. */
  language: z.string().optional(),
  excerptLanguage: z.string().optional(),
  excerpt: markedView,
  sort: z.string().nullable(),
  status: z.string().nullable(),
  date: z.string().nullable(),
  country: z.string().nullable(),
  check: z.string(),
  force: z.enum(forces).nullable(),
  from: z.string().nullable(),
  rating: z.string().nullable(),
});

export const answersView = z.object({
  words: z.string(),
  total: z.number().int(),
  /** No item has all the words; these have most of them. */
  isPartial: z.boolean(),
  /** The question with its words spelt as the library has them. */
  suggestion: z.string().nullable(),
  /** Whether an organisation's profile was used. */
  isOwn: z.boolean(),
  hits: z.array(hitView),
  facets: z.array(
    z.object({
      name: z.enum(facetNames),
      values: z.array(z.object({ value: z.string(), label: z.string().nullable(), count: z.number().int() })),
    }),
  ),
  /** Answers that one facet alone keeps away. */
  leftOut: z.array(z.object({ name: z.enum(facetNames), count: z.number().int() })),
});
export type AnswersView = z.infer<typeof answersView>;

type Asked = {
  readonly words: string;
  readonly suggestion: string | null;
  readonly lookup: Lookup;
  readonly forces: Forces | null;
  readonly profile: Profile | null;
};

export const viewAnswers = (answers: Answers, asked: Asked): AnswersView => ({
  words: asked.words,
  total: answers.total,
  isPartial: answers.isPartial,
  suggestion: asked.suggestion,
  isOwn: asked.profile !== null,
  hits: answers.hits.map((hit) => viewHit(hit, asked)),
  facets: answers.facets.map((facet) => viewFacet(facet, asked.lookup)),
  leftOut: answers.leftOut.map((left) => ({ ...left })),
});

function viewHit({ entry, title, excerpt }: Hit, { forces: all, profile, lookup }: Asked): z.infer<typeof hitView> {
  const found = all?.get(entry.ref);
  const language = lookup.links.get(entry.ref)?.language;
  const isRated = profile !== null && entry.kind === 'safeguard';
  return {
    ref: entry.ref,
    kind: entry.kind,
    code: entry.code ?? null,
    title: copyMarked(title),
    language,
    excerptLanguage: isDescription(excerpt.text, entry) ? language : undefined,
    excerpt: copyMarked(excerpt),
    sort: entry.sort ?? null,
    status: entry.status ?? null,
    date: entry.date,
    country: entry.place,
    check: entry.verification,
    force: found?.force ?? null,
    from: found?.from ?? null,
    rating: isRated ? (ratingOf({ profile }, { id: entry.ref as never }) ?? null) : null,
  };
}

/** Of what is translated only the description is; whatever else is shown of it is English. */
const isDescription = (excerpt: string, { fields }: Hit['entry']): boolean =>
  (fields[0]?.text ?? '').replaceAll(/\s+/gu, ' ').includes(excerpt.replaceAll(/^… | …$/gu, ''));

const copyMarked = ({ text, marks }: Hit['title']): z.infer<typeof markedView> => ({
  text,
  marks: marks.map(([start, end]): [number, number] => [start, end]),
});

const viewFacet = ({ name, values }: Facet, lookup: Lookup): AnswersView['facets'][number] => ({
  name,
  values: values.map(({ value, count }) => ({ value, count, label: labelOf(name, value, lookup) })),
});

/** What content calls a value; kinds, states and forces are named by the words of whoever shows them. */
function labelOf(name: FacetName, value: string, { links }: Lookup): string | null {
  return name === 'topic' || name === 'role' || name === 'country'
    ? (links.get(`${name}:${value}`)?.title ?? null)
    : null;
}
