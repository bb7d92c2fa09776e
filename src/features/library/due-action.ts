import { z } from 'zod';
import { ok } from '../../core/base.ts';
import { contentKinds } from '../../core/content/content.ts';
import type { ReviewMethod } from '../../core/content/method.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { dueOn, dueReasons } from '../../core/review/due.ts';
import { languageGiven, languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import { isoDate } from '../../library/schema/parts.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, type ActionContext } from '../../platform/action.ts';
import { textTable } from '../../platform/text-table.ts';

const defineAction = actionsOver<Services>();

const statuses = ['verified', 'secondary', 'editorial', 'recall'] as const;
const count = z.number().int();

export const showDue = defineAction({
  name: 'library.due',
  summary: 'Facts that want checking again: unconfirmed, checked too long ago, or read by nobody but their author',
  permission: 'everyone',
  kind: 'query',
  method: 'get',
  path: '/api/library/due',
  needsStore: false,
  input: z.strictObject({
    on: isoDate.optional(),
    kind: z.enum(contentKinds).optional(),
    language: languageInput,
  }),
  output: z.object({
    on: z.string(),
    counts: z.object({ verified: count, secondary: count, editorial: count, recall: count }),
    readings: z.object({ supports: count, partly: count, no: count, 'not-found': count }),
    intervals: z.array(z.object({ kind: z.enum(contentKinds), months: count, because: z.string() })),
    facts: z.array(
      z.object({
        kind: z.enum(contentKinds),
        id: z.string(),
        title: z.string(),
        field: z.string(),
        reason: z.enum(dueReasons),
        status: z.enum(statuses),
        checkedOn: z.string(),
        dueOn: z.string().nullable(),
        sources: z.array(z.string()),
        note: z.string().nullable(),
      }),
    ),
  }),
  command: {
    usage: 'library due',
    options: [
      { flags: '--on <date>', description: 'the day to judge by, today unless told' },
      { flags: '--kind <kind>', description: 'only this kind, such as countries' },
      languageOption,
    ],
    example: './theriac library due --on 2027-06-01 --kind countries',
    toInput: async ({ options: { on, kind, language } }) => ok({ on, kind, language }),
    print: ({ facts, counts, readings, on }, { library }, given) => {
      const { translate: say } = library.words(languageGiven(given));
      const heads = ['kind', 'id', 'field', 'why', 'checked', 'due'].map((head) => say(`due.heads.${head}`));
      const rows = facts.map((fact) => [
        fact.kind,
        fact.id,
        fact.field,
        say(`due.reason.${fact.reason}`),
        fact.checkedOn,
        fact.dueOn ?? '-',
      ]);
      const sums = statuses.map((status) => say(`due.count.${status}`, { count: counts[status] })).join(', ');
      return [
        ...(facts.length === 0
          ? [say('due.none', { on })]
          : [
              textTable(
                heads,
                rows,
                heads.map(() => 'start' as const),
              ),
            ]),
        '',
        say('due.sums', { count: facts.length, sums }),
        say('due.readings', { ...readings, unfound: readings['not-found'] }),
      ].join('\n');
    },
  },
  run: async ({ services, today }: ActionContext<Services>, { on = today as IsoDate, kind, language }) => {
    const library = libraryIn(services, language);
    if (!library.ok) return library;
    const { content } = library.value;
    const method = reviewMethod(content.methods);
    const { facts, counts, readings } = dueOn(content, method, on);
    return ok({
      on,
      counts,
      readings,
      intervals: [...method.rows],
      facts: facts
        .filter((fact) => kind === undefined || fact.kind === kind)
        .map((fact) => ({ ...fact, sources: [...fact.sources] })),
    });
  },
});

function reviewMethod(methods: readonly { readonly kind: string }[]): ReviewMethod {
  const found = methods.find(({ kind }) => kind === 'review') as ReviewMethod | undefined;
  if (found === undefined) throw new Error('content/methods holds no method of kind "review"');
  return found;
}
