import { fragment } from './rule.ts';
import type { Rule } from './rule.ts';
import { at, findings } from './source.ts';

const MACHINE_PATH = /(?<![\w.:/-])\/(?:farm|home|root|tmp|work)\/\w/;
const REMEDY = 'names a path of one machine: derive it from import.meta.dirname, a setting, or os.tmpdir()';
const machinePath = ['', 'root', 'data'].join('/');

export const noMachinePaths: Rule = {
  name: 'no-machine-paths',
  why: 'Theriac runs in folders we do not know.',
  applies: () => true,
  check: (source) => [
    ...source.comments.filter(({ value }) => MACHINE_PATH.test(value)).map((comment) => at(source, comment, REMEDY)),
    ...findings(source, (add) => ({
      Literal: (node) => void (typeof node.value === 'string' && MACHINE_PATH.test(node.value) && add(node, REMEDY)),
      TemplateElement: (node) => void (MACHINE_PATH.test(node.value.raw) && add(node, REMEDY)),
    })),
  ],
  good: [
    fragment(
      'src/platform/config.ts',
      "export const page = 'https://example.org/root/data'; export const rooted = /^\\/root/;",
    ),
  ],
  bad: [
    fragment('src/platform/config.ts', `export const folder = '${machinePath}';`),
    fragment('src/platform/config.ts', `export const file = \`${machinePath}/\${name}\`;`),
    fragment('tools/bench.ts', `// Reads ${machinePath}.`),
  ],
};
