import { z } from 'zod';
import { fail, ok } from '../../core/base.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, type ActionContext } from '../../platform/action.ts';
import { bytesOfBase64, plainName } from '../../platform/files/accept-file.ts';
import { fileArgument } from '../../platform/files/file-argument.ts';
import { textTable } from '../../platform/text-table.ts';
import { importInput } from './file-input.ts';
import { columnsOf, lookAtSheet } from './sheet-look.ts';
import { columnsIn, sheetColumns, sheetKinds, sheetOptions, sheetRoles } from './sheet-input.ts';

const defineAction = actionsOver<Services>();

const sheetView = z.object({
  as: z.enum(sheetKinds),
  /** Null: a text has no pages. */
  page: z.string().nullable(),
  pages: z.array(z.string()),
  headRow: z.number().int().describe('The row that names the columns, as the spreadsheet numbers it'),
  columns: z.array(
    z.object({
      letter: z.string(),
      head: z.string(),
      samples: z.array(z.string()),
      role: z.enum(sheetRoles).nullable(),
      because: z.enum(['given', 'name', 'content']).nullable(),
    }),
  ),
  missing: z.array(z.enum(sheetRoles)).describe('What is needed and no column seems to be'),
});
export type SheetView = z.infer<typeof sheetView>;

export const lookAtSheetAction = defineAction({
  name: 'imports.sheet',
  summary: 'What the columns of a spreadsheet seem to be, before it is imported; stores nothing',
  permission: 'reader',
  kind: 'query',
  method: 'post',
  path: '/api/imports/sheet',
  needsStore: false,
  largestBodyBytes: 20_000_000,
  input: z.strictObject({
    file: importInput.shape.file,
    as: z.enum(sheetKinds).optional().describe('Left out: what fits the columns better'),
    ...sheetColumns,
  }),
  sample: { file: { name: 'framework.csv', content: 'Tm87VGl0bGUKMTtCYWNrdXAK' } },
  output: sheetView,
  command: {
    usage: 'imports sheet <file>',
    options: sheetOptions.filter(({ flags }) => /^--(?:as|sheet|columns)\b/u.test(flags)),
    example: './theriac imports sheet framework.xlsx --as framework',
    toInput: async ({ args: [path = '-'], options: { as, sheet: page, columns } }, io) => {
      const file = await fileArgument(path, io);
      if (!file.ok) return file;
      const named = typeof columns === 'string' ? { columns: columnsIn(columns) } : {};
      return ok({ file: file.value, as, page, ...named });
    },
    print: printSheet,
  },
  run: async (_context: ActionContext<Services>, { file, ...asked }) => {
    const name = plainName(file.name);
    const bytes = bytesOfBase64(file.content);
    if (bytes === null)
      return fail({ kind: 'invalid_input', message: `Cannot read "${name}": its content is no base64` });
    const looked = await lookAtSheet(bytes, name, asked);
    if (!looked.ok) return looked;
    const { sheet, sheets, proposal } = looked.value;
    return ok({
      as: proposal.purpose === 'mapping' ? ('mapping' as const) : ('framework' as const),
      page: sheet,
      pages: [...sheets],
      headRow: proposal.headRow,
      columns: columnsOf(proposal).map(({ letter, head, samples, role, because }) => ({
        letter,
        head,
        samples: [...samples],
        role: roleIn(role),
        because,
      })),
      missing: proposal.missing.flatMap((role) => roleIn(role) ?? []),
    });
  },
});

const roleIn = (role: string | null) => sheetRoles.find((one) => one === role) ?? null;

function printSheet({ as, page, pages, headRow, columns, missing }: SheetView): string {
  return [
    `Read as a ${as}${page === null ? '' : `, sheet "${page}" of ${pages.join(', ')}`}; row ${headRow} names the columns.`,
    '',
    textTable(
      ['column', 'head', 'is', 'first cells'],
      columns.map(({ letter, head, role, samples }) => [letter, head, role ?? 'not read', samples.join(' · ')]),
      ['start', 'start', 'start', 'start'],
    ),
    '',
    missing.length === 0
      ? `Import it with: ./theriac import FILE --as ${as} --title "…"${as === 'mapping' ? ' --from … --to …' : ''}`
      : `Name the columns that are needed: --columns "${missing.map((role) => `${role}=…`).join(';')}"`,
  ].join('\n');
}
