import type { Content } from '../content/content.ts';
import type { Framework, Requirement } from '../content/framework.ts';
import type { ObligationRule } from '../content/obligation-rule.ts';
import type { Mapping, Safeguard } from '../content/safeguard.ts';
import { classRuleId } from '../obligations/assess.ts';
import { requirementTree, type RequirementTree } from '../ranking/duty.ts';
import {
  filedKinds,
  refOf,
  requirementRef,
  type FiledKind,
  type ItemKind,
  type ItemLink,
  type ItemRef,
} from './item.ts';
import { usesOf, type Uses } from './uses.ts';

/** A requirement with the framework around it. */
export type PlacedRequirement = {
  readonly framework: Framework;
  readonly requirement: Requirement;
  readonly ref: ItemRef;
  readonly parent: ItemRef | null;
};

/** A safeguard and the mapping that leads to a requirement. */
export type MappedSafeguard = { readonly safeguard: Safeguard; readonly mapping: Mapping };

/** The whole library by name: what every page and the search are made from. */
export type Lookup = {
  readonly content: Content;
  readonly links: ReadonlyMap<ItemRef, ItemLink>;
  /** Names without their kind, and in small letters, as people type them. */
  readonly shortNames: ReadonlyMap<string, ItemRef>;
  readonly requirements: ReadonlyMap<ItemRef, PlacedRequirement>;
  readonly children: ReadonlyMap<ItemRef, readonly ItemRef[]>;
  readonly tree: RequirementTree;
  readonly rules: ReadonlyMap<string, ObligationRule>;
  /** Safeguards mapped to exactly this requirement. */
  readonly mapped: ReadonlyMap<ItemRef, readonly MappedSafeguard[]>;
  /** Safeguards that have their place at exactly this measure of the spine, which is no mapping. */
  readonly placed: ReadonlyMap<ItemRef, readonly Safeguard[]>;
  readonly uses: Uses;
};

/** Builds the maps once; content never changes while a program runs. */
export function lookupOf(content: Content): Lookup {
  const requirements = placedRequirements(content.frameworks);
  const links = linksOf(content, requirements);
  return {
    content,
    links,
    requirements,
    shortNames: shortNamesOf(links),
    children: grouped(
      [...requirements.values()].flatMap(({ ref, parent }) => (parent === null ? [] : [[parent, ref]])),
    ),
    tree: requirementTree(content.frameworks),
    rules: new Map(content.obligations.map((rule) => [rule.id, rule])),
    mapped: grouped(
      content.safeguards.flatMap((safeguard) =>
        safeguard.mappings.map((mapping): readonly [string, MappedSafeguard] => [mapping.to, { safeguard, mapping }]),
      ),
    ),
    placed: grouped(
      content.safeguards.map((safeguard): readonly [string, Safeguard] => [spineRef(safeguard), safeguard]),
    ),
    uses: usesOf(content),
  };
}

/** The measure of the spine where a safeguard has its place. */
export const spineRef = ({ spine }: Pick<Safeguard, 'spine'>): ItemRef => `nis-cg-2018:${spine}`;

function grouped<Value>(pairs: readonly (readonly [string, Value])[]): ReadonlyMap<string, readonly Value[]> {
  const map = new Map<string, Value[]>();
  for (const [key, value] of pairs) {
    const known = map.get(key);
    if (known === undefined) map.set(key, [value]);
    else known.push(value);
  }
  return map;
}

const placedRequirements = (frameworks: readonly Framework[]): ReadonlyMap<ItemRef, PlacedRequirement> =>
  new Map(
    frameworks.flatMap((framework) =>
      framework.requirements.map((requirement): readonly [ItemRef, PlacedRequirement] => {
        const ref = requirementRef(framework, requirement);
        const parent = requirement.parent === undefined ? null : `${framework.id}:${requirement.parent}`;
        return [ref, { framework, requirement, ref, parent }];
      }),
    ),
  );

function linksOf(
  content: Content,
  requirements: ReadonlyMap<ItemRef, PlacedRequirement>,
): ReadonlyMap<ItemRef, ItemLink> {
  const filed: readonly ItemLink[] = [
    ...content.documents.map((item) => link('document', item.id, shortOr(item.title, item.shortTitle))),
    ...content.frameworks.map((item) => link('framework', item.id, item.title)),
    ...content.safeguards.map((item) => link('safeguard', item.id, item.title, item.id, item.language)),
    ...content.statistics.map((item) => link('statistic', item.id, item.figure.trim(), item.id)),
    ...content.obligations.filter(isDuty).map((item) => link('obligation', item.id, item.title)),
    ...content.topics.map((item) => link('topic', item.id, item.title)),
    ...content.chapters.map((item) => link('chapter', item.id, item.title, String(item.number))),
    ...content.threats.map((item) => link('threat', item.id, item.title)),
    ...content['asset-groups'].map((item) => link('asset-group', item.id, item.title)),
    ...content.roles.map((item) => link('role', item.id, item.title, undefined, item.language)),
    ...content.practices.map((item) => link('practice', item.id, item.title)),
    ...content.pipeline.map((item) => link('pipeline-law', item.id, item.title)),
    ...content.terms.map((item) => link('term', item.id, item.title)),
    ...content.countries.map((item) => link('country', item.code, item.name, undefined, item.language)),
  ];
  const cited = [...requirements.values()].map(({ framework, requirement, ref }): ItemLink => ({
    ref,
    kind: 'requirement',
    code: `${framework.shortTitle} ${requirement.cite}`,
    title: requirement.title,
  }));
  return new Map([...filed, ...cited].map((entry) => [entry.ref, entry]));
}

/** The rule that states the class says why; it is no duty. */
export const isDuty = (rule: Pick<ObligationRule, 'id'>): boolean => rule.id !== classRuleId;

const link = (kind: ItemKind, id: string, title: string, code?: string, language?: string): ItemLink => ({
  ref: refOf(kind, id),
  kind,
  ...(code === undefined ? {} : { code }),
  title,
  ...(language === undefined ? {} : { language }),
});

/** Documents are called by what citations print. */
const shortOr = (title: string, shortTitle: string): string => (shortTitle === '' ? title : shortTitle);

/** Kinds in the order in which a name without its kind is looked for. */
const bareOrder = Object.keys(filedKinds) as readonly FiledKind[];

function shortNamesOf(links: ReadonlyMap<ItemRef, ItemLink>): ReadonlyMap<string, ItemRef> {
  const names = new Map<string, ItemRef>();
  const byOrder = [...links.values()].toSorted(
    (left, right) => bareOrder.indexOf(left.kind as FiledKind) - bareOrder.indexOf(right.kind as FiledKind),
  );
  for (const { ref, kind } of byOrder) {
    const id = ref.startsWith(`${kind}:`) ? ref.slice(kind.length + 1) : ref;
    for (const name of [ref.toLowerCase(), id.toLowerCase()]) if (!names.has(name)) names.set(name, ref);
  }
  return names;
}

/** The item that a name means, with or without its kind, in any case; undefined where nothing is called so. */
export const findItem = ({ links, shortNames }: Lookup, name: string): ItemLink | undefined =>
  links.get(name) ?? links.get(shortNames.get(name.trim().toLowerCase()) ?? '');

/** The items of these names that exist, in order. */
export const linksTo = ({ links }: Lookup, refs: readonly ItemRef[]): readonly ItemLink[] =>
  refs.flatMap((ref) => links.get(ref) ?? []);

/** A requirement and everything below it, in the order of the framework. */
export function branchOf(lookup: Lookup, ref: ItemRef): readonly ItemRef[] {
  return [ref, ...(lookup.children.get(ref) ?? []).flatMap((child) => branchOf(lookup, child))];
}

/** Requirements of a framework that have no parent. */
export const rootsOf = ({ requirements }: Lookup, framework: Framework): readonly ItemRef[] =>
  framework.requirements
    .map((requirement) => requirementRef(framework, requirement))
    .filter((ref) => requirements.get(ref)?.parent === null);

/** Safeguards mapped to any of these requirements, or with their place there, each once, in order of id. */
export function safeguardsOn({ mapped, placed }: Lookup, refs: readonly ItemRef[]): readonly Safeguard[] {
  const found = new Map(
    refs
      .flatMap((ref) => [...(mapped.get(ref) ?? []).map(({ safeguard }) => safeguard), ...(placed.get(ref) ?? [])])
      .map((safeguard) => [safeguard.id, safeguard]),
  );
  return [...found.values()].toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

/** Rules that rest on a requirement: they name it or a group above it. */
export const rulesOn = ({ content, tree }: Lookup, ref: ItemRef): readonly ObligationRule[] => {
  const chain = new Set(tree.chainOf(ref as never));
  return content.obligations.filter((rule) => isDuty(rule) && rule.requirements.some((named) => chain.has(named)));
};

/** Safeguards that touch a duty: they discharge it, or are mapped to what it rests on. */
export function safeguardsFor(lookup: Lookup, rule: ObligationRule): readonly Safeguard[] {
  const named = lookup.content.safeguards.filter(({ namedDuties }) => namedDuties.includes(rule.id));
  const touching = safeguardsOn(
    lookup,
    rule.requirements.flatMap((ref) => branchOf(lookup, ref)),
  );
  return [...named, ...touching.filter((safeguard) => !named.includes(safeguard))];
}
