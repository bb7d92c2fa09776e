import { safeguardColumns } from '../core/report/report.ts';
import type { Block, Report, SafeguardHeads, SafeguardRow, Section, Table } from '../core/report/report.ts';
import type { RichText, Run } from '../core/report/prose.ts';

/** A report as CommonMark with tables. Text is escaped, so that nothing in it becomes markup. */
export function renderMarkdown(report: Report): string {
  const write = writerFor(report);
  const parts = [
    `# ${escape(report.title)}`,
    ...(report.owner === null
      ? []
      : [
          `**${escape(report.owner.name)}**`,
          ...(report.owner.nativeName === undefined ? [] : [escape(report.owner.nativeName.text)]),
        ]),
    `${report.tlp} · ${escape(report.masthead.map(({ label, text }) => `${label}: ${text}`).join(' · '))}`,
    ...report.banners.map((banner) => `> ${write.rich(banner)}`),
    ...report.lead.map(write.rich),
    ...report.sections.map((section) => sectionText(section, write)),
    ...(report.sources.length === 0 ? [] : [`## ${escape(report.words.sources)}`]),
    ...report.sources.map(({ number, title, url, publisher, date, status, checkedWord, note }) =>
      `${number}. ${url === null ? escape(title) : `[${escape(title)}](<${url}>)`}. ${escape([publisher, date, status, checkedWord, note].filter((part) => part !== '').join('. '))}`.replace(
        /^H/u,
        '- H',
      ),
    ),
    `## ${escape(report.words.about)}`,
    ...report.about.map(({ label, text }) => `**${escape(label)}.** ${write.rich(text)}`),
    `\`${report.id}\` SHA-256 \`${report.digest}\``,
  ];
  return `${parts.join('\n\n')}\n`;
}

type Write = { readonly rich: (text: RichText) => string };

const escape = (text: string): string => text.replace(/([\\`*_[\]<>|#])/gu, '\\$1').replace(/\n/gu, ' ');

function writerFor({ sources }: Report): Write {
  const numbers = new Map(sources.map(({ id, number }) => [id, number]));
  const run = (part: Run): string => {
    if (typeof part === 'string') return escape(part);
    if ('cite' in part)
      return `\\[${numbers.get(part.cite) ?? '?'}${part.locator === undefined ? '' : `, ${escape(part.locator)}`}\\]`;
    if ('strong' in part) return `**${escape(part.strong)}**`;
    if ('em' in part) return `*${escape(part.em)}*`;
    return 'href' in part ? `[${escape(part.text)}](<${part.href}>)` : escape(part.foreign);
  };
  return { rich: (text) => text.map(run).join('') };
}

const sectionText = (section: Section, write: Write): string =>
  [
    `## ${section.number === undefined ? '' : `${section.number} `}${escape(section.title)}`,
    ...section.blocks.map((block) => blockText(block, write)),
  ].join('\n\n');

const label = (text: string | undefined): string => (text === undefined ? '' : `### ${escape(text)}\n\n`);

function blockText(block: Block, write: Write): string {
  switch (block.kind) {
    case 'paragraph':
      return write.rich(block.text);
    case 'heading':
      return `### ${escape(block.text)}`;
    case 'list':
      return (
        label(block.label) +
        block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${write.rich(item)}`).join('\n')
      );
    case 'labelled':
      return label(block.label) + write.rich(block.text);
    case 'facts':
      return block.rows.map((row) => `- **${escape(row.label)}:** ${write.rich(row.text)}`).join('\n');
    case 'table':
      return label(block.label) + tableText(block.table, write);
    case 'chart':
      // The table says every number that the picture shows.
      return `**${escape(block.caption)}**\n\n${tableText(block.table, write)}`;
    case 'callout':
      return [`> **${escape(block.title)}**`, ...block.items.map((item) => `> - ${write.rich(item)}`)].join('\n');
    case 'decisions':
      return decisionsText(block, write);
    case 'resolution':
      return resolutionText(block, write);
    case 'safeguards':
      return label(block.label) + safeguardsText(block, write);
    case 'things':
      return thingsText(block, write);
    case 'contacts':
      return contactsText(block, write);
  }
}

type Kind<Name extends Block['kind']> = Extract<Block, { kind: Name }>;

function safeguardsText({ heads, rows }: Kind<'safeguards'>, write: Write): string {
  const columns = safeguardColumns(rows);
  const cells: Readonly<Record<keyof SafeguardHeads, (row: SafeguardRow) => string>> = {
    safeguard: (row) => `${escape(row.title)} (${row.id})`,
    state: (row) => escape(row.stateWord),
    rank: (row) => escape(row.rankWord),
    duty: (row) => write.rich(row.duty),
    effort: (row) => escape(row.effort),
    quarter: (row) => escape(row.quarter),
  };
  return pipeTable(
    columns.map((column) => heads[column]),
    rows.map((row) => columns.map((column) => cells[column](row))),
  );
}

const thingsText = ({ heads, items }: Kind<'things'>, write: Write): string =>
  pipeTable(
    ['', heads.what, heads.time, heads.done],
    items.map(({ number, what, how, time }) => [
      String(number),
      `${write.rich(what)} ${write.rich(how)}`.trim(),
      escape(time),
      '\\_\\_\\_\\_',
    ]),
  );

const contactsText = ({ heads, items }: Kind<'contacts'>, write: Write): string =>
  pipeTable(
    [heads.who, heads.when, heads.how],
    items.map(({ who, when, how, note, blank }) => [
      escape(who),
      escape(when.replaceAll('\n', '; ')),
      [write.rich(how), blank ? '\\_\\_\\_\\_' : '', write.rich(note)].filter((part) => part !== '').join(' '),
    ]),
  );

const pipeTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.map(escape).join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

const tableText = ({ caption, columns, rows }: Table, write: Write): string =>
  (caption === undefined ? '' : `**${escape(caption)}**\n\n`) +
  pipeTable(
    columns.map(({ head }) => head),
    rows.map((row) => row.map(write.rich)),
  );

const decisionsText = ({ items, words, total }: Kind<'decisions'>, write: Write): string =>
  [
    ...items.map(({ number, what, cost, effect, deadline, ifNothing }) =>
      [
        `${number}. ${write.rich(what)}`,
        `   - **${escape(words.cost)}:** ${escape(cost)}`,
        `   - **${escape(words.effect)}:** ${write.rich(effect)}`,
        `   - **${escape(words.deadline)}:** ${escape(deadline)}`,
        `   - **${escape(words.ifNothing)}:** ${write.rich(ifNothing)}`,
      ].join('\n'),
    ),
    write.rich(total),
  ].join('\n\n');

const resolutionText = ({ intro, choices, decisions, signatures, words }: Kind<'resolution'>, write: Write): string =>
  [
    write.rich(intro),
    pipeTable(
      [words.decision, ...choices],
      decisions.map(({ number, what }) => [`${number}. ${escape(what)}`, ...choices.map(() => '☐')]),
    ),
    ...signatures.map(
      ({ role }) =>
        `${escape(role)}: ${escape(words.name)} ____________________ ${escape(words.date)} __________ ${escape(words.signature)} ____________________`,
    ),
  ].join('\n\n');
