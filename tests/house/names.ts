import type { ESTree } from 'vite';
import { fragment, inSource } from './rule.ts';
import type { Rule } from './rule.ts';
import { findings } from './source.ts';

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const EMPTY_FILE_WORD = /(?:^|-)(?:utils?|helpers?|manager|service|misc|common)$/;

export const fileNames: Rule = {
  name: 'files-are-named-by-what-they-hold',
  why: 'The place of a thing follows from its name.',
  applies: inSource,
  check: ({ path }) => {
    const names = path
      .split('/')
      .slice(1)
      .map((name) => name.replace(/\..*$/, ''));
    const cased = names.find((name) => !KEBAB.test(name));
    if (cased !== undefined) return [{ line: 1, message: `"${cased}" is not in kebab-case: rename it` }];
    const empty = names.find((name) => EMPTY_FILE_WORD.test(name));
    return empty === undefined
      ? []
      : [{ line: 1, message: `"${empty}" says nothing: name the file by its main export` }];
  },
  good: [fragment('src/core/plan/order-steps.test.ts', '')],
  bad: [
    fragment('src/core/orderSteps.ts', ''),
    fragment('src/core/date-utils.ts', ''),
    fragment('src/core/helpers/plan.ts', ''),
  ],
};

/** "Service" is a word of law as well ("essential service"), so only what acts, a class or an interface, may not end in it. */
const DOER = /(?:Manager|Helpers?|Utils?|Service)$/;
const EMPTY_WORD = /(?:Manager|Helpers?|Utils?)$|^(?:utils?|helpers?)$/;
const HUNGARIAN = /^I[A-Z][a-z]/;

export const declaredNames: Rule = {
  name: 'names-say-what-a-thing-is',
  why: 'A word that fits everything describes nothing; a prefix says what the compiler already knows.',
  applies: inSource,
  check: (source) =>
    findings(source, (add) => {
      const judge = (id: ESTree.Node | null, pattern: RegExp): void => {
        if (id?.type === 'Identifier' && pattern.test(id.name)) add(id, `"${id.name}": name it by what it is or does`);
      };
      return {
        ClassDeclaration: (node) => judge(node.id, DOER),
        FunctionDeclaration: (node) => judge(node.id, EMPTY_WORD),
        VariableDeclarator: (node) => judge(node.id, EMPTY_WORD),
        TSTypeAliasDeclaration: (node) => (judge(node.id, EMPTY_WORD), judge(node.id, HUNGARIAN)),
        TSInterfaceDeclaration: (node) => (judge(node.id, DOER), judge(node.id, HUNGARIAN)),
      };
    }),
  good: [
    fragment(
      'src/core/plan.ts',
      'type DigitalService = 1; type Incident = 2; const serviceHours = 24; interface Ink { dry: true }',
    ),
  ],
  bad: [
    fragment('src/core/plan.ts', 'export class PlanManager {}'),
    fragment('src/core/plan.ts', 'export interface PlanService { plan(): void }'),
    fragment('src/core/plan.ts', 'export interface IPlan { steps: 1 }'),
    fragment('src/core/plan.ts', 'export const dateHelper = 1;'),
  ],
};
