/** How long the server works for each page, with real sessions, as an installation fills with organisations. */
import { join } from 'node:path';
import { migrationsFolder } from '../src/places.ts';
import { openDatabase, type Database, type OrgId } from '../src/platform/db/database.ts';
import { stated } from '../tests/e2e/stated.ts';
import { installationOn, type Browser, type Installation } from '../tests/support/installation.ts';

type Request = readonly [method: string, path: string, body?: unknown];

const everywhere: readonly Request[] = [
  ['GET', '/api/session'],
  ['GET', '/api/profile'],
  ['GET', '/api/steps'],
];
const explained = ['S-001', 'S-002', 'S-041', 'S-043', 'S-071'];
const obligations: Request = ['POST', '/api/obligations', {}];
const ranking: Request = ['POST', '/api/rank', {}];
const documents: Request = ['GET', '/api/library/documents'];
const followUps: Request = ['GET', '/api/follow-ups'];

/** What each page asks for when it is opened, besides what all ask. */
const pages: Readonly<Record<string, readonly Request[]>> = {
  '/': [
    obligations,
    ['GET', '/api/assessment'],
    ranking,
    ['GET', '/api/plan'],
    documents,
    followUps,
    ...explained.map((safeguard): Request => ['POST', '/api/explain', { safeguard }]),
  ],
  '/profile': [['GET', '/api/library/countries'], obligations],
  '/obligations': [obligations, documents, followUps],
  '/assessment': [
    ['GET', '/api/assessment'],
    ['GET', '/api/ratings'],
    ['GET', '/api/questions'],
    ['GET', '/api/sites'],
  ],
  '/ranking': [ranking],
  '/plan': [['GET', '/api/plan']],
  '/guides/ciso/4': [documents, ['POST', '/api/guide', { role: 'ciso', format: 'json' }]],
  '/library?q=supplier': [['GET', '/api/library/search?q=supplier']],
  '/library/S-043': [['GET', '/api/library/pages/S-043']],
  '/settings': [['GET', '/api/settings'], ranking, ['GET', '/api/mail']],
  '/sites': [['GET', '/api/sites']],
  '/help': [['GET', '/api/translations']],
};

const person = { name: 'Bench', email: 'bench@hospital.example', password: 'a lamp above every bed' };

/** One line for each number of organisations: the slowest page, and all pages together. */
export async function benchPages(folder: string, report: (what: string, p95Ms: number) => void): Promise<void> {
  const opened = await openDatabase({ dataFolder: join(folder, 'pages') }, migrationsFolder);
  if (!opened.ok) throw new Error(opened.error.message);
  const database = opened.value;
  const installation = await installationOn(database, () => new Date());
  const browser = installation.browser();
  await askOrThrow(browser, ['POST', '/api/session/accept', { link: await installation.firstLink(), ...person }]);
  const profile = stated('hospital-greece');
  await askOrThrow(browser, ['PUT', '/api/profile', { profile }]);
  for (const [before, count] of [
    [1, 1],
    [1, 100],
    [100, 1000],
  ] as const) {
    await addOrganisations(database, installation, profile, before, count);
    const measured = await measurePages(browser);
    const slowest = measured.toSorted((left, right) => p95(right.timesMs) - p95(left.timesMs))[0];
    report(`all pages, p95 with ${count} organisations`, p95(measured.flatMap(({ timesMs }) => timesMs)));
    report(`slowest page (${slowest?.page}), likewise`, p95(slowest?.timesMs ?? []));
  }
  await database.close();
}

const runs = 60;
type Measured = { readonly page: string; readonly timesMs: readonly number[] };

/** The time of all requests of each page, one after the other: what they cost the server, not how they overlap. */
async function measurePages(browser: Browser): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const [page, requests] of Object.entries(pages)) {
    const timesMs: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const begun = performance.now();
      for (const request of [...everywhere, ...requests]) await askOrThrow(browser, request);
      timesMs.push(performance.now() - begun);
    }
    measured.push({ page, timesMs });
  }
  return measured;
}

const p95 = (timesMs: readonly number[]): number =>
  timesMs.toSorted((left, right) => left - right)[Math.ceil(0.95 * timesMs.length) - 1] ?? 0;

/** A refusal is fast: it must not pass for an answer. */
async function askOrThrow(browser: Browser, [method, path, body]: Request): Promise<void> {
  const response = await browser.ask(method, path, body);
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}

const organisationId = (index: number): OrgId => `00000000-0000-4000-9000-${String(index).padStart(12, '0')}` as OrgId;

/** Each with the same profile and ratings, so that tables grow as in a full installation. */
async function addOrganisations(
  database: Database,
  installation: Installation,
  profile: unknown,
  before: number,
  count: number,
): Promise<void> {
  const ids = Array.from({ length: count - before }, (_, index) => organisationId(before + index));
  const rows = ids.map((id) => ({ id, name: `bench ${id}`, country: null, kind: null, created_at: new Date() }));
  if (rows.length > 0) await database.inInstallation((db) => db.insertInto('organisation').values(rows).execute());
  for (const id of ids) await installation.local('PUT', '/api/profile', { profile }, id);
}
