import { itemKinds } from '../library-item/item.ts';
import { forceOrder } from '../library-item/own.ts';
import type { Entry } from './entry.ts';
import { excerptOf, marked, soughtIn, type Excerpt, type Marked, type Sought } from './excerpt.ts';
import { countFacet, facetNames, failedBy, leftOut, type Facet, type Group, type LeftOut } from './facets.ts';
import { nameOf } from './fold.ts';
import { textAt, wordingsIn, type ImportedEdition, type ImportedText, type ImportedTexts } from './imported.ts';
import { isWhole, match, shelfOf, type Match } from './match.ts';
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
  const shelves = [shelfOf(index), ...(imported === null ? [] : wordingsIn(imported).map(({ shelf }) => shelf))];
  const isKnown = (beginning: string): boolean => shelves.some((shelf) => hasBeginning(shelf, beginning));
  const terms = termsOf(question.words, { ...index, isKnown });
  const matched = terms.length === 0 ? everything(index) : match(shelves, terms);
  const { passed, groups } = candidatesOf(matched, { index, imported, question });
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
/** Numbers of what answers and passes the facets; and what facets count. */
type Candidates = { readonly passed: readonly number[]; readonly groups: readonly FacetGroup[] };

/** Texts with a score; of one clause in several languages the best. */
function candidatesOf({ scores }: Matched, { index, imported, question }: Asked): Candidates {
  const groupOf = (entry: Entry): FacetGroup => ({
    entry,
    failed: failedBy(entry, question.filters, question.forces),
    count: 0,
    texts: 0,
  });
  const passed: number[] = [];
  const groups: FacetGroup[] = [];
  for (const [at, entry] of index.entries.entries()) {
    if ((scores[at] ?? 0) === 0) continue;
    const group = groupOf(entry);
    groups.push({ ...group, count: 1, texts: 1 });
    if (group.failed.length === 0) passed.push(at);
  }
  const spoken = languageOfQuestion(question.words, index.smallWords);
  // Without words only what ships answers.
  const editions = imported === null || scores.length === index.size ? [] : imported.editions;
  for (const edition of editions) {
    const sides = sidesOf(edition, { first: index.size, spoken, groupOf });
    takeClauses(scores, edition.texts, { sides, passed });
    groups.push(...sides.map(({ group }) => group).filter(({ texts }) => texts > 0));
  }
  return { passed, groups };
}

/** Of one clause a text in the language of the question is shown, unless another meets clearly more of it. */
const ownLanguageFactor = 1.25;

/** A wording of an edition: where its scores begin, and what speaks for it. */
type Side = {
  readonly group: FacetGroup;
  readonly from: number;
  readonly texts: number;
  readonly factor: number;
  readonly fits: boolean;
};
type SideBy = {
  readonly first: number;
  readonly spoken: string | null;
  readonly groupOf: (entry: Entry) => FacetGroup;
};

const sidesOf = ({ wordings }: ImportedEdition, { first, spoken, groupOf }: SideBy): readonly Side[] =>
  wordings.map(({ entry, from, wording }) => {
    const group = groupOf(entry);
    return {
      group,
      from: first + from,
      texts: wording.texts,
      factor: wording.language === spoken ? ownLanguageFactor : 1,
      fits: !group.failed.includes('writtenIn'),
    };
  });

type Taking = { readonly sides: readonly Side[]; readonly passed: number[] };

/** Takes the best side of each clause. Numbers alone, since there may be a hundred thousand of them. */
function takeClauses(scores: Match['scores'], texts: number, { sides, passed }: Taking): void {
  for (let clause = 0; clause < texts; clause += 1) {
    let chosen: Side | null = null;
    let most = 0;
    for (const side of sides) {
      const worth = clause < side.texts ? (scores[side.from + clause] ?? 0) * side.factor : 0;
      if (worth === 0) continue;
      side.group.texts += 1;
      if (chosen !== null && (chosen.fits === side.fits ? worth <= most : chosen.fits)) continue;
      [chosen, most] = [side, worth];
    }
    if (chosen === null) continue;
    chosen.group.count += 1;
    if (chosen.group.failed.length === 0) passed.push(chosen.from + clause);
  }
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
  const worth = Float64Array.from(
    passed,
    (at) => (scores[at] ?? 0) * asNamed(index.names[at] ?? [], asked) + (isWhole(shares[at] ?? 0) ? everyWord : 0),
  );
  return inOrder(atTop(passed, worth, question), index, question)
    .slice(0, question.show)
    .flatMap(({ at }): readonly Found[] => {
      const entry = index.entries[at];
      if (entry !== undefined) return [{ entry }];
      const text = imported === null ? null : textAt(imported, at - index.size);
      return text === null ? [] : [{ text }];
    });
}

type Scored = { readonly at: number; readonly score: number };

/** Those that may be shown, where only the score decides: putting all of many in order would take longest. */
function atTop(passed: readonly number[], worth: Float64Array, { order, show }: Question): readonly Scored[] {
  const isFew = order !== 'match' || worth.length <= show;
  const least = isFew ? 0 : (worth.toSorted()[worth.length - show] ?? 0);
  const top: Scored[] = [];
  for (const [nth, score] of worth.entries()) if (score >= least) top.push({ at: passed[nth] ?? 0, score });
  return top;
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
