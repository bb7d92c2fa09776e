/** Search among 100,000 imported texts on both engines, as a request to the API: ten kinds of question, each many times. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actions } from '../src/actions.ts';
import { ok } from '../src/core/base.ts';
import type { FrameworkEdition } from '../src/core/guidance/edition.ts';
import { ensureLocalOrganisation, storeOf } from '../src/data.ts';
import { statusOf } from '../src/error-map.ts';
import { insertImport } from '../src/features/imports/store-queries.ts';
import { wordsOfEdition } from '../src/features/imports/words-of.ts';
import { contextOf, noData } from '../src/installation.ts';
import { openLibrary } from '../src/library/library.ts';
import type { Services } from '../src/library/services.ts';
import { localOrganisation, migrationsFolder } from '../src/places.ts';
import { openDatabase, type Database, type DatabaseOptions } from '../src/platform/db/database.ts';
import { json } from '../src/platform/db/tables.ts';
import { httpApp } from '../src/platform/http.ts';
import { command } from '../src/platform/identity/identity.ts';
import { startServer } from '../tests/db/postgres-server.ts';
import { postgresBin } from '../tests/support/require.ts';

const annex = join(
  import.meta.dirname,
  '../../shared/testdata/libraries/annex-nis2-regulation--2024-2690-with-technical-implementation-guidance-by-enisa.yaml',
);
const editions = 25;
const requirements = 2_000;
const wordsInText = 60;
const vocabulary = 8_000;

/** What people ask: names, frequent and rare words, several, beginnings, slips, other languages, whole questions. */
const questions: readonly (readonly [kind: string, words: string])[] = [
  ['a frequent word', 'security'],
  ['a rare word', 'tomograph'],
  ['three words', 'supplier remote access'],
  ['a question', 'who has to be told of an incident within 24 hours'],
  ['a question in Greek', 'ποιος ενημερώνεται σε 24 ώρες'],
  ['a question in French', 'qui doit informer les fournisseurs des incidents'],
  ['a number', '12.7'],
  ['beginnings', 'med dev patch'],
  ['a slip', 'tomogarph'],
  ['words without accents', 'securite des systemes'],
];

/** Repeatable: a fixed sequence. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu', 'na', 'pe', 'ri', 'so', 'tu', 'va'];
const real = {
  en: 'security system incident access supplier network information measures data risk management policy control remote hours report device patch medical authority backup recovery staff training password encryption tomograph'.split(
    ' ',
  ),
  fr: 'sécurité système incident accès fournisseur réseau information mesures données risque gestion politique contrôle distance heures informer dispositif correctif médical autorité sauvegarde reprise personnel formation'.split(
    ' ',
  ),
};

/** Frequent words are few and rare ones many, as in texts. */
function inventedText(next: () => number, language: 'en' | 'fr'): string {
  const own = real[language];
  return Array.from({ length: wordsInText }, () => {
    if (next() < 0.3) return own[Math.floor(own.length * next() ** 2)] ?? '';
    let number = Math.floor(vocabulary * next() ** 4);
    let word = '';
    do {
      word += syllables[number % syllables.length] ?? '';
      number = Math.floor(number / syllables.length);
    } while (number > 0);
    return word;
  }).join(' ');
}

function inventedEdition(nth: number): FrameworkEdition {
  const next = sequence(20261127 + nth);
  const text = (language: 'en' | 'fr', words: number) => ({
    title: inventedText(next, language).split(' ').slice(0, words).join(' '),
    text: inventedText(next, language),
    note: null,
  });
  return {
    urn: `urn:invented:${nth}`,
    edition: '1',
    number: null,
    title: `Framework ${nth}`,
    text: null,
    language: 'en',
    publisher: null,
    publishedOn: null,
    groups: [],
    scale: null,
    translations: {},
    requirements: Array.from({ length: requirements }, (_, at) => ({
      id: `${nth}:${at}`,
      parent: null,
      number: `${nth}.${at}`,
      isAssessable: true,
      groups: [],
      evidence: null,
      weight: null,
      refersTo: [],
      questions: [],
      ...text('en', 5),
      translations: { fr: text('fr', 5) },
    })),
  };
}

async function fill(database: Database): Promise<void> {
  await ensureLocalOrganisation(database, new Date());
  for (let nth = 0; nth < editions; nth += 1) {
    const edition = inventedEdition(nth);
    const words = wordsOfEdition(edition);
    const digest = nth.toString(16).padStart(64, '0');
    const { urn, edition: number, title, language, requirements: all, ...facts } = edition;
    const prepared = {
      row: importRow(title, digest),
      editions: [
        {
          row: { urn, edition: number, title, language, digest, counts: json({}), facts: json({ urn, ...facts }) },
          requirements: json(
            all.map(({ id, parent, number: own, title: head, text, note, isAssessable, ...rest }, position) => ({
              id,
              parent,
              position,
              number: own,
              title: head,
              text,
              note,
              is_assessable: isAssessable,
              rest,
            })),
          ),
          words,
        },
      ],
      mappingSets: [],
      matrices: json([]),
      catalogue: json([]),
    };

    await database.inOrganisation(localOrganisation, (db) => insertImport(db, prepared));
  }
}

const importRow = (title: string, digest: string) => ({
  at: new Date(),
  actor: 'bench',
  file_name: title,
  bytes: Buffer.from(title),
  size: title.length,
  digest,
  format: 'library',
  urn: null,
  title,
  publisher: null,
  packager: null,
  edition: null,
  language: 'en',
  licence: null,
  source: null,
  about: json({}),
  needs: json([]),
  counts: json({}),
  parts: json([]),
  findings: json([]),
  losses: json([]),
});

/** Takes the middle and the slow end of a measure, and what is aimed at. */
type Report = (what: string, p50Ms: number, p95Ms: number, aim?: string) => void;

/** Runs the questions on one engine and reports the middle and the slow end of each. */
async function benchEngine(options: DatabaseOptions, report: Report) {
  const opened = await openDatabase({ ...options, transactionLimitMs: 120_000 }, migrationsFolder);
  if (!opened.ok) throw new Error(opened.error.message);
  const database = opened.value;
  const begun = performance.now();
  await fill(database);
  report('100,000 texts stored', performance.now() - begun, performance.now() - begun);
  const library = openLibrary(join(import.meta.dirname, '../content'));
  const services: Services = { library, version: '0', makePdf: async () => new Uint8Array() };
  const app = httpApp<Services>({
    actions,
    statusOf,
    title: 'bench',
    version: '0',
    allowedHosts: ['localhost'],
    log: () => {},
    newRequestId: () => '',
    isSecure: false,
    identify: async () => ok({ identity: command(localOrganisation), renewed: null }),
    contextFor: async (identity) =>
      contextOf(services, { ...noData, identity, store: storeOf(database, 'bench', () => new Date()) }),
  });
  const ask = async (words: string): Promise<number> => {
    const started = performance.now();
    const address = `http://localhost/api/library/search?profile=none&q=${encodeURIComponent(words)}`;
    const answered = await app.request(address, { headers: { host: 'localhost' } });
    const body = await answered.text();
    if (answered.status !== 200) throw new Error(body);
    return performance.now() - started;
  };
  const first = await ask('tomograph');
  report('the first search of a process, which reads all words', first, first);
  const all: number[] = [];
  for (const [kind, words] of questions) {
    for (let warm = 0; warm < 3; warm += 1) await ask(words);
    const times: number[] = [];
    for (let run = 0; run < 30; run += 1) times.push(await ask(words));
    all.push(...times);
    report(kind, at(times, 0.5), at(times, 0.95));
  }
  report('all ten kinds', at(all, 0.5), at(all, 0.95), 'aim ≤ 50 ms');
  if (existsSync(annex)) {
    const file = { name: 'annex.yaml', content: readFileSync(annex).toString('base64') };
    const started = performance.now();
    const loaded = await app.request('http://localhost/api/imports', {
      method: 'POST',
      headers: { host: 'localhost', 'content-type': 'application/json' },
      body: JSON.stringify({ file }),
    });
    if (loaded.status !== 200) throw new Error(await loaded.text());
    const took = performance.now() - started;
    report(
      'import of the CIR annex file (2.9 MB): read, checked, its words packed, stored',
      took,
      took,
      'aim ≤ 2 s; the peer parses it in 3.3 s',
    );
  }
  await database.close();
}

const at = (times: readonly number[], share: number): number =>
  times.toSorted((left, right) => left - right)[Math.ceil(share * times.length) - 1] ?? 0;

/** Measures the embedded engine, and PostgreSQL where it is installed. */
export async function benchSearch(folder: string, report: Report): Promise<void> {
  await benchEngine({ dataFolder: join(folder, 'search') }, (kind, ...rest) => report(`embedded: ${kind}`, ...rest));
  const bin = postgresBin();
  if (bin === null) return;
  const server = await startServer(bin);
  try {
    await benchEngine({ url: await server.createDatabase() }, (kind, ...rest) =>
      report(`PostgreSQL: ${kind}`, ...rest),
    );
  } finally {
    await server.stop();
  }
}
