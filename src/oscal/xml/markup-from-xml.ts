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
    const text = inline(loose.splice(0)).trim();
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
  if (name === 'p') return inline(children).trim();
  if (/^h[1-6]$/u.test(name)) return `${'#'.repeat(Number(name[1]))} ${inline(children).trim()}`;
  if (name === 'ul' || name === 'ol') return listOf(element);
  if (name === 'pre') return `\`\`\`\n${plain(children)}\n\`\`\``;
  if (name === 'blockquote') return proseFromXml(children).replaceAll(/^/gmu, '> ');
  return name === 'table' ? tableOf(element) : null;
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
  if (name === 'a') return `[${inline(children)}](${attributes['href'] ?? ''}${titleOf(attributes)})`;
  if (name === 'img') return `![${escaped(attributes['alt'] ?? '')}](${attributes['src'] ?? ''}${titleOf(attributes)})`;
  if (name === 'br') return '\n';
  if (name === 'code') return `\`${plain(children)}\``;
  const [before, after] = wrapped[name] ?? ['', ''];
  return `${before}${inline(children)}${after}`;
}

const titleOf = ({ title }: Element['attributes']): string => (title === undefined ? '' : ` "${title}"`);

const plain = (nodes: Nodes): string =>
  nodes.map((node) => (typeof node === 'string' ? node : plain(node.children))).join('');

/** White space is one space, as XML prose is meant; letters that Markdown would take for marks are guarded. */
const escaped = (text: string): string => text.replaceAll(/\s+/gu, ' ').replaceAll(/[\\`*_~^[\]]/gu, String.raw`\$&`);
