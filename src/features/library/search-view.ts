import { z } from 'zod';
import { forces } from '../../core/content/obligation-rule.ts';
import { itemKinds, refOf } from '../../core/library-item/item.ts';
import { ratingOf } from '../../core/library-item/own.ts';
import type { Lookup } from '../../core/library-item/lookup.ts';
import type { Forces } from '../../core/library-search/entry.ts';
import { facetNames, type Facet, type FacetName } from '../../core/library-search/facets.ts';
import type { Marked } from '../../core/library-search/excerpt.ts';
import { hitPlaces } from '../../core/library-search/reason.ts';
import type { Profile } from '../../core/profile/profile.ts';
import type { Respelt } from '../../library/spelling.ts';
import type { Answered, AnsweredHit } from './answer.ts';

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
  /** Why it was found: each word that was typed with the word that meets it, and the words that it is without. */
  reason: z.object({
    met: z.array(
      z.object({
        typed: z.string(),
        word: z.string(),
        how: z.enum(['whole', 'beginning', 'stem', 'spelling']),
        place: z.enum(hitPlaces),
        writtenIn: z.string(),
      }),
    ),
    without: z.array(z.string()),
  }),
  /** Where it came in a file: the edition, and which of its requirements it is. */
  imported: z.object({ edition: z.string(), requirement: z.string(), title: z.string() }).nullable(),
  sort: z.string().nullable(),
  status: z.string().nullable(),
  date: z.string().nullable(),
  country: z.string().nullable(),
  /** Null for what came in a file: nobody here checked it. */
  check: z.string().nullable(),
  force: z.enum(forces).nullable(),
  from: z.string().nullable(),
  rating: z.string().nullable(),
});

type HitView = z.infer<typeof hitView>;

export const answersView = z.object({
  words: z.string(),
  total: z.number().int(),
  /** No item has all the words; these have most of them. */
  isPartial: z.boolean(),
  /** The question as it was read, where nothing has some of its words as they were typed. */
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
  readonly lookup: Lookup;
  readonly forces: Forces | null;
  readonly profile: Profile | null;
};

export const viewAnswers = (answers: Answered, asked: Asked): AnswersView => ({
  words: asked.words,
  total: answers.total,
  isPartial: answers.isPartial,
  suggestion: answers.respelt?.words ?? null,
  isOwn: asked.profile !== null,
  hits: answers.hits.map((hit) => viewHit(hit, answers, asked)),
  facets: answers.facets.map((facet) => viewFacet(facet, asked.lookup, answers.editions)),
  leftOut: answers.leftOut.map((left) => ({ ...left })),
});

function viewHit(
  { entry, title, excerpt, reason, imported }: AnsweredHit,
  { respelt, editions }: Answered,
  { forces: all, profile }: Asked,
): HitView {
  const found = all?.get(entry.ref);
  const isRated = profile !== null && entry.kind === 'safeguard';
  return {
    ref: entry.ref,
    kind: entry.kind,
    code: entry.code ?? null,
    title: copyMarked(title),
    language: entry.language,
    excerptLanguage: excerpt.language,
    excerpt: copyMarked(excerpt),
    reason: viewReason(reason, respelt),
    imported: imported === null ? null : { ...imported, title: editions.get(imported.edition) ?? '' },
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

/** A word that was taken for another was typed otherwise. */
function viewReason({ met, without }: AnsweredHit['reason'], respelt: Respelt | null): HitView['reason'] {
  const typedFor = new Map([...(respelt?.taken ?? [])].map(([typed, taken]) => [taken, typed]));
  return {
    met: met.map((one) => {
      const typed = typedFor.get(one.typed);
      return typed === undefined ? { ...one } : { ...one, typed, how: 'spelling' };
    }),
    without: without.map((word) => typedFor.get(word) ?? word),
  };
}

const copyMarked = ({ text, marks }: Marked): z.infer<typeof markedView> => ({
  text,
  marks: marks.map(([start, end]): [number, number] => [start, end]),
});

const viewFacet = (
  { name, values }: Facet,
  lookup: Lookup,
  editions: Answered['editions'],
): AnswersView['facets'][number] => ({
  name,
  values: values.map(({ value, count }) => ({
    value,
    count,
    label: labelOf(name, value, lookup) ?? editions.get(value) ?? null,
  })),
});

/** What content calls a value; kinds, states and forces are named by the words of whoever shows them. */
function labelOf(name: FacetName, value: string, { links }: Lookup): string | null {
  if (name === 'framework') return links.get(refOf('framework', value))?.title ?? null;
  return name === 'topic' || name === 'role' || name === 'country'
    ? (links.get(`${name}:${value}`)?.title ?? null)
    : null;
}
