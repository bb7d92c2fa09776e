import type { EditionRequirement } from './edition.ts';

const longestName = 120;

/** What people call a requirement: number and title, else the beginning of its words, else its id. */
export function nameOfRequirement({
  id,
  number,
  title,
  text,
}: Pick<EditionRequirement, 'id' | 'number' | 'title' | 'text'>): string {
  const named = [number, title].filter((part) => part !== null && part.trim() !== '').join(' ');
  if (named !== '') return named;
  const words = (text ?? '').replaceAll(/\s+/gu, ' ').trim();
  if (words === '') return id;
  const letters = Array.from(words);
  return letters.length <= longestName ? words : `${letters.slice(0, longestName).join('')}…`;
}
