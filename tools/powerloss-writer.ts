/**
 * What powerloss.ts runs on the disk that it takes down. A writer is any script with these two commands:
 * - `write FOLDER` writes for ever, and prints the number of each write once it is acknowledged: 1, 2, 3… or what follows
 *   the last one stored;
 * - `check FOLDER` prints one line of JSON: the last number stored, how many are stored, and whether each is whole.
 * This one writes through the database's face: a rating and its audit entry in one transaction, with upkeep in between.
 */
import { auditEntry } from '../src/platform/audit.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import type { Database, OrgId, Writer } from '../src/platform/db/database.ts';
import { json } from '../src/platform/db/tables.ts';

const ORG = '00000000-0000-4000-8000-00000000000a' as OrgId;
const AT = new Date('2026-01-01T00:00:00Z');
/** Small, so that the cut also falls into checkpoints. */
const UPKEEP_ROWS = 300;

async function write(database: Database): Promise<never> {
  await database.inInstallation(addOrganisation);
  for (let number = (await database.inOrganisation(ORG, read)).last + 1; ; number += 1) {
    await database.inOrganisation(ORG, (db) => Promise.all([rate(db, number), amend(db, number), note(db, number)]));
    process.stdout.write(`${number}\n`);
  }
}

const addOrganisation = (db: Writer) =>
  db
    .insertInto('organisation')
    .values({ id: ORG, name: 'Power', country: null, kind: null, created_at: AT })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

const rate = (db: Writer, number: number) =>
  db
    .insertInto('rating')
    .values({
      safeguard_id: `S-${number}`,
      rating: 'fully',
      reason: null,
      owner: null,
      note: 'x'.repeat(500 + (number % 3000)),
      evidence: json([number]),
      rated_on: null,
      version: number,
      updated_at: AT,
    })
    .execute();

/** Changes an older row as well, so that pages on disk are rewritten. */
const amend = (db: Writer, number: number) =>
  db
    .updateTable('rating')
    .set({ reason: `after ${number}` })
    .where('safeguard_id', '=', `S-${number - 3}`)
    .execute();

const note = (db: Writer, number: number) =>
  auditEntry(db, {
    at: AT,
    actor: 'writer',
    action: 'ratings.save',
    object: `S-${number}`,
    detail: { number },
  }).execute();

async function read(db: Writer): Promise<{ readonly last: number; readonly count: number; readonly noted: number }> {
  const [ratings, notes] = await Promise.all([
    db
      .selectFrom('rating')
      .select(({ fn }) => [fn.max('version').as('last'), fn.countAll<number>().as('count')])
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('audit_entry')
      .select(({ fn }) => fn.countAll<number>().as('noted'))
      .executeTakeFirstOrThrow(),
  ]);
  return { last: ratings.last ?? 0, count: ratings.count, noted: notes.noted };
}

async function check(database: Database): Promise<void> {
  const { last, count, noted } = await database.inOrganisation(ORG, read);
  console.log(JSON.stringify({ last, count, isWhole: noted === count }));
  await database.close();
}

const [command, dataFolder = ''] = process.argv.slice(2);
const opened = await openDatabase({ dataFolder, upkeepRows: UPKEEP_ROWS }, new URL('../migrations', import.meta.url));
if (!opened.ok) throw new Error(opened.error.message);
if (command === 'check') await check(opened.value);
else await write(opened.value);
