/**
 * What follows for one requirement through others: chains of stated relations, each conclusion with its best chain.
 * Owns which chains are gone along; must not know where they are shown.
 */
import { setRelations, type Rationale } from '../guidance/mapping-set.ts';
import { anything, composeClaims, saysSomething, type Claim } from './algebra.ts';
import type { Link, MappingGraph, Statement } from './mapping-graph.ts';
import { byTrust, weaker, type Trust } from './weakest-link.ts';

/** A chain of stated relations that begins at the requirement searched from. */
export type Chain = {
  readonly end: number;
  readonly last: Statement;
  readonly before: Chain | null;
  readonly steps: number;
  readonly claim: Claim;
  readonly trust: Trust;
  readonly rationale: Rationale | null;
  /** Whether its links argue from different things, as words here and effects there. */
  readonly mixesRationales: boolean;
  /** How many chains as short end there with the same conclusion. Counted up while they are found. */
  alike: number;
};

/** Where chains may go: nodes of the two frameworks, and those that are ends. */
export type Ground = {
  readonly graph: MappingGraph;
  /** Whether the node belongs to the framework that is read, or to the one that is read into. */
  readonly isInEither: (node: number) => boolean;
  readonly isTarget: (node: number) => boolean;
  readonly maxSteps: number;
};

/** Conclusions of two steps or more on each target, the shortest chain first. */
export function chainsFrom(start: number, ground: Ground): readonly Chain[] {
  const found = new Map<number, Chain>();
  let edge: readonly Chain[] = firstSteps(start, ground);
  for (let steps = 2; steps <= ground.maxSteps; steps += 1) {
    edge = longer(edge, start, ground, steps === ground.maxSteps);
    for (const chain of edge) {
      const key = keyOf(chain.end, chain.claim);
      if (ground.isTarget(chain.end) && saysSomething(chain.claim) && !found.has(key)) found.set(key, chain);
    }
  }
  return [...found.values()];
}

// Chains are told apart by the hundred thousand, so their keys are numbers: the end, what is open, and its name.
const keyOf = (end: number, { possible, relation }: Claim): number =>
  (end * 8 + (relation === null ? 0 : 1 + setRelations.indexOf(relation))) * (anything + 1) + possible;

const usable = ({ statements }: Link): readonly Statement[] => statements.filter(({ trust }) => trust !== null);

const firstSteps = (start: number, { graph }: Ground): readonly Chain[] =>
  (graph.links[start] ?? []).flatMap((link) =>
    usable(link).map((last) => ({
      end: link.to,
      last,
      before: null,
      steps: 1,
      claim: last.claim,
      trust: last.trust as Trust,
      rationale: rationaleOf(last),
      mixesRationales: false,
      alike: 1,
    })),
  );

/** A number says of itself where it belongs, so that it argues from nothing. */
const rationaleOf = ({ isPart, trust }: Statement): Rationale | null => (isPart ? null : (trust?.rationale ?? null));

/** Each chain made one step longer; of those that end alike, the best one goes on and counts for all. */
function longer(edge: readonly Chain[], start: number, ground: Ground, isLast: boolean): readonly Chain[] {
  const best = new Map<number, Chain>();
  for (const chain of edge)
    for (const link of ground.graph.links[chain.end] ?? []) {
      if (link.to === start || (isLast && !ground.isTarget(link.to))) continue;
      for (const statement of link.statements) {
        if (statement.trust === null || !mayPass(chain, link.to, statement, ground)) continue;
        const claim = composeClaims(chain.claim, statement.claim);
        if (claim.possible === anything) continue;
        const key = keyOf(link.to, claim) * 2 + Number(statement.isPart);
        const trust = weaker(chain.trust, statement.trust);
        const other = best.get(key);
        // Links are gone along in the order of their nodes, so that of equally trusted chains the first always stays.
        if (other !== undefined && byTrust(other.trust, trust) <= 0) other.alike += chain.alike;
        else best.set(key, extended(chain, { end: link.to, last: statement, claim, trust }, other?.alike ?? 0));
      }
    }
  return [...best.values()];
}

type Step = { readonly end: number; readonly last: Statement; readonly claim: Claim; readonly trust: Trust };

function extended(chain: Chain, step: Step, others: number): Chain {
  const rationale = rationaleOf(step.last);
  const isOther = rationale !== null && chain.rationale !== null && rationale !== chain.rationale;
  return {
    ...step,
    before: chain,
    steps: chain.steps + 1,
    rationale: rationale ?? chain.rationale,
    mixesRationales: chain.mixesRationales || isOther,
    alike: chain.alike + others,
  };
}

/**
 * A chain goes through other frameworks, a different one with each step: through a neighbour in its own framework it
 * would only say what that neighbour says. Between a part and its whole it may stay in one.
 */
function mayPass({ end: middle, last: before }: Chain, end: number, last: Statement, ground: Ground): boolean {
  if (before.isPart || last.isPart) return true;
  const { nodes } = ground.graph;
  return !ground.isInEither(middle) && nodes[middle]?.framework !== nodes[end]?.framework;
}
