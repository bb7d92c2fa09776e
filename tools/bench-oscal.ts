/**
 * OSCAL, beside the figures of other tools on a like machine: compliance-trestle resolves NIST's moderate baseline in 3.0 to 3.6 s
 * and in 4.4 s as a command; jsonschema for Python judges the catalog in 1.9 s. No figures of others are known for large plans of
 * action, only complaints. NIST's files are not part of the project: where they are absent, their rows say so.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { uuid, samples } from '../tests/support/oscal-samples.ts';
import { documentIn, oscalData, resolvedOrThrow } from '../tests/support/oscal.ts';
import type { JsonObject } from '../src/oscal/model.ts';
import { readDocument } from '../src/oscal/read/read.ts';
import type { Shelf } from '../src/oscal/resolve/shelf.ts';
import { validate } from '../src/oscal/validate.ts';

type Report = (what: string, value: string, aim: string) => void;

const profileName = 'NIST_SP-800-53_rev4_MODERATE-baseline_profile.json';
const catalogName = 'NIST_SP-800-53_rev4_catalog-min.json';
const largeCatalogName = 'NIST_SP-800-53_rev5_catalog_5.0.1_oscal-1.0.0.json';

const shelfIn = (folder: string): Shelf => ({
  documents: [{ path: profileName, document: documentIn(folder, profileName) }],
  catalogs: [{ path: catalogName, document: documentIn(folder, catalogName) }],
});

const timed = async (work: () => unknown): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

/** First run, and the middle of five after one that warms up. */
async function firstAndMedian(work: () => unknown): Promise<readonly [number, number]> {
  const first = await timed(work);
  const times: number[] = [];
  for (let run = 0; run < 6; run += 1) times.push(await timed(work));
  return [first, times.slice(1).toSorted((left, right) => left - right)[2] ?? 0];
}

/** A valid plan of action with as many items, each with a risk and an observation. */
export function planOfAction(items: number): JsonObject {
  const plan = samples['plan-of-action-and-milestones'];
  const [observation, risk] = ['observations', 'risks'].map((list) => (plan[list] as readonly JsonObject[])[0] ?? {});
  const indexes = Array.from({ length: items }, (_, index) => index);
  return {
    ...plan,
    observations: indexes.map((index) => ({ ...observation, uuid: uuid(1e6 + index) })),
    risks: indexes.map((index) => ({
      ...risk,
      uuid: uuid(2e6 + index),
      remediations: [{ uuid: uuid(4e6 + index), lifecycle: 'planned', title: 'Test', description: 'Restore once.' }],
      'related-observations': [{ 'observation-uuid': uuid(1e6 + index) }],
    })),
    'poam-items': indexes.map((index) => ({
      uuid: uuid(3e6 + index),
      title: `Item ${index}`,
      description: 'What is to be done, by whom and until when, in a sentence of the usual length.',
      'related-observations': [{ 'observation-uuid': uuid(1e6 + index) }],
      'related-risks': [{ 'risk-uuid': uuid(2e6 + index) }],
    })),
  };
}

/** What one process of its own does: the time and the memory are then of this alone. */
async function alone(task: string): Promise<void> {
  const folder = join(oscalData() ?? '', 'nist');
  if (task === 'resolve') {
    await resolvedOrThrow(shelfIn(folder), profileName);
    return;
  }
  const begun = performance.now();
  const read = readDocument(readFileSync(task));
  if (!read.ok) throw new Error(read.error.message);
  const { isValid } = validate(read.value);
  if (!isValid) throw new Error('Cannot measure: the plan is not valid');
  const rssBytes = process.resourceUsage().maxRSS * 1024;
  process.stdout.write(JSON.stringify({ ms: performance.now() - begun, rssBytes }));
}

const child = (task: string): string =>
  execFileSync(process.execPath, [join(import.meta.dirname, 'bench-oscal.ts'), task], { encoding: 'utf8' });

const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** The rows of OSCAL. */
export async function benchOscal(scratch: string, report: Report): Promise<void> {
  const data = oscalData();
  const absent = 'no files of NIST';
  const folder = data === null ? null : join(data, 'nist');
  const shelf = folder === null ? null : shelfIn(folder);
  const [first, median] =
    shelf === null ? [null, null] : await firstAndMedian(() => resolvedOrThrow(shelf, profileName));
  const command = folder === null ? null : await timed(() => child('resolve'));
  const large = folder === null ? null : documentIn(folder, largeCatalogName);
  const judged = large === null ? null : await firstAndMedian(() => validate(large));
  const shown = (value: number | null | undefined): string =>
    value === null || value === undefined ? absent : ms(value);
  report('OSCAL: resolve NIST rev. 4 moderate, first time', shown(first), '');
  report('OSCAL: resolve NIST rev. 4 moderate', shown(median), 'aim ≤ 60 ms; compliance-trestle 3,000 ms');
  report('OSCAL: the same as a script of its own', shown(command), 'compliance-trestle 4,400 ms');
  report('OSCAL: judge NIST rev. 5, first time', shown(judged?.[0]), '');
  report('OSCAL: judge NIST rev. 5', shown(judged?.[1]), 'aim ≤ 25 ms; jsonschema (Python) 1,900 ms');
  const planFile = join(scratch, 'plan.json');
  writeFileSync(planFile, JSON.stringify({ 'plan-of-action-and-milestones': planOfAction(50_000) }));
  const plan = JSON.parse(child(planFile)) as { readonly ms: number; readonly rssBytes: number };
  report('OSCAL: read and judge a plan of 50,000 items', ms(plan.ms), 'aim ≤ 5,000 ms');
  report('OSCAL: memory for it, at most', `${(plan.rssBytes / 1e6).toFixed(0)} MB`, 'aim ≤ 600 MB');
}

if (process.argv[1] === import.meta.filename && process.argv[2] !== undefined) await alone(process.argv[2]);
