import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Content } from '../core/content/content.ts';
import type { Finding } from './finding.ts';
import { locate } from './locate.ts';
import {
  clauseTexts,
  safeguardTexts,
  wordMark,
  wordMarks,
  type ClauseTexts,
  type SafeguardTexts,
} from './schema/translations.ts';
import { englishOf, type Mark, type TranslatedText } from './translation.ts';
import { readMessages, sourceLanguage } from './words.ts';
import { readYaml, readYamlAsWritten, type Path } from './yaml.ts';

/** What a language says, as its files have it. */
export type TranslationFiles = {
  readonly language: string;
  readonly safeguards: SafeguardTexts;
  readonly clauses: ClauseTexts;
  readonly words: ReadonlyMap<string, string>;
  /** By key of the words. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** The text of both files, empty where there is none: two contents of different digest are not the same. */
  readonly text: string;
  readonly findings: readonly Finding[];
};

export const safeguardsFileOf = (language: string): string => `translations/${language}/safeguards.yaml`;
export const clausesFileOf = (language: string): string => `translations/${language}/clauses.yaml`;
export const marksFileOf = (language: string): string => `words/${language}/status.yaml`;

/** Reads what a language has; files that are not there yet are empty, and what does not fit its schema is left out and reported. */
export function readTranslation(folder: string, language: string): TranslationFiles {
  const safeguards = readFile(folder, safeguardsFileOf(language), readYaml, safeguardTexts);
  // Names of clauses hold no words of ours, so they stay as they are written.
  const clauses = readFile(folder, clausesFileOf(language), readYaml, clauseTexts);
  const marks = readFile(folder, marksFileOf(language), readYamlAsWritten, wordMarks);
  return {
    language,
    safeguards: safeguards.value ?? {},
    clauses: clauses.value ?? {},
    words: hasWords(folder, language) ? readMessages(folder, language) : new Map(),
    marks: new Map(Object.entries(marks.value ?? {}).map(([key, text]) => [key, markOf(text)])),
    text: `${safeguards.text}${clauses.text}`,
    findings: [...safeguards.findings, ...clauses.findings, ...marks.findings],
  };
}

/** Languages that content is translated into; more than those of the screens, since clauses are found by them. */
export const translatedLanguages = (folder: string): readonly string[] =>
  existsSync(join(folder, 'translations')) ? readdirSync(join(folder, 'translations')).toSorted() : [];

/** Whether screens and documents speak it. */
export const hasWords = (folder: string, language: string): boolean => existsSync(join(folder, 'words', language));

function readFile<Value>(
  folder: string,
  file: string,
  read: typeof readYaml,
  schema: z.ZodType<Value>,
): { readonly value: Value | null; readonly text: string; readonly findings: readonly Finding[] } {
  const path = join(folder, file);
  if (!existsSync(path)) return { value: null, text: '', findings: [] };
  const text = readFileSync(path, 'utf8');
  const yaml = read(text);
  if (!yaml.ok) {
    const { line, message } = yaml.error;
    return { value: null, text, findings: [{ file, line, path: '', rule: 'yaml', message }] };
  }
  const parsed = schema.safeParse(yaml.value);
  if (parsed.success) return { value: parsed.data, text, findings: [] };
  const findings = parsed.error.issues.map((issue) => ({
    file,
    ...locate(text, issue.path as Path),
    rule: 'schema',
    message: issue.message,
  }));
  return { value: null, text, findings };
}

function markOf(text: string): Mark {
  const [, source = '', on, by] = wordMark.exec(text) ?? [];
  return { source, confirmed: on === undefined || by === undefined ? null : { by, on } };
}

/** Every text of screens, documents and content that a language may translate; of clauses those that it does translate. */
export function textsOf(folder: string, content: Content, files: TranslationFiles): readonly TranslatedText[] {
  const words = [...(hasWords(folder, files.language) ? readMessages(folder, sourceLanguage) : [])].map(
    ([key, english]): TranslatedText => ({
      key,
      english,
      own: files.words.get(key) ?? null,
      mark: files.marks.get(key) ?? null,
    }),
  );
  const safeguards = hasWords(folder, files.language) ? content.safeguards : [];
  return [
    ...words,
    ...safeguards.map((safeguard) => safeguardTextOf(safeguard, files.safeguards)),
    ...clausesOf(content).flatMap(([name, title]) => {
      const own = files.clauses[name];
      return own === undefined ? [] : [{ key: name, english: title, own: own.title, mark: markIn(own) }];
    }),
  ];
}

/** Clauses by name, with what they are called in English. */
export const clausesOf = ({ frameworks }: Content): readonly (readonly [name: string, title: string])[] =>
  frameworks.flatMap(({ id, requirements }) =>
    requirements.map((requirement) => [`${id}:${requirement.id}`, requirement.title] as const),
  );

type Marked = SafeguardTexts[string] | ClauseTexts[string];

const markIn = ({ source, confirmedBy: by, confirmedOn: on }: Marked): Mark | null =>
  source === undefined ? null : { source, confirmed: by === undefined || on === undefined ? null : { by, on } };

function safeguardTextOf(safeguard: Content['safeguards'][number], texts: SafeguardTexts): TranslatedText {
  const found = texts[safeguard.id];
  return {
    key: safeguard.id,
    english: englishOf(safeguard),
    own: found === undefined ? null : englishOf(found),
    mark: found === undefined ? null : markIn(found),
  };
}
