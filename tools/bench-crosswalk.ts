/**
 * `npm run bench:crosswalk`: our candidate pairs (two requirements that one safeguard touches) beside the pairs that ENISA
 * published, for points of the annex of CIR 2024/2690. A yardstick for content, not a test: nobody says that ENISA is
 * right with each pair, nor that each of ours means anything. `--json` prints all of it; `--from` names the folder of files.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { candidatePairs, comparePairs, type CandidatePair, type Pair } from '../src/core/mapping/candidate-pairs.ts';
import { crosswalk } from '../src/core/mapping/crosswalk.ts';
import { mappingGraph } from '../src/core/mapping/mapping-graph.ts';
import { sameFramework } from '../src/core/mapping/same-framework.ts';
import { openLibrary } from '../src/library/library.ts';
import { readMappingFile } from './read-mapping-file.ts';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    from: { type: 'string', default: join(root, '../shared/testdata/libraries') },
    json: { type: 'boolean', default: false },
    show: { type: 'string', default: '20' },
  },
});

const prefix = 'mapping-annex-technical-and-methodological-requirements-nis2-and-';
const points = { framework: 'cir-2024-2690', isEnd: (id: string) => id.includes('.') };
const benches = [
  { framework: 'iso27001-2022', file: `${prefix}iso27001-2022.yaml`, isEnd: (id: string) => /^A\.\d\.\d/u.test(id) },
  { framework: 'csf-2.0', file: `${prefix}nist-csf-2.0.yaml`, isEnd: (id: string) => id.includes('-') },
];

const { frameworks, safeguards } = openLibrary(join(root, 'content')).content;
const ourGraph = mappingGraph({ frameworks, safeguards, editions: [], sets: [], aliases: [] });

/** What ENISA says of leaves, lifted to points: a point touches what one of its parts touches. */
function publishedPairs(file: string, framework: string): readonly Pair[] {
  const sets = readMappingFile(join(values.from, file));
  const numbers = sets.flatMap(({ relations }) =>
    relations.map(({ source }) => source.slice(source.lastIndexOf(':') + 1)),
  );
  const aliases = [...new Set(sets.flatMap(({ source, target }) => [source, target]))]
    .map((urn) => sameFramework({ urn, number: null, numbers }))
    .filter((alias) => alias !== null);
  const graph = mappingGraph({ frameworks, safeguards: [], editions: [], sets, aliases });
  return crosswalk(graph, points.framework, framework).flatMap(({ requirement, pairs }) =>
    pairs.map(({ target }) => ({ source: requirement, target })),
  );
}

/** A target that most points have tells them apart no more: ENISA ties the improvement of plans to nearly every point. */
function tiedToMost(pairs: readonly Pair[]): ReadonlySet<string> {
  const half = new Set(pairs.map(({ source }) => source)).size / 2;
  const byTarget = Map.groupBy(pairs, ({ target }) => target);
  return new Set([...byTarget].filter(([, found]) => found.length > half).map(([target]) => target));
}

const comparisons = benches.map(({ framework, file, isEnd }) => {
  const isCompared = ({ source, target }: Pair): boolean => points.isEnd(source) && isEnd(target);
  const published = publishedPairs(file, framework).filter(isCompared);
  const ours = candidatePairs(ourGraph, points.framework, framework).filter(isCompared);
  const common = tiedToMost(published);
  const tells = ({ target }: Pair): boolean => !common.has(target);
  const compared = comparePairs(ours, published);
  const telling = { published: published.filter(tells).length, both: compared.both.filter(tells).length };
  return { framework, published: published.length, ours: ours.length, common: [...common], telling, ...compared };
});

const titles = new Map(
  frameworks.flatMap(({ id, requirements }) => requirements.map((one) => [`${id}:${one.id}`, one.title])),
);
const write = (line: string): boolean => process.stdout.write(`${line}\n`);
const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.round((100 * part) / whole)} %`;

type Comparison = (typeof comparisons)[number];

function counts({ framework, published, ours, common, telling, both, onlyPublished, onlyOurs }: Comparison): void {
  write(`\n${points.framework} × ${framework}`);
  write(`  ENISA's pairs               ${published}`);
  write(`  our candidate pairs         ${ours}`);
  write(`  both                        ${both.length} (${percent(both.length, published)} of ENISA's)`);
  write(`  only ENISA                  ${onlyPublished.length}`);
  write(`  only ours                   ${onlyOurs.length}`);
  if (common.length === 0) return;
  write(`  without ${common.join(', ')}, which ENISA ties to more than half of all points:`);
  write(
    `  both                        ${telling.both} of ${telling.published} (${percent(telling.both, telling.published)})`,
  );
}

function printed(comparison: Comparison): void {
  const { framework, both, onlyOurs, onlyPublished, bySource } = comparison;
  const name = ({ source, target }: Pair): string =>
    `${source.padEnd(5)} ${target.padEnd(9)} ${titles.get(`${points.framework}:${source}`)} – ${titles.get(`${framework}:${target}`)}`;
  const withThrough = (pair: CandidatePair): string => `  ${String(pair.through.length).padStart(3)}  ${name(pair)}`;
  const shown = Number(values.show);
  counts(comparison);
  write(`\nBoth, by number of safeguards (first ${shown})`);
  for (const pair of both.slice(0, shown)) write(withThrough(pair));
  write(`\nOnly ours, by number of safeguards (first ${shown})`);
  for (const pair of onlyOurs.slice(0, shown)) write(withThrough(pair));
  write('\nOnly ENISA');
  for (const pair of onlyPublished) write(`       ${name(pair)}`);
  write('\nPer point          both   only ENISA   only ours');
  for (const row of bySource)
    write(
      `  ${row.source.padEnd(12)} ${String(row.both).padStart(8)} ${String(row.onlyPublished).padStart(12)} ${String(row.onlyOurs).padStart(11)}`,
    );
}

if (values.json) write(JSON.stringify(comparisons, null, 2));
else for (const comparison of comparisons) printed(comparison);
