/** Values that a message takes. */
export type WordValues = Readonly<Record<string, string | number>>;
/** Says a key of content/words in the reader's language; handed in, because core reads no files. */
export type Translate = (key: string, values?: WordValues) => string;
