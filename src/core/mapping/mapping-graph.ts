/**
 * All stated relations as one graph, read in both directions. Owns what a node is and how relations of several sources
 * stand beside each other; must not know what follows from them. Built once, whatever the order of what comes in.
 */
import type { Branded } from '../base.ts';
import type { Framework } from '../content/framework.ts';
import type { Relation, Safeguard } from '../content/safeguard.ts';
import type { EditionRequirement } from '../guidance/edition.ts';
import type { MappingSet, PublishedRelation, SetRelation } from '../guidance/mapping-set.ts';
import { claimOf, inverse, inverseClaim, isPartOf, type Claim } from './algebra.ts';
import { byNumber } from './natural-order.ts';
import type { Alias } from './same-framework.ts';
import { byTrust, isWithdrawn, noDoubt, type Trust } from './weakest-link.ts';

/** `iso27001-2022:A.5.23`: framework, colon, requirement; of imported ones, their URNs. */
export type NodeKey = Branded<string, 'NodeKey'>;
/** A requirement, or a safeguard, which is one of the framework `safeguards`. */
export type GraphNode = { readonly key: NodeKey; readonly framework: string; readonly requirement: string };

/** The framework under which our safeguards stand. */
export const safeguardsFramework = 'safeguards';

/** Who says so, and how it came to say so. */
export type RelationSource = Trust & {
  /** Our own content, a published set, or that a number is a part of another. */
  readonly kind: 'safeguard' | 'mapping_set' | 'part';
  /** URN of the set, id of the safeguard, or URN of the framework whose part it is. */
  readonly of: string;
  readonly edition: string | null;
  readonly title: string | null;
  readonly author: string | null;
  /** Why, in the author's words. */
  readonly note: string | null;
  /** Whether it was stated from target to source, and is read backwards here. */
  readonly isInverse: boolean;
};

/** A relation between two nodes with all who state it. */
export type Statement = {
  readonly relation: SetRelation;
  readonly claim: Claim;
  readonly isPart: boolean;
  readonly sources: readonly RelationSource[];
  /** Of its most trusted source that was not withdrawn; null where all were. */
  readonly trust: Trust | null;
};
/** All that is stated between a node and the one numbered `to`; several where sources differ. */
export type Link = { readonly to: number; readonly statements: readonly Statement[] };

/** A requirement in a framework, under the name that the framework gives it. */
export type Member = { readonly node: number; readonly requirement: string };

/** The graph. Nodes are numbered in their natural order, and what belongs to them is looked up by that number. */
export type MappingGraph = {
  readonly nodes: readonly GraphNode[];
  /** Requirements by framework. What is the same in two frameworks is one node with two names. */
  readonly members: ReadonlyMap<string, readonly Member[]>;
  readonly links: readonly (readonly Link[])[];
};

/** What a graph is built of. */
export type MappingInputs = {
  readonly frameworks: readonly Pick<Framework, 'id' | 'requirements'>[];
  readonly safeguards: readonly Pick<Safeguard, 'id' | 'title' | 'spine' | 'mappings'>[];
  /** Imported frameworks; a set may also speak of one that nobody imported. */
  readonly editions: readonly {
    readonly urn: string;
    readonly requirements: readonly Pick<EditionRequirement, 'id' | 'parent' | 'number'>[];
  }[];
  readonly sets: readonly MappingSet[];
  readonly aliases: readonly Alias[];
};

type Stated = {
  readonly from: NodeKey;
  readonly to: NodeKey;
  readonly relation: SetRelation;
  readonly source: RelationSource;
};
type Named = { readonly framework: string; readonly requirement: string };
/** A requirement as its framework names it, and the node that it is. */
type Placed = { readonly name: Named; readonly node: Named };

const keyOf = ({ framework, requirement }: Named): NodeKey => `${framework}:${requirement}` as NodeKey;
const spine = 'nis-cg-2018';

/** The graph of all that is stated. */
export function mappingGraph(inputs: MappingInputs): MappingGraph {
  const place = placing(inputs);
  const placed = namesIn(inputs).map((name) => ({ name, node: place(name).node }));
  const nodes = [...new Map(placed.map(({ node }) => [keyOf(node), node])).values()]
    .toSorted(byName)
    .map((node) => ({ key: keyOf(node), ...node }));
  const numberOf = new Map(nodes.map(({ key }, index) => [key, index]));
  const stated = [
    ...inputs.safeguards.flatMap(ofSafeguard),
    ...inputs.sets.flatMap((set) => ofSet(set, (name) => keyOf(place(name).node))),
    ...placed.flatMap(({ name }) => place(name).part),
  ];
  return { nodes, members: membersOf(placed, numberOf), links: linksOf(stated, nodes.length, numberOf) };
}

const byName = (left: Named, right: Named): number =>
  left.framework === right.framework
    ? byNumber(left.requirement, right.requirement)
    : left.framework < right.framework
      ? -1
      : 1;

function namesIn({ frameworks, safeguards, editions, sets }: MappingInputs): readonly Named[] {
  const names = [
    ...frameworks.flatMap(({ id, requirements }) =>
      requirements.map((one) => ({ framework: id, requirement: one.id })),
    ),
    ...safeguards.map(({ id }) => ({ framework: safeguardsFramework, requirement: id })),
    ...safeguards.flatMap((safeguard) => targetsOf(safeguard).map(({ to }) => nameOfRef(to))),
    ...editions.flatMap(({ urn, requirements }) => requirements.map(({ id }) => ({ framework: urn, requirement: id }))),
    ...sets.flatMap(({ source, target, relations }) =>
      relations.flatMap((one) => [
        { framework: source, requirement: one.source },
        { framework: target, requirement: one.target },
      ]),
    ),
  ];
  return [...new Map(names.map((name) => [keyOf(name), name])).values()];
}

/** A reference of content: the id of a framework has no colon. */
function nameOfRef(ref: string): Named {
  const colon = ref.indexOf(':');
  return { framework: ref.slice(0, colon), requirement: ref.slice(colon + 1) };
}

/** Where an imported requirement stands in content: as the same node, or as a part of one. */
function placing({ frameworks, editions, aliases }: MappingInputs) {
  const ours = new Set(frameworks.flatMap(({ id, requirements }) => requirements.map((one) => `${id}:${one.id}`)));
  const aliasOf = new Map(aliases.map((alias) => [alias.imported, alias]));
  const known = new Map(
    editions.flatMap(({ urn, requirements }) =>
      requirements.map((one) => [keyOf({ framework: urn, requirement: one.id }), one] as const),
    ),
  );
  return remembered((name) => {
    const alias = aliasOf.get(name.framework);
    const { number, isOwn } = numberAt(name, known);
    const ladder = alias === undefined || number === null ? [] : alias.ladder(number);
    const at = ladder.findIndex((id) => ours.has(`${alias?.content}:${id}`));
    if (alias === undefined || at === -1) return { node: name, part: [] };
    const found = { framework: alias.content, requirement: ladder[at] ?? '' };
    return at === 0 && isOwn ? { node: found, part: [] } : { node: name, part: [partOf(name, found)] };
  });
}

type Numbered = { readonly number: string | null; readonly parent: string | null };

/**
 * The number of a requirement, else that of the nearest above it, of which it is then a part. Of an imported one nothing
 * is read off its id: `…:4.3.2:1` is no section 1.
 */
function numberAt(
  { framework, requirement }: Named,
  known: ReadonlyMap<NodeKey, Numbered>,
): { readonly number: string | null; readonly isOwn: boolean } {
  const own = known.get(keyOf({ framework, requirement }));
  if (own === undefined) return { number: requirement.slice(requirement.lastIndexOf(':') + 1), isOwn: true };
  let above: Numbered | undefined = own;
  for (let steps = 0; above !== undefined && above.number === null && steps < known.size; steps += 1)
    above = above.parent === null ? undefined : known.get(keyOf({ framework, requirement: above.parent }));
  return { number: above?.number ?? null, isOwn: above === own };
}

type Standing = { readonly node: Named; readonly part: readonly Stated[] };

/** Each requirement stands in many relations, and its place is worked out once. */
function remembered(placeOf: (name: Named) => Standing): (name: Named) => Standing {
  const known = new Map<NodeKey, Standing>();
  return (name) => {
    const key = keyOf(name);
    const standing = known.get(key) ?? placeOf(name);
    known.set(key, standing);
    return standing;
  };
}

function partOf(part: Named, whole: Named): Stated {
  const source = { of: part.framework, edition: null, title: null, author: null, note: null, isInverse: false };
  return {
    from: keyOf(part),
    to: keyOf(whole),
    relation: 'subset',
    source: { kind: 'part', ...source, review: null, rationale: null, confidence: null },
  };
}

type Touching = Pick<Safeguard, 'id' | 'title' | 'spine' | 'mappings'>;

/** A safeguard touches its measure on the spine as it touches what it is mapped to. */
const targetsOf = ({ spine: place, mappings }: Touching) => [
  { to: `${spine}:${place}`, relation: 'intersects-with' as const, because: null },
  ...mappings,
];

const setRelationOf: Readonly<Record<Relation, SetRelation>> = {
  equal: 'equal',
  'subset-of': 'subset',
  'superset-of': 'superset',
  'intersects-with': 'intersects',
};

const ofSafeguard = (safeguard: Touching): readonly Stated[] =>
  targetsOf(safeguard).map(({ to, relation, because }) => ({
    from: keyOf({ framework: safeguardsFramework, requirement: safeguard.id }),
    to: to as string as NodeKey,
    relation: setRelationOf[relation],
    source: {
      kind: 'safeguard',
      of: safeguard.id,
      edition: null,
      title: safeguard.title,
      author: null,
      note: because,
      isInverse: false,
      review: null,
      rationale: null,
      confidence: null,
    },
  }));

function ofSet(set: MappingSet, keyAt: (name: Named) => NodeKey): readonly Stated[] {
  const sourceOf = ({ note, rationale, confidence }: PublishedRelation): RelationSource => ({
    kind: 'mapping_set',
    of: set.urn,
    edition: set.edition,
    title: set.title,
    author: set.author,
    note,
    isInverse: false,
    review: set.review,
    rationale,
    confidence,
  });
  return set.relations.map((one) => ({
    from: keyAt({ framework: set.source, requirement: one.source }),
    to: keyAt({ framework: set.target, requirement: one.target }),
    relation: one.relation,
    source: sourceOf(one),
  }));
}

function membersOf(
  placed: readonly Placed[],
  numberOf: ReadonlyMap<NodeKey, number>,
): ReadonlyMap<string, readonly Member[]> {
  const named = placed.flatMap(({ name, node }) => {
    const member = { node: numberOf.get(keyOf(node)) ?? -1, requirement: name.requirement };
    return [{ framework: name.framework, member }];
  });
  const grouped = Map.groupBy(named, ({ framework }) => framework);
  return new Map(
    [...grouped].map(([framework, found]) => [
      framework,
      found
        .map(({ member }) => member)
        .toSorted((left, right) => left.node - right.node || byNumber(left.requirement, right.requirement)),
    ]),
  );
}

/** Statements by node, target and relation; the order of everything follows from what it is. */
function linksOf(
  stated: readonly Stated[],
  size: number,
  numberOf: ReadonlyMap<NodeKey, number>,
): readonly (readonly Link[])[] {
  const gathered = Array.from({ length: size }, () => new Map<number, Map<string, Stated[]>>());
  for (const one of [...stated, ...stated.map(backwards)]) {
    const [from, to] = [numberOf.get(one.from) ?? -1, numberOf.get(one.to) ?? -1];
    if (from === to) continue;
    const links = gathered[from];
    const statements = links?.get(to) ?? new Map<string, Stated[]>();
    links?.set(to, statements);
    const named = one.source.kind === 'part' ? 'part' : one.relation;
    const found = statements.get(named);
    if (found === undefined) statements.set(named, [one]);
    else found.push(one);
  }
  return gathered.map((links) =>
    [...links]
      .toSorted(([left], [right]) => left - right)
      .map(([to, statements]) => ({
        to,
        statements: [...statements]
          .toSorted(([left], [right]) => (left < right ? -1 : 1))
          .map(([, all]) => merged(all)),
      })),
  );
}

const backwards = (one: Stated): Stated => ({
  from: one.to,
  to: one.from,
  relation: inverse(one.relation),
  source: { ...one.source, isInverse: true },
});

/** Those who say the same, each once. */
function merged(all: readonly Stated[]): Statement {
  const { relation, source } = all[0] as Stated;
  const isPart = source.kind === 'part';
  const part = relation === 'subset' ? isPartOf : inverseClaim(isPartOf);
  const sources = all.length === 1 ? [source] : distinct(all.map((one) => one.source));
  const trusted = sources.filter((one) => !isWithdrawn(one)).toSorted(byTrust)[0];
  const trust = trusted === undefined ? null : trustOf(trusted);
  return { relation, claim: isPart ? part : claimOf(relation), isPart, sources, trust: isPart ? noDoubt : trust };
}

const trustOf = ({ review, rationale, confidence }: Trust): Trust => ({ review, rationale, confidence });

function distinct(sources: readonly RelationSource[]): readonly RelationSource[] {
  const texts = new Map(sources.map((one) => [Object.values(one).join('\n'), one]));
  return [...texts].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, one]) => one);
}
