/** Coverage: which safeguards touch each requirement. It counts touches; whether they are enough is for an auditor. */
import type { Content } from './content/content.ts';
import type { Framework, Requirement } from './content/framework.ts';
import type { FrameworkId, SafeguardId } from './content/ids.ts';
import type { Relation, Safeguard } from './content/safeguard.ts';

/** A safeguard that touches a requirement, and how. On the spine it has its place, so there is no relation. */
export type Touching = { readonly id: SafeguardId; readonly relation: Relation | null };

/** A requirement with what touches it; nothing at all has a reason where we promise to touch everything. */
export type CoverageRow = {
  readonly requirement: Requirement;
  readonly touching: readonly Touching[];
  readonly untouchedBecause: string | null;
};

/** A framework with its citable ends, in its order. */
export type FrameworkCoverage = {
  readonly framework: Framework;
  /** Whether each of its requirements is to be touched, or to say why not. */
  readonly isPromised: boolean;
  readonly rows: readonly CoverageRow[];
};

const spine = 'nis-cg-2018';

/** Requirements that safeguards promise to touch; a pattern where it is a part of the framework. */
const promised: Readonly<Record<string, RegExp>> = {
  [spine]: /^\d\.\d\.\d$/u,
  nis2: /^(?:20\(|21\(2\)\(|21\([34]\)|23\()/u,
  'cir-2024-2690': /./u,
  'enisa-procurement-2020': /./u,
  'ehdsi-readiness': /./u,
  'cir-2026-2083': /./u,
  'mdcg-2019-16': /./u,
  gdpr: /^(?:2[58]|3\d)/u,
};

/** The least number of safeguards on each measure of the spine. */
export const fewestOnSpine = 2;

/** Each framework with its citable ends and what touches them, those we promise first. */
export function coverageOf({
  frameworks,
  safeguards,
}: Pick<Content, 'frameworks' | 'safeguards'>): readonly FrameworkCoverage[] {
  const touching = touchingIn(safeguards);
  return frameworks
    .map((framework) => ({
      framework,
      isPromised: framework.id in promised,
      rows: endsOf(framework).map((requirement) => ({
        requirement,
        touching: touching.get(`${framework.id}:${requirement.id}`) ?? [],
        untouchedBecause: requirement.untouchedBecause ?? null,
      })),
    }))
    .toSorted((left, right) => Number(right.isPromised) - Number(left.isPromised));
}

/** Where we promise to touch a requirement. */
export const isPromised = (framework: FrameworkId, requirement: string): boolean =>
  promised[framework]?.test(requirement) === true;

/** Requirements without parts; a part of a framework that we promise leaves the others out. */
function endsOf({ id, requirements }: Framework): readonly Requirement[] {
  const parents = new Set(requirements.map(({ parent }) => parent));
  return requirements.filter(
    (requirement) => !parents.has(requirement.id) && (!(id in promised) || isPromised(id, requirement.id)),
  );
}

function touchingIn(safeguards: readonly Safeguard[]): ReadonlyMap<string, readonly Touching[]> {
  const touches = safeguards.flatMap(({ id, spine: place, mappings }) => [
    [`${spine}:${place}`, { id, relation: null }] as const,
    ...mappings.map(({ to, relation }) => [to as string, { id, relation }] as const),
  ]);
  return new Map([...Map.groupBy(touches, ([ref]) => ref)].map(([ref, found]) => [ref, found.map(([, one]) => one)]));
}
