/**
 * `npm run bench`: prints our figures beside the aims. Not a test: machines differ, so nothing here passes or fails.
 * Whole commands are measured as a user waits for them, the rest in this process.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actions } from '../src/actions.ts';
import { analyse } from '../src/core/analysis.ts';
import { indexOf } from '../src/core/library-search/search-index.ts';
import { search } from '../src/core/library-search/search.ts';
import type { SafeguardId } from '../src/core/content/ids.ts';
import type { IsoDate } from '../src/core/content/verification.ts';
import { setRelations, type MappingSet } from '../src/core/guidance/mapping-set.ts';
import { buildCrosswalk } from '../src/core/crosswalk/build-crosswalk.ts';
import { comparedIn, proofsIn, type StoredGuidance } from '../src/core/crosswalk/compared.ts';
import { namingOf } from '../src/core/crosswalk/names.ts';
import { crosswalk } from '../src/core/mapping/crosswalk.ts';
import { mappingGraph } from '../src/core/mapping/mapping-graph.ts';
import { twinsIn } from '../src/core/mapping/twins.ts';
import { weigh, type Weighable } from '../src/core/ranking/weigh.ts';
import { buildGuide } from '../src/core/report/build-guide.ts';
import { statusOf } from '../src/error-map.ts';
import { ensureLocalOrganisation, storeOf } from '../src/data.ts';
import { ok } from '../src/core/base.ts';
import { contextOf, noData } from '../src/installation.ts';
import { command } from '../src/platform/identity/identity.ts';
import { migrationsFolder } from '../src/places.ts';
import { readGuidance } from '../src/library/guidance/read-guidance.ts';
import { openLibrary, type Library } from '../src/library/library.ts';
import { searchableIn } from '../src/library/library-search.ts';
import { readProfileText } from '../src/library/profile.ts';
import type { Services } from '../src/library/services.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import type { OrgId } from '../src/platform/db/tables.ts';
import { httpApp } from '../src/platform/http.ts';
import { benchBrowser } from './bench-browser.ts';
import { benchOscal } from './bench-oscal.ts';
import { benchPages } from './bench-pages.ts';
import { benchSearch } from './bench-search.ts';

const root = join(import.meta.dirname, '..');
const example = join(root, 'examples/hospital-greece.yaml');
const on = '2026-11-25' as IsoDate;
const scratch = mkdtempSync(join(tmpdir(), 'theriac-bench-'));

const report = (what: string, value: string, aim: string): boolean =>
  process.stdout.write(`${what.padEnd(58)} ${value.padStart(16)}   ${aim}\n`);
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** The middle of several runs, after one that warms up. */
function median(runs: number, work: () => void): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  }).toSorted((left, right) => left - right);
  return times[Math.floor(runs / 2)] ?? 0;
}

const cli =
  (...argv: readonly string[]) =>
  () =>
    void execFileSync(join(root, 'theriac'), argv, { stdio: ['ignore', 'ignore', 'ignore'] });

function commands(): void {
  report('command: rank', ms(median(5, cli('rank', example))), 'aim ≤ 1,000 ms');
  report(
    'command: guide, HTML',
    ms(median(5, cli('guide', example, '--role', 'ciso', '--format', 'html', '--out', join(scratch, 'g.html')))),
    'aim ≤ 1,500 ms',
  );
  report(
    'command: guide of the CISO, PDF',
    ms(median(3, cli('guide', example, '--role', 'ciso', '--format', 'pdf', '--out', join(scratch, 'g.pdf')))),
    'aim ≤ 4,000 ms',
  );
}

/** Safeguards as a full library would hold them; each fourth needs the one before it. Repeatable: a fixed sequence. */
function inventedTerms(count: number): readonly Weighable[] {
  let seed = 20261125;
  const next = (): number => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  const idOf = (index: number) => `S-${String(index).padStart(3, '0')}` as SafeguardId;
  return Array.from({ length: count }, (_, index) => {
    const leftDays = 5 + 300 * next();
    return {
      id: idOf(index),
      group: ([0, 1, 1, 2, 3, 3] as const)[Math.floor(next() * 6)] ?? 1,
      gap: ([1, 2 / 3, 1 / 3] as const)[Math.floor(next() * 3)] ?? 1,
      gapIsUnknown: next() < 0.1,
      risk: next(),
      duty: next(),
      agreed: 0.5,
      leftDays,
      leftLow: leftDays * 0.7,
      leftHigh: leftDays * 1.4,
      needs: index % 4 === 3 ? [idOf(index - 1)] : [],
    };
  });
}

function rules(): void {
  const begun = performance.now();
  const library = openLibrary(join(root, 'content'));
  report('content: first load in a new process', ms(performance.now() - begun), '');
  report('content: load', ms(median(9, () => void openLibrary(join(root, 'content')))), 'aim ≤ 150 ms');
  const read = readProfileText(readFileSync(example, 'utf8'), example, library.safeguardIds);
  if (!read.ok) throw new Error('Cannot read the example');
  const analysis = analyse(read.value, library.content, on);
  report(
    'obligations, ranking and plan',
    ms(median(31, () => void analyse(read.value, library.content, on))),
    'aim ≤ 10 ms',
  );
  const invented = inventedTerms(110);
  const tried = { risk: 0.4, duty: 0.4, agreed: 0.2 };
  report(
    `ranks and intervals of ${invented.length} safeguards, new weights`,
    ms(median(31, () => void weigh(invented, tried, 0.5))),
    'aim ≤ 50 ms, drawn',
  );
  const guide = () =>
    buildGuide({
      role: 'ciso',
      language: 'en',
      on,
      edition: '0',
      content: library.content,
      organisation: analysis,
      say: library.words('en').translate,
      digests: { content: '', profile: null, method: '' },
    });
  report('report model of the CISO', ms(median(15, () => void guide())), 'aim ≤ 30 ms');
  searches(library);
  crosswalks();
}

/** A set of invented relations between the thousand requirements of two frameworks. Repeatable: a fixed sequence. */
function inventedSet(source: string, target: string, count: number): MappingSet {
  let seed = 20261127;
  const next = (most: number): number => {
    seed = (seed * 48271) % 2147483647;
    return seed % most;
  };
  const relations = Array.from({ length: count }, () => ({
    source: `${next(1000)}`,
    target: `${next(1000)}`,
    relation: setRelations[next(setRelations.length)] ?? 'intersects',
    rationale: null,
    confidence: null,
    note: null,
  }));
  const said = { text: null, author: null, publishedOn: null, review: null };
  return { urn: `${source}>${target}`, edition: '1', title: '', ...said, source, target, relations };
}

function crosswalks(): void {
  const sets = ['a>b', 'a>x', 'x>b', 'x>y', 'y>b'].map((pair) => {
    const [source = '', target = ''] = pair.split('>');
    return inventedSet(source, target, 4000);
  });
  const build = () => mappingGraph({ frameworks: [], safeguards: [], editions: [], sets, aliases: [] });
  report('graph of 20,000 relations', ms(median(5, () => void build())), '');
  const graph = build();
  for (const maxSteps of [2, 3] as const)
    report(
      `crosswalk of two frameworks of 1,000, ${maxSteps} steps`,
      ms(median(5, () => void crosswalk(graph, 'a', 'b', { maxSteps }))),
      maxSteps === 2 ? 'aim ≤ 200 ms' : '',
    );
}

const published = join(root, '../shared/testdata/libraries');
const annex = 'urn:intuitem:risk:framework:annex-technical-and-methodological-requirements-nis2';

/** The annex of CIR 2024/2690 against ISO/IEC 27001 and NIST CSF, by the mappings that ENISA published. */
async function publishedCrosswalks(): Promise<void> {
  if (!existsSync(published)) return;
  const wanted = readdirSync(published).filter((name) => /^(?:annex-nis2|iso27001|nist-csf|mapping-annex)/u.test(name));
  const read = await Promise.all(wanted.map((name) => readGuidance(readFileSync(join(published, name)))));
  const bundles = read.flatMap((one) => (one.ok ? [one.value] : []));
  const stored: StoredGuidance = {
    editions: bundles.flatMap(({ frameworks, licence }) => frameworks.map((one) => ({ ...one, id: one.urn, licence }))),
    sets: bundles.flatMap(({ mappingSets, licence }) => mappingSets.map((one) => ({ ...one, licence }))),
  };
  const { content } = openLibrary(join(root, 'content'));
  const proofs = proofsIn(stored, content.frameworks);
  const aliases = [...proofs.values()].filter(({ isProven }) => isProven).map(({ alias }) => alias);
  const build = () => mappingGraph({ ...content, ...stored, aliases });
  const relations = stored.sets.reduce((sum, { relations: all }) => sum + all.length, 0);
  report(`graph of content and ${relations} published relations`, ms(median(5, () => void build())), 'once an import');
  const graph = build();
  const compared = comparedIn(content, stored, proofs);
  const naming = namingOf(graph, compared, twinsIn(stored.sets));
  const side = (id: string) => compared.find((one) => one.id === id);
  for (const target of ['iso27001-2022', 'nist-csf-2.0']) {
    const to = side(`urn:intuitem:risk:framework:${target}`);
    const from = side(annex);
    if (from === undefined || to === undefined) continue;
    const rows = crosswalk(graph, from.id, to.id);
    const part = { only: null, fromGroup: null, toGroup: null, skip: 0, count: 25 };
    report(
      `crosswalk of ${rows.length} requirements to ${target}`,
      ms(median(5, () => void crosswalk(graph, from.id, to.id))),
      'aim ≤ 200 ms',
    );
    report(
      '  as its page shows it',
      ms(median(5, () => void buildCrosswalk(naming, { from, to, steps: 2 }, rows, part))),
      '',
    );
  }
}

/** What people type: names, ids, questions, slips, and nothing. */
const questions = [
  'nis2',
  'S-043',
  '21(2)(d)',
  'supplier remote access',
  'who is told within 24 hours',
  'board liable',
  'ransomware',
  'ransomeware',
  'security',
  'med dev patch',
  'se',
  '',
];

/** Searches the library and ten times the library: the same items again under other names. */
function searches(library: Library): void {
  const begun = performance.now();
  const { index } = searchableIn(library);
  report('library: index, once', ms(performance.now() - begun), '');
  const tenfold = Array.from({ length: 10 }, (_, copy) =>
    index.entries.map((entry) => ({ ...entry, ref: `${entry.ref}-${copy}` })),
  ).flat();
  for (const [what, searched] of [
    [`search among ${index.entries.length} items, p95`, index],
    [`search among ${tenfold.length} items, p95`, indexOf(tenfold, index.smallWords)],
  ] as const) {
    const each = questions.map((words) =>
      median(15, () => void search(searched, { words, filters: {}, order: 'match', show: 20, forces: null })),
    );
    const slowest = each.toSorted((left, right) => left - right)[Math.ceil(0.95 * each.length) - 1] ?? 0;
    report(what, ms(slowest), 'aim ≤ 50 ms');
  }
}

const organisationId = (index: number): OrgId => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}` as OrgId;

type Bench = {
  readonly ids: readonly string[];
  readonly addOrganisations: (ids: readonly OrgId[]) => Promise<void>;
  readonly save: (orgId: OrgId, ratings: object) => Promise<Response>;
  readonly read: (orgId: OrgId) => Promise<Response>;
  readonly close: () => Promise<void>;
};

/** The API over an embedded, durable database, as the server mounts it. */
async function openBench(): Promise<Bench> {
  const opened = await openDatabase({ dataFolder: join(scratch, 'data') }, migrationsFolder);
  if (!opened.ok) throw new Error(opened.error.message);
  const database = opened.value;
  await ensureLocalOrganisation(database, new Date());
  const library = openLibrary(join(root, 'content'));
  const services: Services = { library, version: '0', makePdf: async () => new Uint8Array() };
  const appFor = (orgId: OrgId) =>
    httpApp<Services>({
      actions,
      statusOf,
      title: 'bench',
      version: '0',
      allowedHosts: ['localhost'],
      log: () => {},
      newRequestId: () => '',
      isSecure: false,
      identify: async () => ok({ identity: command(orgId), renewed: null }),
      contextFor: async (identity) =>
        contextOf(services, {
          ...noData,
          identity,
          store: storeOf(database, 'bench', () => new Date(), orgId),
        }),
    });
  const headers = { host: 'localhost', 'content-type': 'application/json' };
  const address = 'http://localhost/api/ratings';
  const local = appFor(organisationId(1));
  const appOf = (orgId: OrgId) => (orgId === organisationId(1) ? local : appFor(orgId));
  return {
    ids: library.safeguardIds,
    save: async (orgId, ratings) =>
      appOf(orgId).request(address, { method: 'PUT', headers, body: JSON.stringify({ ratings }) }),
    read: async (orgId) => appOf(orgId).request(address, { headers }),
    addOrganisations: async (ids) => {
      const rows = ids.map((id) => ({ id, name: 'bench', country: null, kind: null, created_at: new Date() }));
      if (rows.length > 0) await database.inInstallation((db) => db.insertInto('organisation').values(rows).execute());
    },
    close: () => database.close(),
  };
}

async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  for (let done = 0; done < count; done += 1) await work();
  return (1000 * count) / (performance.now() - begun);
}

async function writes(): Promise<void> {
  const bench = await openBench();
  const local = organisationId(1);
  const one = () => bench.save(local, { 'S-041': 'partially' });
  await perSecond(300, one);
  report('durable writes through the API, one by one', `${(await perSecond(1500, one)).toFixed(0)} /s`, 'aim ≥ 300 /s');
  const all = Object.fromEntries(bench.ids.map((id) => [id, 'largely']));
  const batches = await perSecond(300, () => bench.save(local, all));
  report(
    `ratings in batches of ${bench.ids.length}`,
    `${(batches * bench.ids.length).toFixed(0)} /s`,
    'aim ≥ 1,500 /s',
  );
  for (const [before, count] of [
    [1, 1],
    [1, 100],
    [100, 1000],
  ] as const) {
    const added = Array.from({ length: count - before }, (_, index) => organisationId(before + 1 + index));
    await bench.addOrganisations(added);
    for (const id of added) await bench.save(id, all);
    const each = 1000 / (await perSecond(300, () => bench.read(local)));
    report(`request (ratings of one) with ${count} organisations`, ms(each), 'aim: flat');
  }
  await bench.close();
}

async function drawing(): Promise<void> {
  const drawn = await benchBrowser(110);
  const sorted = drawn?.movedMs.toSorted((left, right) => left - right) ?? [];
  const p95 = sorted[Math.ceil(0.95 * sorted.length) - 1];
  const absent = 'no Chromium here';
  report('ranking of 110 drawn anew after a weight moved, p95', p95 === undefined ? absent : ms(p95), 'aim ≤ 50 ms');
  const size = drawn === null ? absent : `${(drawn.firstLoadBytes / 1000).toFixed(0)} kB`;
  report('script of the first load of /, compressed', size, 'aim ≤ 220 kB');
}

try {
  process.stdout.write(`Node ${process.version}, ${process.platform} ${process.arch}\n`);
  rules();
  await benchOscal(scratch, report);
  await publishedCrosswalks();
  commands();
  await writes();
  await drawing();
  await benchSearch(scratch, (what, p50Ms, p95Ms, aim = '') =>
    report(`search, ${what}, p95 (p50 ${ms(p50Ms)})`, ms(p95Ms), aim),
  );
  await benchPages(scratch, (what, p95Ms) => report(what, ms(p95Ms), 'aim ≤ 60 ms'));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
