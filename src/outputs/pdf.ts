/** PDF: a report model through the templates of `templates/`. It decides how tight the setting is, and nothing else. */
import type { Layout, Report } from '../core/report/report.ts';
import { openNativeTypesetter, openWasmTypesetter, type Typeset, type Typesetter } from './pdf-compiler.ts';
import { printableModel } from './pdf-text.ts';

/** All pages, and those before the annex of sources. */
export type Pages = { readonly pages: number; readonly bodyPages: number };

/** What readers were promised: the board decides on three pages, a practice and a wall have one, what changed is told on two. */
const mostBodyPages: Readonly<Record<Layout, number>> = {
  chief: 3,
  chapters: Infinity,
  practice: 1,
  card: 1,
  register: Infinity,
  comparison: 2,
};
/** The tightest setting that the templates know; 0 is the roomiest. */
const tightest = 7;

let opened: Promise<Typesetter> | null = null;
const typesetter = (): Promise<Typesetter> => (opened ??= openTypesetter());

async function openTypesetter(): Promise<Typesetter> {
  return openNativeTypesetter() ?? openWasmTypesetter();
}

/**
 * A finished report as PDF, tagged. Through the native compiler it declares PDF/UA-1 and fails where the standard is not
 * met; where the platform has none, WASM makes the same pages and tags without declaring a standard. Same report, same bytes.
 */
export async function renderPdf(report: Report, open: () => Promise<Typesetter> = typesetter): Promise<Uint8Array> {
  return named(report, async () => fitted(await open(), report).typeset.toPdf());
}

/** How many pages a report takes. One that its layout cannot hold is set as tight as is readable, and then counted. */
export async function pagesOf(report: Report, open: () => Promise<Typesetter> = typesetter): Promise<Pages> {
  return named(report, async () => fitted(await open(), report).pages);
}

type Fitted = { readonly typeset: Typeset; readonly pages: Pages };

/** The roomiest setting that keeps to the pages of the layout; the tightest where none does. */
function fitted(typst: Typesetter, report: Report): Fitted {
  const model = JSON.stringify(printableModel(report));
  const setAt = (density: number): Fitted => {
    const typeset = typst.typeset({ model, density: String(density) });
    const { body, total } = typeset.facts as { readonly body: number; readonly total: number };
    return { typeset, pages: { pages: total, bodyPages: body } };
  };
  const fits = ({ pages }: Fitted): boolean => pages.bodyPages <= mostBodyPages[report.layout];
  const roomy = setAt(0);
  if (fits(roomy)) return roomy;
  let best = setAt(tightest);
  if (!fits(best)) return best;
  let [over, under] = [0, tightest];
  while (under - over > 1) {
    const density = Math.floor((over + under) / 2);
    const tried = setAt(density);
    if (fits(tried)) [best, under] = [tried, density];
    else over = density;
  }
  return best;
}

async function named<Value>({ layout, role, title }: Report, make: () => Promise<Value>): Promise<Value> {
  try {
    return await make();
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot make a PDF of "${title}" (${layout}, ${role}): ${problem}`, { cause: error });
  }
}
