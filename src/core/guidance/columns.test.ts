import { expect, test } from 'vitest';
import { sheetPurposes, rolesOf, namesOf, type SheetPurpose } from './column-names.ts';
import { placesOf, proposeColumns, unreadColumns, type ColumnProposal, type GivenColumns } from './columns.ts';

const proposalOf = (
  rows: readonly (readonly string[])[],
  purpose: SheetPurpose,
  given?: GivenColumns,
): ColumnProposal => {
  const read = proposeColumns(rows, purpose, given);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};
const rolesIn = ({ columns }: ColumnProposal) => columns.map(({ role }) => role);
const row = ['A.5.1', 'Policies', 'Write them down and have them approved by those who carry the risk, every year.'];

test.each([
  { language: 'English', heads: ['Control ID', 'Control', 'Control text'] },
  { language: 'German', heads: ['Nr.', 'Bezeichnung', 'Beschreibung'] },
  { language: 'French', heads: ['N°', 'Intitulé', 'Énoncé'] },
  { language: 'Spanish', heads: ['Código', 'Título', 'Descripción'] },
  { language: 'Italian', heads: ['Codice', 'Denominazione', 'Descrizione'] },
  { language: 'Portuguese', heads: ['Número', 'Título', 'Descrição'] },
  { language: 'Dutch', heads: ['Nummer', 'Titel', 'Omschrijving'] },
  { language: 'Polish', heads: ['Numer', 'Nazwa', 'Treść'] },
  { language: 'Greek', heads: ['Αριθμός', 'Τίτλος', 'Περιγραφή'] },
  { language: 'Czech', heads: ['Číslo', 'Název', 'Znění'] },
])('proposeColumns: heads in $language', ({ heads }) => {
  expect(rolesIn(proposalOf([heads, row], 'framework'))).toEqual(['number', 'title', 'text']);
});

test.each<{ name: string; purpose: SheetPurpose; heads: string[]; roles: (string | null)[] }>([
  {
    name: 'a relation sheet as NIST publishes it',
    purpose: 'mapping',
    heads: [
      'Focal Document Element',
      'Focal Document Element Description',
      'Rationale',
      'Relationship',
      'Reference Document Element',
      'Strength of Relationship',
      'Comments',
    ],
    roles: ['source', null, 'rationale', 'relation', 'target', 'strength', 'note'],
  },
  {
    name: 'a mapping in German',
    purpose: 'mapping',
    heads: ['Quelle', 'Ziel', 'Beziehung', 'Begründung'],
    roles: ['source', 'target', 'relation', 'note'],
  },
  {
    name: 'a statement of applicability',
    purpose: 'answers',
    heads: [
      'Control',
      'Control title',
      'Applicable',
      'Justification for exclusion',
      'Implementation status',
      'Evidence',
    ],
    roles: ['number', null, 'applicable', 'reason', 'state', 'evidence'],
  },
])('proposeColumns: $name', ({ purpose, heads, roles }) => {
  expect(rolesIn(proposalOf([heads, ['A.5.1', 'Policies']], purpose))).toEqual(roles);
});

test('proposeColumns: a title and a date above the heads are no heads', () => {
  const { headRow } = proposalOf([['Catalogue of measures'], ['As of 1 May', ''], ['Id', 'Title'], row], 'framework');
  expect(headRow).toBe(3);
});

test('proposeColumns: without names, what stands in the cells', () => {
  const rows = [
    ['α', 'β', 'γ', 'δ'],
    ['1.1', 'Board', 'x'.repeat(90), 'yes'],
    ['1.2', 'Roles', 'y'.repeat(90), 'no'],
  ];
  const proposal = proposalOf(rows, 'framework');
  expect(rolesIn(proposal)).toEqual(['number', 'title', 'text', 'assessable']);
  expect(proposal.columns.every(({ because }) => because === 'content')).toBe(true);
  // A number that stands twice is no number of a row.
  expect(proposalOf([['α'], ['1.1'], ['1.1']], 'framework').missing).toEqual(['number']);
});

test('proposeColumns: what a person says holds, by head or letter, and an empty list leaves a role out', () => {
  const rows = [['Id', 'Title', 'Control'], row];
  const given = { title: ['Control'], text: ['B'], number: ['id'] };
  const proposal = proposalOf(rows, 'framework', given);
  expect(rolesIn(proposal)).toEqual(['number', 'text', 'title']);
  expect(proposal.columns.map(({ because }) => because)).toEqual(['given', 'given', 'given']);
  expect(placesOf(proposalOf(rows, 'framework', { number: [] }), 'number')).toEqual([]);
  expect(proposeColumns(rows, 'framework', { title: ['Heading'] })).toEqual({
    ok: false,
    error: [{ role: 'title', named: 'Heading' }],
  });
});

test('unreadColumns: what is nobody’s, by its name', () => {
  const proposal = proposalOf(
    [
      ['Id', 'Title', 'Colour', ''],
      [...row.slice(0, 2), 'red', '7'],
    ],
    'framework',
  );
  expect(unreadColumns(proposal).map(({ head, letter }) => `${head}${letter}`)).toEqual(['ColourC', 'D']);
});

test('namesOf: no name means two things in one purpose', () => {
  const twice = sheetPurposes.flatMap((purpose) => {
    const names = rolesOf[purpose].flatMap((role) => namesOf(purpose, role).map((name) => ({ name, role })));
    return [...Map.groupBy(names, ({ name }) => name)]
      .filter(([, found]) => new Set(found.map(({ role }) => role)).size > 1)
      .map(([name, found]) => `${purpose}: ${name} (${found.map(({ role }) => role).join(', ')})`);
  });
  expect(twice).toEqual([]);
});
