import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../core/content/content.ts';
import type { SafeguardId } from '../core/content/ids.ts';
import type { Finding } from './finding.ts';
import { loadContent } from './load.ts';
import { loadWords, type Words } from './words.ts';

/** Everything that ships in content/, read once and never changed. */
export type Library = {
  readonly folder: string;
  readonly content: Content;
  readonly digest: string;
  /** Files that do not fit their schema; nothing but the content check may run while there are any. */
  readonly findings: readonly Finding[];
  readonly safeguardIds: readonly SafeguardId[];
  readonly languages: readonly string[];
  readonly words: (language: string) => Words;
};

/** Reads the content folder. */
export function openLibrary(folder: string): Library {
  const { content, digest, findings } = loadContent(folder);
  const languages = readdirSync(join(folder, 'words'));
  const words = new Map<string, Words>();
  return {
    folder,
    findings,
    content,
    digest,
    languages,
    safeguardIds: content.safeguards.map(({ id }) => id),
    words: (language) => {
      const known = words.get(language) ?? loadWords(folder, language);
      words.set(language, known);
      return known;
    },
  };
}

/** Every finding: schemas first, then rules. Slow, because it locates lines; for editors and for CI. */
export async function checkLibrary(folder: string): Promise<readonly Finding[]> {
  const { checkRules } = await import('./rules/index.ts');
  const loaded = loadContent(folder);
  return [...loaded.findings, ...checkRules(loaded)];
}
