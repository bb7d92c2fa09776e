import { fragment, isTest } from './rule.ts';
import type { Rule } from './rule.ts';
import { dottedName, findings } from './source.ts';

const LEFT_OUT = /^(?:test|it|describe|suite|bench)(?:\.\w+)*\.(?:only|skip|todo)$/;

export const everyTestRuns: Rule = {
  name: 'every-test-runs',
  why: 'A test that is left out tells nothing, and its neighbours no more.',
  applies: isTest,
  check: (source) =>
    findings(source, (add) => ({
      MemberExpression: (node) => {
        const name = dottedName(node) ?? '';
        if (LEFT_OUT.test(name)) add(node, `uses ${name}: run it, delete it, or write test.skipIf(!requires('…'))`);
      },
    })),
  good: [fragment('src/core/plan.test.ts', "test.skipIf(!requires('chromium'))('plan: shown', () => {});")],
  bad: ['only', 'skip', 'todo'].map((word) =>
    fragment('src/core/plan.test.ts', `test.${word}('plan: empty', () => {});`),
  ),
};

export const noMocks: Rule = {
  name: 'no-mocks-of-our-code',
  why: 'A mock of our own code tests what we believe, not what we wrote.',
  applies: isTest,
  check: (source) =>
    findings(source, (add) => ({
      CallExpression: (node) => {
        const [target] = node.arguments;
        const isMock = /^vi\.(?:mock|doMock)$/.test(dottedName(node.callee) ?? '');
        if (isMock && target?.type === 'Literal' && String(target.value).startsWith('.'))
          add(node, 'mocks our own code: call it with a real, small input or an in-memory database');
      },
    })),
  good: [fragment('src/core/plan.test.ts', "import { plan } from './plan.ts';")],
  bad: [fragment('src/core/plan.test.ts', "vi.mock('./rank.ts', () => ({}));")],
};
