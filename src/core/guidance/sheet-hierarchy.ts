import type { ImportFinding } from './bundle.ts';
import { nearestAbove, partsOf } from './numbering.ts';
import { finding, shown, type SheetRow } from './sheet-rows.ts';

/** A row with the id that it goes by. */
export type PlacedRow = { readonly id: string; readonly number: string | null; readonly row: SheetRow };

type Parents = ReadonlyMap<string, string>;
type Placed = { readonly parents: Parents; readonly findings: readonly ImportFinding[] };

/** Who stands under whom: by a column that says so, else by a column of levels, else by the numbers themselves. */
export function parentsOf(rows: readonly PlacedRow[]): Placed {
  const says = (role: 'parent' | 'level'): boolean => rows.some(({ row }) => row.cell(role) !== '');
  if (says('parent')) return byParent(rows);
  return says('level') ? byLevel(rows) : byNumber(rows);
}

function byParent(rows: readonly PlacedRow[]): Placed {
  const ids = new Set(rows.map(({ id }) => id));
  const findings: ImportFinding[] = [];
  const parents = new Map<string, string>();
  for (const { id, row } of rows) {
    const named = row.cell('parent').toLowerCase();
    if (named === '') continue;
    if (ids.has(named) && named !== id) parents.set(id, named);
    else
      findings.push(
        finding(
          'warning',
          'orphan',
          row.at('parent'),
          `"${shown(id)}" stands under "${shown(named)}", which is no row of this sheet: it stands at the top`,
        ),
      );
  }
  return withoutCycles(rows, parents, findings);
}

/** Going up from each row must end; where it goes in a circle, the row at which that is noticed goes to the top. */
function withoutCycles(rows: readonly PlacedRow[], parents: Map<string, string>, findings: ImportFinding[]): Placed {
  const rowOf = new Map(rows.map(({ id, row }) => [id, row]));
  const sound = new Set<string>();
  for (const { id } of rows) {
    const path = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !sound.has(at) && !path.has(at)) {
      path.add(at);
      at = parents.get(at);
    }
    if (at !== undefined && path.has(at)) {
      parents.delete(at);
      findings.push(
        finding(
          'warning',
          'parent_cycle',
          rowOf.get(at)?.at('parent') ?? '',
          `"${shown(at)}" stands under itself by way of others: it stands at the top`,
        ),
      );
    }
    for (const seen of path) sound.add(seen);
  }
  return { parents, findings };
}

/** Deeper than the row before means under it. Levels are counted from whatever the least is. */
function byLevel(rows: readonly PlacedRow[]): Placed {
  const findings: ImportFinding[] = [];
  const parents = new Map<string, string>();
  const open: { readonly id: string; readonly level: number }[] = [];
  for (const { id, row } of rows) {
    const said = row.cell('level');
    const level = /^\d{1,2}$/u.test(said) ? Number(said) : null;
    if (level === null) {
      findings.push(
        finding(
          'warning',
          'unknown_level',
          row.at('level'),
          `"${shown(said)}" is no level such as 1 or 2: the row stands at the top`,
        ),
      );
      open.length = 0;
      continue;
    }
    while ((open.at(-1)?.level ?? -1) >= level) open.pop();
    const above = open.at(-1);
    if (above !== undefined) parents.set(id, above.id);
    open.push({ id, level });
  }
  return { parents, findings };
}

function byNumber(rows: readonly PlacedRow[]): Placed {
  const ids = new Set(rows.map(({ id }) => id));
  const parents = new Map(
    rows.flatMap(({ id }) => {
      const parent = nearestAbove(id, ids);
      return parent === null ? [] : [[id, parent] as const];
    }),
  );
  const numbered = rows.filter(({ number }) => number !== null);
  const fewest = Math.min(...numbered.map(({ id }) => partsOf(id)));
  // What has as few parts as any is a top; a flat list has no tree to fall out of.
  const lost = parents.size === 0 ? [] : numbered.filter(({ id }) => !parents.has(id) && partsOf(id) > fewest);
  const findings = lost.map(({ number, row }) =>
    finding(
      'note',
      'orphan',
      row.at('number'),
      `Nothing in this sheet is numbered above "${shown(number ?? '')}": it stands at the top`,
    ),
  );
  return { parents, findings };
}

/** Parents before their children, all else as it stands in the sheet. */
export function parentsFirst(
  rows: readonly PlacedRow[],
  parents: Parents,
): { readonly rows: readonly PlacedRow[]; readonly findings: readonly ImportFinding[] } {
  const byId = new Map(rows.map((one) => [one.id, one]));
  const ordered = new Map<string, PlacedRow>();
  const moved: PlacedRow[] = [];
  for (const one of rows) {
    const chain: PlacedRow[] = [];
    for (
      let at: PlacedRow | undefined = one;
      at !== undefined && !ordered.has(at.id);
      at = byId.get(parents.get(at.id) ?? '')
    )
      chain.push(at);
    moved.push(...chain.slice(1));
    for (const next of chain.toReversed()) ordered.set(next.id, next);
  }
  const findings = moved.map(({ id, row }) =>
    finding(
      'note',
      'parent_after_child',
      row.at(),
      `"${shown(id)}" comes after what stands under it; it is put before`,
    ),
  );
  return { rows: [...ordered.values()], findings };
}
