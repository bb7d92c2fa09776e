import type { Framework } from '../content/framework.ts';
import type { RequirementRef } from '../content/ids.ts';
import type { RankingMethod } from '../content/method.ts';
import type { IsoDate } from '../content/verification.ts';
import type { Safeguard } from '../content/safeguard.ts';
import type { Obligation } from '../obligations/assess.ts';

/** The provision that weighs most for a safeguard, and how. */
export type DutyTerm = {
  readonly value: number;
  readonly obligation: Obligation | null;
  readonly force: number;
  /** The safeguard discharges the provision by itself. */
  readonly isNamed: boolean;
  /** Every provision that it touches, the heaviest first. */
  readonly touches: readonly { readonly obligation: Obligation; readonly value: number; readonly isNamed: boolean }[];
};

/**
 * Legal weight of a safeguard: the heaviest of its provisions, whole if it discharges the provision by itself, else half.
 * An unconfirmed rule (recall) weighs nothing, because it is not shown as fact.
 * @source ranking method, section "duty"
 */
export function dutyOf(
  safeguard: Safeguard,
  obligations: readonly Obligation[],
  tree: RequirementTree,
  method: RankingMethod,
  on: IsoDate,
): DutyTerm {
  const served = new Set(safeguard.mappings.flatMap(({ to }) => tree.chainOf(to)));
  const touches = obligations
    .filter((obligation) => obligation.force !== 'does_not_apply' && obligation.verification.status !== 'recall')
    .flatMap((obligation) => {
      const isNamed = safeguard.namedDuties.includes(obligation.id);
      if (!isNamed && !obligation.requirements.some((requirement) => served.has(requirement))) return [];
      const value = forceValue(obligation, method, on) * (isNamed ? 1 : method.unnamedDutyFactor);
      return [{ obligation, isNamed, value }];
    })
    .toSorted(
      (left, right) =>
        right.value - left.value ||
        Number(right.isNamed) - Number(left.isNamed) ||
        left.obligation.order - right.obligation.order,
    );
  const best = touches[0];
  if (best === undefined) return { value: 0, obligation: null, force: 0, isNamed: false, touches };
  return { ...best, force: forceValue(best.obligation, method, on), touches };
}

/**
 * The weight of a force on a day.
 * @source ranking method, section "duty"
 */
export function forceValue(obligation: Pick<Obligation, 'force' | 'from'>, method: RankingMethod, on: IsoDate): number {
  switch (obligation.force) {
    case 'binding_now':
      return method.force.bindingNow;
    case 'binding_from':
      return obligation.from !== undefined && obligation.from <= addYear(on)
        ? method.force.within12Months
        : method.force.later;
    case 'sector_scheme':
      return method.force.sectorScheme;
    case 'needs_answer':
      return method.force.needsAnswer;
    case 'recommended':
      return method.force.recommended;
    case 'benchmark':
      return method.force.benchmark;
    case 'does_not_apply':
      return 0;
  }
}

/** The same day a year later, as text: good enough for "within 12 months", since ISO days compare as strings. */
const addYear = (on: IsoDate): string => `${Number(on.slice(0, 4)) + 1}${on.slice(4)}`;

/** The tree of requirements, as far as duties need it. */
export type RequirementTree = {
  /** The requirement itself and every group above it. */
  readonly chainOf: (requirement: RequirementRef) => readonly string[];
};

/** The tree of all shipped frameworks. */
export function requirementTree(frameworks: readonly Framework[]): RequirementTree {
  const parents = new Map<string, string>();
  for (const { id, requirements } of frameworks)
    for (const { id: child, parent } of requirements)
      if (parent !== undefined) parents.set(`${id}:${child}`, `${id}:${parent}`);
  return {
    chainOf: (requirement) => {
      const chain: string[] = [];
      for (let at: string | undefined = requirement; at !== undefined; at = parents.get(at)) chain.push(at);
      return chain;
    },
  };
}
