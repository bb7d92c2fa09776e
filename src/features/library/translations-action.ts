import { z } from 'zod';
import { ok } from '../../core/base.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, type ActionContext } from '../../platform/action.ts';
import { textTable } from '../../platform/text-table.ts';

const defineAction = actionsOver<Services>();

const counts = ['translated', 'machine', 'confirmed', 'stale', 'missing'] as const;
const count = z.number().int();

export const translationStatus = defineAction({
  name: 'translations.status',
  summary: 'How far each language is: translated, confirmed by a person, older than the English, missing',
  permission: 'everyone',
  kind: 'query',
  method: 'get',
  path: '/api/translations',
  needsStore: false,
  input: z.strictObject({}),
  output: z.array(
    z.object({
      language: z.string(),
      texts: count,
      translated: count,
      machine: count,
      confirmed: count,
      stale: count.describe('Older than their English; counted among the translated as well'),
      missing: count,
    }),
  ),
  command: {
    usage: 'translations status',
    example: './theriac translations status',
    toInput: async () => ok({}),
    print: (languages, { library }) => {
      const { translate: say } = library.words('en');
      return languages.length === 0
        ? say('translation.none')
        : textTable(
            ['language', ...counts].map((head) => say(`translation.heads.${head}`)),
            languages.map((one) => [one.language, ...counts.map((name) => String(one[name]))]),
            ['start', ...counts.map(() => 'end' as const)],
          );
    },
  },
  run: async ({ services: { library } }: ActionContext<Services>) =>
    ok(library.languages.flatMap((language) => library.translation(language) ?? [])),
});
