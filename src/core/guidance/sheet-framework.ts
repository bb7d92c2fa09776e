import type { ImportFinding, ImportLoss } from './bundle.ts';
import type { ColumnProposal } from './columns.ts';
import type { EditionGroup, EditionQuestion, EditionRequirement, FrameworkEdition } from './edition.ts';
import { parentsFirst, parentsOf, type PlacedRow } from './sheet-hierarchy.ts';
import { commonLosses, cutTexts, filledRows, finding, shown, textOrNull, type SheetRow } from './sheet-rows.ts';
import { isMark, yesNoOf } from './sheet-terms.ts';

/** What a sheet does not say of itself and a person has to. */
export type FrameworkIdentity = {
  readonly urn: string;
  readonly edition: string;
  readonly title: string;
  readonly language: string;
  readonly number?: string | null;
  readonly publisher?: string | null;
  readonly publishedOn?: string | null;
};

/** A framework as a sheet holds it, with all that is wrong and all that is not carried. */
export type SheetFramework = {
  readonly framework: FrameworkEdition;
  readonly findings: readonly ImportFinding[];
  readonly losses: readonly ImportLoss[];
};

/** Reads rows as a framework by the columns that were chosen. Ids are the numbers in lower case. */
export function frameworkFromSheet(
  rows: readonly (readonly string[])[],
  proposal: ColumnProposal,
  identity: FrameworkIdentity,
): SheetFramework {
  const filled = filledRows(rows, proposal);
  const { placed, findings: numbering, losses } = numbered(filled);
  const { parents, findings: hierarchy } = parentsOf(placed);
  const ordered = parentsFirst(placed, parents);
  const above = new Set(parents.values());
  const read = ordered.rows.map((one) => requirementOf(one, parents.get(one.id) ?? null, above.has(one.id)));
  const requirements = read.map(({ requirement }) => requirement);
  return {
    framework: {
      urn: identity.urn.toLowerCase(),
      edition: identity.edition,
      number: identity.number ?? null,
      title: identity.title,
      text: null,
      language: identity.language,
      publisher: identity.publisher ?? null,
      publishedOn: identity.publishedOn ?? null,
      groups: groupsOf(requirements),
      scale: null,
      requirements,
      translations: {},
    },
    findings: [
      ...numbering,
      ...hierarchy,
      ...ordered.findings,
      ...read.flatMap(({ findings }) => findings),
      ...cutTexts(filled, ['title', 'text', 'note']),
    ],
    losses: [...commonLosses(rows, proposal), ...losses],
  };
}

type Numbered = {
  readonly placed: readonly PlacedRow[];
  readonly findings: readonly ImportFinding[];
  readonly losses: readonly ImportLoss[];
};

/** Each row by its number; one without a number goes by its row, and a number that stands twice is read once. */
function numbered(rows: readonly SheetRow[]): Numbered {
  const first = new Map<string, number>();
  const placed: PlacedRow[] = [];
  const findings: ImportFinding[] = [];
  const losses: ImportLoss[] = [];
  for (const row of rows) {
    const number = textOrNull(row.cell('number'));
    const id = number?.toLowerCase() ?? `row-${row.row}`;
    const before = first.get(id);
    if (before !== undefined) {
      findings.push(
        finding(
          'error',
          'duplicate_number',
          row.at('number'),
          `"${shown(number ?? id)}" is the number of row ${before} as well; this row is left out`,
        ),
      );
      losses.push({ code: 'duplicate_row', at: row.at(), what: shown(`${number} ${row.cell('title')}`) });
      continue;
    }
    if (number === null)
      findings.push(
        finding(
          'warning',
          'empty_number',
          row.at('number'),
          `This row has no number; it is kept as "${id}", which no other edition will know`,
        ),
      );
    first.set(id, row.row);
    placed.push({ id, number, row });
  }
  return { placed, findings, losses };
}

type ReadRow = { readonly requirement: EditionRequirement; readonly findings: readonly ImportFinding[] };

/** What has parts is a heading unless the sheet says that it is assessed. */
function requirementOf({ id, number, row }: PlacedRow, parent: string | null, hasParts: boolean): ReadRow {
  const { cell } = row;
  const said = cell('assessable');
  const isAssessable = said === '' ? null : yesNoOf(said);
  const findings =
    said !== '' && isAssessable === null
      ? [
          finding(
            'warning',
            'unknown_yes_no',
            row.at('assessable'),
            `"${shown(said)}" says neither yes nor no: whether it is assessed follows from its place`,
          ),
        ]
      : [];
  const requirement: EditionRequirement = {
    id,
    parent,
    number,
    title: textOrNull(cell('title')),
    text: textOrNull(cell('text')),
    note: textOrNull(cell('note')),
    isAssessable: isAssessable ?? !hasParts,
    groups: groupIdsOf(row),
    evidence: textOrNull(cell('evidence')),
    weight: null,
    refersTo: [],
    questions: questionsOf(id, cell('question')),
    translations: {},
  };
  return { requirement, findings };
}

/** A mark under a head names the head; any other text names groups, parted by commas, semicolons or lines. */
const groupIdsOf = ({ cells }: SheetRow): readonly string[] => [
  ...new Set(
    cells('group').flatMap(({ head, text }) =>
      isMark(text)
        ? [head]
        : text
            .split(/[,;|\n]/u)
            .map((part) => part.trim())
            .filter((part) => part !== '' && yesNoOf(part) !== false),
    ),
  ),
];

const groupsOf = (requirements: readonly EditionRequirement[]): readonly EditionGroup[] =>
  [...new Set(requirements.flatMap(({ groups }) => groups))].map((id) => ({
    id,
    title: id,
    text: null,
    isDefault: false,
  }));

/** One question a line; a sheet gives no choices. */
const questionsOf = (id: string, cell: string): readonly EditionQuestion[] =>
  cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text, index) => ({ id: `${id}:question:${index + 1}`, text, kind: 'text', choices: [], dependsOn: null }));
