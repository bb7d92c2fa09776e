import type { Database } from '../../platform/db/database.ts';
import { readEdition } from './queries.ts';
import { insertWords } from './word-queries.ts';
import { wordsOfEdition } from './words-of.ts';

/** Stores the words of what was imported before words were stored. Costs one look where there is nothing left to do. */
export async function fillWords(database: Database): Promise<void> {
  const due = await database.inInstallation((db) =>
    db.selectFrom('words_due').select(['organisation_id', 'edition_id']).execute(),
  );
  for (const { organisation_id: organisation, edition_id: id } of due) {
    const edition = await database.inOrganisation(organisation, (db) => readEdition(db, id));
    if (edition !== undefined) {
      const words = wordsOfEdition(edition);
      await database.inOrganisation(organisation, (db) => insertWords(db, id, words));
    }
    await database.inInstallation((db) => db.deleteFrom('words_due').where('edition_id', '=', id).execute());
  }
}
