const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `words`: the language in which the edition is read, its own without it; `at`: a requirement, which is shown. */
export const readEdition = ({ words, at }: Readonly<Record<string, unknown>>): { words?: string; at?: string } => ({
  ...(textOf(words) === '' ? {} : { words: textOf(words) }),
  ...(textOf(at) === '' ? {} : { at: textOf(at) }),
});

/** `from`: the earlier edition; `to`: the later one. */
export const readEditions = ({ from, to }: Readonly<Record<string, unknown>>): { from: string; to: string } => ({
  from: textOf(from),
  to: textOf(to),
});
