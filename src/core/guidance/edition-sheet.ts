import type { IsoDate } from '../content/verification.ts';
import type { SheetBook, SheetCell } from '../report/sheet.ts';
import type { Translate } from '../report/words.ts';
import type { ColumnRole } from './column-names.ts';
import type { EditionRequirement, FrameworkEdition } from './edition.ts';
import { columnsFor } from './template.ts';

/** An edition in the columns of the template, so that it can be handed in again. The first row says where it is from. */
export function editionBook(edition: FrameworkEdition, on: IsoDate, notice: string, say: Translate): SheetBook {
  const columns = columnsFor('framework', say);
  const numbers = new Map(edition.requirements.map((one) => [one.id, numberOf(one)]));
  return {
    title: edition.title,
    creator: say('report.product'),
    date: on,
    sheets: [
      {
        name: say('template.framework.sheet'),
        columns: columns.map(({ column }) => column),
        rows: [
          // Rows that begin so are passed over when the sheet is read.
          columns.map((_, index) => (index === 0 ? `# ${notice}` : null)),
          ...edition.requirements.map((one) => columns.map(({ role }) => cellOf(role, one, numbers, say))),
        ],
      },
    ],
  };
}

const numberOf = ({ number, id }: EditionRequirement): string => number ?? id;

function cellOf(
  role: ColumnRole,
  requirement: EditionRequirement,
  numbers: ReadonlyMap<string, string>,
  say: Translate,
): SheetCell {
  const { parent, title, text, note, groups, evidence, questions, isAssessable } = requirement;
  switch (role) {
    case 'number':
      return numberOf(requirement);
    case 'parent':
      return parent === null ? null : (numbers.get(parent) ?? null);
    case 'title':
      return title;
    case 'text':
      return text;
    case 'note':
      return note;
    case 'group':
      return groups.join(', ') || null;
    case 'assessable':
      return say(isAssessable ? 'sheet.yes' : 'sheet.no');
    case 'evidence':
      return evidence;
    case 'question':
      return questions.map((question) => question.text.replaceAll(/\s+/gu, ' ')).join('\n') || null;
    default:
      return null;
  }
}
