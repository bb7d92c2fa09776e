/**
 * A writer for powerloss.ts that goes the way a user's rating goes: action, validation, transaction, audit entry. Each
 * write rates one safeguard and puts its number into the note, so that rating, version and trail must agree afterwards.
 */
import { join } from 'node:path';
import { ensureLocalOrganisation, storeOf } from '../src/data.ts';
import { saveRatings } from '../src/features/profile/rating-actions.ts';
import { contextOf, noData } from '../src/installation.ts';
import { localOrganisation, migrationsFolder } from '../src/places.ts';
import { openLibrary } from '../src/library/library.ts';
import type { Services } from '../src/library/services.ts';
import { openDatabase, type Database } from '../src/platform/db/database.ts';

const at = new Date('2026-01-01T00:00:00Z');
/** Small, so that the cut also falls into checkpoints. */
const upkeepRows = 300;
const safeguard = 'S-041';

async function write(database: Database): Promise<never> {
  await ensureLocalOrganisation(database, at);
  const library = openLibrary(join(import.meta.dirname, '../content'));
  const services: Services = { library, version: '0', makePdf: async () => new Uint8Array() };
  const store = storeOf(database, 'writer', () => at);
  const context = contextOf(services, { ...noData, store });
  for (let number = (await read(database)).last + 1; ; number += 1) {
    const ratings = { [safeguard]: { rating: 'fully', note: String(number) } };
    const saved = await saveRatings.execute(context, { ratings });
    if (!saved.ok) throw new Error(saved.error.message);
    process.stdout.write(`${number}\n`);
  }
}

type Stored = { readonly last: number; readonly count: number; readonly isWhole: boolean };

const read = (database: Database): Promise<Stored> =>
  database.inOrganisation(localOrganisation, async (db) => {
    const [rating, trail] = await Promise.all([
      db.selectFrom('rating').select(['note', 'version']).where('safeguard_id', '=', safeguard).executeTakeFirst(),
      db
        .selectFrom('audit_entry')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow(),
    ]);
    const last = Number(rating?.note ?? 0);
    return { last, count: trail.count, isWhole: trail.count === last && (rating?.version ?? 0) === last };
  });

const [command, dataFolder = ''] = process.argv.slice(2);
const opened = await openDatabase({ dataFolder, upkeepRows }, migrationsFolder);
if (!opened.ok) throw new Error(opened.error.message);
if (command === 'check') {
  console.log(JSON.stringify(await read(opened.value)));
  await opened.value.close();
} else await write(opened.value);
