const memory = 'theriac.language';

/** The language that was chosen here, else the first of the browser's that the screens speak; English outside a browser. */
export function chosenLanguage(spoken: readonly string[]): string {
  if (typeof document === 'undefined') return 'en';
  const wanted = [localStorage.getItem(memory) ?? '', ...navigator.languages.map((tag) => tag.split('-')[0] ?? '')];
  return wanted.find((language) => spoken.includes(language)) ?? 'en';
}

/** Speaks another language: everything is drawn anew. */
export function chooseLanguage(language: string): void {
  localStorage.setItem(memory, language);
  location.reload();
}
