import type { Country } from '../content/country.ts';
import type { IsoDate } from '../content/verification.ts';
import type { FactName, Facts } from '../profile/facts.ts';
import type { Truth } from './kleene.ts';

/** What a rule may look at: the facts of one organisation, the law of the states, and a day. */
export type World = {
  readonly facts: Facts;
  readonly countries: ReadonlyMap<string, Country>;
  readonly on: IsoDate;
  /** Facts whose absence a reading met since the last `watch`, candidates for a question. Null: nobody wants to know. */
  missed: Set<FactName> | null;
  /** Values of predicates that were worked out already, with the facts they missed. */
  readonly remembered: Map<string, Watched<Truth>>;
};

/** A result, and the absent facts that were met on the way. */
export type Watched<Value> = { readonly value: Value; readonly missed: ReadonlySet<FactName> };

/** A world in which nothing was asked yet, and which notes what it misses. */
export const worldOf = (facts: Facts, countries: ReadonlyMap<string, Country>, on: IsoDate): World => ({
  facts,
  countries,
  on,
  missed: new Set(),
  remembered: new Map(),
});

/** The same world with one fact answered. It notes nothing: it is only asked how it decides. */
export const answered = ({ facts, countries, on }: World, name: FactName, value: unknown): World => ({
  facts: { ...facts, [name]: value } as Facts,
  countries,
  on,
  missed: null,
  remembered: new Map(),
});

/** A fact of the profile; its absence is noted. */
export function fact<Name extends FactName>(world: World, name: Name): Facts[Name] {
  const value = world.facts[name];
  if (value === undefined) miss(world, name);
  return value;
}

/** Notes that a fact is absent, or that something is missing in it. */
export const miss = (world: World, name: FactName): void => void world.missed?.add(name);

const nothing: ReadonlySet<FactName> = new Set();

/** Works something out and says which absent facts it met. What was missed before stays noted. */
export function watch<Value>(world: World, work: () => Value): Watched<Value> {
  const before = world.missed;
  if (before === null) return { value: work(), missed: nothing };
  const missed = new Set<FactName>();
  world.missed = missed;
  const value = work();
  world.missed = before;
  for (const name of missed) before.add(name);
  return { value, missed };
}

/** Works a truth out once; later callers get the same value and the same missed facts. */
export function remember(world: World, name: string, work: (world: World) => Truth): Truth {
  const known = world.remembered.get(name);
  if (known !== undefined) {
    for (const missed of known.missed) miss(world, missed);
    return known.value;
  }
  const found = watch(world, () => work(world));
  world.remembered.set(name, found);
  return found.value;
}

/** A yes-or-no fact as a truth. */
export const isTrue = (value: boolean | undefined): Truth => value ?? 'unknown';

/** Whether a list of words shares one with these; an unknown list is unknown, an empty one shares nothing. */
export const meets = (values: readonly string[] | undefined, wanted: readonly string[]): Truth =>
  values === undefined ? 'unknown' : values.some((value) => wanted.includes(value));

/** The state whose law the organisation lives under first. */
export const homeOf = (world: World): Country | undefined => world.countries.get(fact(world, 'country') ?? '');
