import type { ESTree } from 'vite';
import { fragment, inSource } from './rule.ts';
import type { Rule } from './rule.ts';
import { findings } from './source.ts';

const NAMED = 'has a default export: export it by its name, so that it is called the same everywhere';

export const noDefaultExport: Rule = {
  name: 'no-default-export',
  why: 'A default export has as many names as importers, and none to search for.',
  applies: inSource,
  check: (source) =>
    findings(source, (add) => ({
      ExportDefaultDeclaration: (node) => add(node, NAMED),
      ExportSpecifier: (node) =>
        void (node.exported.type === 'Identifier' && node.exported.name === 'default' && add(node, NAMED)),
    })),
  good: [fragment('src/core/plan.ts', 'export const plan = 1;')],
  bad: [
    fragment('src/core/plan.ts', 'export default function plan() {}'),
    fragment('src/core/plan.ts', 'const plan = 1; export { plan as default };'),
  ],
};

const isPassedOn = (node: ESTree.Program['body'][number]): boolean =>
  node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source !== null);

export const noBarrel: Rule = {
  name: 'no-barrel',
  why: 'A file that only passes others on hides where a thing lives and loads what nobody asked for.',
  applies: inSource,
  check: ({ program: { body } }) =>
    body.length > 0 && body.every(isPassedOn)
      ? [{ line: 1, message: 'only passes other files on: delete it and import from where things live' }]
      : [],
  good: [fragment('src/outputs/index.ts', "import { csv } from './csv.ts';\nexport const formats = [csv];")],
  bad: [fragment('src/outputs/index.ts', "export * from './csv.ts';\nexport { html } from './html.ts';")],
};
