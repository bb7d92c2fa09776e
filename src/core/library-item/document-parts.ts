import { documentRelations, type Document } from '../content/document.ts';
import type { ObligationRule } from '../content/obligation-rule.ts';
import type { NationalText } from '../content/variation.ts';
import { refOf, type ItemLink, type ItemRef } from './item.ts';
import { linksTo, safeguardsOn, type Lookup } from './lookup.ts';
import type { PageInput } from './own.ts';
import type { Clause, Fact, Row, Section } from './page.ts';
import { clausesOf, prose, rows, safeguardRow } from './rows.ts';

/** How the document stands to others, as it says itself and as they say of it. What is only recalled is not told. */
export function tieFacts(lookup: Lookup, item: Document): readonly Fact[] {
  const known = lookup.content.documents.filter(({ verification }) => verification.status !== 'recall');
  const own = known.includes(item) ? (item.relations ?? []) : [];
  return documentRelations.flatMap((as) => {
    const to = own.filter((relation) => relation.as === as).map((relation) => relation.to);
    const from = known
      .filter(({ relations = [] }) => relations.some((relation) => relation.as === as && relation.to === item.id))
      .map(({ id }) => id);
    return [
      { id: `tie.${as}`, links: linksTo(lookup, to) },
      { id: `tieBack.${as}`, links: linksTo(lookup, from) },
    ].filter(({ links }) => links.length > 0);
  });
}

/** Countries with a rule of their own that rests on the document, or whose text it is. */
export function countriesOf(lookup: Lookup, item: Document, rules: readonly ObligationRule[]): readonly ItemLink[] {
  const codes = [
    ...rules.flatMap(({ country }) => country ?? []),
    ...lookup.content.variation.filter(({ texts }) => texts.some(isOf(item))).map(({ id }) => id as string),
  ];
  return linksTo(
    lookup,
    [...new Set(codes)].toSorted().map((code) => refOf('country', code)),
  );
}

const isOf =
  ({ id }: Document) =>
  ({ document }: NationalText): boolean =>
    document === id;

/** Whom a national text binds, and which safeguard each of its clauses asks for. */
export function nationalSections(input: PageInput, item: Document): readonly (Section | null)[] {
  const texts = input.lookup.content.variation
    .flatMap((country) => country.texts.filter(isOf(item)))
    .filter(({ verification }) => verification.status !== 'recall');
  const clauses = texts.flatMap((text) => text.clauses);
  return [
    prose('whom', ...texts.map(({ whom }) => whom)),
    rows(
      'asks',
      input.lookup.content.safeguards.flatMap((safeguard): readonly Row[] => {
        const asking = clauses.filter(({ safeguards }) => safeguards.includes(safeguard.id));
        const note = asking.map(({ cite, asks }) => `${cite}: ${asks}`).join('; ');
        return asking.length === 0 ? [] : [safeguardRow(input, safeguard, { note })];
      }),
    ),
  ];
}

/** As many clauses as can be told apart at a glance; the framework lists all. */
const mostClauses = 5;

/**
 * Topics are what people ask about: for each, the clauses that most of its safeguards touch. A clause is named by its
 * smallest part.
 */
export const questionRows = (lookup: Lookup, within: readonly ItemRef[]): readonly Row[] =>
  lookup.content.topics.flatMap(({ id, title }): readonly Row[] => {
    const clauses = clausesOn(lookup, within, id);
    if (clauses.length === 0) return [];
    return [{ ref: refOf('topic', id), kind: 'topic', title, clauses: clauses.slice(0, mostClauses) }];
  });

function clausesOn(lookup: Lookup, within: readonly ItemRef[], topic: string): readonly Clause[] {
  const refs = new Set(within);
  const touched = new Map<ItemRef, { readonly clause: Clause; readonly count: number }>();
  const safeguards = safeguardsOn(lookup, within).filter((safeguard) => safeguard.topic === topic);
  for (const clause of safeguards.flatMap((safeguard) => clausesOf(lookup, safeguard, refs)))
    touched.set(clause.ref, { clause, count: (touched.get(clause.ref)?.count ?? 0) + 1 });
  return [...touched.values()].toSorted((left, right) => right.count - left.count).map(({ clause }) => clause);
}
