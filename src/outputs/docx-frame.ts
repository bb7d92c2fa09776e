import { Footer, Header, LeaderType, PageNumber, Paragraph, TableOfContents, TextRun, type ParagraphChild } from 'docx';
import type { Report, Section, Source } from '../core/report/report.ts';
import { factsOf, type BodyPart } from './docx-blocks.ts';
import { tableOf } from './docx-table.ts';
import { bookmarked, languageTag, paragraph, plain, sourceBookmark, webLink, type DocxWriter } from './docx-text.ts';

/** Pages for a wall have no room for what a filed document says of itself; their footer names them. */
const isOnePage = (layout: Report['layout']): boolean => layout === 'practice' || layout === 'card';

/** What stands before the first section: title, owner, for whom, banners and the answer in short. */
export function masthead({ report, rich }: DocxWriter): readonly BodyPart[] {
  const { owner } = report;
  const native = owner?.nativeName;
  // The title of a card names its owner.
  const isCard = report.layout === 'card';
  return [
    paragraph('Title', plain(report.title)),
    ...(owner === null || isCard ? [] : [paragraph('Subtitle', plain(owner.name))]),
    ...(native === undefined || isCard ? [] : [paragraph('NativeName', plain(native.text, lookOf(native.language)))]),
    ...(isOnePage(report.layout) ? [] : report.masthead).map(({ label, text }) =>
      paragraph('Masthead', [...plain(`${label}: `), ...plain(text, { style: 'Strong' })]),
    ),
    ...report.banners.map((banner) => paragraph('Notice', rich(banner))),
    ...report.lead.map((text) => paragraph('Lead', rich(text))),
  ];
}

/** A table of contents that reads without being updated; Word adds page numbers when asked. */
export function contentsOf({ words, sections }: Report): readonly BodyPart[] {
  const entries = [...sections, { id: 'sources', title: words.sources }, { id: 'about', title: words.about }];
  return [
    paragraph('Label', plain(words.contents)),
    new TableOfContents(words.contents, {
      hyperlink: true,
      headingStyleRange: '1-1',
      beginDirty: false,
      tabLeader: LeaderType.NONE,
      cachedEntries: entries.map((entry) => ({
        title: 'number' in entry && entry.number !== undefined ? `${entry.number}\t${entry.title}` : entry.title,
        level: 1,
        href: partBookmark(entry.id),
      })),
    }),
  ];
}

const partBookmark = (id: string): string => `part_${id}`.replaceAll(/\W/gu, '_').slice(0, 40);

/** A heading of the first level; its number belongs to a list of the document, never to its text. */
export function sectionHeading({ id, title, titleLanguage, blocks }: Section, numbering: string | null): Paragraph {
  return new Paragraph({
    style: 'Heading1',
    ...(blocks.some(({ kind }) => kind === 'resolution') ? { pageBreakBefore: true } : {}),
    ...(numbering === null ? {} : { numbering: { reference: numbering, level: 0 } }),
    children: [bookmarked(partBookmark(id), plain(title, lookOf(titleLanguage)))],
  });
}

const lookOf = (language: string | undefined) =>
  language === undefined ? {} : { language: { value: languageTag(language) } };

const annexHeading = (id: string, title: string): Paragraph =>
  new Paragraph({ style: 'Heading1', children: [bookmarked(partBookmark(id), plain(title))] });

/** What every mark resolves to, and what the document was made from. A page for the wall names its sources in a paragraph. */
export function annex(write: DocxWriter): readonly BodyPart[] {
  const { words, layout, sources, about, id, digest } = write.report;
  const identity = { label: id, text: [`SHA-256 ${digest.replace(/(.{16})/gu, '$1 ').trim()}`] };
  const found = isOnePage(layout) ? [sourcesParagraph(sources)] : sourceTable(write);
  return [
    ...(sources.length === 0 ? [] : [annexHeading('sources', words.sources), ...found]),
    ...(isOnePage(layout) ? [] : [annexHeading('about', words.about), ...factsOf([...about, identity], write)]),
  ];
}

function sourceTable({ report: { words, sources } }: DocxWriter): readonly BodyPart[] {
  return tableOf({
    style: 'TheriacTable',
    widths: [{ mm: 10 }, { fr: 1 }, { mm: 31 }, { mm: 24 }, { mm: 22 }, { mm: 21 }],
    head: [words.number, words.source, words.publisher, words.date, words.status, words.checked],
    rows: sources.map((source) => [
      [sourceNumber(source)],
      [
        ...sourceTitle(source),
        ...(source.note === '' ? [] : [new TextRun({ text: source.note, style: 'Quiet', break: 1 })]),
      ],
      plain(source.publisher),
      plain(source.date),
      plain(source.status),
      plain(source.checkedWord),
    ]),
  });
}

const sourceNumber = ({ number }: Source): ParagraphChild =>
  bookmarked(sourceBookmark(number), plain(number, { style: 'Strong' }));

const sourceTitle = ({ url, title }: Source): readonly ParagraphChild[] =>
  url === null ? plain(title) : webLink(url, title);

const sourcesParagraph = (sources: readonly Source[]): Paragraph =>
  paragraph(
    'SourcesParagraph',
    sources.flatMap((source) => [
      sourceNumber(source),
      ...plain('\u00a0'),
      ...sourceTitle(source),
      ...plain(`. ${source.publisher}, ${source.date}, ${source.status}, ${source.checkedWord}. `),
    ]),
  );

const band = (report: Report, left: readonly ParagraphChild[]): readonly ParagraphChild[] => [
  ...left,
  new TextRun('\t'),
  new TextRun({ text: `\u00a0${report.tlp}\u00a0`, style: 'Tlp' }),
];

/** Every page says what it is and how secret. */
export const headerOf = (report: Report): Header =>
  new Header({
    children: [
      paragraph(
        'Header',
        band(report, [...plain(report.words.product, { style: 'Strong' }), ...plain(`   ${report.title}`)]),
      ),
    ],
  });

/** Whose it is, which edition, day and identity, which page. */
export function footerOf(report: Report): Footer {
  const { words, owner, edition, dateShown, id } = report;
  const whose = [owner?.shortName ?? report.title, `${words.product} ${edition}`, dateShown, id].join(' · ');
  return new Footer({
    children: [
      paragraph(
        'Footer',
        band(report, [
          ...plain(`${whose} · ${words.page} `),
          new TextRun({ children: [PageNumber.CURRENT] }),
          ...plain(` ${words.of} `),
          new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
        ]),
      ),
    ],
  });
}
