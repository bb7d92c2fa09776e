import type { ESTree } from 'vite';
import { fragment, isShipped, isTest } from './rule.ts';
import type { Rule } from './rule.ts';
import { findings, lineAt } from './source.ts';

const FILE_LINES = 400;
const FUNCTION_LINES = 60;

const lines = (count: number): string => 'void 0;\n'.repeat(count);

export const fileLength: Rule = {
  name: 'files-are-short',
  why: 'A file that fits in the head has one subject. Aim for 100 lines.',
  applies: (path) => !path.endsWith('.d.ts'),
  check: ({ text }) => {
    const count = text.trimEnd().split('\n').length;
    return count <= FILE_LINES
      ? []
      : [{ line: FILE_LINES + 1, message: `has ${count} lines, at most ${FILE_LINES}: split it by subject` }];
  },
  good: [fragment('src/core/plan.ts', lines(FILE_LINES))],
  bad: [fragment('src/core/plan.ts', lines(FILE_LINES + 1))],
};

export const functionLength: Rule = {
  name: 'functions-are-short',
  why: 'A function that fits on a screen can be checked by reading. Aim for 15 lines.',
  applies: (path) => (isShipped(path) || path.startsWith('tools/')) && !isTest(path),
  check: (source) =>
    findings(source, (add) => {
      const measure = (node: ESTree.Function | ESTree.ArrowFunctionExpression): void => {
        const count = lineAt(source, node.end) - lineAt(source, node.start) + 1;
        if (count > FUNCTION_LINES)
          add(node, `this function has ${count} lines, at most ${FUNCTION_LINES}: name its parts`);
      };
      return { FunctionDeclaration: measure, FunctionExpression: measure, ArrowFunctionExpression: measure };
    }),
  good: [fragment('src/core/plan.ts', `export function plan() {\n${lines(FUNCTION_LINES - 2)}}\n`)],
  bad: [
    fragment('src/core/plan.ts', `export function plan() {\n${lines(FUNCTION_LINES - 1)}}\n`),
    fragment('tools/plan.mjs', `const plan = () => {\n${lines(FUNCTION_LINES - 1)}};\n`),
  ],
};
