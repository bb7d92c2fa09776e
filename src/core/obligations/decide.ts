import type { Force, ForceRule, ObligationRule, RuleCase } from '../content/obligation-rule.ts';
import type { IsoDate, Verification, VerificationStatus } from '../content/verification.ts';
import { addMonths } from '../incident/calendar.ts';
import { isFactName } from '../profile/facts.ts';
import { evaluate } from './condition.ts';
import { jurisdictionOf } from './jurisdiction.ts';
import { strongestAct, type ActForce } from './national-act.ts';
import { fact, type World } from './world.ts';

/** What follows from a case on the day, after dates and evidence were looked at. */
export type Effect = {
  readonly force: Force;
  /** Binding from, or since, this day. */
  readonly from?: IsoDate | undefined;
  readonly act?: ActForce | undefined;
  /** The rule has nothing to say on this day. */
  readonly isHidden?: boolean;
};

/** The case that decides a rule. `entry` null: answers are missing, and the cases left open differ in effect. */
export type Decision = { readonly effect: Effect; readonly entry: RuleCase | null; readonly contested: boolean };

/**
 * Decides a rule. Cases are read in order; one that may hold leaves its effect possible, one that holds ends the reading.
 * Where all possible effects are the same, missing answers do not matter: class and duty are separate.
 */
export function decide(rule: ObligationRule, world: World): Decision {
  const possible: { entry: RuleCase; effect: Effect }[] = [];
  for (const entry of rule.cases) {
    const truth = evaluate(entry.when, world);
    if (truth === false) continue;
    possible.push({ entry, effect: effectOf(rule, entry, world) });
    if (truth === true) break;
  }
  const last = possible.at(-1);
  if (last === undefined) return { effect: { force: 'does_not_apply' }, entry: null, contested: false };
  const isSame = last.effect.force !== 'needs_answer' && possible.every(({ effect }) => bindAlike(effect, last.effect));
  if (!isSame) return { effect: { force: 'needs_answer' }, entry: null, contested: false };
  return { ...last, contested: possible.some(({ entry }) => entry.contested === true) };
}

const bindAlike = (left: Effect, right: Effect): boolean =>
  left.force === right.force && (left.force !== 'binding_from' || left.from === right.from);

/** A decision as a word, the same for decisions that bind alike; null: open. */
export function decisionKey({ effect: { force, from } }: Decision): string | null {
  if (force === 'needs_answer') return null;
  return force === 'binding_from' ? `${force} ${from ?? ''}` : force;
}

function effectOf(rule: ObligationRule, entry: RuleCase, world: World): Effect {
  const effect = notBefore(forceOf(entry.force, rule, world), rule.validFrom, world.on);
  if (!isBinding(effect)) return effect;
  const isRecall = evidenceOf(rule, entry, effect.act).some(({ status }) => status === 'recall');
  return isRecall ? { force: 'recommended', act: effect.act } : effect;
}

const isBinding = ({ force }: Effect): boolean => force === 'binding_now' || force === 'binding_from';

function forceOf(force: ForceRule, rule: ObligationRule, world: World): Effect {
  switch (force.kind) {
    case 'fixed':
      return force.force === 'binding_now' ? { force: force.force, from: rule.validFrom } : { force: force.force };
    case 'dated':
      return bindingFrom(force.from, world.on);
    case 'after_fact': {
      const day = isFactName(force.fact) ? fact(world, force.fact) : undefined;
      return typeof day === 'string'
        ? bindingFrom(addMonths(day as IsoDate, force.months), world.on)
        : { force: 'needs_answer' };
    }
    case 'national_act': {
      const act = strongestAct(world, rule.id);
      if (act !== undefined) return { force: act.force, from: act.from ?? startOf(act), act };
      return { force: jurisdictionOf(world) === undefined ? 'needs_answer' : 'does_not_apply' };
    }
  }
}

const startOf = ({ force, startNotConfirmed, country }: ActForce): IsoDate | undefined =>
  force === 'binding_now' && !startNotConfirmed ? country.nis2.inForceFrom : undefined;

const bindingFrom = (from: IsoDate, on: IsoDate): Effect => ({
  force: from <= on ? 'binding_now' : 'binding_from',
  from,
});

/** Before its first day a rule binds from that day; a recommendation that is not yet out is not listed. */
function notBefore(effect: Effect, validFrom: IsoDate | undefined, on: IsoDate): Effect {
  if (validFrom === undefined || validFrom <= on || effect.force === 'needs_answer') return effect;
  if (!isBinding(effect)) return { ...effect, isHidden: true };
  return {
    ...effect,
    force: 'binding_from',
    from: effect.from !== undefined && effect.from > validFrom ? effect.from : validFrom,
  };
}

/** What a case rests on: its own evidence or that of its rule, and that of the national act. */
function evidenceOf(rule: ObligationRule, entry: RuleCase | null, act: ActForce | undefined): readonly Verification[] {
  const stated = entry?.verification ?? rule.verification;
  return act === undefined ? [stated] : [stated, act.country.nis2.verification];
}

const strength: readonly VerificationStatus[] = ['verified', 'secondary', 'editorial', 'recall'];

/** A statement made of several is as good as the weakest of them. */
export const worstStatus = (statuses: readonly VerificationStatus[]): VerificationStatus =>
  strength.findLast((status) => statuses.includes(status)) ?? 'recall';

/** A statement that rests on two is as good as the weaker; it names the sources of both. */
export function verificationOf(rule: ObligationRule, { entry, effect }: Decision): Verification {
  return evidenceOf(rule, entry, effect.act).reduce((left, right) => {
    const worst = strength.indexOf(left.status) >= strength.indexOf(right.status) ? left : right;
    return { ...worst, sources: [...new Set([...left.sources, ...right.sources])] };
  });
}
