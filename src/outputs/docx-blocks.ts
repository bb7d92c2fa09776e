import {
  CheckBox,
  Paragraph,
  SimpleField,
  TextRun,
  type ParagraphChild,
  type TableOfContents,
  type Table as WordTable,
} from 'docx';
import type { RichText } from '../core/report/prose.ts';
import {
  safeguardColumns,
  type Block,
  type SafeguardHeads,
  type SafeguardRow,
  type Table,
} from '../core/report/report.ts';
import { picture } from './docx-picture.ts';
import { tableOf, type CellContent } from './docx-table.ts';
import { paragraph, plain, type DocxWriter, type ParagraphStyle } from './docx-text.ts';

type Kind<Name extends Block['kind']> = Extract<Block, { kind: Name }>;
/** What a body is made of. */
export type BodyPart = Paragraph | WordTable | TableOfContents;

/** Lists of the numbering part, by the name that paragraphs use. */
export const lists = { points: 'points', steps: 'steps', callout: 'callout', decisions: 'decisions' } as const;

/** The parts of a document that a block becomes; a label of its own is a heading of the second level. */
export async function docxBlock(block: Block, write: DocxWriter): Promise<readonly BodyPart[]> {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(undefined, write.rich(block.text))];
    case 'heading':
      return labelOf(block.text);
    case 'list':
      return [...labelOf(block.label), ...listOf(block.items, block.ordered, write)];
    case 'labelled':
      return [...labelOf(block.label), paragraph(undefined, write.rich(block.text))];
    case 'facts':
      return factsOf(block.rows, write);
    case 'table':
      return [...labelOf(block.label), ...dataTable(block.table, write)];
    case 'chart':
      return [captionOf('Figure', block.caption, write), await picture(block, write.next('list'))];
    case 'callout':
      return calloutOf(block, write);
    case 'decisions':
      return decisionsOf(block, write);
    case 'resolution':
      return resolutionOf(block, write);
    case 'safeguards':
      return [...labelOf(block.label), ...safeguardsOf(block, write)];
    case 'things':
      return thingsOf(block, write);
    case 'contacts':
      return contactsOf(block, write);
  }
}

const labelOf = (label: string | undefined): readonly Paragraph[] =>
  label === undefined ? [] : [paragraph('Heading2', plain(label))];

/** A list that begins at one is an instance of its own, or it would go on counting from the last. */
const listOf = (items: readonly RichText[], ordered: boolean, write: DocxWriter): readonly Paragraph[] => {
  const instance = ordered ? write.next('list') : 0;
  return items.map((item) =>
    listed(ordered ? 'ListNumber' : 'ListBullet', ordered ? lists.steps : lists.points, instance, write.rich(item)),
  );
};

const listed = (
  style: ParagraphStyle,
  reference: string,
  instance: number,
  children: readonly ParagraphChild[],
): Paragraph => new Paragraph({ style, numbering: { reference, level: 0, instance }, children: [...children] });

/** Label and text side by side; the label names its row. */
export const factsOf = (
  rows: readonly { readonly label: string; readonly text: RichText }[],
  write: DocxWriter,
): readonly BodyPart[] =>
  rows.length === 0
    ? []
    : tableOf({
        style: 'TheriacFacts',
        widths: [{ mm: 42 }, { fr: 1 }],
        rows: rows.map(({ label, text }) => [plain(label), write.rich(text)]),
      });

/** The caption stands above and numbers itself; the cached number is what readers without fields show. */
function captionOf(counted: 'Figure' | 'Table', text: string, write: DocxWriter): Paragraph {
  const word = write.report.words[counted === 'Figure' ? 'figure' : 'table'];
  const number = new SimpleField(`SEQ ${counted} \\* ARABIC`, String(write.next(counted)));
  return paragraph('Caption', [new TextRun(`${word} `), number, ...plain(`. ${text}`)]);
}

function dataTable({ caption, columns, rows }: Table, write: DocxWriter): readonly BodyPart[] {
  const drawn = tableOf({
    style: 'TheriacTable',
    widths: columns.map(({ width }) => width),
    ends: columns.map(({ align }) => align === 'end'),
    head: columns.map(({ head }) => head),
    rows: rows.map((row) => row.map(write.rich)),
  });
  return caption === undefined ? drawn : [captionOf('Table', caption, write), ...drawn];
}

const calloutOf = ({ title, items }: Kind<'callout'>, write: DocxWriter): readonly BodyPart[] => [
  paragraph('CalloutTitle', plain(title)),
  ...items.map((item) => listed('Callout', lists.callout, 0, write.rich(item))),
];

function decisionsOf({ words, items, total }: Kind<'decisions'>, write: DocxWriter): readonly BodyPart[] {
  const instance = write.next('list');
  const detail = (label: string, text: RichText, isLast = false): Paragraph =>
    paragraph('DecisionDetail', [...plain(`${label}: `, { style: 'Strong' }), ...write.rich(text)], {
      keepNext: !isLast,
    });
  return [
    ...items.flatMap(({ what, cost, effect, deadline, ifNothing }) => [
      listed('Decision', lists.decisions, instance, write.rich(what)),
      detail(words.deadline, [deadline]),
      detail(words.cost, [cost]),
      detail(words.effect, effect),
      detail(words.ifNothing, ifNothing, true),
    ]),
    paragraph('Label', write.rich(total)),
  ];
}

/** A box for each choice that can be ticked in the file, and lines to sign on when it is printed. */
function resolutionOf(
  { intro, choices, decisions, signatures, words }: Kind<'resolution'>,
  write: DocxWriter,
): readonly BodyPart[] {
  const boxes = decisions.map(({ number, what }): readonly CellContent[] => [
    plain(String(number)),
    plain(what),
    ...choices.map((choice) => [new CheckBox({ checked: false, alias: `${words.decision} ${number}: ${choice}` })]),
  ]);
  return [
    paragraph(undefined, write.rich(intro), { keepNext: true }),
    ...tableOf({
      style: 'TheriacTable',
      widths: [{ mm: 10 }, { fr: 1 }, ...choices.map(() => ({ mm: 25 }))],
      head: [write.report.words.number, words.decision, ...choices],
      rows: boxes,
    }),
    ...tableOf({
      style: 'TheriacForm',
      widths: [{ mm: 86 }, { mm: 30 }, { mm: 50 }],
      head: [words.name, words.date, words.signature],
      rows: signatures.map(({ role }) => [plain(role), [], []]),
      rowHeight: 794,
    }),
  ];
}

function safeguardsOf({ heads, rows }: Kind<'safeguards'>, write: DocxWriter): readonly BodyPart[] {
  const columns = safeguardColumns(rows);
  const cells: Readonly<Record<keyof SafeguardHeads, (row: SafeguardRow) => CellContent>> = {
    safeguard: ({ title, id }) => [...plain(`${title} `), ...plain(id, { style: 'Quiet' })],
    state: ({ stateWord }) => plain(stateWord),
    rank: ({ rankWord }) => plain(rankWord),
    duty: ({ duty }) => write.rich(duty),
    effort: ({ effort }) => plain(effort),
    quarter: ({ quarter }) => plain(quarter),
  };
  const widths = {
    safeguard: { fr: 1 },
    state: { mm: 24 },
    rank: { mm: 17 },
    duty: { mm: 38 },
    effort: { mm: 21 },
    quarter: { mm: 19 },
  };
  return tableOf({
    style: 'TheriacTable',
    widths: columns.map((column) => widths[column]),
    head: columns.map((column) => heads[column]),
    rows: rows.map((row) => columns.map((column) => cells[column](row))),
  });
}

const thingsOf = ({ heads, items }: Kind<'things'>, write: DocxWriter): readonly BodyPart[] =>
  tableOf({
    style: 'TheriacForm',
    widths: [{ mm: 9 }, { fr: 1 }, { mm: 21 }, { mm: 26 }],
    head: [write.report.words.number, heads.what, heads.time, heads.done],
    rows: items.map(({ number, what, how, time }) => [
      plain(String(number), { style: 'Strong' }),
      [...write.rich(what), ...(how.length === 0 ? [] : [new TextRun({ text: '', break: 1 }), ...write.rich(how)])],
      plain(time),
      [],
    ]),
  });

const contactsOf = ({ heads, items }: Kind<'contacts'>, write: DocxWriter): readonly BodyPart[] =>
  tableOf({
    style: 'TheriacForm',
    widths: [{ mm: 32 }, { mm: 44 }, { fr: 1 }],
    head: [heads.who, heads.when, heads.how],
    rows: items.map(({ who, when, how, blank, note }) => [
      plain(who, { style: 'Strong' }),
      plain(when),
      [
        ...(how.length === 0 ? [] : [paragraph('TableText', write.rich(how))]),
        ...(blank ? [paragraph('TableText', plain('_'.repeat(44), { style: 'Quiet' }))] : []),
        ...(note.length === 0 ? [] : [paragraph('TableText', write.rich(note))]),
      ],
    ]),
  });
