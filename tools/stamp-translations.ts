/**
 * `npm run stamp -- <language> [keys…] [--confirmed-by <name> --on <day>]`: notes which English each text of a language was
 * made from. It stamps what has no stamp yet, and the texts named by key, or by how their keys begin, again: they were
 * translated anew, or a person read them and found them right. All others keep their stamp, so that they show their age.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dump } from 'js-yaml';
import { openLibrary } from '../src/library/library.ts';
import { digestOf, type Mark, type TranslatedText } from '../src/library/translation.ts';
import {
  clausesFileOf,
  hasWords,
  marksFileOf,
  readTranslation,
  safeguardsFileOf,
  textsOf,
  translatedLanguages,
} from '../src/library/translation-files.ts';

const folder = process.env['THERIAC_CONTENT'] ?? join(import.meta.dirname, '../content');
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'confirmed-by': { type: 'string' }, on: { type: 'string' } },
});
const [language = '', ...named] = positionals;
const { 'confirmed-by': by, on } = values;

const library = openLibrary(folder);
const known = [...new Set([...library.languages, ...translatedLanguages(folder)])];
if (!known.includes(language) || language === 'en') stop(`name a language: ${known.join(', ')}`);
if ((by === undefined) !== (on === undefined)) stop('who confirmed it and on which day (--on 2026-11-25) go together');
if (by !== undefined && named.length === 0) stop('name the keys that were confirmed, or how they begin');

const files = readTranslation(folder, language);
const [problem] = files.findings;
if (problem !== undefined) stop(`${problem.file}: ${problem.message}`);

const isNamed = (key: string): boolean => named.some((name) => key === name || key.startsWith(`${name}.`));

function markFor({ key, english, mark }: TranslatedText): Mark {
  if (mark !== null && !isNamed(key)) return mark;
  return {
    source: digestOf(english),
    confirmed: by === undefined || on === undefined || !isNamed(key) ? null : { by, on },
  };
}

const translated = textsOf(folder, library.content, files).filter(({ own }) => own !== null);
const marks = new Map(translated.map((text) => [text.key, markFor(text)]));
const isContent = (key: string): boolean => key in files.safeguards || key in files.clauses;

const lineOf = ({ source, confirmed }: Mark): string =>
  confirmed === null ? source : `${source} confirmed ${confirmed.on} ${confirmed.by}`;

/** Quoted, because a digest of figures alone would be read as a number. */
const words = [...marks]
  .filter(([key]) => !isContent(key))
  .toSorted(([left], [right]) => (left < right ? -1 : 1))
  .map(([key, mark]) => `${key}: ${JSON.stringify(lineOf(mark))}\n`);
if (hasWords(folder, language))
  writeFileSync(
    join(folder, marksFileOf(language)),
    `# Which English each text was made from, and who confirmed it. Written by: npm run stamp -- ${language}\n${words.join('')}`,
  );

function vouchedOf(key: string) {
  const { source, confirmed } = marks.get(key) ?? { source: '', confirmed: null };
  const vouched =
    confirmed === null
      ? { status: 'machine' }
      : { status: 'confirmed', confirmed_by: confirmed.by, confirmed_on: confirmed.on };
  return { ...(source === '' ? {} : { source }), ...vouched };
}

/** Writes a file of texts again, each with its mark, under the remarks at its head. */
function writeTexts(file: string, texts: readonly (readonly [string, object])[]): void {
  if (texts.length === 0) return;
  const path = join(folder, file);
  const head = /^(?:#.*\n)*/u.exec(readFileSync(path, 'utf8'))?.[0] ?? '';
  const marked = texts.map(([key, text]) => [key, { ...text, ...vouchedOf(key) }]);
  writeFileSync(path, head + dump(Object.fromEntries(marked), { lineWidth: 118 }));
}

writeTexts(
  safeguardsFileOf(language),
  Object.entries(files.safeguards).map(([id, { title, what }]) => [id, { title, what }]),
);
writeTexts(
  clausesFileOf(language),
  Object.entries(files.clauses).map(([name, { title, also }]) => [
    name,
    { title, ...(also === undefined ? {} : { also }) },
  ]),
);
process.stdout.write(`${JSON.stringify(library.translation(language))}\n`);

function stop(why: string): never {
  process.stderr.write(`Cannot stamp: ${why}\n`);
  process.exit(2);
}
