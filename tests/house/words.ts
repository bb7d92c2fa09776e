import { roomOf } from './rooms.ts';
import { fragment, isTest } from './rule.ts';
import type { Rule } from './rule.ts';
import { findings } from './source.ts';

const SPOKEN = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'description',
  'label',
  'placeholder',
  'title',
]);
const WORD = /\p{L}{2,}/u;
const REMEDY = 'has words of a screen: put them in content/words/en and ask for them by key';

export const wordsStandInCatalogues: Rule = {
  name: 'words-stand-in-catalogues',
  why: 'A word in code cannot be translated, nor mended by someone who does not program.',
  applies: (path) => ['web', 'screens'].includes(roomOf(path) ?? '') && !isTest(path),
  check: (source) =>
    findings(source, (add) => ({
      JSXText: (node) => void (WORD.test(node.value) && add(node, REMEDY)),
      JSXAttribute: (node) => {
        const isSpoken = node.name.type === 'JSXIdentifier' && SPOKEN.has(node.name.name);
        if (isSpoken && node.value?.type === 'Literal' && WORD.test(String(node.value.value))) add(node, REMEDY);
      },
    })),
  good: [
    fragment(
      'src/web/shell.tsx',
      "export const Shell = () => <main className=\"page\" aria-label={say('shell.main')}>{say('shell.hello')} · 3</main>;",
    ),
  ],
  bad: [
    fragment('src/web/shell.tsx', 'export const Shell = () => <h1>Guide</h1>;'),
    fragment('src/features/guides/screens/page.tsx', 'export const Page = () => <input aria-label="Country" />;'),
  ],
};
