import type { Content } from '../core/content/content.ts';
import { argumentsOf, hasMarkup, missingPlurals } from '../core/words/message.ts';
import type { Finding } from './finding.ts';
import { isStale } from './translation.ts';
import {
  clausesFileOf,
  clausesOf,
  hasWords,
  marksFileOf,
  readTranslation,
  safeguardsFileOf,
  textsOf,
} from './translation-files.ts';
import { astOf, readMessage, sourceLanguage } from './words.ts';

/**
 * What is wrong with the translations of a language. A text that is missing or older than its English is counted elsewhere
 * and is no fault here: English stands in its place.
 */
export function checkTranslation(folder: string, content: Content, language: string): readonly Finding[] {
  const files = readTranslation(folder, language);
  const finding = (file: string, path: string, message: string): Finding => ({
    file,
    line: 0,
    path,
    rule: 'translations-fit',
    message,
  });
  const texts = textsOf(folder, content, files);
  const unmarked = texts.filter(({ own, mark }) => own !== null && mark === null);
  const wrong = texts.flatMap((text) => {
    if (text.own === null || text.key in files.safeguards || text.key in files.clauses) return [];
    // What is older than its English need not fit it, and must be readable all the same.
    const problems = messageProblems(isStale(text) ? text.own : text.english, text.own, language);
    return problems.map((problem) => finding(`words/${language}`, text.key, problem));
  });
  const names = new Set(clausesOf(content).map(([name]) => name));
  const unknown = Object.keys(files.clauses).filter((name) => !names.has(name));
  const strangers = Object.keys(files.safeguards).filter((id) => !content.safeguards.some((one) => one.id === id));
  return [
    ...files.findings,
    ...wrong,
    ...unmarked
      .slice(0, 1)
      .map(({ key }) =>
        finding(
          hasWords(folder, language) ? marksFileOf(language) : clausesFileOf(language),
          key,
          unmarkedBy(unmarked.length, language),
        ),
      ),
    ...unknown.map((name) => finding(clausesFileOf(language), name, 'Cannot translate it: no clause is called so')),
    ...strangers.map((id) => finding(safeguardsFileOf(language), id, 'Cannot translate it: no safeguard has this id')),
  ];
}

const unmarkedBy = (count: number, language: string): string =>
  `Cannot tell which English ${count} texts were made from: run "npm run stamp -- ${language}", which notes it`;

function messageProblems(english: string, own: string, language: string): readonly string[] {
  const [format, source] = [readMessage(own, language), readMessage(english, sourceLanguage)];
  if (format === null || source === null) return ['Cannot read it as a message: a brace or an apostrophe is amiss'];
  const [message, original] = [astOf(format), astOf(source)];
  const [fills, given] = [argumentsOf(message), argumentsOf(original)];
  return [
    ...[...fills.difference(given)].map((name) => `Cannot fill in {${name}}: the English has none`),
    ...[...given.difference(fills)].map((name) => `Cannot leave out {${name}}: the English fills it in`),
    ...missingPlurals(message, language).map(
      (form) => `Cannot count without the form "${form}", which this language has`,
    ),
    ...(hasMarkup(message) ? ['Cannot hold a tag: words are text'] : []),
  ];
}
