import { Bookmark, ExternalHyperlink, InternalHyperlink, Paragraph, TextRun, type ParagraphChild } from 'docx';
import type { RichText, Run } from '../core/report/prose.ts';
import type { Report } from '../core/report/report.ts';

/** Names of paragraph styles in templates/docx-styles.xml. */
export type ParagraphStyle =
  | 'Title'
  | 'Subtitle'
  | 'NativeName'
  | 'Masthead'
  | 'Heading1'
  | 'Heading2'
  | 'Lead'
  | 'Label'
  | 'Notice'
  | 'Callout'
  | 'CalloutTitle'
  | 'ListBullet'
  | 'ListNumber'
  | 'Decision'
  | 'DecisionDetail'
  | 'Caption'
  | 'Figure'
  | 'TableText'
  | 'TableNumber'
  | 'TableEnd'
  | 'SourcesParagraph'
  | 'Header'
  | 'Footer';

/** What blocks need to write text, and the counts of what a document numbers. */
export type DocxWriter = {
  readonly report: Report;
  readonly rich: (text: RichText) => readonly ParagraphChild[];
  /** The next number of figures, of tables, or of lists that begin at one. */
  readonly next: (counted: 'Figure' | 'Table' | 'list') => number;
};

/** A writer for one document. */
export function docxWriter(report: Report): DocxWriter {
  const numbers = new Map(report.sources.map(({ id, number }) => [id, number]));
  const counts = new Map<string, number>();
  return {
    report,
    rich: (text) => text.flatMap((run, index) => runsOf(keptToMark(run, text[index + 1]), numbers)),
    next: (counted) => {
      const count = (counts.get(counted) ?? 0) + 1;
      counts.set(counted, count);
      return count;
    },
  };
}

/** A mark does not stand alone at the start of a line: the space before it does not break. */
const keptToMark = (run: Run, next: Run | undefined): Run =>
  typeof run === 'string' && typeof next === 'object' && 'cite' in next && run !== ''
    ? run.replace(/\s+$/u, '\u00a0')
    : run;

function runsOf(run: Run, numbers: ReadonlyMap<string, string>): readonly ParagraphChild[] {
  if (typeof run === 'string') return plain(run);
  if ('cite' in run) return [citation(run.cite, run.locator, numbers)];
  if ('strong' in run) return plain(run.strong, { style: 'Strong' });
  if ('em' in run) return plain(run.em, { style: 'Emphasis' });
  if ('href' in run) return webLink(run.href, run.text);
  return plain(run.foreign, { language: { value: languageTag(run.language) } });
}

type RunLook = { readonly style?: string; readonly language?: { readonly value: string } };

/** Text as runs; line ends are kept. */
export const plain = (text: string, look: RunLook = {}): readonly TextRun[] =>
  text.split('\n').map((line, index) => new TextRun({ ...look, text: line, ...(index === 0 ? {} : { break: 1 }) }));

/** The bookmark that a mark of this source leads to. */
export const sourceBookmark = (number: string): string => `source_${number}`;

/** A longer mark may break, or it would leave a narrow column. */
const longestWholeMark = 22;

function citation(id: string, locator: string | undefined, numbers: ReadonlyMap<string, string>): ParagraphChild {
  const number = numbers.get(id);
  if (number === undefined) throw new Error(`Cannot cite "${id}": the report has no such source`);
  const mark = `[${number}${locator === undefined ? '' : `,\u00a0${locator}`}]`;
  const text = mark.length <= longestWholeMark ? mark.replaceAll(' ', '\u00a0') : mark;
  return new InternalHyperlink({
    anchor: sourceBookmark(number),
    children: [new TextRun({ text, style: 'Citation' })],
  });
}

/** A link; an address that is none would make Word refuse the whole file, so it stays text. */
export const webLink = (href: string, text: string): readonly ParagraphChild[] =>
  URL.canParse(href)
    ? [new ExternalHyperlink({ link: new URL(href).href, children: [new TextRun({ text, style: 'Hyperlink' })] })]
    : plain(text);

/** A paragraph in a named style. */
export const paragraph = (
  style: ParagraphStyle | undefined,
  children: readonly ParagraphChild[],
  { keepNext = false }: { readonly keepNext?: boolean } = {},
): Paragraph =>
  new Paragraph({
    ...(style === undefined ? {} : { style }),
    // A written "false" would undo what the style says.
    ...(keepNext ? { keepNext } : {}),
    children: [...children],
  });

/** A bookmark around words; Word takes letters, digits and underscores, forty at most. */
export const bookmarked = (id: string, children: readonly ParagraphChild[]): Bookmark =>
  new Bookmark({ id: id.replaceAll(/\W/gu, '_').slice(0, 40), children: [...children] });

/** `el` as `el-GR`: Word checks spelling by language and region. */
export function languageTag(language: string): string {
  const european: Readonly<Record<string, string>> = { en: 'GB', pt: 'PT' };
  const { language: name, region } = new Intl.Locale(language).maximize();
  return `${name}-${european[language] ?? region ?? ''}`.replace(/-$/u, '');
}
