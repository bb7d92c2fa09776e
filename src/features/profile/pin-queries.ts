import type { Writer } from '../../platform/db/database.ts';

export type PinRow = {
  readonly safeguard_id: string;
  readonly quarter: string | null;
  readonly set_aside_reason: string | null;
  readonly version: number;
};
export type NewPin = Omit<PinRow, 'version'>;

export const readPinRows = (db: Writer): Promise<readonly PinRow[]> =>
  db
    .selectFrom('plan_pin')
    .select(['safeguard_id', 'quarter', 'set_aside_reason', 'version'])
    .orderBy('safeguard_id')
    .execute();

/** Writes one place if nobody changed it since `expected`; answers with the new version, or nothing. */
export async function writePinRow(db: Writer, pin: NewPin, expected: number, at: Date): Promise<number | undefined> {
  const row = await db
    .insertInto('plan_pin')
    .values({ ...pin, version: 1, updated_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'safeguard_id'])
        .doUpdateSet({
          quarter: pin.quarter,
          set_aside_reason: pin.set_aside_reason,
          version: (stored) => stored('plan_pin.version', '+', 1),
          updated_at: at,
        })
        .where('plan_pin.version', '=', expected),
    )
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

/** Back to the computed place, if nobody changed it since `expected`; answers whether a row went. */
export async function deletePinRow(db: Writer, id: string, expected: number): Promise<true | undefined> {
  const { numDeletedRows } = await db
    .deleteFrom('plan_pin')
    .where('safeguard_id', '=', id)
    .where('version', '=', expected)
    .executeTakeFirst();
  return numDeletedRows > 0n ? true : undefined;
}

/** The places of a whole profile: what it does not name is computed again. */
export async function replacePinRows(db: Writer, pins: readonly NewPin[], at: Date): Promise<void> {
  await db.deleteFrom('plan_pin').execute();
  if (pins.length === 0) return;
  await db
    .insertInto('plan_pin')
    .values(pins.map((pin) => ({ ...pin, version: 1, updated_at: at })))
    .execute();
}
