import { assert } from '../base.ts';
import type { Country } from '../content/country.ts';
import type { DocumentId, ObligationId, RequirementRef } from '../content/ids.ts';
import type { Force, ObligationRule } from '../content/obligation-rule.ts';
import type { IsoDate, Verification } from '../content/verification.ts';
import type { FactName, Facts } from '../profile/facts.ts';
import { decide, decisionKey, verificationOf, type Decision } from './decide.ts';
import { establishments, jurisdictionOf } from './jurisdiction.ts';
import { inOrder, missingFacts, probesOf } from './missing.ts';
import { classReason, fill } from './reason.ts';
import { isEssential, isInScope } from './scope.ts';
import { sizeOf, type Size } from './size.ts';
import { watch, worldOf, type World } from './world.ts';

/** A document and the place in it. */
export type Citation = { readonly document: DocumentId; readonly locator: string };

/** A duty with its force for one organisation on one day. */
export type Obligation = {
  readonly id: ObligationId;
  readonly title: string;
  /** What it asks. */
  readonly sentence: string;
  readonly force: Force;
  /** The day from which, or since which, it binds, where one is known. */
  readonly from?: IsoDate | undefined;
  /** Why it has this force. */
  readonly reason: string;
  readonly cite: Citation;
  /** Status `recall`: to be confirmed; such a duty is never returned as binding. */
  readonly verification: Verification;
  readonly contested: boolean;
  /** Facts that can change the force. */
  readonly ask: readonly FactName[];
  readonly requirements: readonly RequirementRef[];
  readonly onEvent: boolean;
  readonly order: number;
  /** National law of this state. */
  readonly country?: string | undefined;
  /** The national act that decides the force of a duty of the directive. */
  readonly nationalAct?: { readonly title: string; readonly url: string | null } | undefined;
  readonly startNotConfirmed?: boolean | undefined;
};

/** A fact worth asking, and what its answer decides. */
export type Question = {
  readonly fact: FactName;
  readonly decides: readonly ObligationId[];
  readonly decidesClass: boolean;
};

/** The class under the second directive; `outside` is out of its scope. */
export type EntityClass = 'essential' | 'important' | 'outside' | 'unknown';

/** What law applies to an organisation on a day. */
export type Assessment = {
  readonly on: IsoDate;
  readonly class: EntityClass;
  readonly classReason: string;
  readonly classCite: Citation;
  readonly classVerification: Verification;
  readonly size: Size;
  /** States whose act implementing the directive applies, as codes. Empty: none, or not known. */
  readonly jurisdiction: readonly string[];
  readonly obligations: readonly Obligation[];
  readonly questions: readonly Question[];
};

/** The part of content that decides: rules, and the law of the states. */
export type LawContent = { readonly obligations: readonly ObligationRule[]; readonly countries: readonly Country[] };

/** The rule whose cases say why an organisation has its class; it is no duty and not listed as one. */
export const classRuleId = 'nis2-class';

/**
 * Decides every rule for a profile on a day. Class and duty are separate: a duty may bind while the class is open.
 * @source Directive (EU) 2022/2555, Art. 2, 3; each rule carries the place of its own law
 */
export function assessObligations(facts: Facts, content: LawContent, on: IsoDate): Assessment {
  const world = worldOf(facts, new Map(content.countries.map((country) => [country.code, country])), on);
  const asking = askingIn(world);
  const classRule = content.obligations.find(({ id }) => id === classRuleId);
  assert(classRule !== undefined, `Cannot assess: content has no rule "${classRuleId}"`);
  const size = sizeOf(world);
  const why = classReason(classRule, world);
  const rules = content.obligations.filter((rule) => rule !== classRule && isListed(rule, world));
  const obligations = rules.flatMap((rule) => obligationOf(rule, world, asking, why.reason));
  return {
    on,
    class: classOf(world),
    classReason: why.reason,
    classCite: { document: classRule.document, locator: why.locator },
    classVerification: classRule.verification,
    size,
    jurisdiction: jurisdictionOf(world) ?? [],
    obligations: obligations.toSorted((left, right) => left.order - right.order),
    questions: questionsOf(obligations, asking.forClass()),
  };
}

/** National law is listed only where the organisation is established; a rule that ended is not listed. */
function isListed(rule: ObligationRule, world: World): boolean {
  if (rule.validTo !== undefined && rule.validTo <= world.on) return false;
  return rule.country === undefined || (establishments(world)?.includes(rule.country) ?? false);
}

function classOf(world: World): EntityClass {
  const inScope = isInScope(world);
  if (inScope === false) return 'outside';
  const essential = isEssential(world);
  if (essential === true) return 'essential';
  return inScope === true && essential === false ? 'important' : 'unknown';
}

function obligationOf(rule: ObligationRule, world: World, asking: Asking, scope: string): readonly Obligation[] {
  const { value: decision, missed } = watch(world, () => decide(rule, world));
  const { effect, entry, contested } = decision;
  if (effect.isHidden === true) return [];
  const { act } = effect;
  const reason = fill(entry?.reason ?? rule.ifUnknown ?? '', world, {
    scope,
    act: act?.note ?? '',
    ...(act === undefined ? {} : { country: act.country.name }),
  });
  const ask = effect.force === 'needs_answer' ? asking.forRule(rule, missed) : askStatus(decision, world);
  return [
    {
      id: rule.id,
      title: rule.title,
      sentence: rule.sentence,
      force: effect.force,
      from: effect.from,
      reason,
      verification: verificationOf(rule, decision),
      contested,
      ask,
      requirements: rule.requirements,
      onEvent: rule.onEvent,
      order: rule.order,
      country: rule.country,
      cite: { document: rule.document, locator: entry?.cite ?? rule.cite },
      nationalAct: act === undefined ? undefined : { title: act.country.nis2.title, url: act.country.nis2.url },
      startNotConfirmed: act?.startNotConfirmed === true ? true : undefined,
    },
  ];
}

type Asking = {
  readonly forRule: (rule: ObligationRule, missed: ReadonlySet<FactName>) => readonly FactName[];
  readonly forClass: () => readonly FactName[];
};

/** Finds what to ask. Duties under the same conditions share the answer. */
function askingIn(world: World): Asking {
  const probes = probesOf(world);
  const found = new Map<string, readonly FactName[]>();
  return {
    forRule: (rule, missed) => {
      const shape = shapeOf(rule, world);
      const facts =
        found.get(shape) ?? missingFacts(world, missed, probes, (other) => decisionKey(decide(rule, other)));
      found.set(shape, facts);
      return facts;
    },
    forClass: () => {
      const { value, missed } = watch(world, () => classOf(world));
      return value === 'unknown' ? missingFacts(world, missed, probes, (other) => known(classOf(other))) : [];
    },
  };
}

const known = (found: EntityClass): string | null => (found === 'unknown' ? null : found);

/** What a rule's force hangs on, without its words. A duty that some state starts later is a case of its own. */
function shapeOf({ id, cases, validFrom, verification }: ObligationRule, { countries }: World): string {
  const startsLater = countries
    .values()
    .some(({ nis2 }) => nis2.laterDuties.some(({ obligation }) => obligation === id));
  return JSON.stringify([
    startsLater ? id : '',
    validFrom,
    cases.map((entry) => [entry.when, entry.force, (entry.verification ?? verification).status]),
  ]);
}

/** Where what we know of a state is older than the day assessed, the state of its act is asked. */
const askStatus = ({ effect }: Decision, { facts }: World): readonly FactName[] =>
  effect.act?.asksStatus === true && facts.national_act_status === undefined ? ['national_act_status'] : [];

function questionsOf(obligations: readonly Obligation[], forClass: readonly FactName[]): readonly Question[] {
  const asked = new Set<FactName>([...forClass, ...obligations.flatMap(({ ask }) => ask)]);
  return inOrder([...asked]).map((fact) => ({
    fact,
    decides: obligations.filter(({ ask }) => ask.includes(fact)).map(({ id }) => id),
    decidesClass: forClass.includes(fact),
  }));
}
