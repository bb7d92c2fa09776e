/**
 * A source file as its syntax tree, so that rules judge code and never mistake a string or a comment for it.
 * The parser is the one Vite uses; nothing else in the house tests knows it.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'vite';
import type { ESTree, ParseResult, VisitorObject } from 'vite';

export type Fragment = { readonly path: string; readonly text: string };

export type Source = Fragment & {
  readonly program: ESTree.Program;
  readonly comments: ParseResult['comments'];
};

export type Finding = { readonly line: number; readonly message: string };

/** Reads a file as code. Paths are relative to the root and use "/" on every system. */
export function parse({ path, text }: Fragment): Source {
  const { program, comments, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`Cannot read "${path}": ${error.message}, wanted TypeScript`);
  return { path, text, program, comments };
}

export const lineAt = ({ text }: Fragment, offset: number): number => text.slice(0, offset).split('\n').length;

/** A finding at the place of a node or comment. */
export const at = (source: Fragment, place: { readonly start: number }, message: string): Finding => ({
  line: lineAt(source, place.start),
  message,
});

/** Walks the tree; the visitor's callbacks add what they find. */
export function findings(source: Source, visitor: (add: Report) => VisitorObject): readonly Finding[] {
  const found: Finding[] = [];
  const add: Report = (place, message) => void found.push(at(source, place, message));
  new Visitor(visitor(add)).visit(source.program);
  return found;
}
export type Report = (place: { readonly start: number }, message: string) => void;

/** The docstring that stands directly before a node, without its stars; nothing where there is none. */
export function docstringOf({ text, comments }: Source, node: { readonly start: number }): string | undefined {
  const before = comments.findLast((comment) => comment.end <= node.start);
  if (before === undefined || text.slice(before.end, node.start).trim() !== '') return undefined;
  return before.type === 'Block' && before.value.startsWith('*')
    ? before.value.replaceAll(/^\s*\* ?/gm, '')
    : undefined;
}

/** The dotted name of an expression such as `Date.now` or `test.concurrent.only`; nothing for any other. */
export function dottedName(node: ESTree.Expression | ESTree.Super): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return undefined;
  const object = dottedName(node.object);
  return object === undefined ? undefined : `${object}.${node.property.name}`;
}

const CODE = /(?<!\.d)\.(?:ts|tsx|mjs)$/;

/** Every file of code under the given folders, as it stands in the tree. */
export const readTree = (root: string, folders: readonly string[]): readonly Source[] =>
  folders
    .flatMap((folder) => codeUnder(root, folder))
    .map((path) => parse({ path, text: readFileSync(join(root, path), 'utf8') }));

function codeUnder(root: string, path: string): readonly string[] {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return CODE.test(path) ? [path] : [];
  return readdirSync(join(root, path)).flatMap((name) => codeUnder(root, `${path}/${name}`));
}
