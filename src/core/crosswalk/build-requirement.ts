/** One requirement with its place, the mappings in both directions and the safeguards that touch it. */
import type { Safeguard } from '../content/safeguard.ts';
import type { RatingState } from '../library-item/page.ts';
import { reachOf } from '../mapping/coverage-of-relation.ts';
import { safeguardsFramework, type Link, type RelationSource, type Statement } from '../mapping/mapping-graph.ts';
import type { Compared } from './compared.ts';
import { viewStated } from './build-crosswalk.ts';
import { placedIn, sideOf, type Naming } from './names.ts';
import { passedOn } from '../guidance/licence.ts';
import type { Named, Placed, RequirementView, StatedView } from './view.ts';

/** What is known of the requirement besides the graph. */
export type AboutRequirement = {
  readonly words: { readonly text: string | null; readonly note: string | null } | null;
  readonly safeguards: readonly Pick<Safeguard, 'id' | 'title' | 'language'>[];
  /** Null without an organisation. */
  readonly ratings: ReadonlyMap<string, RatingState> | null;
};

/** The view of a requirement; null where the framework has none of that id. */
export function buildRequirement(
  naming: Naming,
  framework: Compared,
  id: string,
  about: AboutRequirement,
): RequirementView | null {
  const { graph, compared } = naming;
  const place = placeIn(framework, id, naming);
  const member = graph.members.get(framework.id)?.find(({ requirement }) => requirement === id);
  if (member === undefined && place === null) return null;
  const links = member === undefined ? [] : (graph.links[member.node] ?? []);
  const stance = framework.licence?.stance ?? null;
  const mayShow = stance === null || passedOn[stance].words;
  return {
    framework: sideOf(framework, graph, compared),
    requirement: naming.named(framework.id, id),
    words: mayShow && about.words !== null && (about.words.text ?? about.words.note) !== null ? about.words : null,
    stance,
    ...(place ?? { parent: null, previous: null, next: null, below: [] }),
    alsoNamed: member === undefined ? [] : otherNames(naming, framework.id, member.node),
    mappings: links.flatMap((link) => mappingAt(naming, link)),
    safeguards: links.flatMap((link) => touching(naming, link, about)),
  };
}

type Place = Pick<RequirementView, 'parent' | 'previous' | 'next' | 'below'>;

function placeIn({ id: framework, tree }: Compared, id: string, { named }: Naming): Place | null {
  const own = tree.find((one) => one.id === id);
  if (own === undefined) return null;
  const beside = tree.filter(({ parent }) => parent === own.parent);
  const at = beside.indexOf(own);
  const nameOf = (one: { readonly id: string } | undefined): Named | null =>
    one === undefined ? null : named(framework, one.id);
  return {
    parent: own.parent === null ? null : named(framework, own.parent),
    previous: nameOf(beside[at - 1]),
    next: nameOf(beside[at + 1]),
    below: tree.filter(({ parent }) => parent === id).map((one) => named(framework, one.id)),
  };
}

/** What is the same in two frameworks is one node with two names. */
const otherNames = ({ graph, compared, named }: Naming, framework: string, node: number): readonly Placed[] =>
  [...graph.members].flatMap(([other, members]) =>
    other === framework
      ? []
      : members
          .filter((member) => member.node === node)
          .map(({ requirement }) => placedIn(compared, other, named(other, requirement))),
  );

/** What somebody published, and that a number is a part of another. */
function mappingAt(naming: Naming, { to, statements }: Link): RequirementView['mappings'] {
  const node = naming.graph.nodes[to];
  if (node === undefined || node.framework === safeguardsFramework) return [];
  const stated = statements.map((one) => statedIn(naming, one));
  const words = new Set(
    statements.filter(({ isPart }) => !isPart).map(({ relation }) => (relation === 'equivalent' ? 'equal' : relation)),
  );
  return [{ other: naming.placed(node.key), stated, disagrees: words.size > 1 }];
}

const statedIn = (naming: Naming, { relation, claim, sources }: Statement): StatedView =>
  viewStated(naming, { relation, reach: reachOf(claim), sources });

const toTheRequirement = {
  equal: 'equal',
  equivalent: 'equal',
  subset: 'superset-of',
  superset: 'subset-of',
  intersects: 'intersects-with',
  none: 'intersects-with',
} as const;

/** The relation is that of the safeguard to the requirement, as content writes it. */
function touching(
  { graph }: Naming,
  { to, statements }: Link,
  { safeguards, ratings }: AboutRequirement,
): RequirementView['safeguards'] {
  const node = graph.nodes[to];
  const safeguard = safeguards.find(({ id }) => node?.framework === safeguardsFramework && id === node.requirement);
  if (safeguard === undefined) return [];
  const { id, title, language = null } = safeguard;
  const rating = ratings === null ? null : (ratings.get(id) ?? 'unknown');
  return statements.map(({ relation, sources }) => ({
    id,
    title,
    language,
    relation: toTheRequirement[relation],
    because: noteIn(sources),
    rating,
  }));
}

const noteIn = (sources: readonly RelationSource[]): string | null =>
  sources.find(({ kind, note }) => kind === 'safeguard' && note !== null)?.note ?? null;
