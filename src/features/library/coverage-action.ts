import { z } from 'zod';
import { ok } from '../../core/base.ts';
import { coverageOf, type CoverageRow, type FrameworkCoverage } from '../../core/coverage.ts';
import type { Translate } from '../../core/report/words.ts';
import { languageGiven, languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, type ActionContext } from '../../platform/action.ts';

const defineAction = actionsOver<Services>();

const relation = z.enum(['equal', 'subset-of', 'superset-of', 'intersects-with']);

const rowView = z.object({
  id: z.string(),
  cite: z.string(),
  title: z.string(),
  touching: z.array(
    z.object({
      id: z.string(),
      relation: relation.nullable().describe('Null on the spine, where a safeguard has its place'),
    }),
  ),
  untouchedBecause: z.string().nullable(),
});

const frameworkView = z.object({
  id: z.string(),
  title: z.string(),
  shortTitle: z.string(),
  isPromised: z.boolean().describe('Whether each row is touched, or says why not'),
  rows: z.array(rowView),
});
type FrameworkView = z.infer<typeof frameworkView>;

export const showCoverage = defineAction({
  name: 'library.coverage',
  summary: 'Which safeguards touch each requirement of each framework, and why some touch none',
  permission: 'everyone',
  kind: 'query',
  method: 'get',
  path: '/api/library/coverage',
  needsStore: false,
  input: z.strictObject({ language: languageInput }),
  output: z.object({ safeguards: z.number().int(), mappings: z.number().int(), frameworks: z.array(frameworkView) }),
  command: {
    usage: 'library coverage',
    options: [languageOption],
    example: './theriac library coverage',
    toInput: async ({ options: { language } }) => ok({ language }),
    print: ({ safeguards, mappings, frameworks }, { library }, given) => {
      const { translate: say } = library.words(languageGiven(given));
      return coverageText(say, safeguards, mappings, frameworks);
    },
  },
  run: async ({ services }: ActionContext<Services>, { language }) => {
    const library = libraryIn(services, language);
    if (!library.ok) return library;
    const { content } = library.value;
    return ok({
      safeguards: content.safeguards.length,
      mappings: content.safeguards.reduce((sum, { mappings }) => sum + mappings.length, 0),
      frameworks: coverageOf(content).map(viewFramework),
    });
  },
});

const viewFramework = ({
  framework: { id, title, shortTitle },
  isPromised,
  rows,
}: FrameworkCoverage): FrameworkView => ({
  id,
  title,
  shortTitle,
  isPromised,
  rows: rows.map(viewRow),
});

const viewRow = ({ requirement: { id, cite, title }, touching, untouchedBecause }: CoverageRow) => ({
  id,
  cite,
  title,
  touching: touching.map((one) => ({ ...one })),
  untouchedBecause,
});

/** The whole as Markdown: `docs/coverage.md` is this text. */
function coverageText(
  say: Translate,
  safeguards: number,
  mappings: number,
  frameworks: readonly FrameworkView[],
): string {
  const sum = table(
    ['framework', 'ends', 'touched', 'untouched'].map((head) => say(`coverage.heads.${head}`)),
    frameworks.map(({ shortTitle, rows }) => {
      const touched = rows.filter(({ touching }) => touching.length > 0).length;
      return [shortTitle, String(rows.length), String(touched), String(rows.length - touched)];
    }),
  );
  const parts = frameworks.map(({ title, isPromised, rows }) => [
    `## ${title}`,
    '',
    say(isPromised ? 'coverage.promised' : 'coverage.compared'),
    '',
    ...table(
      ['requirement', 'title', 'safeguards'].map((head) => say(`coverage.heads.${head}`)),
      rows.map((row) => [row.cite, row.title, touchingText(say, row)]),
    ),
    '',
  ]);
  return [
    `# ${say('coverage.title')}`,
    '',
    say('coverage.lead', { safeguards, mappings }),
    '',
    ...sum,
    '',
    ...parts.flat(),
  ]
    .join('\n')
    .trimEnd();
}

function touchingText(say: Translate, { touching, untouchedBecause }: FrameworkView['rows'][number]): string {
  if (untouchedBecause !== null) return say('coverage.untouched', { because: untouchedBecause });
  if (touching.length === 0) return '–';
  return touching
    .map(({ id, relation: kind }) =>
      kind === null || kind === 'intersects-with' ? id : `${id} (${say(`coverage.${kind}`)})`,
    )
    .join(', ');
}

const cell = (text: string): string => text.replace(/\|/gu, '\\|').replace(/\s+/gu, ' ');
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`);
