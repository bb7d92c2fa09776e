import { ok, type Result } from '../../core/base.ts';
import type { Body } from '../../core/content/country.ts';
import type { ObligationRule } from '../../core/content/obligation-rule.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { assessObligations, classRuleId, type Obligation } from '../../core/obligations/assess.ts';
import { authoritiesFor, countriesOf } from '../../core/obligations/authorities.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, Failure } from '../../platform/action.ts';
import { profileFor } from '../profile/stored.ts';

type Context = ActionContext<Services>;

export type Law = {
  readonly obligations: readonly Obligation[];
  readonly jurisdiction: readonly string[];
  readonly home: string | undefined;
};

/** What the law asks today; null before the first answer, when nothing can be said of it. */
export async function lawFor(context: Context): Promise<Result<Law | null, Failure>> {
  const profile = await profileFor(context, undefined);
  if (!profile.ok) return profile.error.kind === 'no_profile' ? ok(null) : profile;
  const { facts } = profile.value;
  const assessment = assessObligations(facts, context.services.library.content, context.today as IsoDate);
  return ok({ ...assessment, home: facts.country });
}

/** Whether a duty applies; null where nobody can say. */
export const appliesIn = (law: Law | null, id: string): 'applies' | 'no_longer' | null => {
  if (law === null) return null;
  const duty = law.obligations.find((known) => known.id === id);
  return duty === undefined || duty.force === 'does_not_apply' ? 'no_longer' : 'applies';
};

/** A duty as content knows it; the rule of the class is none. */
export const ruleOf = ({ services }: Context, id: string): ObligationRule | undefined =>
  services.library.content.obligations.find((rule) => rule.id === id && rule.id !== classRuleId);

export const noDuty = (id: string): Failure => ({
  kind: 'not_found',
  message: `There is no obligation "${id}". "theriac library list obligations" names the ids.`,
});

/** Whom a duty goes to in the states whose law the organisation lives under. */
export const authoritiesOf = ({ services }: Context, rule: ObligationRule, law: Law | null): readonly Body[] => {
  const { countries } = services.library.content;
  return authoritiesFor(rule, countriesOf(countries, law?.home, law?.jurisdiction ?? []));
};
