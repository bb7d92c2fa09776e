import { fail, ok, type Result } from '../../core/base.ts';
import type { ImportRefusal } from '../../core/guidance/refusal.ts';
import type { Tree } from './opened.ts';
import { deepestTree } from './yaml-tree.ts';

const noLines: ReadonlyMap<string, number> = new Map();

/** Reads one JSON document. A key that stands twice is refused: the parser would keep the last and forget the others. */
export function readJsonTree(text: string): Result<Tree, ImportRefusal> {
  const scanned = scan(text);
  if (scanned !== null) return fail(scanned);
  try {
    return ok({ value: JSON.parse(text), linesOf: () => noLines });
  } catch (error) {
    return fail(broken(text, error instanceof Error ? error.message : ''));
  }
}

/** The parser names the place as `position 12`, unless it came to the end. */
function broken(text: string, reason: string): ImportRefusal {
  const position = /at position (\d+)/u.exec(reason)?.[1];
  const at = placeOf(text, position === undefined ? text.length : Number(position));
  return {
    code: 'broken_json',
    message: `At ${at}: this is not JSON. Look for a missing comma, quotation mark or bracket, and hand the file in again.`,
    at,
  };
}

const placeOf = (text: string, position: number): string => {
  const before = text.slice(0, position);
  return `line ${before.split('\n').length}, column ${position - before.lastIndexOf('\n')}`;
};

/** The keys of a group, or null of a list. */
type Open = Set<string> | null;

/**
 * How deep it is nested and whether a key is twice in a group, in one pass and before anything is built. Written as a
 * loop: on long strings a pattern would look at the same letters again and again.
 */
function scan(text: string): ImportRefusal | null {
  const stack: Open[] = [];
  let key: string | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') {
      const end = endOfString(text, at);
      key = text.slice(at, end);
      at = end - 1;
    } else if (letter === '{' || letter === '[') {
      if (stack.length >= deepestTree) return tooDeep(placeOf(text, at));
      stack.push(letter === '{' ? new Set() : null);
    } else if (letter === '}' || letter === ']') stack.pop();
    else if (letter === ':' && key !== null) {
      const name = keyOf(key);
      if (name !== null && stack.at(-1)?.has(name) === true) return duplicate(name, placeOf(text, at));
      if (name !== null) stack.at(-1)?.add(name);
    }
  }
  return null;
}

/** Where a string ends, behind its quotation mark. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

/** A key without its escapes: `"a"` and `"\u0061"` are the same. */
function keyOf(token: string): string | null {
  try {
    return String(JSON.parse(token));
  } catch {
    return null;
  }
}

const tooDeep = (at: string): ImportRefusal => ({
  code: 'too_deep',
  message: `At ${at}: groups and lists are nested deeper than ${deepestTree}. Nothing that we read is.`,
  at,
});

const duplicate = (key: string, at: string): ImportRefusal => ({
  code: 'duplicate_key',
  message: `At ${at}: the key "${key.slice(0, 80).toWellFormed()}" is here twice in the same group. Delete one of them.`,
  at,
});
