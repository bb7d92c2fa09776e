import type { Country } from '../content/country.ts';
import {
  factNames,
  factTable,
  type FactKind,
  type FactName,
  type RecordFields,
  type ScalarKind,
} from '../profile/facts.ts';
import { answered, type World } from './world.ts';

/** How something is decided in a world, as a word; null: still open. */
export type Deciding = (world: World) => string | null;

/** Worlds in which absent facts were answered. Kept by their answers, so that rules share what was worked out in them. */
export type Probes = {
  readonly answers: (name: FactName) => readonly unknown[];
  readonly answered: (world: World, name: FactName, value: unknown) => World;
};

/** Probes around a world, empty until asked. */
export function probesOf(start: World): Probes {
  const answers = new Map<FactName, readonly unknown[]>();
  const below = new Map<World, Map<FactName, Map<unknown, World>>>();
  return {
    answers: (name) => kept(answers, name, () => answersTo(name, start)),
    answered: (world, name, value) =>
      kept(
        kept(
          kept(below, world, () => new Map()),
          name,
          () => new Map<unknown, World>(),
        ),
        value,
        () => answered(world, name, value),
      ),
  };
}

function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

/** The extremes of a fact, or each value it allows; the one that says least comes first. */
function answersTo(name: FactName, { facts, countries }: World): readonly unknown[] {
  const kind: FactKind = factTable[name];
  const stated: unknown = facts[name];
  switch (kind.kind) {
    case 'country':
      return countryAnswers(countries);
    case 'countries':
      return [[], ...countryAnswers(countries).map((code) => [code])];
    case 'choices':
      return [[], ...kind.values.map((value) => [value])];
    case 'records':
      return Array.isArray(stated)
        ? completions(stated as readonly PartialRecord[], kind.fields)
        : [[], ...recordAnswers(kind.fields).map((record) => [record])];
    default:
      return scalarAnswers(kind);
  }
}

/** One state for each situation of the act: more would lead to the same question. */
const countryAnswers = (countries: ReadonlyMap<string, Country>): readonly string[] => [
  ...new Map([...countries.values()].map(({ code, group, nis2 }) => [`${group} ${nis2.status}`, code])).values(),
];

function scalarAnswers(kind: ScalarKind): readonly unknown[] {
  switch (kind.kind) {
    case 'bool':
      return [false, true];
    case 'number':
      return [kind.min, kind.max];
    case 'choice':
      return kind.values;
    case 'date':
      return ['1900-01-01', '2999-12-31'];
    case 'country':
    case 'text':
      return ['stated'];
  }
}

type PartialRecord = Readonly<Record<string, unknown>>;

/** A list that lacks something, with what it lacks filled in: all by the first answer, all by the second, and so on. */
function completions(records: readonly PartialRecord[], fields: RecordFields): readonly (readonly PartialRecord[])[] {
  const answers = Object.entries(fields).map(([name, kind]) => [name, scalarAnswers(kind)] as const);
  const most = Math.max(...answers.map(([, values]) => values.length));
  return Array.from({ length: most }, (_, index) => {
    const filling = Object.fromEntries(
      answers.map(([name, values]) => [name, values[Math.min(index, values.length - 1)]]),
    );
    return records.map((record) => ({
      ...filling,
      ...Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)),
    }));
  });
}

/** Records with the largest figures, one for each value of each choice in them. */
function recordAnswers(fields: RecordFields): readonly PartialRecord[] {
  const entries = Object.entries(fields);
  const largest = Object.fromEntries(entries.map(([name, kind]) => [name, scalarAnswers(kind).at(-1)]));
  const choices = entries.flatMap(([name, kind]) =>
    kind.kind === 'choice' ? kind.values.map((value) => ({ ...largest, [name]: value })) : [],
  );
  return choices.length > 0 ? choices : [largest];
}

/** How many answers in a row are tried before the rest is left for the next round of questions. */
const deepest = 3;

/**
 * The smallest set of facts that can change an open value. A fact is in it if its answers lead to different results; one
 * whose extremes give the same is dropped. Where the answers that say least (no, none, zero) leave the value open, the facts
 * that decide after them belong to the set too. Where no single answer decides, the first two that do together.
 */
export function missingFacts(
  world: World,
  candidates: ReadonlySet<FactName>,
  probes: Probes,
  deciding: Deciding,
): readonly FactName[] {
  const found = new Set<FactName>();
  let at = world;
  for (let depth = 0; depth < deepest && deciding(at) === null; depth += 1) {
    const open = inOrder([...candidates].filter((name) => !found.has(name)));
    const deciders = decidersIn(at, open, probes, deciding);
    const next = deciders.length > 0 ? deciders : firstPair(at, open, probes, deciding);
    for (const name of next) found.add(name);
    if (deciders.length === 0) break;
    at = deciders.reduce((before, name) => probes.answered(before, name, probes.answers(name)[0]), at);
  }
  return inOrder(found.size > 0 ? [...found] : [...candidates]);
}

function decidersIn(world: World, names: readonly FactName[], probes: Probes, deciding: Deciding): readonly FactName[] {
  return names.filter((name) => {
    const results = probes
      .answers(name)
      .values()
      .map((value) => deciding(probes.answered(world, name, value)));
    const first = results.next().value;
    return results.some((result) => result !== first);
  });
}

function firstPair(world: World, names: readonly FactName[], probes: Probes, deciding: Deciding): readonly FactName[] {
  for (const [index, first] of names.entries()) {
    for (const value of probes.answers(first)) {
      const after = probes.answered(world, first, value);
      const second = names
        .slice(index + 1)
        .find((name) => probes.answers(name).some((other) => deciding(probes.answered(after, name, other)) !== null));
      if (second !== undefined) return [first, second];
    }
  }
  return [];
}

/** The order in which questions decide most: size, group, designation, kind, then as the profile is asked. */
const foremost: readonly FactName[] = [
  'staff_fte',
  'balance_sheet_eur',
  'turnover_eur',
  'in_group',
  'figures_consolidated',
  'linked_enterprises',
  'partner_enterprises',
  'it_independent_of_group',
  'nis2_designation',
  'cer_critical',
  'entity_types',
  'digital_roles',
  'country',
];
const rank = new Map([...new Set([...foremost, ...factNames])].map((name, index) => [name, index]));

/** Facts in the order of their questions. */
export const inOrder = (names: readonly FactName[]): readonly FactName[] =>
  names.toSorted((left, right) => (rank.get(left) ?? 0) - (rank.get(right) ?? 0));
