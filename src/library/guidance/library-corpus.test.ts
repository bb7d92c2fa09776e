// Published library files, which lie beside the project because others own their words, and what an independent program counts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assert } from '../../core/base.ts';
import type { ImportBundle } from '../../core/guidance/bundle.ts';
import { testdata } from '../../../tests/support/require.ts';
import { guidanceLimits } from '../sheet/limits.ts';
import { readCsvRows } from '../sheet/read-csv.ts';
import { parseGuidance } from './parse-guidance.ts';

const root = testdata();
const folder = root === null ? null : join(root, 'libraries');

type Row = Readonly<Record<string, string>>;

function expectedRows(): readonly Row[] {
  if (folder === null) return [];
  const read = readCsvRows(readFileSync(join(folder, 'expected-counts.csv')), guidanceLimits);
  assert(read.ok, 'The expected counts can be read');
  const [heads = [], ...rows] = read.value;
  return rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ''])));
}

const bytesOf = (file: string): Uint8Array => readFileSync(join(folder ?? '', file));

const bundles = new Map<string, Promise<ImportBundle>>();

/** Each file is read once for all tests. */
function bundleOf(file: string): Promise<ImportBundle> {
  const known = bundles.get(file) ?? parseGuidance(bytesOf(file)).then(readable);
  bundles.set(file, known);
  return known;
}

function readable(read: Awaited<ReturnType<typeof parseGuidance>>): ImportBundle {
  assert(read.ok, read.ok ? '' : read.error.message);
  return read.value;
}

const requirementsOf = ({ frameworks }: ImportBundle) => frameworks.flatMap(({ requirements }) => requirements);
const lost = ({ losses }: ImportBundle, code: string): number => losses.filter((loss) => loss.code === code).length;
const found = ({ findings }: ImportBundle, code: string): number => findings.filter((one) => one.code === code).length;

function deepest(bundle: ImportBundle): number {
  const depths = new Map<string, number>();
  for (const { id, parent } of requirementsOf(bundle)) depths.set(id, (depths.get(parent ?? '') ?? 0) + 1);
  return Math.max(0, ...depths.values());
}

/** Each language of each group of keys called `translations`, however deep. */
function languagesIn(value: unknown, counts: Map<string, number>): ReadonlyMap<string, number> {
  if (typeof value !== 'object' || value === null) return counts;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'translations')
      for (const code of Object.keys(inner as object)) counts.set(code, (counts.get(code) ?? 0) + 1);
    else languagesIn(inner, counts);
  }
  return counts;
}

/** The counts of a bundle under the names of the columns. */
function countsOf(bundle: ImportBundle) {
  const requirements = requirementsOf(bundle);
  const questions = requirements.flatMap((one) => one.questions);
  const inCatalogue = (kind: string): number => bundle.catalogue.filter((entry) => entry.kind === kind).length;
  const links = requirements.flatMap(({ refersTo }) => refersTo);
  const threats = links.filter((urn) => urn.split(':')[3] === 'threat').length;
  const relations = bundle.mappingSets.flatMap((set) => set.relations);
  return {
    urn: bundle.urn,
    version: bundle.edition,
    locale: bundle.language,
    provider: bundle.publisher,
    name: bundle.title,
    // The number of the file as a whole is the one thing of its head that is not kept.
    ref_id: bundle.losses.find(({ code }) => code === 'library_number')?.what,
    deps: bundle.needs.length,
    frameworks: bundle.frameworks.length,
    nodes: requirements.length,
    assessable: requirements.filter(({ isAssessable }) => isAssessable).length,
    max_depth: deepest(bundle),
    questions: questions.length,
    choices: questions.flatMap(({ choices }) => choices).length,
    dep_questions: questions.filter(({ dependsOn }) => dependsOn !== null).length,
    igs: bundle.frameworks.flatMap(({ groups }) => groups).length,
    node_threat_links: threats,
    node_rc_links: links.length - threats,
    weights: requirements.filter(({ weight }) => weight !== null).length,
    dup_urn: found(bundle, 'duplicate_urn'),
    orphan_parent: found(bundle, 'dangling_parent'),
    fwd_parent: found(bundle, 'forward_parent'),
    depth_mismatch: found(bundle, 'depth_differs'),
    threats: inCatalogue('threat'),
    ref_controls: inCatalogue('control'),
    metrics: inCatalogue('metric'),
    matrices: bundle.matrices.length,
    mapsets: bundle.mappingSets.length,
    // They count a rule that stands twice as two; one of them is kept, the other is lost and said.
    mappings: relations.length + lost(bundle, 'mapping_rule'),
  };
}

/**
 * Columns without a counterpart: `bytes` and `parse_s` are of their run; `nonascii` and `upper_urn` count letters of the
 * written file; `scripts` and `otherobj` are of objects that are not carried, as `preset` is, which is told by its losses.
 */
const columns = Object.keys(countsOf({ ...emptyBundle() })) as readonly (keyof ReturnType<typeof countsOf>)[];

function emptyBundle(): ImportBundle {
  const none = { frameworks: [], mappingSets: [], catalogue: [], matrices: [], findings: [], losses: [], needs: [] };
  const about = { title: '', publisher: null, packager: null, edition: null, language: '', licence: null };
  return { format: 'library', ...about, ...none };
}

test.each(expectedRows().map((row) => [row['file'] ?? '', row] as const))(
  'library files: %s has as many of everything as counted',
  async (file, row) => {
    const bundle = await bundleOf(file);
    const counts = countsOf(bundle);
    expect(Object.fromEntries(columns.map((column) => [column, String(counts[column])]))).toEqual(
      Object.fromEntries(columns.map((column) => [column, row[column]])),
    );
    expect(lost(bundle, 'preset') > 0).toBe(row['preset'] === '1');
    expect(bundle.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  },
);

test.each(expectedRows().map((row) => [row['file'] ?? '', row['translations'] ?? ''] as const))(
  'library files: %s has as many translations as counted',
  async (file, translations) => {
    const counted = translations.split(';').flatMap((entry) => (entry === '' ? [] : [entry.split(':')]));
    // Of a preset only its name is kept, in one translation; the other 24 are of its steps and objects, which are lost.
    const kept = counted.map(([code, count]) => [code, file.startsWith('preset-') ? 1 : Number(count)] as const);
    const bundle = await bundleOf(file);
    expect(Object.fromEntries(languagesIn(bundle, new Map()))).toEqual(Object.fromEntries(kept));
  },
);

// The other parser takes seconds for the largest.
const smallerFiles = expectedRows()
  .filter((row) => Number(row['bytes']) < 400_000)
  .map((row) => [row['file'] ?? ''] as const);

test.each(smallerFiles)('library files: %s keeps the words of its requirements, letter by letter', async (file) => {
  const bundle = await bundleOf(file);
  // Read by another parser, so that a mistake of ours is not compared with itself.
  const { parse } = await import('yaml');
  const read = parse(Buffer.from(bytesOf(file)).toString(), { schema: 'failsafe' }) as {
    readonly objects: { readonly framework?: { readonly requirement_nodes: readonly Row[] } };
  };
  const written = read.objects.framework?.requirement_nodes ?? [];
  const wordsOf = (one: Row) => [
    one['ref_id'],
    one['name'],
    one['description'],
    one['annotation'],
    one['typical_evidence'],
  ];
  expect(requirementsOf(bundle).map((one) => [one.number, one.title, one.text, one.note, one.evidence])).toEqual(
    written.map((one) => wordsOf(one).map((word) => (word === undefined || word === '' ? null : word))),
  );
});

test.skipIf(folder === null)('library files: what is wrong in them is found', async () => {
  const files = expectedRows().map((row) => row['file'] ?? '');
  const entries = await Promise.all(
    files.map(async (file) => {
      const codes = Map.groupBy((await bundleOf(file)).findings, ({ code }) => code);
      return [file.slice(0, 20), Object.fromEntries([...codes].map(([code, all]) => [code, all.length]))] as const;
    }),
  );
  expect(entries.filter(([, codes]) => Object.keys(codes).length > 0)).toEqual([
    ['referentiel-certific', { group_spelt_otherwise: 942 }],
    ['ens-rd-311-2022.yaml', { loose_urn: 87 }],
    ['mapping-annex-techni', { duplicate_rule: 56 }],
    ['mapping-recyf-and-an', { strength_beyond_scale: 446 }],
    ['preset-nis2-readines', { nothing_carried: 1 }],
  ]);
});
