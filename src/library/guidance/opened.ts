/** A file as far as it can be opened before anybody knows what it says. */
import type { ImportRefusal } from '../../core/guidance/refusal.ts';
import { fail, ok, type Result } from '../../core/base.ts';
import { readJsonTree } from './json-tree.ts';
import { readYamlTree } from './yaml-tree.ts';

/** Keys and values, as YAML and JSON have them, and on which line each stands where that is known. */
export type Tree = {
  readonly value: unknown;
  /** Lines by JSON pointer, from 1; those that it does not know are absent. */
  readonly linesOf: (pointers: readonly string[]) => ReadonlyMap<string, number>;
};

export type Opened =
  | ({ readonly shape: 'tree' } & Tree)
  | { readonly shape: 'xml'; readonly text: string }
  | { readonly shape: 'package'; readonly bytes: Uint8Array }
  /** Lines that are no keys and values: perhaps a table. */
  | { readonly shape: 'lines'; readonly text: string; readonly bytes: Uint8Array };

/** Twenty times the largest file that is published. */
export const largestGuidanceBytes = 64 * 1024 * 1024;

/** Opens a file by its first letters. */
export function open(bytes: Uint8Array): Result<Opened, ImportRefusal> {
  if (bytes.length === 0) return refuse('empty', 'The file is empty. Choose another one.');
  if (bytes.length > largestGuidanceBytes) return fail(tooLarge(bytes.length));
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return ok({ shape: 'package', bytes });
  const text = decoded(bytes);
  if (text === null) return fail(notText);
  const start = /^\s*(\S?)/u.exec(text)?.[1] ?? '';
  if (start === '') return refuse('empty', 'The file has nothing but blanks. Choose another one.');
  if (start === '<') return ok({ shape: 'xml', text });
  if (start === '{' || start === '[') return asTree(readJsonTree(text));
  return hasKeys(text) ? asTree(readYamlTree(text)) : ok({ shape: 'lines', text, bytes });
}

const asTree = (read: Result<Tree, ImportRefusal>): Result<Opened, ImportRefusal> =>
  read.ok ? ok({ shape: 'tree', ...read.value }) : read;

const refuse = (code: ImportRefusal['code'], message: string) => fail({ code, message });

const tooLarge = (length: number): ImportRefusal => ({
  code: 'too_large',
  message: `The file has ${length} bytes; at most ${largestGuidanceBytes} are read. Split it, for example by framework.`,
});

const notText: ImportRefusal = {
  code: 'not_text',
  message: 'The file is no text in UTF-8 or UTF-16, nor a workbook. Save it as UTF-8 and hand it in again.',
};

/** UTF-8, or UTF-16 where the first bytes say so; null where it is neither. */
function decoded(bytes: Uint8Array): string | null {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** Whether the first line that says something is a key of YAML, the start of its document, or a directive. */
function hasKeys(text: string): boolean {
  const first = firstWords(text);
  return /^(?:---|%YAML\b|"[^"]*"\s*:(?:\s|$)|'[^']*'\s*:(?:\s|$)|[^\s,;\t"'][^,;\t]*?:(?:\s|$))/u.test(first);
}

function firstWords(text: string): string {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end === -1 ? text.length : end).trim();
    if (line !== '' && !line.startsWith('#')) return line;
    from = end === -1 ? text.length : end + 1;
  }
  return '';
}
