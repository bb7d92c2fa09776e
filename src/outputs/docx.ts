/** DOCX: a report as an office edits it. Styles are named and stand in templates/; nothing is formatted directly. */
import { readFileSync } from 'node:fs';
import { AlignmentType, Document, LevelFormat, Packer, type ILevelsOptions } from 'docx';
import type { Report, Section } from '../core/report/report.ts';
import { docxBlock, lists, type BodyPart } from './docx-blocks.ts';
import { canonicalPackage } from './docx-canonical.ts';
import { annex, contentsOf, footerOf, headerOf, masthead, sectionHeading } from './docx-frame.ts';
import { docxWriter, languageTag, type DocxWriter } from './docx-text.ts';

const styleSheet = readFileSync(new URL('./templates/docx-styles.xml', import.meta.url), 'utf8');

/** Colours of the Traffic Light Protocol 2.0 on black. */
const tlpColours: Readonly<Record<Report['tlp'], string>> = {
  'TLP:CLEAR': 'FFFFFF',
  'TLP:GREEN': '33FF00',
  'TLP:AMBER': 'FFC000',
  'TLP:AMBER+STRICT': 'FFC000',
  'TLP:RED': 'FF2B2B',
};

/** A finished report as DOCX. Same report, same bytes. */
export async function renderDocx(report: Report): Promise<Uint8Array> {
  const write = docxWriter(report);
  const numbering = headingLists(report.sections);
  const children = [
    ...masthead(write),
    ...(report.layout === 'chapters' ? contentsOf(report) : []),
    ...(await bodyOf(report.sections, numbering, write)),
    ...annex(write),
  ];
  const packed = await Packer.toBuffer(documentOf(report, children, new Set(numbering.values())));
  return canonicalPackage(new Uint8Array(packed), { date: report.date, language: languageTag(report.language) });
}

async function bodyOf(
  sections: readonly Section[],
  numbering: ReadonlyMap<Section, string>,
  write: DocxWriter,
): Promise<readonly BodyPart[]> {
  const parts: BodyPart[] = [];
  for (const section of sections) {
    parts.push(sectionHeading(section, numbering.get(section) ?? null));
    for (const block of section.blocks) parts.push(...(await docxBlock(block, write)));
  }
  return parts;
}

/** The list that numbers each heading. Where numbers leave some out, another list goes on from the next one. */
function headingLists(sections: readonly Section[]): ReadonlyMap<Section, string> {
  const found = new Map<Section, string>();
  let [from, expected] = [0, 0];
  for (const section of sections) {
    if (section.number === undefined) continue;
    if (section.number !== expected) from = section.number;
    expected = section.number + 1;
    found.set(section, `${headingList}${from}`);
  }
  return found;
}
const headingList = 'headings-';

function documentOf(report: Report, children: readonly BodyPart[], headings: ReadonlySet<string>): Document {
  const { title, owner, words, id, layout } = report;
  return new Document({
    title,
    subject: owner?.name ?? report.forWhom,
    creator: words.product,
    lastModifiedBy: words.product,
    description: id,
    keywords: report.tlp,
    externalStyles: stylesOf(report),
    features: { updateFields: false },
    numbering: { config: [...listStyles, ...[...headings].map(headingStyle)] },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: margins[layout] } },
        headers: { default: headerOf(report) },
        footers: { default: footerOf(report) },
        children: [...children],
      },
    ],
  });
}

/** In half points; what hangs on a wall is meant for one page. */
const filed = { TITLESIZE: 46, HEADINGSIZE: 32, HEADINGSPACE: 380, LEADSIZE: 23, TEXTSIZE: 20 };
const hung = { TITLESIZE: 38, HEADINGSIZE: 24, HEADINGSPACE: 200, LEADSIZE: 20, TEXTSIZE: 18 };

/** The style sheet with what depends on the document. */
function stylesOf({ language, tlp, layout }: Report): string {
  const sizes = layout === 'practice' || layout === 'card' ? hung : filed;
  const values = { ...sizes, LANGUAGE: languageTag(language), TLPCOLOUR: tlpColours[tlp] };
  return Object.entries(values).reduce((sheet, [name, value]) => sheet.replaceAll(name, String(value)), styleSheet);
}

const page = { left: 1247, right: 1247, header: 680, footer: 624 };
const roomy = { ...page, top: 1531, bottom: 1418 };
const tight = { ...page, top: 1077, bottom: 907, header: 454, footer: 397 };
const margins = {
  chief: roomy,
  chapters: roomy,
  register: roomy,
  comparison: roomy,
  practice: tight,
  card: tight,
} as const;

const level = (format: ILevelsOptions['format'], text: string, left: number, hanging = left): ILevelsOptions => ({
  level: 0,
  ...(format === undefined ? {} : { format }),
  text,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left, hanging } } },
});

const listStyles = [
  { reference: lists.points, levels: [level(LevelFormat.BULLET, '•', 284, 227)] },
  { reference: lists.steps, levels: [level(LevelFormat.DECIMAL, '%1.', 397)] },
  { reference: lists.callout, levels: [level(LevelFormat.BULLET, '•', 454, 227)] },
  { reference: lists.decisions, levels: [level(LevelFormat.DECIMAL, '%1', 454)] },
];

const headingStyle = (reference: string) => ({
  reference,
  levels: [{ ...level(LevelFormat.DECIMAL, '%1', 567), start: Number(reference.slice(headingList.length)) }],
});
