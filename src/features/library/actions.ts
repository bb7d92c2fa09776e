/** Library: reading what ships, and checking what is edited. */
import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import type { ContentKind } from '../../core/content/content.ts';
import { contentKinds } from '../../core/content/content.ts';
import { languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import { checkLibrary } from '../../library/library.ts';
import { printFinding } from '../../library/finding.ts';
import { idOf } from '../../library/rules/rule.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, Failure } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { textTable } from '../../platform/text-table.ts';
import { showChanges } from './changes-action.ts';
import { showCoverage } from './coverage-action.ts';
import { showDue } from './due-action.ts';
import { showMap } from './map-action.ts';
import { openItem } from './page-action.ts';
import { searchLibrary } from './search-action.ts';
import { showVariation } from './variation-action.ts';
import { translationStatus } from './translations-action.ts';

const defineAction = actionsOver<Services>();

type Context = ActionContext<Services>;
const item = z.record(z.string(), z.unknown());
const isKind = (kind: string): kind is ContentKind => (contentKinds as readonly string[]).includes(kind);

const unknownKind = (kind: string): Failure => ({
  kind: 'not_found',
  message: `No kind of content is called "${kind}". Kinds: ${contentKinds.join(', ')}`,
});

export const listItems = defineAction({
  name: 'library.list',
  summary: 'All items of a kind',
  permission: 'everyone',
  kind: 'query',
  method: 'get',
  path: '/api/library/{kind}',
  needsStore: false,
  input: z.strictObject({ kind: z.string(), language: languageInput }),
  sample: { kind: 'safeguards' },
  output: z.array(item),
  command: {
    usage: 'library list <kind>',
    options: [languageOption],
    example: './theriac library list safeguards',
    toInput: async ({ args: [kind], options: { language } }) => ok({ kind, language }),
    print: (items) =>
      textTable(
        ['id', 'title'],
        items.map((entry) => [idOf(entry), titleOf(entry)]),
        ['start', 'start'],
      ),
  },
  run: async ({ services }: Context, { kind, language }): Promise<Result<Record<string, unknown>[], Failure>> => {
    const library = libraryIn(services, language);
    if (!library.ok) return library;
    const { content } = library.value;
    return isKind(kind) ? ok([...content[kind]] as Record<string, unknown>[]) : fail(unknownKind(kind));
  },
});

const titleOf = (entry: Record<string, unknown>): string =>
  String(entry['title'] ?? entry['name'] ?? entry['figure'] ?? '');

export const showItem = defineAction({
  name: 'library.show',
  summary: 'One item, whole',
  permission: 'everyone',
  kind: 'query',
  method: 'get',
  path: '/api/library/items/{id}',
  needsStore: false,
  input: z.strictObject({ id: z.string(), language: languageInput }),
  sample: { id: 'S-043' },
  output: z.object({ kind: z.enum(contentKinds), item }),
  command: {
    usage: 'library show <id>',
    options: [languageOption],
    example: './theriac library show S-043',
    toInput: async ({ args: [id], options: { language } }) => ok({ id, language }),
    print: ({ item: shown }) => printValue(shown, 0).join('\n'),
  },
  run: async ({ services }: Context, { id, language }) => {
    const library = libraryIn(services, language);
    if (!library.ok) return library;
    for (const kind of contentKinds) {
      const found = library.value.content[kind].find((entry) => idOf(entry) === id);
      if (found !== undefined) return ok({ kind, item: found as unknown as Record<string, unknown> });
    }
    return fail({
      kind: 'not_found',
      message: `Nothing in the library has the id "${id}". "theriac library list <kind>" names the ids.`,
    });
  },
});

/** A value as indented lines, as a file would write it. */
function printValue(value: unknown, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  if (Array.isArray(value))
    return value.flatMap((inner) => {
      const [first = '', ...rest] = printValue(inner, depth + 1);
      return [`${indent}- ${first.trim()}`, ...rest];
    });
  if (typeof value !== 'object' || value === null) return [`${indent}${String(value)}`];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null
      ? [`${indent}${key}:`, ...printValue(inner, depth + 1)]
      : [`${indent}${key}: ${String(inner)}`],
  );
}

const findingView = z.object({
  file: z.string(),
  line: z.number().int(),
  path: z.string(),
  rule: z.string(),
  message: z.string(),
});

export const checkContent = defineAction({
  name: 'library.check',
  summary: 'Every finding in the content, with file and line',
  permission: 'everyone',
  kind: 'query',
  method: 'get',
  path: '/api/library/check',
  needsStore: false,
  worksUnsound: true,
  input: z.strictObject({}),
  output: z.object({ findings: z.array(findingView), items: z.number().int() }),
  command: {
    usage: 'library check',
    example: './theriac library check',
    toInput: async () => ok({}),
    print: ({ findings, items }, { library }) =>
      [
        ...findings.map((finding) => `content/${printFinding(finding)} [${finding.rule}]`),
        library.words('en').translate('cli.checked', { items, findings: findings.length }),
      ].join('\n'),
    exitCode: ({ findings }) => (findings.length > 0 ? 1 : 0),
  },
  run: async ({ services }: Context) => {
    const findings = await checkLibrary(services.library.folder);
    const items = contentKinds.reduce((sum, kind) => sum + services.library.content[kind].length, 0);
    return ok({ findings: [...findings], items });
  },
});

/** Paths with a fixed word stand before `/api/library/{kind}`. */
export const libraryActions = [
  searchLibrary,
  openItem,
  checkContent,
  showCoverage,
  showDue,
  showChanges,
  showVariation,
  showMap,
  translationStatus,
  listItems,
  showItem,
] as const;
