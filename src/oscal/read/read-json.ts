import { fail, ok, type Result } from '../../core/base.ts';
import type { Limits, Refusal } from './refusal.ts';

/**
 * A JSON text as a value. `JSON.parse` takes the last of two keys of the same name without a word, and any depth; both are
 * looked for in the text.
 */
export function readJson(text: string, { depth }: Limits): Result<unknown, Refusal> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return fail(broken(String((error as Error).message), text));
  }
  const problem = problemIn(text, depth);
  return problem === null ? ok(value) : fail(problem);
}

/** The parser names its place as "(line 5 column 3)", or shows what it met. */
function broken(message: string, text: string): Refusal {
  const place = /\(line (\d+) column (\d+)\)/u.exec(message);
  const at = place === null ? lineAt(text, text.length) : `line ${place[1]}, column ${place[2]}`;
  const what = message.replace(/ in JSON at position .*$/u, '').replace(/\s*\(line .*$/u, '');
  return { code: 'broken_json', at, message: `Cannot read the JSON: ${what}; mend it there` };
}

type Open = { readonly keys: Set<string> | null };

/** The text is valid JSON here, so a string before a colon is a key, and brackets match. */
function problemIn(text: string, deepest: number): Refusal | null {
  const open: Open[] = [];
  let last = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') {
      const end = stringEnd(text, at);
      last = text.slice(at, end + 1);
      at = end;
    } else if (letter === '{' || letter === '[') {
      open.push({ keys: letter === '{' ? new Set() : null });
      if (open.length > deepest) return tooDeep(text, at, deepest);
    } else if (letter === '}' || letter === ']') open.pop();
    else if (letter === ':') {
      // One letter can be written in two ways: "a" and "\u0061" are one key.
      const key = last.includes('\\') ? (JSON.parse(last) as string) : last.slice(1, -1);
      const keys = open.at(-1)?.keys;
      if (keys?.has(key) === true) return twice(text, at, key);
      keys?.add(key);
    }
  }
  return null;
}

/** The quotation mark that ends a string. No expression does it: on a long file in base64 they run out of stack. */
function stringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let count = 0;
  while (text[at - 1 - count] === '\\') count += 1;
  return count % 2 === 1;
}

function lineAt(text: string, index: number): string {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return `line ${line}`;
}

const tooDeep = (text: string, index: number, deepest: number): Refusal => ({
  code: 'too_deep',
  at: lineAt(text, index),
  message: `Cannot read: nested deeper than ${deepest} levels, which no OSCAL document is`,
});

const twice = (text: string, index: number, key: string): Refusal => ({
  code: 'duplicate_key',
  at: lineAt(text, index),
  message: `Cannot read: the key "${key.slice(0, 80)}" stands twice in one object; keep one of them`,
});
