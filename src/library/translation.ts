/** Translations: which English text each was made from, whether a person confirmed it, and which are older than the English. */
import { createHash } from 'node:crypto';
import type { Content } from '../core/content/content.ts';
import type { Safeguard } from '../core/content/safeguard.ts';
import type { TranslationCounts } from '../core/words/translation.ts';
import type { Words } from './words.ts';
import type { SafeguardTexts } from './schema/translations.ts';

/** Where a translation comes from: a digest of the English that it was made from, and who vouches for it. */
export type Mark = {
  readonly source: string;
  /** Null: nobody yet, a machine translated it. */
  readonly confirmed: { readonly by: string; readonly on: string } | null;
};

/** One text in English and in another language. */
export type TranslatedText = {
  /** `web.plan.title`, `S-043`. */
  readonly key: string;
  readonly english: string;
  readonly own: string | null;
  readonly mark: Mark | null;
};

/** First letters of a digest: enough to tell a text from what it was. */
export const digestOf = (english: string): string => createHash('sha256').update(english).digest('hex').slice(0, 8);

/** What a safeguard's translation is made from. */
export const englishOf = ({ title, what }: Pick<Safeguard, 'title' | 'what'>): string => `${title}\n${what.trim()}`;

/** Whether the English has changed since. */
export const isStale = ({ english, own, mark }: TranslatedText): boolean =>
  own !== null && mark !== null && mark.source !== digestOf(english);

/** Counts of a language. What is stale is also counted by who vouched for it. */
export function countTexts(language: string, texts: readonly TranslatedText[]): TranslationCounts {
  const translated = texts.filter(({ own }) => own !== null);
  const confirmed = translated.filter(({ mark }) => mark !== null && mark.confirmed !== null).length;
  return {
    language,
    texts: texts.length,
    translated: translated.length,
    machine: translated.length - confirmed,
    confirmed,
    stale: translated.filter(isStale).length,
    missing: texts.length - translated.length,
  };
}

/**
 * Content with what is translated laid over it; the rest stays English, and says so by having no language of its own. Roles
 * are called as screens call them, and the names of states are known for every language.
 */
export function translatedContent(
  content: Content,
  { language, translate }: Words,
  safeguards: SafeguardTexts,
): Content {
  const states = new Intl.DisplayNames(language, { type: 'region' });
  return {
    ...content,
    roles: content.roles.map((role) => ({ ...role, title: translate(`role.${role.id}`), language })),
    countries: content.countries.map((country) => ({
      ...country,
      name: states.of(country.code) ?? country.name,
      language,
    })),
    safeguards: content.safeguards.map((safeguard) => {
      const texts = safeguards[safeguard.id];
      return texts === undefined
        ? safeguard
        : { ...safeguard, title: texts.title, what: texts.what, language, englishTitle: safeguard.title };
    }),
  };
}
