import { assert } from '../base.ts';
import type { Condition, RecordTest } from '../content/obligation-rule.ts';
import { isFactName, type FactName } from '../profile/facts.ts';
import { and, not, or, type Truth } from './kleene.ts';
import { holds, isPredicateName } from './predicates.ts';
import { fact, miss, type World } from './world.ts';

/** The value of a condition in a world. What it needs and does not find is noted in the world. */
export function evaluate(condition: Condition, world: World): Truth {
  if (typeof condition === 'string') {
    assert(isPredicateName(condition), `Cannot decide "${condition}": no predicate has this name`);
    return holds(world, condition);
  }
  if ('all' in condition) return and(...condition.all.map((part) => evaluate(part, world)));
  if ('any' in condition) return or(...condition.any.map((part) => evaluate(part, world)));
  if ('not' in condition) return not(evaluate(condition.not, world));
  const name = factNameOf(condition.fact);
  const value = fact(world, name) as unknown;
  return value === undefined ? 'unknown' : compare(condition, value, () => miss(world, name));
}

function factNameOf(name: string): FactName {
  assert(isFactName(name), `Cannot decide on "${name}": no fact has this name`);
  return name;
}

type Comparison = Exclude<Extract<Condition, { readonly fact: string }>, string>;

function compare(condition: Comparison, value: unknown, note: () => void): Truth {
  if ('is' in condition) return Array.isArray(value) ? value.includes(condition.is) : value === condition.is;
  if ('in' in condition)
    return Array.isArray(value)
      ? value.some((item) => condition.in.includes(String(item)))
      : condition.in.includes(String(value));
  if ('atLeast' in condition) return Number(value) >= condition.atLeast;
  const records = (Array.isArray(value) ? value : []) as readonly Readonly<Record<string, unknown>>[];
  if ('record' in condition) return someRecord(records, condition.record, note);
  return condition.has === 'any' ? records.length > 0 : someRecord(records, [condition.has], note);
}

function someRecord(
  records: readonly Readonly<Record<string, unknown>>[],
  tests: readonly RecordTest[],
  note: () => void,
): Truth {
  const found = or(...records.map((record) => and(...tests.map((test) => testOf(test, record[test.field])))));
  if (found === 'unknown') note();
  return found;
}

function testOf(test: RecordTest, value: unknown): Truth {
  if (value === undefined) return 'unknown';
  return 'is' in test ? value === test.is : String(value) >= test.notBefore;
}
