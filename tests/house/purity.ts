import type { ESTree } from 'vite';
import { roomOf } from './rooms.ts';
import { fragment, inRooms } from './rule.ts';
import type { Rule } from './rule.ts';
import { dottedName, findings } from './source.ts';

const UNREPEATABLE = new Set([
  'Date',
  'Date.now',
  'Math.random',
  'crypto.getRandomValues',
  'crypto.randomUUID',
  'performance.now',
  'randomBytes',
  'randomInt',
  'randomUUID',
]);

export const noClock: Rule = {
  name: 'no-clock-no-chance',
  why: 'Same input, same output, today and in ten years: the caller, or the context of an action, says which day it is.',
  applies: (path) => inRooms('core', 'library', 'outputs', 'features')(path) && roomOf(path) !== 'screens',
  check: (source) =>
    findings(source, (add) => ({
      CallExpression: (node) => {
        const name = dottedName(node.callee) ?? '';
        if (UNREPEATABLE.has(name)) add(node, `calls ${name}(): take the date, or the seed, as a parameter`);
      },
      NewExpression: (node) => {
        const readsClock = dottedName(node.callee) === 'Date' && node.arguments.length === 0;
        if (readsClock) add(node, 'calls new Date(): take the date as a parameter');
      },
    })),
  good: [
    fragment('src/core/due.ts', "const on = new Date('2026-11-23'); // not Date.now()\nconst said = 'Date.now()';"),
  ],
  bad: [
    fragment('src/core/due.ts', 'const now = new Date();'),
    fragment('src/library/load.ts', 'const now = Date.now();'),
    fragment('src/outputs/csv.ts', 'const id = Math.random();'),
    fragment(
      'src/features/guides/actions.ts',
      "import { randomUUID } from 'node:crypto'; export const id = () => randomUUID();",
    ),
  ],
};

const OUTSIDE_CALLS = new Set(['fetch', 'setTimeout', 'setInterval', 'queueMicrotask']);
const OUTSIDE_OBJECTS =
  /^(?:console|globalThis|localStorage|sessionStorage)\.|^process\.(?:argv|cwd|env|exit|stdout|stderr)\b/;

export const coreIsPure: Rule = {
  name: 'core-is-pure',
  why: 'Core cannot fail for reasons outside, so it needs neither network nor mocks to be tested.',
  applies: inRooms('core'),
  check: (source) =>
    findings(source, (add) => {
      const look = (node: ESTree.MemberExpression): void => {
        const name = dottedName(node) ?? '';
        if (OUTSIDE_OBJECTS.test(name)) add(node, `touches ${name}: pass the value in, and let the caller act`);
      };
      return {
        MemberExpression: look,
        CallExpression: (node) => {
          const name = dottedName(node.callee) ?? '';
          if (OUTSIDE_CALLS.has(name)) add(node, `calls ${name}(): pass the value in, and let the caller act`);
        },
      };
    }),
  good: [fragment('src/core/plan.ts', 'const process = { steps: 1 }; export const steps = process.steps;')],
  bad: [
    fragment('src/core/plan.ts', 'const home = process.env.HOME;'),
    fragment('src/core/plan.ts', "const page = fetch('https://example.org');"),
    fragment('src/core/plan.ts', "console.log('done');"),
  ],
};
