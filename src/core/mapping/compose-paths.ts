/**
 * What follows for one requirement through others: chains of stated relations, each conclusion with its best chain.
 * Owns which chains are gone along; must not know where they are shown.
 */
import type { Rationale } from '../guidance/mapping-set.ts';
import { anything, composeClaims, conclude, type Claim } from './algebra.ts';
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
  /** How many chains as short end there with the same conclusion. */
  readonly alike: number;
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
  const found = new Map<string, Chain>();
  let edge: readonly Chain[] = [];
  for (let step = 1; step <= ground.maxSteps; step += 1) {
    const reached = step === 1 ? firstSteps(start, ground) : longer(edge, start, ground, step === ground.maxSteps);
    for (const chain of step === 1 ? [] : reached) {
      if (!ground.isTarget(chain.end) || conclude(chain.claim).kind === 'no_conclusion') continue;
      const key = keyOf(chain);
      if (!found.has(key)) found.set(key, chain);
    }
    edge = reached;
  }
  return [...found.values()];
}

const keyOf = ({ end, claim }: Chain): string => `${end} ${claim.possible} ${claim.relation}`;

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
  const best = new Map<string, Chain>();
  for (const chain of edge)
    for (const link of ground.graph.links[chain.end] ?? []) {
      if (link.to === start || (isLast && !ground.isTarget(link.to))) continue;
      for (const statement of link.statements) {
        const next = extended(chain, link.to, statement, ground);
        if (next === null) continue;
        const key = `${keyOf(next)} ${statement.isPart}`;
        const other = best.get(key);
        best.set(key, other === undefined ? next : better(other, next));
      }
    }
  return [...best.values()];
}

function extended(chain: Chain, end: number, last: Statement, ground: Ground): Chain | null {
  if (last.trust === null || !mayPass(chain, end, last, ground)) return null;
  const claim = composeClaims(chain.claim, last.claim);
  if (claim.possible === anything) return null;
  const rationale = rationaleOf(last);
  return {
    end,
    last,
    before: chain,
    steps: chain.steps + 1,
    claim,
    trust: weaker(chain.trust, last.trust),
    rationale: rationale ?? chain.rationale,
    mixesRationales:
      chain.mixesRationales || (rationale !== null && chain.rationale !== null && rationale !== chain.rationale),
    alike: chain.alike,
  };
}

/**
 * A chain goes through other frameworks, a different one with each step: through a neighbour in its own framework it
 * would only say what that neighbour says. Between a part and its whole it may stay.
 */
function mayPass({ end: middle, last: before }: Chain, end: number, last: Statement, ground: Ground): boolean {
  if (before.isPart || last.isPart) return true;
  const { nodes } = ground.graph;
  return !ground.isInEither(middle) && nodes[middle]?.framework !== nodes[end]?.framework;
}

// Links are gone along in the order of their nodes, so that among equally trusted chains the first is always the same.
function better(left: Chain, right: Chain): Chain {
  const alike = left.alike + right.alike;
  return byTrust(left.trust, right.trust) <= 0 ? { ...left, alike } : { ...right, alike };
}
