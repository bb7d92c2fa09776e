/**
 * Prose of OSCAL from XML to the Markdown of its JSON form.
 * @source NIST OSCAL, "Markup data types": markup-line and markup-multiline
 */
import type { Element } from './read-xml.ts';

type Nodes = Element['children'];

/** One line: no blocks. */
export const lineFromXml = (nodes: Nodes): string => inline(nodes).trim();

/** Blocks, with an empty line between them. Text outside of a block is a paragraph of its own. */
export function proseFromXml(nodes: Nodes): string {
  const loose: (Element | string)[] = [];
  const blocks: string[] = [];
  const end = (): void => {
    const text = paragraph(loose.splice(0));
    if (text !== '') blocks.push(text);
  };
  for (const node of nodes) {
    const block = typeof node === 'string' ? null : blockOf(node);
    if (block === null) loose.push(node);
    else {
      end();
      blocks.push(block);
    }
  }
  end();
  return blocks.join('\n\n');
}

function blockOf(element: Element): string | null {
  const { name, children } = element;
  if (name === 'p') return paragraph(children);
  if (/^h[1-6]$/u.test(name)) return `${'#'.repeat(Number(name[1]))} ${inline(children).trim()}`;
  if (name === 'ul' || name === 'ol') return listOf(element);
  if (name === 'pre') return fenced(plain(children));
  if (name === 'blockquote')
    return proseFromXml(children)
      .replaceAll(/^(?=.)/gmu, '> ')
      .replaceAll(/^$/gmu, '>');
  return name === 'table' ? tableOf(element) : null;
}

/** Words at the start of a line that Markdown would take for a list, a heading or a line are guarded. */
const paragraph = (nodes: Nodes): string =>
  inline(nodes)
    .trim()
    .replaceAll(/^(?=(?:#{1,6}|[-+])(?:\s|$)|>|[-=]+\s*$)/gmu, '\\')
    .replaceAll(/^(\d{1,9})(?=[.)](?:\s|$))/gmu, '$1\\');

/** Marks around code, one more than stand anywhere in it. */
const ticksFor = (code: string, least: number): string =>
  '`'.repeat((code.match(/`+/gu) ?? []).reduce((most, run) => Math.max(most, run.length + 1), least));

function fenced(code: string): string {
  const ticks = ticksFor(code, 3);
  return `${ticks}\n${code}\n${ticks}`;
}

function inlineCode(code: string): string {
  const ticks = ticksFor(code, 1);
  const gap = /^`|`$/u.test(code) ? ' ' : '';
  return `${ticks}${gap}${code}${gap}${ticks}`;
}

/** What is below an entry is indented by as much as its mark is wide, as Markdown wants it. */
function listOf({ name, children }: Element): string {
  const items = elementsIn(children, 'li');
  return items
    .map((item, index) => {
      const mark = name === 'ol' ? `${index + 1}. ` : '- ';
      const text = proseFromXml(item.children).replaceAll(/\n\n(?=\s*(?:-|\d+\.) )/gu, '\n');
      return mark + text.replaceAll(/\n(?!\n|$)/gu, `\n${' '.repeat(mark.length)}`);
    })
    .join('\n');
}

const elementsIn = (nodes: Nodes, name: string): readonly Element[] =>
  nodes.filter((node): node is Element => typeof node !== 'string' && node.name === name);

/** The first row is the head, since Markdown has no table without one. */
function tableOf({ children }: Element): string {
  const rows = children.flatMap((node): readonly Element[] => {
    if (typeof node === 'string') return [];
    return node.name === 'tr' ? [node] : elementsIn(node.children, 'tr');
  });
  const lines = rows.map(({ children: cells }) =>
    cells.flatMap((cell) =>
      typeof cell === 'string' ? [] : [inline(cell.children).trim().replaceAll('|', '\\|').replaceAll('\n', ' ')],
    ),
  );
  const [head = [], ...body] = lines;
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const wrapped: Readonly<Record<string, readonly [string, string]>> = {
  em: ['*', '*'],
  i: ['*', '*'],
  strong: ['**', '**'],
  b: ['**', '**'],
  code: ['`', '`'],
  q: ['"', '"'],
  sub: ['~', '~'],
  sup: ['^', '^'],
};

function inline(nodes: Nodes): string {
  return nodes.map((node) => (typeof node === 'string' ? escaped(node) : inlineOf(node))).join('');
}

function inlineOf(element: Element): string {
  const { name, attributes, children } = element;
  if (name === 'insert') return `{{ insert: ${attributes['type'] ?? 'param'}, ${attributes['id-ref'] ?? ''} }}`;
  if (name === 'a') return `[${inline(children)}](${addressOf(attributes['href'])}${titleOf(attributes)})`;
  if (name === 'img')
    return `![${escaped(attributes['alt'] ?? '')}](${addressOf(attributes['src'])}${titleOf(attributes)})`;
  if (name === 'br') return '\n';
  if (name === 'code') return inlineCode(plain(children));
  const [before, after] = wrapped[name] ?? ['', ''];
  return `${before}${inline(children)}${after}`;
}

/** An address with spaces or brackets stands in angle brackets. */
const addressOf = (address = ''): string =>
  /[\s()<>]/u.test(address) ? `<${address.replaceAll(/[<>]/gu, String.raw`\$&`).replaceAll(/\s/gu, ' ')}>` : address;

const titleOf = ({ title }: Element['attributes']): string =>
  title === undefined ? '' : ` "${title.replaceAll(/["\\]/gu, String.raw`\$&`)}"`;

const plain = (nodes: Nodes): string =>
  nodes.map((node) => (typeof node === 'string' ? node : plain(node.children))).join('');

/** White space is one space, as XML prose is meant; letters that Markdown would take for marks are guarded. */
const escaped = (text: string): string =>
  text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\\`*_~^[\]]|<(?=[a-z/!?])|&(?=#?\w+;)/giu, String.raw`\$&`)
    .replaceAll(/\{\{(?=\s*insert:)/gu, String.raw`\{\{`);
