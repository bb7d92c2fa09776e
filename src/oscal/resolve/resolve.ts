/**
 * Resolves a profile into the catalog that it describes. Pure: the same documents and stamp give the same catalog.
 * @source OSCAL profile resolution specification, draft of usnistgov/OSCAL at c527e402
 */
import { fail, ok, type Result } from '../../core/base.ts';
import type { Catalog, Import, Metadata } from '../model.ts';
import { alter } from './alter.ts';
import { effortOf, mostSteps, sizeOf, type Size } from './effort.ts';
import type { ResolveError } from './error.ts';
import type { Source } from './gather.ts';
import { merge, type MergeOptions } from './merge.ts';
import { metadataOf, type Stamp } from './metadata.ts';
import { prune, withoutDuplicates } from './prune.ts';
import { missingIds, select } from './select.ts';
import { setParameters } from './set-parameters.ts';
import { catalogPart, controlsIn, treeOf, type Origin, type Tree } from './tree.ts';
import type { Warn, Warning } from './warning.ts';

/** A resolved profile, with where each of its controls comes from. */
export type Resolved = {
  readonly catalog: Catalog;
  readonly warnings: readonly Warning[];
  readonly provenance: readonly { readonly control: string; readonly origin: Origin }[];
};

type Level = { readonly tree: Tree; readonly size: Size; readonly metadata: readonly Metadata[] };

/** More controls than all real catalogs together; profiles that import each other's double can make any number. */
const mostControls = 200_000;
/** The same over all profiles of a chain, since each stage stays in memory. */
const mostKept = 2_000_000;
/** Whoever gets more of them reads none. */
const mostWarnings = 10_000;

/** Resolves what was gathered; a catalog resolves to itself. */
export function resolve(
  source: Source,
  stamp: Stamp,
  options: MergeOptions = { flatNesting: 'drop' },
): Result<Resolved, ResolveError> {
  const warnings: Warning[] = [];
  const level = levelOf(source, { ...options, warnings, done: new Map(), spent: { steps: 0, controls: 0 } });
  if (!level.ok) return level;
  const { tree, metadata: imported } = level.value;
  const metadata =
    source.kind === 'catalog' ? ok(source.catalog.metadata) : metadataOf(source.profile, imported, stamp);
  if (!metadata.ok) return fail({ document: source.address, ...metadata.error });
  return ok({
    catalog: { uuid: stamp.uuid, metadata: metadata.value, ...catalogPart(tree) },
    warnings,
    provenance: controlsIn(tree.nodes).map(({ id, origin }) => ({ control: id, origin })),
  });
}

type Run = MergeOptions & {
  readonly warnings: Warning[];
  readonly done: Map<Source, Level>;
  readonly spent: { steps: number; controls: number };
};

/** One document as a tree. A profile below another is whole before it is imported [req-resolve-profile]. */
function levelOf(source: Source, run: Run): Result<Level, ResolveError> {
  const known = run.done.get(source);
  if (known !== undefined) return ok(known);
  const level = source.kind === 'catalog' ? ok(levelOfCatalog(source)) : levelOfProfile(source, run);
  if (level.ok) run.done.set(source, level.value);
  return level;
}

function levelOfCatalog({ catalog, address }: Source & { kind: 'catalog' }): Level {
  const tree = treeOf(catalog, address);
  return { tree, size: sizeOf(tree), metadata: [catalog.metadata] };
}

function levelOfProfile(source: Source & { kind: 'profile' }, run: Run): Result<Level, ResolveError> {
  const { profile, address } = source;
  const warn: Warn = (code, pointer, message) => {
    if (run.warnings.length < mostWarnings) run.warnings.push({ code, document: address, pointer, message });
  };
  const levels: Level[] = [];
  for (const imported of source.imports) {
    const level = levelOf(imported, run);
    if (!level.ok) return level;
    levels.push(level.value);
  }
  run.spent.steps += effortOf(
    profile,
    levels.map(({ size }) => size),
  );
  if (run.spent.steps > mostSteps) return fail(tooMuch(address));
  const selections = levels.map(({ tree }, index) => selected(tree, profile.imports[index], index, warn));
  if (selections.reduce((sum, { nodes }) => sum + controlsIn(nodes).length, 0) > mostControls)
    return fail(tooMany(address));
  const merged = merge(selections, profile.merge, run, warn);
  if (!merged.ok) return fail({ document: address, ...merged.error });
  const set = setParameters(merged.value, profile.modify?.['set-parameters'] ?? [], warn);
  const nodes = alter(set.nodes, profile.modify?.alters ?? [], warn);
  const resources = withoutDuplicates([...set.resources, ...(profile['back-matter']?.resources ?? [])]);
  const tree = prune({ nodes, loose: set.loose, resources });
  const size = sizeOf(tree);
  run.spent.controls += size.controls;
  if (size.controls > mostControls || run.spent.controls > mostKept) return fail(tooMany(address));
  return ok({
    tree,
    size,
    // Each document once: two ways to one double what they bring at every stage.
    metadata: [...new Set([profile.metadata, ...levels.flatMap(({ metadata }) => metadata)])],
  });
}

const tooMany = (document: string): ResolveError => ({
  kind: 'too_many_imports',
  document,
  pointer: '/profile/imports',
  message: `Cannot resolve: the imports bring more than ${mostControls} controls`,
});

const tooMuch = (document: string): ResolveError => ({
  kind: 'too_many_imports',
  document,
  pointer: '/profile',
  message:
    'Cannot resolve: imports, patterns and changes together ask for more work than any real profile; part the profile',
});

function selected(tree: Tree, directive: Import | undefined, index: number, warn: Warn): Tree {
  if (directive === undefined) throw new Error(`Cannot select for import ${index}: the profile has fewer`);
  const known = new Set(controlsIn(tree.nodes).map(({ id }) => id));
  for (const id of missingIds(directive, known))
    warn('unknown_control', `/profile/imports/${index}`, `No control "${id}" in what is imported`);
  return select(tree, directive);
}
