import {
  frameworkRoles,
  mappingRoles,
  neededRoles,
  type FrameworkRole,
  type MappingRole,
} from '../../../core/guidance/column-names.ts';
import type { SheetKind, SheetLook, SheetSaid } from '../../../web/client/imports.ts';

/** What somebody typed and chose of a spreadsheet, before it is known whether it is enough. */
export type SheetDraft = Readonly<
  Record<'title' | 'reference' | 'edition' | 'publisher' | 'language' | 'licence', string>
> & {
  readonly from: string | null;
  readonly to: string | null;
};

/** What each column is taken for, by its letter; an empty text: it is not read. */
export type SheetColumnRoles = Readonly<Record<string, string>>;

/** What a column of a sheet can be. */
export type SheetRole = FrameworkRole | MappingRole;

/** The roles that a column can have. */
export const rolesFor = (as: SheetKind): readonly SheetRole[] => (as === 'framework' ? frameworkRoles : mappingRoles);

/** What was recognised. */
export const rolesSeen = ({ columns }: SheetLook): SheetColumnRoles =>
  Object.fromEntries(columns.map(({ letter, role }) => [letter, role ?? '']));

/** Nothing is said yet but the language, most likely that of whoever imports. */
export const emptyDraft = (language: string): SheetDraft => ({
  title: '',
  reference: '',
  edition: '1',
  publisher: '',
  licence: '',
  language,
  from: null,
  to: null,
});

/** What keeps a sheet from being read: a word for each field; for columns the role that is missing or stands twice, and at which column to say it. */
export type DraftProblems = {
  readonly title?: 'noTitle';
  readonly reference?: 'spaces';
  readonly edition?: 'noEdition';
  readonly from?: 'noFramework';
  readonly to?: 'noFramework';
  readonly columns?: { readonly kind: 'missing' | 'twice'; readonly role: SheetRole; readonly letter: string };
};

/** Only groups may have several columns. */
const mayRepeat: ReadonlySet<string> = new Set(['group']);

export function problemsIn(as: SheetKind, draft: SheetDraft, roles: SheetColumnRoles): DraftProblems {
  const columns = columnProblem(as, roles);
  const isMapping = as === 'mapping';
  return {
    ...(columns === undefined ? {} : { columns }),
    ...(draft.title.trim() === '' ? { title: 'noTitle' } : {}),
    ...(/\s/u.test(draft.reference.trim()) ? { reference: 'spaces' } : {}),
    ...(draft.edition.trim() === '' ? { edition: 'noEdition' } : {}),
    ...(isMapping && draft.from === null ? { from: 'noFramework' } : {}),
    ...(isMapping && draft.to === null ? { to: 'noFramework' } : {}),
  };
}

/** A role that is missing is said at the first column that is not read, one that stands twice at its second column. */
function columnProblem(as: SheetKind, roles: SheetColumnRoles): DraftProblems['columns'] {
  const letters = Object.keys(roles);
  const lettersOf = (role: string): readonly string[] => letters.filter((letter) => roles[letter] === role);
  const missing = rolesFor(as).find((role) => neededRoles[as].includes(role) && lettersOf(role).length === 0);
  if (missing !== undefined) return { kind: 'missing', role: missing, letter: lettersOf('')[0] ?? letters[0] ?? '' };
  const twice = rolesFor(as).find((role) => !mayRepeat.has(role) && lettersOf(role).length > 1);
  return twice === undefined ? undefined : { kind: 'twice', role: twice, letter: lettersOf(twice)[1] ?? '' };
}

/** A draft as it is sent: every role is named, so that nothing is guessed that a person took away. */
export function saidBy({ as, page }: SheetLook, draft: SheetDraft, roles: SheetColumnRoles): SheetSaid {
  const lettersOf = (role: SheetRole): readonly string[] =>
    Object.entries(roles).flatMap(([letter, own]) => (own === role ? [letter] : []));
  const filled = (key: 'reference' | 'publisher' | 'licence') =>
    draft[key].trim() === '' ? {} : { [key]: draft[key].trim() };
  return {
    as,
    ...(page === null ? {} : { page }),
    columns: Object.fromEntries(rolesFor(as).map((role) => [role, lettersOf(role)])),
    title: draft.title.trim(),
    edition: draft.edition.trim(),
    language: draft.language,
    ...filled('reference'),
    ...filled('publisher'),
    ...filled('licence'),
    ...(as === 'mapping' && draft.from !== null ? { from: draft.from } : {}),
    ...(as === 'mapping' && draft.to !== null ? { to: draft.to } : {}),
  };
}
