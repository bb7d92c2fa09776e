import { z } from 'zod';
import { evidenceLines } from '../../core/assessment/evidence-lines.ts';
import { letters, sheetRatings } from '../../core/assessment/sheet-words.ts';
import type { SheetChange, SheetProblem, Suggestions } from '../../core/assessment/suggest-changes.ts';
import { ratingFields, type RatingField, type RatingPatch } from '../../core/profile/rating-state.ts';
import type { Translate } from '../../core/report/words.ts';

const fieldChange = z.object({
  field: z.enum(ratingFields),
  /** In words; null where nothing stands, or would stand, there. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});

export const importView = z.object({
  file: z.string(),
  /** What would change, row by row. `version` goes back with the acceptance. */
  changes: z.array(
    z.object({
      row: z.number().int(),
      id: z.string(),
      title: z.string(),
      version: z.number().int(),
      fields: z.array(fieldChange),
    }),
  ),
  /** Rows of which nothing can be carried over, and why. */
  problems: z.array(
    z.object({
      row: z.number().int(),
      id: z.string().nullable(),
      value: z.string().nullable(),
      allowed: z.array(z.string()),
      nearest: z.string().nullable(),
      message: z.string(),
    }),
  ),
  unchanged: z.number().int(),
  /** Columns that were not read. */
  ignored: z.array(z.string()),
  /** How many ratings were stored; 0 where nothing was accepted. */
  stored: z.number().int(),
});
export type ImportView = z.infer<typeof importView>;

type About = {
  readonly file: string;
  readonly say: Translate;
  readonly titles: ReadonlyMap<string, string>;
  readonly versions: ReadonlyMap<string, number>;
  readonly stored: number;
};

export const viewImport = (
  { changes, problems, unchanged, ignored }: Suggestions,
  { file, say, titles, versions, stored }: About,
): ImportView => ({
  file,
  changes: changes.map(({ row, id, patch, before }) => ({
    row,
    id,
    title: titles.get(id) ?? id,
    version: versions.get(id) ?? 0,
    fields: fieldsOf(patch, before, say),
  })),
  problems: problems.map((problem) => viewProblem(problem, file, say)),
  unchanged,
  ignored: [...ignored],
  stored,
});

const fieldsOf = (patch: RatingPatch, before: SheetChange['before'], say: Translate) =>
  ratingFields
    .filter((field) => patch[field] !== undefined)
    .map((field) => ({ field, before: shown(before, field, say), after: shown(patch, field, say) }));

function shown(state: RatingPatch, field: RatingField, say: Translate): string | null {
  if (field === 'evidence') return evidenceLines(state.evidence ?? []) || null;
  const value = state[field] ?? null;
  return field === 'rating' ? say(`rating.${value}`) : value;
}

const longestShown = 80;

/** A problem in words: which row, what it says, what is allowed, what is nearest. */
export function viewProblem(problem: SheetProblem, file: string, say: Translate): ImportView['problems'][number] {
  const { row, id, kind } = problem;
  const value = 'value' in problem ? problem.value.slice(0, longestShown) : null;
  const nearest = nearestOf(problem, say);
  const allowed = kind === 'rating' ? sheetRatings.map((rating) => ratingName(rating, say)) : [];
  const message = say(`sheet.import.${kind}`, {
    ...(problem as unknown as Readonly<Record<string, string | number>>),
    id: id ?? '',
    file,
    value: value ?? '',
    allowed: allowed.join(', '),
    head: headOf(problem, say),
    nearest: nearest === null ? '' : say('sheet.import.nearest', { nearest }),
  }).trim();
  return { row, id, value, allowed, nearest, message };
}

const nearestOf = (problem: SheetProblem, say: Translate): string | null => {
  if (problem.kind === 'noSafeguard') return problem.nearest;
  return problem.kind === 'rating' && problem.nearest !== null ? ratingName(problem.nearest, say) : null;
};

const headOf = (problem: SheetProblem, say: Translate): string => {
  const field = 'field' in problem ? problem.field : 'reason';
  return say(`sheet.assessment.heads.${field}`);
};

/** `Largely (L)`; what has no letter stands in its word alone. */
function ratingName(rating: (typeof sheetRatings)[number], say: Translate): string {
  const letter = Object.entries(letters).find(([, meant]) => meant === rating)?.[0];
  const word = say(`rating.${rating}`);
  return letter === undefined ? word : say('sheet.import.allowedRating', { word, letter });
}

/** For a terminal: what would change, what cannot be carried over, and whether anything was stored. */
export function printImport(view: ImportView, say: Translate, isStoring: boolean): string {
  const { changes, problems, unchanged, ignored, stored } = view;
  const words = (text: string | null): string =>
    text === null ? say('sheet.import.nothing') : text.replaceAll('\n', '; ');
  const lines = changes.flatMap(({ id, title, fields }) => [
    `${id}  ${title}`,
    ...fields.map(({ field, before, after }) => {
      const head = say(`sheet.assessment.heads.${field}`);
      return `  ${say('sheet.import.change', { field: head, before: words(before), after: words(after) })}`;
    }),
  ]);
  return [
    say('sheet.import.found', { changes: changes.length, unchanged }),
    ...lines,
    ...(problems.length === 0 ? [] : ['', say('sheet.import.problems', { count: problems.length })]),
    ...problems.map(({ message }) => `  ${message}`),
    ...(ignored.length === 0 ? [] : ['', say('sheet.import.ignored', { columns: ignored.join(', ') })]),
    '',
    isStoring ? say('sheet.import.stored', { stored }) : hint(view, say),
  ].join('\n');
}

function hint({ changes, problems }: ImportView, say: Translate): string {
  if (changes.length === 0) return say('sheet.import.nothingToStore');
  return say(problems.length === 0 ? 'sheet.import.notStored' : 'sheet.import.notStoredForProblems');
}
