import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import { frameworkRoles, mappingRoles } from '../../core/guidance/column-names.ts';
import { oneLine } from '../../library/schema/parts.ts';
import { nearestOf } from '../../library/spelling.ts';
import type { CommandOption, Failure, Given } from '../../platform/action.ts';

/** What a sheet can be imported as. */
export const sheetKinds = ['framework', 'mapping'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** What a column of either can be. */
export const sheetRoles = [...new Set([...frameworkRoles, ...mappingRoles])] as const;

const head = z.string().min(1).max(400);
const name = oneLine.max(300);

/** Names what a column can be, to whoever wrote something else. */
const noRole = ({ code, keys }: { readonly code: string; readonly keys?: unknown }): string | undefined => {
  if (code !== 'unrecognized_keys' || !Array.isArray(keys)) return undefined;
  const [named] = keys.map(String);
  return `no column can be "${named}"; the nearest is "${nearestOf(named ?? '', sheetRoles)}", allowed are ${sheetRoles.join(', ')}`;
};

/** Which page and columns of a sheet are read, and as what. */
export const sheetColumns = {
  page: z.string().min(1).max(200).optional().describe('Of a workbook with several, the sheet'),
  columns: z
    .partialRecord(z.enum(sheetRoles), z.array(head).max(20), { error: noRole })
    .optional()
    .describe('Columns by head or letter, where they are not recognised by their heads; an empty list: no column'),
};

/** What a sheet does not say of itself: without it a sheet is not read, since nobody could tell what it is. */
export const sheetInput = z.strictObject({
  as: z.enum(sheetKinds),
  ...sheetColumns,
  title: name.describe('What the framework or the mapping is called'),
  reference: name
    .regex(/^\S+$/u, 'a reference has no spaces')
    .optional()
    .describe('A name that no other has and that each edition keeps; left out, it is made from the title'),
  edition: oneLine.max(100).default('1'),
  publisher: name.optional().describe('Who published it'),
  language: z
    .string()
    .regex(/^[a-z]{2}$/u, 'two small letters, such as en')
    .default('en'),
  licence: z.string().trim().min(1).max(5000).optional().describe('What the publisher says on rights, word by word'),
  from: name.optional().describe('Of a mapping: the framework of its first column, ours or imported'),
  to: name.optional().describe('Of a mapping: the framework of its second column'),
});
export type SheetInput = z.infer<typeof sheetInput>;

/** The options of a command that say what a sheet is. */
export const sheetOptions: readonly CommandOption[] = [
  { flags: '--as <kind>', description: 'of a spreadsheet: what it holds', choices: sheetKinds },
  { flags: '--title <text>', description: 'of a spreadsheet: what that is called' },
  { flags: '--reference <name>', description: 'the name that each edition keeps (default: from the title)' },
  { flags: '--edition <text>', description: 'its edition (default: 1)' },
  { flags: '--publisher <name>', description: 'who published it' },
  { flags: '--written-in <code>', description: 'its language (default: en)' },
  { flags: '--licence <text>', description: 'what the publisher says on rights' },
  { flags: '--from <framework>', description: 'of a mapping: the framework of its first column' },
  { flags: '--to <framework>', description: 'of a mapping: the framework of its second column' },
  { flags: '--sheet <name>', description: 'of a workbook with several: the sheet' },
  { flags: '--columns <list>', description: 'columns by head or letter, such as "number=Ref;title=B"' },
];

/** The sheet part of a request, where a command says what a sheet is. What is only of a sheet is never passed over. */
export function sheetOf({ options }: Given): Result<Readonly<Record<string, unknown>>, Failure> {
  const { as, title, reference, edition, publisher, writtenIn: language, licence, from, to, sheet: page } = options;
  const columns = typeof options['columns'] === 'string' ? columnsIn(options['columns']) : undefined;
  const said = { as, title, reference, edition, publisher, language, licence, from, to, page, columns };
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  if (given.length === 0) return ok({});
  const wanted = (['as', 'title'] as const).find((option) => said[option] === undefined);
  if (wanted !== undefined) return fail({ kind: 'invalid_input', message: remedies[wanted] });
  return ok({ sheet: Object.fromEntries(given) });
}

const remedies = {
  as: 'What is said of a spreadsheet needs --as framework or --as mapping; without, leave out --title, --columns and the like.',
  title: 'A spreadsheet does not say what it is called: add --title.',
} as const;

/** `number=Ref;group=C;group=D`: a role may have several columns. What is no role is refused where input is checked. */
export function columnsIn(list: string): Readonly<Record<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const part of list.split(';')) {
    const at = part.indexOf('=');
    const role = (at < 0 ? part : part.slice(0, at)).trim();
    const named = at < 0 ? '' : part.slice(at + 1).trim();
    found.set(role, [...(found.get(role) ?? []), ...(named === '' ? [] : [named])]);
  }
  return Object.fromEntries(found);
}
