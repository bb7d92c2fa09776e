import type { Term } from '../content/shared.ts';
import type { GuideContext } from './guide-input.ts';
import type { Section } from './report.ts';

/** The terms that a document uses, explained once at its end; nothing where it uses none. */
export function wordsSection({ content, say, citer }: GuideContext, sections: readonly Section[]): Section | null {
  const text = JSON.stringify(sections);
  const used = content.terms
    .filter((term) => isUsed(term, text))
    .toSorted((left, right) => (left.title.toLowerCase() < right.title.toLowerCase() ? -1 : 1));
  if (used.length === 0) return null;
  const items = used.map(({ title, also, meaning }) => [
    { strong: also.length === 0 ? title : `${title} (${also.join(', ')})` },
    '. ',
    ...citer.prose(meaning),
  ]);
  return { id: 'words', title: say('guide.words'), blocks: [{ kind: 'list', ordered: false, items }] };
}

const isUsed = ({ title, also }: Term, text: string): boolean =>
  [title, ...also].some((form) => new RegExp(`(?<!\\p{L})${escaped(form)}(?!\\p{L})`, flagsOf(form)).test(text));

/** An abbreviation is written as it is; other words begin sentences too. */
const flagsOf = (form: string): string => (/\p{Lu}.*\p{Lu}/u.test(form) ? 'u' : 'iu');

const escaped = (form: string): string => form.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
