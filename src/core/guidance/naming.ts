import type { EditionRequirement } from './edition.ts';

const longestName = 120;

/** What people call a requirement: its number, and its title or the beginning of its words; else its id. */
export function nameOfRequirement({
  id,
  number,
  title,
  text,
}: Pick<EditionRequirement, 'id' | 'number' | 'title' | 'text'>): string {
  const said = title?.trim() || beginning(text ?? '');
  const named = [number ?? '', said].filter((part) => part !== '').join(' ');
  return named === '' ? id : named;
}

function beginning(text: string): string {
  const letters = Array.from(text.replaceAll(/\s+/gu, ' ').trim());
  return letters.length <= longestName ? letters.join('') : `${letters.slice(0, longestName).join('')}…`;
}
