import type { RichText } from '../core/report/prose.ts';
import {
  safeguardColumns,
  type Block,
  type SafeguardHeads,
  type SafeguardRow,
  type Table,
} from '../core/report/report.ts';
import type { HtmlWriter } from './html.ts';
import { escapeXml, svgOf } from './svg.ts';

type Kind<Name extends Block['kind']> = Extract<Block, { kind: Name }>;

/** The blocks of a section; a part with a label of its own is a heading of the third level. */
export const htmlBlocks = (blocks: readonly Block[], write: HtmlWriter, section: string): string =>
  blocks.map((block, index) => blockHtml(block, write, `${section}-${index + 1}`)).join('\n');

function blockHtml(block: Block, write: HtmlWriter, id: string): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${write.rich(block.text)}</p>`;
    case 'heading':
      return `<h3>${write.text(block.text)}</h3>`;
    case 'list':
      return part(block.label, listHtml(block.items, block.ordered, write), write);
    case 'labelled':
      return part(block.label, `<p>${write.rich(block.text)}</p>`, write);
    case 'facts':
      return `<dl class="facts">${block.rows.map(({ label, text }) => `<div><dt>${write.text(label)}</dt><dd>${write.rich(text)}</dd></div>`).join('')}</dl>`;
    case 'table':
      return part(block.label, tableHtml(block.table, write), write);
    case 'chart':
      return chartHtml(block, write);
    case 'callout':
      return `<aside class="callout" aria-labelledby="c-${id}"><h3 id="c-${id}">${write.text(block.title)}</h3>${listHtml(block.items, false, write)}</aside>`;
    case 'decisions':
      return decisionsHtml(block, write);
    case 'resolution':
      return resolutionHtml(block, write);
    case 'safeguards':
      return part(block.label, safeguardsHtml(block, write), write);
    case 'things':
      return thingsHtml(block, write);
    case 'contacts':
      return contactsHtml(block, write);
  }
}

/** Where a text is not in the document's language. */
export const langOf = (language: string | undefined): string =>
  language === undefined ? '' : ` lang="${escapeXml(language)}"`;

const part = (label: string | undefined, body: string, write: HtmlWriter): string =>
  label === undefined
    ? body
    : `<div class="part"><h3>${write.text(label)}</h3><div class="part-body">${body}</div></div>`;

function listHtml(items: readonly RichText[], ordered: boolean, write: HtmlWriter): string {
  const tag = ordered ? 'ol' : 'ul';
  return `<${tag}>${items.map((item) => `<li>${write.rich(item)}</li>`).join('')}</${tag}>`;
}

const headRow = (heads: readonly string[], write: HtmlWriter, ends: readonly boolean[] = []): string =>
  `<thead><tr>${heads.map((head, column) => `<th scope="col"${ends[column] === true ? ' class="end"' : ''}>${write.text(head)}</th>`).join('')}</tr></thead>`;

/** What is wider than the page scrolls inside a group that the keyboard can reach; as landmarks they would be too many. */
export const scrollable = (label: string, content: string): string =>
  `<div class="wide" role="group" aria-label="${label}" tabindex="0">${content}</div>`;

function tableHtml({ caption, columns, rows }: Table, write: HtmlWriter): string {
  const ends = columns.map(({ align }) => align === 'end');
  const body = rows
    .map(
      (row) =>
        `<tr>${row.map((cell, column) => `<td${ends[column] === true ? ' class="end"' : ''}>${write.rich(cell)}</td>`).join('')}</tr>`,
    )
    .join('');
  const head = headRow(
    columns.map((column) => column.head),
    write,
    ends,
  );
  return scrollable(
    write.text(caption ?? columns.map((column) => column.head).join(', ')),
    `<table>${caption === undefined ? '' : `<caption>${write.text(caption)}</caption>`}${head}<tbody>${body}</tbody></table>`,
  );
}

const chartHtml = ({ caption, alt, chart, table }: Kind<'chart'>, write: HtmlWriter): string =>
  `<figure>${scrollable(write.text(caption), svgOf(chart, alt))}<figcaption>${write.text(caption)}</figcaption><details><summary>${write.text(write.words.asTable)}</summary>${tableHtml(table, write)}</details></figure>`;

const decisionsHtml = ({ items, words, total }: Kind<'decisions'>, write: HtmlWriter): string =>
  `<ol class="decisions">${items
    .map(
      ({ what, cost, effect, deadline, ifNothing }) =>
        `<li><p class="what">${write.rich(what)}</p><dl><div><dt>${write.text(words.cost)}</dt><dd>${write.text(cost)}</dd></div><div><dt>${write.text(words.effect)}</dt><dd>${write.rich(effect)}</dd></div><div><dt>${write.text(words.deadline)}</dt><dd>${write.text(deadline)}</dd></div><div><dt>${write.text(words.ifNothing)}</dt><dd>${write.rich(ifNothing)}</dd></div></dl></li>`,
    )
    .join('')}</ol><p class="total">${write.rich(total)}</p>`;

/** A screen cannot be signed; the boxes are there for the print. */
const resolutionHtml = (
  { intro, choices, decisions, signatures, words }: Kind<'resolution'>,
  write: HtmlWriter,
): string =>
  `<p>${write.rich(intro)}</p><table class="resolution">${headRow([words.decision, ...choices], write)}<tbody>${decisions.map(({ number, what }) => `<tr><td>${number}. ${write.text(what)}</td>${choices.map(() => '<td class="box"><span aria-hidden="true">☐</span></td>').join('')}</tr>`).join('')}</tbody></table><div class="signatures">${signatures.map(({ role }) => `<dl><dt>${write.text(role)}</dt><dd>${write.text(words.name)}</dd><dd>${write.text(words.date)}</dd><dd>${write.text(words.signature)}</dd></dl>`).join('')}</div>`;

function safeguardsHtml({ heads, rows }: Kind<'safeguards'>, write: HtmlWriter): string {
  const columns = safeguardColumns(rows);
  const cells: Readonly<Record<keyof SafeguardHeads, (row: SafeguardRow) => string>> = {
    safeguard: (row) =>
      `<th scope="row"${langOf(row.language)}>${write.text(row.title)} <span class="id">${row.id}</span></th>`,
    state: (row) => `<td>${stateHtml(row)}${write.text(row.stateWord)}</td>`,
    rank: (row) => `<td>${write.text(row.rankWord)}</td>`,
    duty: (row) => `<td>${write.rich(row.duty)}</td>`,
    effort: (row) => `<td>${write.text(row.effort)}</td>`,
    quarter: (row) => `<td>${write.text(row.quarter)}</td>`,
  };
  const body = rows.map((row) => `<tr>${columns.map((column) => cells[column](row)).join('')}</tr>`).join('');
  const head = columns.map((column) => heads[column]);
  return scrollable(
    write.text(heads.safeguard),
    `<table class="safeguards">${headRow(head, write)}<tbody>${body}</tbody></table>`,
  );
}

const filled: Readonly<Record<string, number>> = { fully: 4, largely: 3, partially: 2, not_implemented: 0 };

/** Four squares beside the word; decoration, because the word says it. */
function stateHtml({ state }: SafeguardRow): string {
  if (state === null || state === 'not_applicable') return '';
  const squares = [0, 1, 2, 3]
    .map((index) => `<i class="${state === 'unknown' ? 'dotted' : index < (filled[state] ?? 0) ? 'on' : ''}"></i>`)
    .join('');
  return `<span class="squares" aria-hidden="true">${squares}</span> `;
}

const thingsHtml = ({ heads, items }: Kind<'things'>, write: HtmlWriter): string =>
  `<table class="things"><thead><tr><th scope="col"><span class="hidden">${write.text(write.words.number)}</span></th><th scope="col">${write.text(heads.what)}</th><th scope="col">${write.text(heads.time)}</th><th scope="col">${write.text(heads.done)}</th></tr></thead><tbody>${items.map(({ number, what, how, time }) => `<tr><td class="no">${number}</td><td>${write.rich(what)}${how.length === 0 ? '' : `<br>${write.rich(how)}`}</td><td>${write.text(time)}</td><td class="line"></td></tr>`).join('')}</tbody></table>`;

const contactsHtml = ({ heads, items }: Kind<'contacts'>, write: HtmlWriter): string =>
  `<table class="contacts">${headRow([heads.who, heads.when, heads.how], write)}<tbody>${items.map(({ who, when, how, blank, note }) => `<tr><th scope="row">${write.text(who)}</th><td>${write.text(when)}</td><td>${write.rich(how)}${blank ? '<span class="line"></span>' : ''}${note.length === 0 ? '' : `<p class="note">${write.rich(note)}</p>`}</td></tr>`).join('')}</tbody></table>`;
