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
  /** Roles by letter; an empty text: the column is not read. */
  readonly roles: Readonly<Record<string, string>>;
};

/** What a column of a sheet can be. */
export type SheetRole = FrameworkRole | MappingRole;

/** The roles that a column can have. */
export const rolesFor = (as: SheetKind): readonly SheetRole[] => (as === 'framework' ? frameworkRoles : mappingRoles);

/** Begins with what was recognised. */
export const draftOf = ({ columns }: SheetLook, language: string): SheetDraft => ({
  title: '',
  reference: '',
  edition: '1',
  publisher: '',
  licence: '',
  language,
  from: null,
  to: null,
  roles: Object.fromEntries(columns.map(({ letter, role }) => [letter, role ?? ''])),
});

/** What keeps a sheet from being read: a word for each field, and the role that is missing or stands twice. */
export type DraftProblems = {
  readonly title?: 'noTitle';
  readonly reference?: 'spaces';
  readonly edition?: 'noEdition';
  readonly from?: 'noFramework';
  readonly to?: 'noFramework';
  readonly columns?: { readonly kind: 'missing' | 'twice'; readonly role: SheetRole };
};

/** Only groups may have several columns. */
const mayRepeat: ReadonlySet<string> = new Set(['group']);

export function problemsIn(as: SheetKind, draft: SheetDraft): DraftProblems {
  const given = Object.values(draft.roles).filter((role) => role !== '');
  const missing = rolesFor(as).find((role) => neededRoles[as].includes(role) && !given.includes(role));
  const twice = rolesFor(as).find((role) => !mayRepeat.has(role) && given.filter((one) => one === role).length > 1);
  const isMapping = as === 'mapping';
  return {
    ...(draft.title.trim() === '' ? { title: 'noTitle' } : {}),
    ...(/\s/u.test(draft.reference.trim()) ? { reference: 'spaces' } : {}),
    ...(draft.edition.trim() === '' ? { edition: 'noEdition' } : {}),
    ...(isMapping && draft.from === null ? { from: 'noFramework' } : {}),
    ...(isMapping && draft.to === null ? { to: 'noFramework' } : {}),
    ...(missing !== undefined
      ? { columns: { kind: 'missing', role: missing } }
      : twice !== undefined
        ? { columns: { kind: 'twice', role: twice } }
        : {}),
  };
}

/** A draft as it is sent: every role is named, so that nothing is guessed that a person took away. */
export function saidBy({ as, page }: SheetLook, draft: SheetDraft): SheetSaid {
  const lettersOf = (role: SheetRole): readonly string[] =>
    Object.entries(draft.roles).flatMap(([letter, own]) => (own === role ? [letter] : []));
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
