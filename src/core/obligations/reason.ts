import type { ObligationRule } from '../content/obligation-rule.ts';
import { factTable, isFactName } from '../profile/facts.ts';
import { evaluate } from './condition.ts';
import { figuresOf } from './size.ts';
import { isInScope } from './scope.ts';
import { homeOf, type World } from './world.ts';

/** What stands for a value that is not known; rules are written so that it is not needed. */
const missing = '…';

/** Fills the names in braces. `more` has what the world does not know: `scope`, `act`. */
export function fill(template: string, world: World, more: Readonly<Record<string, string>> = {}): string {
  return template
    .replace(/\{([a-z0-9_]+)\}/gu, (_, name: string) =>
      Object.hasOwn(more, name) ? (more[name] ?? missing) : valueOf(name, world),
    )
    .trim();
}

function valueOf(name: string, world: World): string {
  if (name === 'country') return homeOf(world)?.name ?? world.facts.country ?? missing;
  if (name === 'staff') return grouped(figuresOf(world).staff.low);
  if (name === 'turnover') return euros(figuresOf(world).turnover.low);
  if (name === 'balance') return euros(figuresOf(world).balance.low);
  const value = isFactName(name) ? world.facts[name] : undefined;
  if (value === undefined) return missing;
  if (typeof value !== 'number' || !isFactName(name)) return String(value);
  const kind = factTable[name];
  return 'unit' in kind && kind.unit === 'eur' ? euros(value) : grouped(value);
}

const euros = (value: number): string => `€${grouped(Math.round(value))}`;
/** A number with its thousands apart, at most one decimal. */
const grouped = (value: number): string => {
  const [whole = '', tenth] = String(Math.round(value * 10) / 10).split('.');
  const apart = whole.replace(/\B(?=(\d{3})+$)/gu, ',');
  return tenth === undefined ? apart : `${apart}.${tenth}`;
};

/** The sentence that explains a class, and the place it rests on. */
export type ClassReason = { readonly reason: string; readonly locator: string; readonly rule: ObligationRule };

/**
 * Why the organisation has its class, from the cases of the class rule: the first that holds. While it is open whether the
 * directive applies at all, the rule's words for that.
 */
export function classReason(rule: ObligationRule, world: World): ClassReason {
  const isOpen = isInScope(world) === 'unknown';
  const entry = isOpen ? undefined : rule.cases.find(({ when }) => evaluate(when, world) === true);
  return { reason: fill(entry?.reason ?? rule.ifUnknown ?? '', world), locator: entry?.cite ?? rule.cite, rule };
}
