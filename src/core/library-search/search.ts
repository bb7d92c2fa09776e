import { itemKinds } from '../library-item/item.ts';
import { forceOrder } from '../library-item/own.ts';
import type { Entry } from './entry.ts';
import { excerptOf, marked, soughtIn, type Excerpt, type Marked, type Sought } from './excerpt.ts';
import { countFacet, facetNames, failedBy, leftOut, type Facet, type Group, type LeftOut } from './facets.ts';
import { nameOf } from './fold.ts';
import { groupAt, type ImportedText, type ImportedTexts } from './imported.ts';
import { isWhole, match, type Match } from './match.ts';
import type { Question } from './question.ts';
import { reasonOf, type Reason } from './reason.ts';
import { hasBeginning, type SearchIndex } from './search-index.ts';
import { languageOfQuestion } from './small-words.ts';
import { termsOf } from './terms.ts';

/** An entry that answers, with what was found in it and why. */
export type Hit = { readonly entry: Entry; readonly title: Marked; readonly excerpt: Excerpt; readonly reason: Reason };

/** What answers: an item of the library, or a text that came in a file, which is read only when it is shown. */
export type Found =
  | { readonly entry: Entry; readonly text?: undefined }
  | { readonly entry?: undefined; readonly text: ImportedText };

/** Answers before their texts are read. */
export type Findings = {
  readonly total: number;
  readonly found: readonly Found[];
  readonly facets: readonly Facet[];
  readonly leftOut: readonly LeftOut[];
  /** Nothing has all the words; these have most of them. */
  readonly isPartial: boolean;
  /** Words that nothing has. */
  readonly unmet: readonly string[];
  readonly sought: Sought;
};

/** Answers to a question. */
export type Answers = Omit<Findings, 'found' | 'sought'> & { readonly hits: readonly Hit[] };

/** Answers a question from the library alone. */
export function search(index: SearchIndex, question: Question): Answers {
  const { found, sought, ...answers } = find(index, question);
  return { ...answers, hits: found.flatMap(({ entry }) => (entry === undefined ? [] : [hitOf(entry, sought)])) };
}

/** Finds what answers a question, in the library and among texts that came in files. */
export function find(index: SearchIndex, question: Question, imported: ImportedTexts | null = null): Findings {
  const shelves = imported === null ? [index] : [index, imported];
  const isKnown = (beginning: string): boolean => shelves.some((shelf) => hasBeginning(shelf, beginning));
  const terms = termsOf(question.words, { ...index, isKnown });
  const matched = terms.length === 0 ? everything(index) : match(shelves, terms);
  const { candidates, groups } = candidatesOf(matched, { index, imported, question });
  const passed = candidates.flatMap(({ group, at }) => (group.failed.length === 0 ? [at] : []));
  // A clause counts once, and in each language that answers.
  const texts = groups.map(({ entry, failed, texts: count }) => ({ entry, failed, count }));
  const { filters, forces } = question;
  return {
    total: passed.length,
    found: best(passed, matched, { index, imported, question }),
    facets: facetNames.map((name) => countFacet(name, name === 'writtenIn' ? texts : groups, filters, forces)),
    leftOut: leftOut(groups),
    isPartial: matched.isPartial,
    unmet: matched.unmet,
    sought: soughtIn(terms, index.stem),
  };
}

/** What is shown of an entry. */
export const hitOf = (entry: Entry, sought: Sought): Hit => ({
  entry,
  title: marked(entry.title, entry.language, sought),
  excerpt: excerptOf(entry, sought),
  reason: reasonOf(entry, sought),
});

type Matched = Pick<Match, 'scores' | 'shares' | 'isPartial' | 'unmet'>;
type Asked = { readonly index: SearchIndex; readonly imported: ImportedTexts | null; readonly question: Question };

/** Without words everything that ships answers: the least score that is one. */
const everything = ({ size }: SearchIndex): Matched => ({
  scores: new Float64Array(size).fill(Number.MIN_VALUE),
  shares: new Float64Array(size),
  isPartial: false,
  unmet: [],
});

type FacetGroup = { readonly entry: Entry; readonly failed: Group['failed']; count: number; texts: number };
type Candidate = { readonly at: number; readonly group: FacetGroup };

type Candidates = { readonly candidates: readonly Candidate[]; readonly groups: readonly FacetGroup[] };

/** Texts with a score; of one clause in several languages the best. */
function candidatesOf({ scores }: Matched, { index, imported, question }: Asked): Candidates {
  const groups = new Map<Entry, FacetGroup>();
  const groupFor = (entry: Entry): FacetGroup => {
    const known = groups.get(entry);
    if (known !== undefined) return known;
    const made = { entry, failed: failedBy(entry, question.filters, question.forces), count: 0, texts: 0 };
    groups.set(entry, made);
    return made;
  };
  const spoken = languageOfQuestion(question.words, index.smallWords);
  const found: Candidate[] = [];
  const clauses = new Map<number, Candidate>();
  for (let at = 0; at < scores.length; at += 1) {
    if ((scores[at] ?? 0) === 0) continue;
    const entry = index.entries[at];
    if (entry !== undefined) {
      found.push({ at, group: groupFor(entry) });
      groupFor(entry).texts += 1;
      continue;
    }
    const place = imported === null ? undefined : groupAt(imported, at - index.size);
    if (place === undefined) continue;
    const candidate = { at, group: groupFor(place.entry) };
    candidate.group.texts += 1;
    const clause = place.clauseFrom + at - index.size - place.from;
    const other = clauses.get(clause);
    if (other === undefined || isBetter(candidate, other, { scores, spoken })) clauses.set(clause, candidate);
  }
  const candidates = [...found, ...clauses.values()];
  for (const { group } of candidates) group.count += 1;
  return { candidates, groups: [...groups.values()] };
}

/** Of one clause a text in the language of the question is shown, unless another meets clearly more of it. */
const ownLanguageFactor = 1.25;
type Choice = { readonly scores: Float64Array; readonly spoken: string | null };

function isBetter(one: Candidate, other: Candidate, { scores, spoken }: Choice): boolean {
  const fits = ({ group }: Candidate): boolean => !group.failed.includes('writtenIn');
  const worth = ({ at, group }: Candidate): number =>
    (scores[at] ?? 0) * (group.entry.language === spoken ? ownLanguageFactor : 1);
  return fits(one) === fits(other) ? worth(one) > worth(other) : fits(one);
}

/** Whoever types the name of an item, or its beginning, means it before all that mention it. */
function asNamed(names: readonly string[], asked: string): number {
  if (asked === '') return 1;
  if (names.includes(asked)) return 3;
  return names.some((name) => name.startsWith(asked)) ? 1.5 : 1;
}

/** No score reaches this: what has every word stands before what has some. */
const everyWord = 1_000_000;

/** The first answers: every word before some, then by score, then what ships before what came in files. */
function best(
  passed: readonly number[],
  { scores, shares }: Matched,
  { index, imported, question }: Asked,
): readonly Found[] {
  const asked = nameOf(question.words);
  const ranked = passed.map((at) => ({
    at,
    score: (scores[at] ?? 0) * asNamed(index.names[at] ?? [], asked) + (isWhole(shares[at] ?? 0) ? everyWord : 0),
  }));
  return inOrder(atTop(ranked, question), index, question)
    .slice(0, question.show)
    .flatMap(({ at }): readonly Found[] => {
      const entry = index.entries[at];
      if (entry !== undefined) return [{ entry }];
      const place = imported === null ? undefined : groupAt(imported, at - index.size);
      if (place === undefined) return [];
      const { edition, language } = place.wording;
      return [{ text: { edition, language, position: at - index.size - place.from } }];
    });
}

type Scored = { readonly at: number; readonly score: number };

/** Those that may be shown, where only the score decides: sorting all of many would take longest. */
function atTop(ranked: readonly Scored[], { order, show }: Question): readonly Scored[] {
  if (order !== 'match' || ranked.length <= show) return ranked;
  const scores = Float64Array.from(ranked, ({ score }) => score).toSorted();
  const least = scores[scores.length - show] ?? 0;
  return ranked.filter(({ score }) => score >= least);
}

/** Equal scores stand by kind, what came in files last, then as the library lists them. */
function inOrder(scored: readonly Scored[], { entries }: SearchIndex, { order, forces }: Question): readonly Scored[] {
  const kindOf = ({ at }: Scored): number => {
    const entry = entries[at];
    return entry === undefined ? itemKinds.length : itemKinds.indexOf(entry.kind);
  };
  const byMatch = (left: Scored, right: Scored): number =>
    right.score - left.score || kindOf(left) - kindOf(right) || left.at - right.at;
  if (order === 'match') return scored.toSorted(byMatch);
  if (order === 'newest') {
    const date = ({ at }: Scored): string => entries[at]?.date ?? '';
    return scored.toSorted((left, right) => compare(date(right), date(left)) || byMatch(left, right));
  }
  const rank = ({ at }: Scored): number => {
    const found = forces?.get(entries[at]?.ref ?? '');
    return found === undefined ? forceOrder.length : forceOrder.indexOf(found.force);
  };
  return scored.toSorted((left, right) => rank(left) - rank(right) || byMatch(left, right));
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
