/** A small house of frameworks of which tests build crosswalks: ours, two imported, one only named. */
import type { IsoDate } from '../content/verification.ts';
import type { Content } from '../content/content.ts';
import { crosswalk } from '../mapping/crosswalk.ts';
import { frameworkOf, safeguardOf, setOf, stated } from '../mapping/mapping-example.ts';
import { mappingGraph } from '../mapping/mapping-graph.ts';
import { twinsIn } from '../mapping/twins.ts';
import { comparedIn, proofsIn, type Compared, type StoredEdition, type StoredSet } from './compared.ts';
import { namingOf } from './names.ts';

/** The day of a file. */
export const exampleDay = '2026-11-25' as IsoDate;

const ours = {
  frameworks: [{ ...frameworkOf('nis2', '20', '20(1)', '21'), title: 'NIS 2', shortTitle: 'NIS2', edition: '2022' }],
  safeguards: [safeguardOf('S-001', { 'nis2:20(1)': 'superset-of', 'nis2:21': 'intersects-with' })],
} as unknown as Pick<Content, 'frameworks' | 'safeguards'>;

const edition = (urn: string, licence: string | null, ...numbers: readonly string[]): StoredEdition => ({
  id: urn,
  urn,
  edition: '1',
  number: null,
  title: `Rules of ${urn}`,
  language: 'en',
  licence,
  requirements: numbers.map((number) => ({ id: `${urn}:${number}`, parent: null, number, title: `Title ${number}` })),
});

const free = 'CC BY 4.0';
const set = (given: ReturnType<typeof setOf>, licence: string | null): StoredSet => ({ ...given, licence });

const sets: readonly StoredSet[] = [
  set(setOf('a', 'b', [stated('a:1', 'subset', 'b:1'), stated('a:2', 'equal', 'b:2')]), free),
  set(setOf('b', 'a', [stated('b:1', 'superset', 'a:1'), stated('b:2', 'none', 'a:2')]), free),
  set(
    setOf('b', 'c', [stated('b:1', 'subset', 'c:1', { note: 'as it is said' })], { author: 'closed' }),
    'All rights reserved',
  ),
];

/** Everything together, in any order of what was imported. */
export function exampleHouse(order: 'as given' | 'reversed' = 'as given') {
  const turned = <Value>(all: readonly Value[]): readonly Value[] => (order === 'reversed' ? all.toReversed() : all);
  const stored = {
    editions: turned([edition('a', free, '1', '2', '3'), edition('b', 'All rights reserved', '1', '2')]),
    sets: turned(sets),
  };
  const proofs = proofsIn(stored, ours.frameworks);
  const graph = mappingGraph({ ...ours, ...stored, aliases: [] });
  const compared = comparedIn(ours, stored, proofs);
  return {
    naming: namingOf(graph, compared, twinsIn(stored.sets)),
    stored,
    side: (id: string) => compared.find((one) => one.id === id) as Compared,
    rows: (from: string, to: string) => crosswalk(graph, from, to),
  };
}
