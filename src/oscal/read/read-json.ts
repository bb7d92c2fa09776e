import { fail, ok, type Result } from '../../core/base.ts';
import type { Limits, Refusal } from './refusal.ts';

/**
 * A JSON text as a value. `JSON.parse` takes the last of two keys of the same name without a word, and any depth; both are
 * looked for in the text, before anything is built of it.
 */
export function readJson(text: string, { depth }: Pick<Limits, 'depth'>): Result<unknown, Refusal> {
  const problem = problemIn(text, depth);
  if (problem !== null) return fail(problem);
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return fail(broken(String((error as Error).message), text));
  }
}

/** The parser names its place as "at position 12 (line 5 column 3)", or shows what it met, at the end or not. */
function broken(message: string, text: string): Refusal {
  const position = /at position (\d+)/u.exec(message)?.[1];
  const what = message.replace(/ in JSON at position .*$/u, '').replace(/\s*\(line .*$/u, '');
  return {
    code: 'broken_json',
    at: placeOf(text, position === undefined ? text.length : Number(position)),
    message: `Cannot read the JSON: ${what}; look for a missing comma, quotation mark or bracket there`,
  };
}

/** The keys of an object, or null of a list. */
type Open = Set<string> | null;

/** A string before a colon is a key, and brackets are taken to match: where they do not, the parser says so afterwards. */
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
      if (open.length >= deepest) return tooDeep(placeOf(text, at), deepest);
      open.push(letter === '{' ? new Set() : null);
    } else if (letter === '}' || letter === ']') open.pop();
    else if (letter === ':') {
      const [keys, key] = [open.at(-1) ?? null, keyOf(last)];
      if (keys?.has(key) === true) return twice(placeOf(text, at), key);
      keys?.add(key);
    }
  }
  return null;
}

/** One letter can be written in two ways: "a" and "\u0061" are one key. */
function keyOf(token: string): string {
  if (!token.includes('\\')) return token.slice(1, -1);
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}

/** The quotation mark that ends a string. No expression does it: on a long file in base64 they run out of stack. */
function stringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let count = 0;
  while (text[at - 1 - count] === '\\') count += 1;
  return count % 2 === 1;
}

function placeOf(text: string, position: number): string {
  const before = text.slice(0, position);
  return `line ${before.split('\n').length}, column ${position - before.lastIndexOf('\n')}`;
}

const tooDeep = (at: string, deepest: number): Refusal => ({
  code: 'too_deep',
  at,
  message: `Cannot read: nested deeper than ${deepest} levels, which nothing that is read here is`,
});

const twice = (at: string, key: string): Refusal => ({
  code: 'duplicate_key',
  at,
  message: `Cannot read: the key "${key.slice(0, 80).toWellFormed()}" stands twice in one object; keep one of them`,
});
