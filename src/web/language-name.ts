import { locale } from './say.ts';

const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });

/** `French`, in the words of the page; a code that nobody knows stands as it is. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
