import { canonicalText } from './canonical.ts';
import type { EditionRequirement, FrameworkEdition } from './edition.ts';
import { nameOfRequirement } from './naming.ts';

/** What may have become of a requirement from one edition to another, in the order in which it is told. */
export const differenceKinds = [
  'added',
  'removed',
  'reworded',
  'renumbered',
  'moved',
  'regrouped',
  'reidentified',
  'otherwise',
] as const;
/** One of them. `otherwise`: in something besides words, number, place and groups, such as its questions. */
export type DifferenceKind = (typeof differenceKinds)[number];

/** One part that differs. Null where there was nothing, or where it is too large to be shown in a line. */
export type FieldDifference = {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** A requirement that differs, by the id that it has now; of a removed one, by the id that it had. */
export type RequirementDifference = {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly FieldDifference[];
};

/** All that differs between two editions of a framework. Where every list is empty, they say the same. */
export type EditionDifference = Readonly<Record<DifferenceKind, readonly RequirementDifference[]>> & {
  /** Of the framework itself: its title, its scale. */
  readonly framework: readonly FieldDifference[];
};

type Pair = { readonly before: EditionRequirement; readonly after: EditionRequirement };

/**
 * What a later edition says otherwise than an earlier one. Requirements are the same by their id; one whose id is new is
 * the same as one whose id has gone where both have the same number and nobody else has it.
 */
export function differs(before: FrameworkEdition, after: FrameworkEdition): EditionDifference {
  const pairs = pairsOf(before.requirements, after.requirements);
  const known = new Set(pairs.flatMap((pair) => [pair.before, pair.after]));
  const alone = ({ requirements }: FrameworkEdition): readonly RequirementDifference[] =>
    requirements.filter((one) => !known.has(one)).map((one) => named(one, []));
  const sides: Sides = {
    nowCalled: new Map(pairs.map((pair) => [pair.before.id, pair.after.id])),
    before: new Map(before.requirements.map((one) => [one.id, one])),
    after: new Map(after.requirements.map((one) => [one.id, one])),
  };
  const lists = kindsOfPairs.map(
    ([kind, fieldsOf]) =>
      [
        kind,
        pairs.flatMap((pair) => {
          const fields = fieldsOf(pair, sides);
          return fields.length === 0 ? [] : [named(pair.after, fields)];
        }),
      ] as const,
  );
  return {
    ...(Object.fromEntries(lists) as unknown as Record<DifferenceKind, readonly RequirementDifference[]>),
    added: alone(after),
    removed: alone(before),
    framework: frameworkFields(before, after),
  };
}

const named = (requirement: EditionRequirement, fields: readonly FieldDifference[]): RequirementDifference => ({
  id: requirement.id,
  name: nameOfRequirement(requirement),
  fields,
});

function pairsOf(before: readonly EditionRequirement[], after: readonly EditionRequirement[]): readonly Pair[] {
  const had = new Map(before.map((one) => [one.id, one]));
  const has = new Set(after.map(({ id }) => id));
  const gone = onlyNumbers(before.filter(({ id }) => !has.has(id)));
  const come = onlyNumbers(after.filter(({ id }) => !had.has(id)));
  return after.flatMap((one) => {
    const same = had.get(one.id);
    if (same !== undefined) return [{ before: same, after: one }];
    const number = one.number ?? '';
    const former = come.get(number) === one ? gone.get(number) : undefined;
    return former === undefined ? [] : [{ before: former, after: one }];
  });
}

/** By number, those whose number nobody else has. */
function onlyNumbers(requirements: readonly EditionRequirement[]): ReadonlyMap<string, EditionRequirement> {
  const groups = Map.groupBy(requirements, ({ number }) => number ?? '');
  return new Map(
    [...groups].flatMap(([number, [first, ...others]]) =>
      number === '' || first === undefined || others.length > 0 ? [] : [[number, first] as const],
    ),
  );
}

type Sides = {
  /** The id now, by the id before. */
  readonly nowCalled: ReadonlyMap<string, string>;
  readonly before: ReadonlyMap<string, EditionRequirement>;
  readonly after: ReadonlyMap<string, EditionRequirement>;
};

const kindsOfPairs: readonly (readonly [DifferenceKind, (pair: Pair, sides: Sides) => readonly FieldDifference[]])[] = [
  ['reworded', ({ before, after }) => fieldsIn(before, after, ['title', 'text', 'note'])],
  ['renumbered', ({ before, after }) => fieldsIn(before, after, ['number'])],
  ['moved', movedFields],
  ['regrouped', ({ before, after }) => fieldsIn(before, after, ['groups'])],
  ['reidentified', ({ before, after }) => fieldsIn(before, after, ['id'])],
  [
    'otherwise',
    ({ before, after }) =>
      fieldsIn(before, after, ['isAssessable', 'evidence', 'weight', 'refersTo', 'questions', 'translations']),
  ],
];

function movedFields({ before, after }: Pair, sides: Sides): readonly FieldDifference[] {
  const place = before.parent === null ? null : (sides.nowCalled.get(before.parent) ?? before.parent);
  if (place === after.parent) return [];
  return [
    {
      field: 'parent',
      before: parentName(before.parent, sides.before),
      after: parentName(after.parent, sides.after),
    },
  ];
}

function parentName(id: string | null, requirements: ReadonlyMap<string, EditionRequirement>): string | null {
  const parent = id === null ? undefined : requirements.get(id);
  return parent === undefined ? id : nameOfRequirement(parent);
}

const frameworkFields = (before: FrameworkEdition, after: FrameworkEdition): readonly FieldDifference[] =>
  fieldsIn(before, after, [
    'title',
    'text',
    'number',
    'language',
    'publisher',
    'publishedOn',
    'groups',
    'scale',
    'translations',
  ]);

function fieldsIn<Holder extends object>(
  before: Holder,
  after: Holder,
  fields: readonly (keyof Holder & string)[],
): readonly FieldDifference[] {
  return fields
    .filter((field) => canonicalText(before[field]) !== canonicalText(after[field]))
    .map((field) => ({ field, before: inALine(before[field]), after: inALine(after[field]) }));
}

function inALine(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const isList = Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
  return isList ? value.join(', ') : null;
}

/** How many requirements differ in each way. */
export const differenceCounts = (difference: EditionDifference): Readonly<Record<DifferenceKind, number>> =>
  Object.fromEntries(differenceKinds.map((kind) => [kind, difference[kind].length])) as Record<DifferenceKind, number>;
