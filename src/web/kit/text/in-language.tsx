import { langOf } from '../../say.ts';

export type InLanguageProps = { readonly text: string; readonly of?: string | undefined };

/** A text of content, marked where its language is not that of the page, so that it is spoken and hyphenated as what it is. */
export function InLanguage({ text, of }: InLanguageProps) {
  const lang = langOf(of);
  return lang === undefined ? text : <span lang={lang}>{text}</span>;
}
