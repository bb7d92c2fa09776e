import type { IsoDate } from '../content/verification.ts';
import type { Sheet, SheetBook, SheetColumn } from '../report/sheet.ts';
import type { Translate } from '../report/words.ts';
import type { ColumnRole } from './column-names.ts';
import { rationales, setRelations } from './mapping-set.ts';

/** What there are templates of. */
export const templateKinds = ['framework', 'mapping'] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** Columns with their widths in letters. A level says nothing that a parent does not. */
const columnsOf: Readonly<Record<TemplateKind, Partial<Readonly<Record<ColumnRole, number>>>>> = {
  framework: {
    number: 14,
    parent: 14,
    title: 36,
    text: 60,
    note: 40,
    group: 18,
    assessable: 12,
    evidence: 36,
    question: 40,
  },
  mapping: { source: 16, target: 16, relation: 20, rationale: 16, strength: 12, note: 50 },
};

/** Rows below the explaining one in which a list offers what may be chosen. */
const openRows = 2000;

/** An empty sheet to fill in: heads, one row that explains them and is passed over when the sheet is read, lists to choose from. */
export function templateBook(kind: TemplateKind, on: IsoDate, say: Translate): SheetBook {
  const roles = Object.keys(columnsOf[kind]) as ColumnRole[];
  const sheet: Sheet = {
    name: say(`template.${kind}.sheet`),
    columns: roles.map((role) => columnOf(kind, role, say)),
    // The mark at its beginning tells this row from those that somebody filled in.
    rows: [roles.map((role, index) => `${index === 0 ? '# ' : ''}${say(`template.${kind}.help.${role}`)}`)],
    openRows,
  };
  return {
    title: say(`template.${kind}.title`),
    creator: say('report.product'),
    date: on,
    sheets: kind === 'mapping' ? [sheet, relationSheet(say)] : [sheet],
  };
}

/** The columns of a template with their roles. */
export const columnsFor = (
  kind: TemplateKind,
  say: Translate,
): readonly { readonly role: ColumnRole; readonly column: SheetColumn }[] =>
  (Object.keys(columnsOf[kind]) as ColumnRole[]).map((role) => ({ role, column: columnOf(kind, role, say) }));

function columnOf(kind: TemplateKind, role: ColumnRole, say: Translate): SheetColumn {
  const choices = choicesOf(role, say);
  return {
    head: say(`template.${kind}.heads.${role}`),
    kind: 'text',
    letters: columnsOf[kind][role] ?? 20,
    isOpen: true,
    ...(choices === undefined ? {} : { choices, refusal: say('template.choose') }),
  };
}

function choicesOf(role: ColumnRole, say: Translate): readonly string[] | undefined {
  if (role === 'assessable') return [say('sheet.yes'), say('sheet.no')];
  if (role === 'relation') return setRelations.map((relation) => say(`template.relation.${relation}.word`));
  return role === 'rationale' ? rationales.map((rationale) => say(`template.rationale.${rationale}`)) : undefined;
}

/** What each word for a relation means. */
const relationSheet = (say: Translate): Sheet => ({
  name: say('template.relations'),
  columns: [
    { head: say('template.mapping.heads.relation'), kind: 'text', letters: 22 },
    { head: say('template.means'), kind: 'text', letters: 90 },
  ],
  rows: setRelations.map((relation) => [
    say(`template.relation.${relation}.word`),
    say(`template.relation.${relation}.means`),
  ]),
});
