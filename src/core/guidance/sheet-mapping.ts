import type { ImportFinding, ImportLoss } from './bundle.ts';
import type { MappingRole } from './column-names.ts';
import { placesOf, type ColumnProposal } from './columns.ts';
import { setRelations, type MappingSet, type PublishedRelation, type SetRelation } from './mapping-set.ts';
import { commonLosses, filledRows, finding, shown, textOrNull, type SheetRow } from './sheet-rows.ts';
import { rationaleOf, relationOf } from './sheet-terms.ts';
import { strengthScaleOf, type StrengthScale } from './strength.ts';

/** Ids of requirements by their numbers in lower case, where the framework is at hand. */
export type KnownNumbers = ReadonlyMap<string, string>;

/** What a sheet does not say of itself and a person has to. */
export type MappingIdentity = {
  readonly urn: string;
  readonly edition: string;
  readonly title: string;
  readonly author?: string | null;
  readonly publishedOn?: string | null;
  /** URNs of the frameworks. */
  readonly source: string;
  readonly target: string;
  /** Absent where the framework is not at hand: ids are then the numbers in lower case. */
  readonly sourceNumbers?: KnownNumbers | undefined;
  readonly targetNumbers?: KnownNumbers | undefined;
};

/** A mapping as a sheet holds it, with all that is wrong and all that is not carried. */
export type SheetMapping = {
  readonly mappingSet: MappingSet;
  readonly findings: readonly ImportFinding[];
  readonly losses: readonly ImportLoss[];
};

/** Reads rows as relations by the columns that were chosen. What a row does not say in so many words is not concluded. */
export function mappingFromSheet(
  rows: readonly (readonly string[])[],
  proposal: ColumnProposal,
  identity: MappingIdentity,
): SheetMapping {
  const filled = filledRows(rows, proposal);
  const scale = strengthScaleOf(filled.map(({ cell }) => cell('strength')));
  const read = filled.map((row) => ({ row, outcome: relationsOf(row, identity, scale) }));
  const { kept, findings: repeated } = withoutRepeats(
    read.flatMap(({ row, outcome }) => outcome.relations.map((relation) => ({ row, relation }))),
  );
  const lost = read
    .filter(({ outcome }) => outcome.relations.length === 0)
    .map(({ row }): ImportLoss => ({ code: 'relation', at: row.at(), what: shown(wholeRow(row)) }));
  const strengths =
    scale === null && placesOf(proposal, 'strength').length > 0 && filled.some(({ cell }) => cell('strength') !== '')
      ? [{ code: 'strength', at: `row ${proposal.headRow}`, what: 'values of strength, on no scale that is known' }]
      : [];
  return {
    mappingSet: {
      urn: identity.urn.toLowerCase(),
      edition: identity.edition,
      title: identity.title,
      text: null,
      author: identity.author ?? null,
      publishedOn: identity.publishedOn ?? null,
      review: null,
      source: identity.source.toLowerCase(),
      target: identity.target.toLowerCase(),
      relations: kept,
    },
    findings: [...read.flatMap(({ outcome }) => outcome.findings), ...repeated],
    losses: [...commonLosses(rows, proposal), ...lost, ...strengths],
  };
}

const wholeRow = ({ cell }: SheetRow): string =>
  `${cell('source') || '–'} → ${cell('target') || '–'} (${cell('relation') || '–'})`;

type Outcome = { readonly relations: readonly PublishedRelation[]; readonly findings: readonly ImportFinding[] };

function relationsOf(row: SheetRow, identity: MappingIdentity, scale: StrengthScale | null): Outcome {
  const { cell } = row;
  const refused = (code: string, role: MappingRole | undefined, message: string): Outcome => ({
    relations: [],
    findings: [finding('warning', code, row.at(role), `${message}: the row is left out`)],
  });
  for (const end of ['source', 'target'] as const)
    if (cell(end) === '') return refused(`empty_${end}`, end, `The ${end} is empty`);
  const word = cell('relation');
  const relation = relationOf(word);
  if (relation === null)
    return word === ''
      ? refused('empty_relation', 'relation', 'The relation is empty')
      : refused(
          'unknown_relation',
          'relation',
          `"${shown(word)}" names no relation that is known (${setRelations.join(', ')})`,
        );
  const sources = idsIn(cell('source'), identity.sourceNumbers);
  const targets = idsIn(cell('target'), identity.targetNumbers);
  if ((sources.length > 1 || targets.length > 1) && !holdsForEach(relation, sources.length, targets.length))
    return refused(
      'several_in_cell',
      sources.length > 1 ? 'source' : 'target',
      `A cell names several requirements, and "${shown(word)}" of all together says nothing of each`,
    );
  const unknown = [
    ...sources.map((one) => ({ ...one, end: 'source' as const })),
    ...targets.map((one) => ({ ...one, end: 'target' as const })),
  ].filter(({ id }) => id === null);
  const said = { relation, ...saidIn(cell, scale) };
  const rationale = cell('rationale');
  return {
    relations: sources.flatMap((source) =>
      targets.flatMap((target) =>
        source.id === null || target.id === null ? [] : [{ source: source.id, target: target.id, ...said }],
      ),
    ),
    findings: [
      ...unknown.map(({ number, end }) =>
        finding(
          'warning',
          'unknown_number',
          row.at(end),
          `"${shown(number)}" is no number of the framework: the relation is left out`,
        ),
      ),
      ...(rationale !== '' && said.rationale === null
        ? [
            finding(
              'note',
              'unknown_rationale',
              row.at('rationale'),
              `"${shown(rationale)}" names no rationale that is known; it is kept as a note`,
            ),
          ]
        : []),
    ],
  };
}

/** What contains several contains each, and what has nothing in common with several has nothing in common with each. */
const holdsForEach = (relation: SetRelation, sources: number, targets: number): boolean =>
  relation === 'none' ||
  (relation === 'superset' && sources === 1 && targets > 1) ||
  (relation === 'subset' && targets === 1 && sources > 1);

function saidIn(
  cell: SheetRow['cell'],
  scale: StrengthScale | null,
): Pick<PublishedRelation, 'rationale' | 'confidence' | 'note'> {
  const said = cell('rationale');
  const rationale = rationaleOf(said);
  const notes = [cell('note'), rationale === null ? said : ''].filter((text) => text !== '');
  return { rationale, confidence: scale?.(cell('strength')) ?? null, note: textOrNull(notes.join('\n')) };
}

type Named = { readonly number: string; readonly id: string | null };

/** The requirements that a cell names. A whole cell that is a known number is one, whatever signs it holds. */
function idsIn(cell: string, known: KnownNumbers | undefined): readonly Named[] {
  const named = (number: string): Named => ({
    number,
    id: known === undefined ? number.toLowerCase() : (known.get(number.toLowerCase()) ?? null),
  });
  const whole = named(cell);
  if (known !== undefined && whole.id !== null) return [whole];
  const parts = cell
    .split(/[;\n]|,\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.map(named);
}

type Kept = { readonly row: SheetRow; readonly relation: PublishedRelation };

/** The same said twice is kept once; two relations of one pair are both kept, and said to differ. */
function withoutRepeats(all: readonly Kept[]): {
  readonly kept: readonly PublishedRelation[];
  readonly findings: readonly ImportFinding[];
} {
  const seen = new Map<string, Kept>();
  const kept: PublishedRelation[] = [];
  const findings: ImportFinding[] = [];
  for (const one of all) {
    const { source, target, relation } = one.relation;
    const before = seen.get(`${source}\n${target}`);
    const pair = `"${shown(source)}" and "${shown(target)}"`;
    if (before?.relation.relation === relation) {
      findings.push(
        finding(
          'note',
          'repeated_relation',
          one.row.at(),
          `${pair} stand in row ${before.row.row} as well; once is kept`,
        ),
      );
      continue;
    }
    if (before !== undefined)
      findings.push(
        finding(
          'warning',
          'two_relations',
          one.row.at(),
          `${pair} have another relation in row ${before.row.row}; both are kept`,
        ),
      );
    else seen.set(`${source}\n${target}`, one);
    kept.push(one.relation);
  }
  return { kept, findings };
}
