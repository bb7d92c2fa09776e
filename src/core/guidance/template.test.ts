import { expect, test } from 'vitest';
import { day, library } from '../../../tests/support/examples.ts';
import { neededRoles } from './column-names.ts';
import { proposeColumns } from './columns.ts';
import { rationales, setRelations } from './mapping-set.ts';
import { frameworkFromSheet } from './sheet-framework.ts';
import { rationaleOf, relationOf, yesNoOf } from './sheet-terms.ts';
import { templateBook, templateKinds } from './template.ts';

const cases = templateKinds.flatMap((kind) => library.languages.map((language) => ({ kind, language })));

test.each(cases)('templateBook: each head of the $kind in $language is read as its column', ({ kind, language }) => {
  const [sheet] = templateBook(kind, day, library.words(language).translate).sheets;
  const rows = [sheet.columns.map(({ head }) => head), ...sheet.rows.map((row) => row.map(String))];
  const proposal = proposeColumns(rows, kind);
  expect(proposal.ok && proposal.value.columns.map(({ because }) => because)).toEqual(rows[0]?.map(() => 'name'));
  expect(proposal.ok && proposal.value.missing).toEqual([]);
  expect(neededRoles[kind].length).toBeGreaterThan(0);
});

test.each(library.languages)('templateBook: whatever its lists offer in %s is understood', (language) => {
  const choicesAt = (kind: 'framework' | 'mapping') =>
    templateBook(kind, day, library.words(language).translate).sheets[0].columns.flatMap(({ choices }) =>
      choices === undefined ? [] : [choices],
    );
  expect(choicesAt('framework').map((choices) => choices.map(yesNoOf))).toEqual([[true, false]]);
  const [relations, reasons] = choicesAt('mapping');
  expect(relations?.map(relationOf)).toEqual(setRelations);
  expect(reasons?.map(rationaleOf)).toEqual(rationales);
});

test('templateBook: the row that explains is no requirement', () => {
  const [sheet] = templateBook('framework', day, library.words('en').translate).sheets;
  const rows = [sheet.columns.map(({ head }) => head), ...sheet.rows.map((row) => row.map(String)), ['A.1']];
  const proposal = proposeColumns(rows, 'framework');
  if (!proposal.ok) throw new Error('columns');
  const read = frameworkFromSheet(rows, proposal.value, { urn: 'u', edition: '1', title: 't', language: 'en' });
  expect(read.framework.requirements.map(({ id }) => id)).toEqual(['a.1']);
});
