import { z } from 'zod';
import { fail, ok, type Result } from '../core/base.ts';
import type { Library } from './library.ts';
import { sourceLanguage } from './words.ts';

/** Input of actions that answer in words. */
export const languageInput = z
  .string()
  .regex(/^[a-z]{2}$/)
  .default(sourceLanguage)
  .describe('Language of titles and words, such as "el". What is not translated is in English.');

/** The option of commands, likewise. */
export const languageOption = {
  flags: '--language <language>',
  description: 'language of titles and words (default: en)',
} as const;

/** The language that a command was asked to print in. */
export const languageGiven = ({ options }: { readonly options: Readonly<Record<string, unknown>> }): string =>
  String(options['language'] ?? sourceLanguage);

/** A language that is not there, in the form that every surface prints. */
export type LanguageFailure = { readonly kind: 'unknown_language'; readonly message: string };

/** The library for readers of a language. */
export const libraryIn = (
  { library }: { readonly library: Library },
  language: string,
): Result<Library, LanguageFailure> =>
  library.languages.includes(language)
    ? ok(library.inLanguage(language))
    : fail({
        kind: 'unknown_language',
        message: `Cannot write in "${language}": languages are ${library.languages.join(', ')}`,
      });
