import { z } from 'zod';
import { importFormats } from '../../core/guidance/bundle.ts';
import { differenceKinds, type EditionDifference } from '../../core/guidance/differs.ts';
import type {
  EditionFacts,
  EditionTree,
  ImportDetail,
  ImportFacts,
  ImportPreview,
  RequirementView,
} from '../../core/guidance/import-view.ts';
import { licenceStances, readLicence } from '../../core/guidance/licence.ts';
import { standings } from '../../core/guidance/weigh.ts';
import { whoOf, whoView } from '../../platform/identity/who.ts';
import type { EditionRequirement, EditionText, FrameworkEdition } from '../../core/guidance/edition.ts';
import type { EditionRow, ImportRow } from './queries.ts';
import { sheetRoles } from './sheet-input.ts';
import { countsSchema, editionCounts, editionFacts, findingSchema, lossSchema, partSchema } from './stored.ts';

const words = z.string().nullable();
const count = z.number().int();
/** As it is stored, of which only this is shown. */
export const sheetReading = z.object({
  as: z.enum(['framework', 'mapping']),
  page: words.default(null),
  from: words.default(null),
  to: words.default(null),
  columns: z.array(z.object({ letter: z.string(), head: z.string(), role: z.enum(sheetRoles) })),
});
const licence = z.object({ text: words, stance: z.enum(licenceStances), phrase: words });
const file = z.object({ name: z.string(), size: count, digest: z.string() });
const differenceCounts = z.record(z.enum(differenceKinds), count);
const standing = z.enum(standings);

/** Views are core's types; the schemas tell programs their shape. */
export const previewView = z.object({
  file,
  format: z.enum(importFormats),
  title: z.string(),
  publisher: words,
  packager: words,
  edition: words,
  language: z.string(),
  licence,
  needs: z.array(z.string()),
  counts: countsSchema,
  frameworks: z.array(
    z.object({
      urn: z.string(),
      edition: z.string(),
      title: z.string(),
      requirements: count,
      assessable: count,
      languages: z.array(z.string()),
      standing,
      against: z
        .object({
          id: words,
          edition: z.string(),
          difference: z.object({
            framework: z.array(z.string()),
            counts: differenceCounts,
            named: z.array(z.object({ kind: z.enum(differenceKinds), id: z.string(), name: z.string() })),
          }),
        })
        .nullable(),
      like: z.object({ id: z.string(), title: z.string(), shared: count, of: count }).nullable(),
    }),
  ),
  mappingSets: z.array(
    z.object({
      urn: z.string(),
      edition: z.string(),
      title: z.string(),
      source: z.string(),
      target: z.string(),
      relations: count,
      standing,
    }),
  ),
  findings: z.array(findingSchema),
  losses: z.array(lossSchema),
  already: z.object({ id: z.string(), at: z.string() }).nullable(),
  comparedWith: z.enum(['stored', 'content']),
  isLoadable: z.boolean(),
}) as unknown as z.ZodType<ImportPreview>;

export type LoadView = { readonly id: string; readonly state: 'loaded' | 'already'; readonly import: ImportPreview };
export const loadView = z.object({
  id: z.string(),
  state: z.enum(['loaded', 'already']),
  import: previewView,
}) as unknown as z.ZodType<LoadView>;

const factsShape = {
  id: z.string(),
  at: z.string(),
  by: whoView,
  file,
  format: z.string(),
  title: z.string(),
  publisher: words,
  packager: words,
  edition: words,
  language: z.string(),
  source: words,
  licence,
  counts: countsSchema,
};
export type ImportList = {
  readonly imports: readonly ImportFacts[];
  readonly mayLoad: boolean;
  readonly mayRemove: boolean;
};
export const importList = z.object({
  imports: z.array(z.object(factsShape)),
  mayLoad: z.boolean(),
  mayRemove: z.boolean(),
}) as unknown as z.ZodType<ImportList>;

const rowsOf = (row: z.ZodType) => z.object({ from: count, total: count, rows: z.array(row) });
export const importDetail = z.object({
  ...factsShape,
  sheet: sheetReading.nullable(),
  needs: z.array(z.string()),
  parts: z.array(z.intersection(partSchema, z.object({ id: words }))),
  findings: rowsOf(findingSchema),
  losses: rowsOf(lossSchema),
  mayRemove: z.boolean(),
}) as unknown as z.ZodType<ImportDetail>;

const editionShape = {
  id: z.string(),
  importId: z.string(),
  urn: z.string(),
  edition: z.string(),
  title: z.string(),
  number: words,
  language: z.string(),
  languages: z.array(z.string()),
  publisher: words,
  publishedOn: words,
  loadedAt: z.string(),
  requirements: count,
  assessable: count,
  licence,
};
export type EditionList = { readonly editions: readonly EditionFacts[] };
export const editionList = z.object({
  editions: z.array(z.object(editionShape)),
}) as unknown as z.ZodType<EditionList>;

export const editionTree = z.object({
  ...editionShape,
  shownIn: z.string(),
  text: words,
  groups: z.array(z.object({ id: z.string(), title: z.string(), requirements: count })),
  tree: z.array(
    z.object({
      id: z.string(),
      parent: words,
      number: words,
      title: words,
      text: words,
      note: words,
      language: z.string(),
      noteLanguage: z.string(),
      isAssessable: z.boolean(),
      groups: z.array(z.string()),
      questions: count,
    }),
  ),
  others: z.array(z.object({ id: z.string(), edition: z.string(), loadedAt: z.string() })),
  mappings: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      edition: z.string(),
      source: z.string(),
      target: z.string(),
      relations: count,
      mayPassOn: z.boolean(),
    }),
  ),
}) as unknown as z.ZodType<EditionTree>;

const side = z.object({ id: z.string(), edition: z.string(), title: z.string() });
const changedField = z.object({ field: z.string(), before: words, after: words });
const changed = z.array(z.object({ id: z.string(), name: z.string(), fields: z.array(changedField) }));
export type EditionComparison = {
  readonly from: z.infer<typeof side>;
  readonly to: z.infer<typeof side>;
  readonly difference: EditionDifference;
};
export const editionComparison = z.object({
  from: side,
  to: side,
  difference: z.object({
    framework: z.array(changedField),
    ...Object.fromEntries(differenceKinds.map((kind) => [kind, changed])),
  }),
}) as unknown as z.ZodType<EditionComparison>;

export function viewImport(row: ImportRow, names: ReadonlyMap<string, string>): ImportFacts {
  const { id, format, title, publisher, packager, edition, language, source } = row;
  return {
    id,
    format,
    title,
    publisher,
    packager,
    edition,
    language,
    source,
    at: row.at.toISOString(),
    by: whoOf(row.actor, names),
    file: {
      name: row.file_name,
      size: row.size,
      digest: row.digest,
    },
    licence: {
      text: row.licence,
      ...readLicence(row.licence),
    },
    counts: countsSchema.parse(row.counts),
  };
}

export function viewEdition(row: EditionRow): EditionFacts {
  const { id, urn, edition, title, language } = row;
  const { number, publisher, publishedOn } = editionFacts.parse(row.facts);
  return {
    id,
    urn,
    edition,
    title,
    language,
    number,
    publisher,
    publishedOn,
    ...editionCounts.parse(row.counts),
    importId: row.import_id,
    loadedAt: row.at.toISOString(),
    licence: {
      text: row.licence,
      ...readLicence(row.licence),
    },
  };
}

/** The requirements of an edition in a language; what is not translated stands in that of the edition, and says so. */
export const viewTree = ({ requirements, language }: FrameworkEdition, shownIn: string): readonly RequirementView[] =>
  requirements.map((requirement) => {
    const { id, parent, number, isAssessable, groups, questions } = requirement;
    return {
      id,
      parent,
      number,
      isAssessable,
      groups,
      questions: questions.length,
      ...textIn(requirement, language, shownIn),
    };
  });

type SaidIn = EditionText & { readonly language: string; readonly noteLanguage: string };

function textIn({ title, text, note, translations }: EditionRequirement, own: string, shownIn: string): SaidIn {
  const translated = shownIn === own ? undefined : translations[shownIn];
  // A title beside a text in another language would hide that the text is not translated.
  const isWhole =
    translated !== undefined &&
    (text === null || translated.text !== null) &&
    (title === null || translated.title !== null);
  const said = isWhole ? { ...translated, language: shownIn } : { title, text, note, language: own };
  return said.note === null ? { ...said, note, noteLanguage: own } : { ...said, noteLanguage: said.language };
}
