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
  const at = place === null ? `line ${text.split('\n').length}` : `line ${place[1]}, column ${place[2]}`;
  const what = message.replace(/ in JSON at position .*$/u, '').replace(/\s*\(line .*$/u, '');
  return { code: 'broken_json', at, message: `Cannot read the JSON: ${what}; mend it there` };
}

const token = /"(?:[^"\\]|\\.)*"|[[\]{}:]/gu;

type Open = { readonly keys: Set<string> | null };

/** The text is valid JSON here, so a string before a colon is a key, and brackets match. */
function problemIn(text: string, deepest: number): Refusal | null {
  const open: Open[] = [];
  let last = '';
  for (const match of text.matchAll(token)) {
    const [word] = match;
    if (word === '{' || word === '[') {
      open.push({ keys: word === '{' ? new Set() : null });
      if (open.length > deepest) return tooDeep(text, match.index, deepest);
    } else if (word === '}' || word === ']') open.pop();
    else if (word === ':') {
      const keys = open.at(-1)?.keys;
      if (keys?.has(last) === true) return twice(text, match.index, last);
      keys?.add(last);
    } else last = word;
  }
  return null;
}

const lineAt = (text: string, index: number): string => `line ${text.slice(0, index).split('\n').length}`;

const tooDeep = (text: string, index: number, deepest: number): Refusal => ({
  code: 'too_deep',
  at: lineAt(text, index),
  message: `Cannot read: nested deeper than ${deepest} levels, which no OSCAL document is`,
});

const twice = (text: string, index: number, key: string): Refusal => ({
  code: 'duplicate_key',
  at: lineAt(text, index),
  message: `Cannot read: the key ${key} stands twice in one object; keep one of them`,
});
