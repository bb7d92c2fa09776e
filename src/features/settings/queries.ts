import { weightsInput } from '../../library/weights-input.ts';
import type { Weights } from '../../core/ranking/weights.ts';
import type { Writer } from '../../platform/db/database.ts';
import { json } from '../../platform/db/tables.ts';

/** `weights` null: those of the method. */
export type SettingRow = { readonly weights: Weights | null; readonly version: number };

/** No row: nothing was ever set. */
export async function readSettingRow(db: Writer): Promise<SettingRow> {
  const row = await db.selectFrom('organisation_setting').select(['weights', 'version']).executeTakeFirst();
  if (row === undefined) return { weights: null, version: 0 };
  return { weights: row.weights === null ? null : weightsInput.parse(row.weights), version: row.version };
}

/** Writes the weights if nobody changed the settings since `expected`; answers with the new version, or nothing. */
export async function writeWeights(
  db: Writer,
  weights: Weights | null,
  expected: number,
  at: Date,
): Promise<number | undefined> {
  const stored = weights === null ? null : json(weights);
  const row = await db
    .insertInto('organisation_setting')
    .values({ weights: stored, version: 1, updated_at: at })
    .onConflict((conflict) =>
      conflict
        .column('org_id')
        .doUpdateSet({
          weights: stored,
          version: (before) => before('organisation_setting.version', '+', 1),
          updated_at: at,
        })
        .where('organisation_setting.version', '=', expected),
    )
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}
