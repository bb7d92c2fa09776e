import { z } from 'zod';
import { fail, ok } from '../../core/base.ts';
import { cellStates, variationOf, type CellState } from '../../core/variation.ts';
import type { Content } from '../../core/content/content.ts';
import { languageGiven, languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, type ActionContext } from '../../platform/action.ts';
import { textTable } from '../../platform/text-table.ts';

const defineAction = actionsOver<Services>();

const cellView = z.object({
  country: z.string(),
  state: z.enum(cellStates),
  cites: z.array(z.object({ document: z.string(), title: z.string(), cite: z.string(), asks: z.string() })),
});

export const showVariation = defineAction({
  name: 'library.variation',
  summary:
    'How each country asks for each safeguard of the minimum set: by law, by a framework, as a recommendation, or not',
  permission: 'everyone',
  kind: 'query',
  method: 'get',
  path: '/api/library/variation',
  needsStore: false,
  input: z.strictObject({
    country: z.string().max(2).optional().describe('Only this country, as GR'),
    language: languageInput,
  }),
  output: z.object({
    countries: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        texts: z.array(z.object({ document: z.string(), title: z.string(), whom: z.string(), check: z.string() })),
      }),
    ),
    rows: z.array(
      z.object({ id: z.string(), title: z.string(), language: z.string().optional(), cells: z.array(cellView) }),
    ),
  }),
  command: {
    usage: 'library variation',
    options: [{ flags: '--country <code>', description: 'only this country, with every clause' }, languageOption],
    example: './theriac library variation --country ES',
    toInput: async ({ options: { country, language } }) => ok({ country, language }),
    print: ({ countries, rows }, { library }, given) => {
      const { translate: say } = library.words(languageGiven(given));
      const word = (state: CellState): string => say(`variation.state.${state}`);
      const [only] = countries;
      if (countries.length === 1 && only !== undefined)
        return [
          ...only.texts.map(({ title, whom }) => `${title}: ${whom}`),
          textTable(
            ['id', 'safeguard', 'state', 'where'].map((head) => say(`variation.heads.${head}`)),
            rows.map(({ id, title, cells }) => [
              id,
              title,
              word(cells[0]?.state ?? 'not_checked'),
              cells.flatMap(({ cites }) => cites.map(({ cite }) => cite)).join(', ') || '-',
            ]),
            ['start', 'start', 'start', 'start'],
          ),
        ].join('\n');
      const looked = countries.filter(({ texts }) => texts.length > 0);
      return [
        textTable(
          [say('variation.heads.id'), ...looked.map(({ code }) => code)],
          rows.map(({ id, cells }) => [
            id,
            ...looked.map(({ code }) =>
              say(`variation.sign.${cells.find(({ country }) => country === code)?.state ?? 'not_checked'}`),
            ),
          ]),
          ['start', ...looked.map(() => 'start' as const)],
        ),
        '',
        cellStates.map((state) => `${say(`variation.sign.${state}`)} ${word(state)}`).join(', '),
        say('variation.unchecked', { count: countries.length - looked.length }),
      ].join('\n');
    },
  },
  run: async ({ services }: ActionContext<Services>, { country, language }) => {
    const library = libraryIn(services, language);
    if (!library.ok) return library;
    const { content } = library.value;
    const code = country?.toUpperCase();
    const countries = content.countries.filter((item) => code === undefined || item.code === code);
    if (countries.length === 0)
      return fail({
        kind: 'not_found',
        message: `No country has the code "${country}". Write two letters, such as GR.`,
      });
    return ok(viewOf(content, countries));
  },
});

function viewOf(content: Content, countries: Content['countries']) {
  const titles = new Map(content.documents.map(({ id, shortTitle }) => [id, shortTitle]));
  const shown = new Set(countries.map(({ code }) => code));
  return {
    countries: countries.map(({ code, name }) => ({
      code: code as string,
      name,
      texts: (content.variation.find(({ id }) => id === code)?.texts ?? []).map(({ document, whom, verification }) => ({
        document: document as string,
        title: titles.get(document) ?? document,
        whom,
        check: verification.status as string,
      })),
    })),
    rows: variationOf(content).map(({ safeguard: { id, title, language }, cells }) => ({
      id: id as string,
      title,
      ...(language === undefined ? {} : { language }),
      cells: cells
        .filter(({ country }) => shown.has(country))
        .map(({ country, state, cites }) => ({
          country: country as string,
          state,
          cites: cites.map(({ document, cite, asks }) => ({
            document: document as string,
            title: titles.get(document) ?? document,
            cite,
            asks,
          })),
        })),
    })),
  };
}
