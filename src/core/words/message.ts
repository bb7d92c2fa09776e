/** Words: what a message of a catalogue asks for, whatever its language. */

/** A piece of a message as its reader takes it apart: numbered by kind, with branches where the value decides. */
export type MessagePart = {
  readonly type: number;
  readonly value?: unknown;
  readonly pluralType?: string | undefined;
  readonly options?: Readonly<Record<string, { readonly value: readonly MessagePart[] }>>;
  readonly children?: readonly MessagePart[];
};

const [literal, plural, pound, tag] = [0, 6, 7, 8];

/** Every piece of a message, those inside branches included. */
export const partsOf = (message: readonly MessagePart[]): readonly MessagePart[] =>
  message.flatMap((part) => [
    part,
    ...Object.values(part.options ?? {}).flatMap(({ value }) => partsOf(value)),
    ...partsOf(part.children ?? []),
  ]);

/** The names that a message fills in. */
export const argumentsOf = (message: readonly MessagePart[]): ReadonlySet<string> =>
  new Set(
    partsOf(message).flatMap(({ type, value }) =>
      type === literal || type === pound || type === tag ? [] : [String(value)],
    ),
  );

/** Whether all that a translation fills in is given where its source is said; else it was made from another source. */
export function fitsSource(own: readonly MessagePart[], source: readonly MessagePart[]): boolean {
  const given = argumentsOf(source);
  return [...argumentsOf(own)].every((name) => given.has(name));
}

/** Whether a message holds a tag: words are text, never markup. */
export const hasMarkup = (message: readonly MessagePart[]): boolean =>
  partsOf(message).some(({ type }) => type === tag);

/** Forms of number that a language has and a message that counts lacks; "other" stands for those that only fractions take. */
export function missingPlurals(message: readonly MessagePart[], language: string): readonly string[] {
  const lacking = partsOf(message).flatMap(({ type, options = {}, pluralType }) => {
    if (type !== plural) return [];
    const rules = new Intl.PluralRules(language, { type: pluralType === 'ordinal' ? 'ordinal' : 'cardinal' });
    const needed = new Set(wholeNumbers.map((count) => rules.select(count)));
    return [...needed, 'other'].filter((category) => !(category in options));
  });
  return [...new Set(lacking)];
}

/** Every form that whole numbers take in a language of the Union is taken by one of these, but for millions. */
const wholeNumbers = Array.from({ length: 201 }, (_, count) => count);
