import type { ESTree } from 'vite';
import { dottedName, findings } from './source.ts';
import type { Finding, Source } from './source.ts';

/** One place where a file names another module, whatever the form: the message is the specifier. */
export type Import = Finding;

const RESOLVERS = new Set(['require', 'require.resolve']);

/** Static, dynamic, type-only and side-effect imports, re-exports, requires, and the file of a worker. */
export const importsOf = (source: Source): readonly Import[] =>
  findings(source, (add) => ({
    ImportDeclaration: (node) => add(node, node.source.value),
    ExportAllDeclaration: (node) => add(node, node.source.value),
    ExportNamedDeclaration: (node) => void (node.source && add(node, node.source.value)),
    TSImportType: (node) => add(node, node.source.value),
    ImportExpression: (node) => add(node, stringOf(node.source) ?? UNREADABLE),
    CallExpression: (node) => {
      const specifier = stringOf(node.arguments[0]);
      if (specifier !== undefined && isResolver(node.callee)) add(node, specifier);
    },
    NewExpression: (node) => {
      const specifier = stringOf(node.arguments[0]);
      if (dottedName(node.callee) === 'URL' && specifier !== undefined && /^\..*\.tsx?$/.test(specifier))
        add(node, specifier);
    },
  }));

/** Stands for the specifier of a dynamic import that is computed. */
export const UNREADABLE = '(computed)';

const stringOf = (node: ESTree.Expression | ESTree.SpreadElement | undefined): string | undefined =>
  node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;

function isResolver(callee: ESTree.Expression | ESTree.Super): boolean {
  if (callee.type === 'CallExpression') return dottedName(callee.callee) === 'createRequire';
  if (callee.type === 'MemberExpression' && callee.object.type === 'MetaProperty')
    return callee.property.type === 'Identifier' && callee.property.name === 'resolve';
  return RESOLVERS.has(dottedName(callee) ?? '');
}

/** The package of a bare specifier: "@a/b" of "@a/b/c.js". */
export const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
