import type { Framework } from '../../core/content/framework.ts';
import type { KnownBesides, KnownFrameworks } from '../../core/guidance/dangling.ts';
import { shippedEdition } from '../../core/guidance/shipped.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext } from '../../platform/action.ts';
import type { ReadFile } from './file-input.ts';
import { findSame, readCatalogueUrns, readFileUrns, readKnown, readRequirementIds } from './queries.ts';
import type { KnownEditions } from './queries.ts';

type Context = ActionContext<Services>;

/** What the rows know of a file, and of what it points to. */
export type Stored = KnownBesides & {
  readonly known: KnownEditions;
  /** The import by which the same bytes came. */
  readonly already: Awaited<ReturnType<typeof findSame>>;
};

const nothing: Stored = {
  known: { frameworks: [], mappingSets: [] },
  requirements: new Map(),
  files: new Set(),
  catalogue: new Set(),
  already: undefined,
};

/** What is there besides the file: stored rows, where there are any, and our own content. */
export async function readStored(context: Context, file: ReadFile): Promise<Stored> {
  const stored = context.hasData ? await readRows(context, file) : nothing;
  return { ...stored, requirements: withShipped(stored.requirements, context.services.library.content.frameworks) };
}

function readRows({ store }: Context, file: ReadFile): Promise<Stored> {
  const { bundle } = file;
  const mapped = bundle.mappingSets.flatMap(({ source, target }) => [source, target]);
  const pointed = bundle.frameworks.flatMap(({ requirements }) => requirements.flatMap(({ refersTo }) => refersTo));
  return store.read(async (db) => {
    const [known, requirements, files, catalogue, already] = await Promise.all([
      readKnown(db, bundle),
      readRequirementIds(db, [...new Set(mapped)]),
      readFileUrns(db, bundle.needs),
      readCatalogueUrns(db, [...new Set(pointed)]),
      findSame(db, file),
    ]);
    return { known, requirements, files, catalogue, already };
  });
}

function withShipped(requirements: KnownFrameworks, shipped: readonly Framework[]): KnownFrameworks {
  const ours = shipped.map(shippedEdition);
  return new Map([
    ...ours.map(({ urn, requirements: all }) => [urn, new Set(all.map(({ id }) => id))] as const),
    ...requirements,
  ]);
}
