/**
 * Prose of OSCAL from the Markdown of its JSON form to XML.
 * @source NIST OSCAL, "Markup data types": markup-line and markup-multiline
 */
import { Marked, type Token, type Tokens } from 'marked';

type Mark = Tokens.Generic & { readonly text: string; readonly tokens?: Token[] };

/** A mark that Markdown does not know: from its first letter to what a pattern takes. */
const mark = (name: string, start: string, pattern: RegExp, hasTokens: boolean) => ({
  name,
  level: 'inline' as const,
  start: (text: string) => text.indexOf(start),
  tokenizer(this: { lexer: { inlineTokens: (text: string) => Token[] } }, text: string): Mark | undefined {
    const match = pattern.exec(text);
    if (match === null) return undefined;
    const [raw, words = '', more = ''] = match;
    return { type: name, raw, text: words, id: more, tokens: hasTokens ? this.lexer.inlineTokens(words) : [] };
  },
});

const markdown = new Marked({
  gfm: true,
  // An address in plain text is text: OSCAL would carry a link that nobody made. Looking for them is slow besides.
  tokenizer: { url: () => undefined },
  extensions: [
    mark('insert', '{{', /^\{\{\s*insert:\s*([\w-]+),\s*([^\s}]+)\s*\}\}/u, false),
    mark('sub', '~', /^~([^~\s](?:[^~]*[^~\s])?)~/u, true),
    mark('sup', '^', /^\^([^^\s](?:[^^]*[^^\s])?)\^/u, true),
  ],
});

/** Text as XML has it. Letters that no XML may hold fall away. */
export const escapeText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '');

/** The same between quotation marks. Line ends would become spaces. */
export const escapeAttribute = (text: string): string =>
  escapeText(text)
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;');

/** More levels of quotations and lists in front of a line, longer words, and more marks in a paragraph, than people write. */
const deepStart = /^[\s>*+\-\d.)]{100}/mu;
const longWord = /\S{2000}/u;
const mostMarks = 500;

/** Text made to exhaust a reader of Markdown, whose time grows with the square of the marks: it is told as plain text. */
const isOverloaded = (text: string): boolean =>
  text.length > mostMarks &&
  (deepStart.test(text) ||
    longWord.test(text) ||
    text.split(/\n\s*\n/u).some((each) => (each.match(/[*_~^[\]<>`!]/gu)?.length ?? 0) > mostMarks));

/** One line. */
export function lineToXml(text: string): string {
  if (isOverloaded(text)) return escapeText(text);
  const [first] = markdown.lexer(text);
  // A line that looks like a list or a heading is a line all the same.
  const isParagraph = first !== undefined && first.type === 'paragraph' && first.raw.trim() === text.trim();
  return isParagraph ? inline((first as Tokens.Paragraph).tokens) : escapeText(text);
}

/** Blocks. */
export const proseToXml = (text: string): string =>
  isOverloaded(text)
    ? text
        .split(/\n\s*\n/u)
        .map((each) => `<p>${escapeText(each.trim())}</p>`)
        .join('')
    : blocks(markdown.lexer(text));

const blocks = (tokens: readonly Token[]): string => tokens.map(block).join('');

function block(token: Token): string {
  switch (token.type) {
    case 'paragraph':
      return `<p>${inline(tokensIn(token))}</p>`;
    case 'heading':
      return `<h${(token as Tokens.Heading).depth}>${inline(tokensIn(token))}</h${(token as Tokens.Heading).depth}>`;
    case 'list':
      return listToXml(token as Tokens.List);
    case 'code':
      return `<pre>${escapeText((token as Tokens.Code).text)}</pre>`;
    case 'blockquote':
      return `<blockquote>${blocks(tokensIn(token))}</blockquote>`;
    case 'table':
      return tableToXml(token as Tokens.Table);
    case 'space':
      return '';
    case 'hr':
      return `<p>${escapeText(token.raw.trim())}</p>`;
    case 'html':
      return `<p>${escapeText(token.raw.trim())}</p>`;
    case 'text':
      return inline(tokensIn(token).length > 0 ? tokensIn(token) : [token]);
    default:
      return `<p>${inline([token])}</p>`;
  }
}

const tokensIn = (token: Token): readonly Token[] => ('tokens' in token ? (token.tokens ?? []) : []);

function listToXml({ ordered, items }: Tokens.List): string {
  const name = ordered ? 'ol' : 'ul';
  return `<${name}>${items.map(({ tokens }) => `<li>${blocks(tokens)}</li>`).join('')}</${name}>`;
}

function tableToXml({ header, rows }: Tokens.Table): string {
  const row = (cells: readonly Tokens.TableCell[], name: 'th' | 'td'): string =>
    `<tr>${cells.map(({ tokens }) => `<${name}>${inline(tokens)}</${name}>`).join('')}</tr>`;
  return `<table>${row(header, 'th')}${rows.map((cells) => row(cells, 'td')).join('')}</table>`;
}

const inline = (tokens: readonly Token[]): string => tokens.map(inlineToken).join('');

const simpleMarks: Readonly<Record<string, string>> = { strong: 'strong', em: 'em', sub: 'sub', sup: 'sup' };

function inlineToken(token: Token): string {
  const name = simpleMarks[token.type];
  if (name !== undefined) return `<${name}>${inline(tokensIn(token))}</${name}>`;
  switch (token.type) {
    case 'insert': {
      const { text, id } = token as Mark;
      return `<insert type="${escapeAttribute(text)}" id-ref="${escapeAttribute(String(id))}"/>`;
    }
    case 'codespan':
      return `<code>${escapeText((token as Tokens.Codespan).text)}</code>`;
    case 'link':
      return linkToXml(token as Tokens.Link);
    case 'image': {
      const { href, text } = token as Tokens.Image;
      return `<img src="${escapeAttribute(href)}" alt="${escapeAttribute(text)}"/>`;
    }
    case 'escape':
      return escapeText((token as Tokens.Escape).text);
    case 'text':
      return tokensIn(token).length > 0 ? inline(tokensIn(token)) : escapeText((token as Tokens.Text).text);
    case 'br':
      return ' ';
    default:
      // What OSCAL has no mark for stays as it is written.
      return escapeText(token.raw);
  }
}

/** An address in angle brackets is text likewise. */
function linkToXml(token: Tokens.Link): string {
  if (!token.raw.startsWith('[')) return escapeText(token.raw);
  const title = (token.title ?? '') === '' ? '' : ` title="${escapeAttribute(token.title ?? '')}"`;
  return `<a href="${escapeAttribute(token.href)}"${title}>${inline(token.tokens)}</a>`;
}
