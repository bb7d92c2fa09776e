import { sql } from 'kysely';
import type { Wording } from '../../core/library-search/imported.ts';
import type { Writer } from '../../platform/db/database.ts';
import type { NewWording } from './words-of.ts';

/** Stores the words of an edition; what is stored already stays. */
export async function insertWords(db: Writer, edition: string, wordings: readonly NewWording[]): Promise<void> {
  if (wordings.length === 0) return;
  const rows = wordings.map((one) => ({ edition_id: edition, ...one }));
  await db
    .insertInto('edition_wording')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
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

/** The packed words of these editions, with their languages. */
export const readPacked = (db: Writer, editions: readonly string[]): Promise<readonly PackedRow[]> =>
  db
    .selectFrom('edition_wording')
    .select(['edition_id as edition', 'language', 'texts', 'words'])
    .where('edition_id', 'in', [...editions])
    .execute();
type PackedRow = Wording & { readonly words: Uint8Array };

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
