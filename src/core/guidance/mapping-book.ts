import type { IsoDate } from '../content/verification.ts';
import type { SheetBook, SheetCell } from '../report/sheet.ts';
import type { Translate } from '../report/words.ts';
import type { ColumnRole } from './column-names.ts';
import type { MappingSet, PublishedRelation } from './mapping-set.ts';
import { columnsFor } from './template.ts';

/** What people call the requirements of a framework, by their ids. */
export type Numbers = ReadonlyMap<string, string>;

/** A mapping in the columns of the template, so that it can be handed in again. The first row says where it is from. */
export function mappingBook(
  set: MappingSet,
  numbers: { readonly source: Numbers; readonly target: Numbers },
  on: IsoDate,
  notice: string,
  say: Translate,
): SheetBook {
  const columns = columnsFor('mapping', say);
  const cellOf = (role: ColumnRole, relation: PublishedRelation): SheetCell => {
    switch (role) {
      case 'source':
        return numbers.source.get(relation.source) ?? relation.source;
      case 'target':
        return numbers.target.get(relation.target) ?? relation.target;
      case 'relation':
        return say(`template.relation.${relation.relation}.word`);
      case 'rationale':
        return relation.rationale === null ? null : say(`template.rationale.${relation.rationale}`);
      case 'strength':
        return relation.confidence === null ? null : String(relation.confidence);
      case 'note':
        return relation.note;
      default:
        return null;
    }
  };
  return {
    title: set.title,
    creator: say('report.product'),
    date: on,
    sheets: [
      {
        name: say('template.mapping.sheet'),
        columns: columns.map(({ column }) => column),
        rows: [
          // Rows that begin so are passed over when the sheet is read.
          columns.map((_, index) => (index === 0 ? `# ${notice}` : null)),
          ...set.relations.map((relation) => columns.map(({ role }) => cellOf(role, relation))),
        ],
      },
    ],
  };
}
