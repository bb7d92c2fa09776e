import type { ObligationRule } from '../content/obligation-rule.ts';
import type { Safeguard } from '../content/safeguard.ts';
import type { Practice, PipelineLaw } from '../content/shared.ts';
import { itemKinds, refOf, type ItemKind, type ItemLink, type ItemRef } from './item.ts';
import { branchOf, linksTo, safeguardsOn, type Lookup } from './lookup.ts';
import { countStates, forceOrder, ratingOf, type PageInput } from './own.ts';
import type { Clause, ItemPage, Row, Section, StateLine } from './page.ts';

/** A list under a heading; nothing where the list is empty. */
export const rows = (id: string, lines: readonly Row[]): Section | null =>
  lines.length === 0 ? null : { id, kind: 'rows', rows: lines };

/** Sentences under a heading. */
export const prose = (id: string, ...paragraphs: readonly (string | undefined)[]): Section | null => {
  const said = paragraphs.filter((text) => text !== undefined && text !== '') as readonly string[];
  return said.length === 0 ? null : { id, kind: 'prose', paragraphs: said };
};

/** Points under a heading, numbered as steps where order matters. */
export const points = (id: string, items: readonly string[], kind: 'list' | 'steps' = 'list'): Section | null =>
  items.length === 0 ? null : { id, kind, items };

/** A safeguard as a line of a list. */
export const safeguardRow = ({ organisation }: PageInput, safeguard: Safeguard, more: Partial<Row> = {}): Row => ({
  ref: safeguard.id,
  kind: 'safeguard',
  code: safeguard.id,
  title: safeguard.title,
  language: safeguard.language,
  rating: ratingOf(organisation, safeguard),
  check: safeguard.verification.status,
  ...more,
});

/** Shared practices under a heading, those that a page asks for. */
export const practicesSection = ({ content }: Lookup, isWanted: (practice: Practice) => boolean): Section | null =>
  rows(
    'practices',
    content.practices.filter(isWanted).map(({ id, title, gist, by, verification }) => ({
      ref: refOf('practice', id),
      kind: 'practice',
      title,
      code: by,
      note: verification.status === 'recall' ? undefined : gist,
      check: verification.status,
    })),
  );

/** Law in the pipeline under a heading, what a page asks for. */
export const pipelineSection = ({ content }: Lookup, isWanted: (law: PipelineLaw) => boolean): Section | null =>
  rows(
    'pipeline',
    content.pipeline.filter(isWanted).map(({ id, title, effect, verification }) => ({
      ref: refOf('pipeline-law', id),
      kind: 'pipeline-law',
      title,
      note: verification.status === 'recall' ? undefined : effect,
      check: verification.status,
    })),
  );

/** A duty as a line of a list, with its force where an organisation is asked for. */
export function obligationRow({ organisation, lookup }: PageInput, rule: ObligationRule, more: Partial<Row> = {}): Row {
  const duty = organisation?.assessment.obligations.find(({ id }) => id === rule.id);
  return {
    ref: refOf('obligation', rule.id),
    kind: 'obligation',
    title: rule.title,
    code: rule.cite,
    note: rule.verification.status === 'recall' ? undefined : (duty?.reason ?? rule.sentence),
    force: duty?.force,
    from: duty?.from,
    check: (duty ?? rule).verification.status,
    country: rule.country === undefined ? undefined : lookup.links.get(refOf('country', rule.country))?.title,
    ...more,
  };
}

/** Duties in two lists, the strongest first: what holds in the Union or for the organisation, and rules of other states. */
export function dutySections(input: PageInput, rules: readonly ObligationRule[]): readonly (Section | null)[] {
  const listed = new Set(input.organisation?.assessment.obligations.map(({ id }) => id as string));
  const isElsewhere = (rule: ObligationRule): boolean => rule.country !== undefined && !listed.has(rule.id);
  const weight = ({ force }: Row): number => (force === undefined ? 0 : forceOrder.indexOf(force));
  const lines = (chosen: readonly ObligationRule[]): readonly Row[] =>
    chosen.map((rule) => obligationRow(input, rule)).toSorted((left, right) => weight(left) - weight(right));
  return [
    rows('obligations', lines(rules.filter((rule) => !isElsewhere(rule)))),
    rows('rulesElsewhere', lines(rules.filter(isElsewhere))),
  ];
}

/** The clauses among `refs` that a safeguard touches, with the relation of each. */
export const clausesOf = (
  { requirements }: Lookup,
  safeguard: Safeguard,
  refs: ReadonlySet<ItemRef>,
): readonly Clause[] =>
  safeguard.mappings
    .filter(({ to }) => refs.has(to))
    .map(({ to, relation }) => ({ ref: to, relation, code: requirements.get(to)?.requirement.cite ?? to }));

/** Safeguards mapped to any of these requirements, each with the clauses it touches. */
export const mappedRows = (input: PageInput, refs: readonly ItemRef[]): readonly Row[] => {
  const within = new Set(refs);
  return safeguardsOn(input.lookup, refs).map((safeguard) =>
    safeguardRow(input, safeguard, { clauses: clausesOf(input.lookup, safeguard, within) }),
  );
};

/** A requirement as a line, with how many safeguards touch it or what stands below it. */
export function requirementRow(lookup: Lookup, ref: ItemRef, more: Partial<Row> = {}): readonly Row[] {
  const placed = lookup.requirements.get(ref);
  const link = lookup.links.get(ref);
  if (placed === undefined || link === undefined) return [];
  return [
    { ...link, code: placed.requirement.cite, safeguards: safeguardsOn(lookup, branchOf(lookup, ref)).length, ...more },
  ];
}

/** A branch as lines with their depth, in the order of the framework. */
export const treeRows = (lookup: Lookup, refs: readonly ItemRef[], depth = 0): readonly Row[] =>
  refs.flatMap((ref) => [
    ...requirementRow(lookup, ref, { depth }),
    ...treeRows(lookup, lookup.children.get(ref) ?? [], depth + 1),
  ]);

/** More bars than this are no picture. */
const mostBars = 24;

/**
 * How far the safeguards of each clause are in place: at the lowest level of the branches whose bars still fit into one
 * picture. Clauses that no safeguard touches are left out, because they say nothing of the organisation.
 */
export function stateSection({ lookup, organisation }: PageInput, roots: readonly ItemRef[]): Section | null {
  if (organisation === null) return null;
  let level = roots;
  let lines = stateLines(lookup, organisation, level);
  for (;;) {
    const below = level.flatMap((ref) => lookup.children.get(ref) ?? [ref]);
    const finer = stateLines(lookup, organisation, below);
    if (below.length === level.length || finer.length > mostBars) break;
    [level, lines] = [below, finer];
  }
  return lines.length < 2 ? null : { id: 'states', kind: 'states', rows: lines };
}

const stateLines = (
  lookup: Lookup,
  organisation: NonNullable<PageInput['organisation']>,
  refs: readonly ItemRef[],
): readonly StateLine[] =>
  refs.flatMap((ref) => {
    const safeguards = safeguardsOn(lookup, branchOf(lookup, ref));
    const [row] = requirementRow(lookup, ref);
    if (safeguards.length === 0 || row === undefined) return [];
    const { kind, code, title } = row;
    return [{ ref, kind, code, title, ...countStates(organisation, safeguards) }];
  });

/** Links by kind, in the order of kinds. */
export function groupsOf(links: readonly ItemLink[]): ItemPage['used'] {
  const byKind = new Map<ItemKind, ItemLink[]>();
  for (const link of links) byKind.set(link.kind, [...(byKind.get(link.kind) ?? []), link]);
  return itemKinds.flatMap((of) => {
    const found = byKind.get(of);
    return found === undefined ? [] : [{ of, links: found }];
  });
}

/** Links to roles by their ids. */
export const roleLinks = (lookup: Lookup, ids: readonly string[]): readonly ItemLink[] =>
  linksTo(
    lookup,
    ids.map((id) => refOf('role', id)),
  );
/** Links to topics by their ids. */
export const topicLinks = (lookup: Lookup, ids: readonly string[]): readonly ItemLink[] =>
  linksTo(
    lookup,
    ids.map((id) => refOf('topic', id)),
  );
