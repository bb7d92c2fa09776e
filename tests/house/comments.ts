import type { ESTree } from 'vite';
import { fragment, inRooms } from './rule.ts';
import type { Rule } from './rule.ts';
import { at, docstringOf } from './source.ts';
import type { Source } from './source.ts';

// Spelt in two halves: a search of the tree for the marks then finds only real ones.
const MARKS = ['TO DO', 'FIX ME', 'XX X', 'HA CK'].map((mark) => mark.replace(' ', ''));
const MARK = new RegExp(`\\b(?:${MARKS.join('|')})\\b`);

export const noOpenEnds: Rule = {
  name: 'no-open-ends',
  why: 'What is not done stands in an issue, where someone will find it.',
  applies: () => true,
  check: (source) =>
    source.comments
      .filter((comment) => MARK.test(comment.value))
      .map((comment) =>
        at(source, comment, `has a ${MARK.exec(comment.value)?.[0]}: finish it, or open an issue and delete it`),
      ),
  good: [fragment('src/core/plan.ts', '// Sorted by rank: ties are shown.\nexport const plan = 1;')],
  bad: MARKS.map((mark) => fragment('src/core/plan.ts', `export const plan = 1; // ${mark} sort`)),
};

type Statement = ESTree.Program['body'][number];

/** The statement that carries the docstring of each export: the export itself, or the declaration it names. */
function exportedStatements({ program: { body } }: Source): readonly Statement[] {
  const exports = body.filter((node) => node.type === 'ExportNamedDeclaration' && node.source === null);
  const named = exports.flatMap((node) => (node.type === 'ExportNamedDeclaration' ? node.specifiers : []));
  const names = named.map(({ local }) => (local.type === 'Identifier' ? local.name : ''));
  const declared = exports.filter((node) => node.type === 'ExportNamedDeclaration' && node.declaration !== null);
  return firstOfEach([...declared, ...body.filter((node) => namesOf(node).some((name) => names.includes(name)))]);
}

/** Overloads of one function share the docstring of the first. */
function firstOfEach(statements: readonly Statement[]): readonly Statement[] {
  const nameOf = (node: Statement): string => namesOf(declarationOf(node))[0] ?? '';
  return statements.filter((node, index) => statements.findIndex((other) => nameOf(other) === nameOf(node)) === index);
}

const declarationOf = (node: Statement): Statement =>
  node.type === 'ExportNamedDeclaration' && node.declaration !== null ? node.declaration : node;

function namesOf(node: Statement): readonly string[] {
  if (node.type === 'VariableDeclaration')
    return node.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  if ('id' in node && node.id !== null && node.id.type === 'Identifier') return [node.id.name];
  return [];
}

/** Whether a statement has a docstring, or follows one that has without a blank line: one sentence may speak for a block. */
function isDescribed(source: Source, node: Statement): boolean {
  if ((docstringOf(source, node) ?? '').trim() !== '') return true;
  const { body } = source.program;
  const before = body[body.indexOf(node) - 1];
  return before !== undefined && isNextLine(source, before, node) && isDescribed(source, before);
}

const isNextLine = ({ text }: Source, before: Statement, node: Statement): boolean =>
  /^[^\n]*\n[ \t]*$/.test(text.slice(before.end, node.start));

export const docstrings: Rule = {
  name: 'exports-are-described',
  why: 'These rooms are read from outside: one sentence saves reading the code.',
  applies: inRooms('core', 'outputs', 'platform'),
  check: (source) =>
    exportedStatements(source)
      .filter((node) => !isDescribed(source, node))
      .map((node) =>
        at(
          source,
          node,
          `exports "${namesOf(declarationOf(node))[0] ?? ''}" without a docstring: add one line of /** … */`,
        ),
      ),
  good: [
    fragment(
      'src/core/plan.ts',
      '/** The plan. */\nexport const plan = 1;\nexport type Plan = 1;\n\n/** One. */\nexport type One = 1;',
    ),
    fragment(
      'src/core/plan.ts',
      '/** The plan. */\nconst plan = 1;\nexport { plan };\nexport type { Rank } from "./rank.ts";',
    ),
    fragment(
      'src/core/plan.ts',
      '/** Both. */\nexport function f(a: 1): 1;\nexport function f(a: 2): 2;\nexport function f(a: 1 | 2) { return a; }',
    ),
  ],
  bad: [
    fragment('src/core/plan.ts', 'export const plan = 1;'),
    fragment('src/core/plan.ts', '// The plan.\nexport const plan = 1;'),
    fragment('src/core/plan.ts', '/** The plan. */\nexport const plan = 1;\n\nexport type One = 1;'),
    fragment('src/outputs/csv.ts', 'const csv = 1;\nexport { csv };'),
  ],
};

const LAW = /\b(?:Art\.|Article)\s*\d|\b(?:Directive|Regulation|Recommendation) \((?:EU|EC)|§\s*\d/;
const SOURCED = /^@source +\S/m;

export const lawHasSource: Rule = {
  name: 'law-has-a-source',
  why: 'Every rule of law can be looked up by whoever doubts it.',
  applies: inRooms('core'),
  check: (source) =>
    exportedStatements(source).flatMap((node) => {
      const docstring = docstringOf(source, node) ?? '';
      // What stands in backquotes is an example of notation.
      const prose = docstring.replaceAll(/`[^`]*`/g, '');
      if (!LAW.test(prose) && !prose.includes('@source')) return [];
      return SOURCED.test(docstring)
        ? []
        : [at(source, node, 'speaks of law without its place: add "@source <act, article>"')];
    }),
  good: [
    fragment(
      'src/core/due.ts',
      '/**\n * 72 hours.\n * @source Directive (EU) 2022/2555, Art. 23(4)(b)\n */\nexport const due = 72;',
    ),
    fragment('src/core/due.ts', '/** Hours in a day. */\nexport const day = 24;'),
    fragment('src/core/cite.ts', '/** A mark such as `[eu-mdr, Art. 5(5)]`. */\nexport const mark = 1;'),
  ],
  bad: [
    fragment('src/core/due.ts', '/** 72 hours, Art. 23(4)(b) of NIS 2. */\nexport const due = 72;'),
    fragment('src/core/due.ts', '/**\n * 72 hours.\n * @source\n */\nexport const due = 72;'),
  ],
};
