import { comparedIn, proofsIn, type Compared, type StoredGuidance } from '../../core/crosswalk/compared.ts';
import { namingOf, type Naming } from '../../core/crosswalk/names.ts';
import { withoutBareHeadings } from '../../core/crosswalk/bare-headings.ts';
import { crosswalk, type CrosswalkRow } from '../../core/mapping/crosswalk.ts';
import { mappingGraph, type MappingGraph } from '../../core/mapping/mapping-graph.ts';
import { twinsIn } from '../../core/mapping/twins.ts';
import type { Library } from '../../library/library.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext } from '../../platform/action.ts';
import { readGuidance, readStanding, type Standing } from './queries.ts';

type Context = ActionContext<Services>;

/** All relations of one state of content and imports, and the crosswalks that were last read off them. */
type Known = {
  readonly graph: MappingGraph;
  readonly stored: StoredGuidance;
  readonly proofs: ReturnType<typeof proofsIn>;
  readonly rows: Map<string, readonly CrosswalkRow[]>;
};

const nothing: StoredGuidance = { editions: [], sets: [] };

/** Building a graph of many thousand relations takes longer than reading a crosswalk off it, so the last ones are kept. */
const kept = new Map<string, Known>();
const mostKept = 4;
const mostRows = 6;

/** The relations as the organisation has them: what it imported beside content; content alone where nothing is stored. */
async function knownTo({ hasData, store, services: { library } }: Context): Promise<Known> {
  const standing = hasData ? await store.read(readStanding) : null;
  const key = [library.digest, standing === null ? '' : store.orgId, ...digestsOf(standing)].join('\n');
  const known = kept.get(key) ?? made(library, standing === null ? nothing : await read(store, standing));
  remember(kept, key, known, mostKept);
  return known;
}

const digestsOf = (standing: Standing | null): readonly string[] =>
  standing === null ? [] : [...standing.editions, ...standing.sets].map(({ id, digest }) => `${id} ${digest}`);

const read = (store: Context['store'], standing: Standing): Promise<StoredGuidance> =>
  standing.editions.length + standing.sets.length === 0
    ? Promise.resolve(nothing)
    : store.read((db) => readGuidance(db, standing));

function made({ content }: Library, stored: StoredGuidance): Known {
  const proofs = proofsIn(stored, content.frameworks);
  const graph = mappingGraph({
    frameworks: content.frameworks,
    safeguards: content.safeguards,
    editions: stored.editions,
    sets: stored.sets,
    aliases: [...proofs.values()].filter(({ isProven }) => isProven).map(({ alias }) => alias),
  });
  return { graph, stored, proofs, rows: new Map() };
}

/** Keeps the last that were used: what was asked for stands last, and the first falls out. */
function remember<Value>(all: Map<string, Value>, key: string, value: Value, most: number): void {
  all.delete(key);
  all.set(key, value);
  const [oldest] = all.keys();
  if (all.size > most && oldest !== undefined) all.delete(oldest);
}

/** What can be compared, by the names of a language. */
export type Ground = {
  readonly naming: Naming;
  readonly all: readonly Compared[];
  readonly stored: StoredGuidance;
  /** The rows of a crosswalk; the last ones are kept, since people leaf through them. */
  readonly rowsOf: (from: string, to: string, steps: 1 | 2 | 3) => readonly CrosswalkRow[];
};

export async function groundFor(context: Context, { content }: Library): Promise<Ground> {
  const { graph, stored, proofs, rows } = await knownTo(context);
  const all = comparedIn(content, stored, proofs);
  return {
    naming: namingOf(graph, all, twinsIn(stored.sets)),
    all,
    stored,
    rowsOf: (from, to, steps) => {
      const key = [from, to, steps].join('\n');
      const tree = all.find(({ id }) => id === from)?.tree ?? [];
      const found = rows.get(key) ?? withoutBareHeadings(crosswalk(graph, from, to, { maxSteps: steps }), tree);
      remember(rows, key, found, mostRows);
      return found;
    },
  };
}
