import { sql } from 'kysely';
import type { Wording, WordRow } from '../../core/library-search/imported.ts';
import type { Writer } from '../../platform/db/database.ts';
import type { NewWords } from './words-of.ts';

/** Stores the words of an edition; what is stored already stays. */
export async function insertWords(db: Writer, edition: string, { wordings, words }: NewWords): Promise<void> {
  await Promise.all([
    sql`insert into edition_wording (edition_id, language, texts)
      select ${edition}::uuid, language, texts
      from json_to_recordset(${wordings}::json) as given (language text, texts integer)
      on conflict do nothing`.execute(db),
    sql`insert into imported_word (edition_id, language, word, places)
      select ${edition}::uuid, language, word, places
      from json_to_recordset(${words}::json) as given (language text, word text, places integer[])
      on conflict do nothing`.execute(db),
  ]);
}

/** Each language of each edition, with what facets say of it. */
export const readWordings = async (db: Writer): Promise<readonly EditionWording[]> =>
  db
    .selectFrom('edition_wording')
    .innerJoin('framework_edition', 'framework_edition.id', 'edition_wording.edition_id')
    .select(['edition_wording.edition_id as edition', 'edition_wording.language', 'edition_wording.texts'])
    .select(['framework_edition.title', 'framework_edition.edition as number'])
    .orderBy('framework_edition.title')
    .orderBy('edition_wording.edition_id')
    .orderBy('edition_wording.language')
    .execute();
/** A wording and the edition it is of. */
export type EditionWording = Wording & { readonly title: string; readonly number: string };

/** Words that are wanted: these, and all that begin so. */
export type Wanted = { readonly words: readonly string[]; readonly beginnings: readonly string[] };

/** No letter comes after it. */
const last = '\u{10FFFF}';

/** The rows of wanted words. Their places travel as a text, which is read sooner than an array. */
export async function readWords(db: Writer, { words, beginnings }: Wanted): Promise<readonly WordRow[]> {
  const { rows } = await sql<Omit<WordRow, 'places'> & { readonly places: string }>`
    select edition_id as edition, language, word, array_to_string(places, ' ') as places
    from imported_word where word = any(${words}::text[])
    ${sql.join(
      beginnings.map(
        (from) => sql`union select edition_id, language, word, array_to_string(places, ' ')
          from imported_word where word >= ${from} and word < ${from + last}`,
      ),
      sql` `,
    )}`.execute(db);
  return rows.map(({ places, ...row }) => ({ ...row, places: places.split(' ').map(Number) }));
}

/** Words that begin with one of these letters and are about as long: among them is what a slip was meant to be. */
export async function readLikely(db: Writer, beginnings: readonly string[], least: number, most: number) {
  const { rows } = await sql<{ readonly word: string }>`
    select distinct word from imported_word
    where (${sql.join(
      beginnings.map((from) => sql`(word >= ${from} and word < ${from + last})`),
      sql` or `,
    )}) and length(word) between ${least} and ${most}`.execute(db);
  return rows.map(({ word }) => word);
}

/** The requirements at these positions, with what is needed to show them. */
export async function readTexts(
  db: Writer,
  places: readonly { readonly edition: string; readonly position: number }[],
): Promise<readonly TextRow[]> {
  const [editions, positions] = [places.map(({ edition }) => edition), places.map(({ position }) => position)];
  const { rows } = await sql<TextRow>`
    select edition_id as edition, position, id, number, title, text, note, rest -> 'translations' as translations
    from edition_requirement
    join unnest(${editions}::uuid[], ${positions}::integer[]) as wanted (in_edition, at_position)
      on edition_id = in_edition and position = at_position`.execute(db);
  return rows;
}
type TextRow = {
  readonly edition: string;
  readonly position: number;
  readonly id: string;
  readonly number: string | null;
  readonly title: string | null;
  readonly text: string | null;
  readonly note: string | null;
  readonly translations: unknown;
};
