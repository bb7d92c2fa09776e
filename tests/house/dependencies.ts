import { builtinModules } from 'node:module';
import manifest from '../../package.json' with { type: 'json' };
import { importsOf, packageOf } from './import-list.ts';
import { roomOf } from './rooms.ts';
import { fragment, isShipped } from './rule.ts';
import type { Rule } from './rule.ts';

const installed = new Set([...Object.keys(manifest.dependencies), ...Object.keys(manifest.optionalDependencies)]);
const bundled = new Set([...installed, ...Object.keys(manifest.devDependencies)]);
const isBundled = (path: string): boolean => ['web', 'screens'].includes(roomOf(path) ?? '');

export const dependencies: Rule = {
  name: 'dependencies-are-declared',
  why: 'A package that is there by luck, or for development only, is missing where Theriac is installed.',
  applies: isShipped,
  check: (source) =>
    importsOf(source)
      .filter(({ message: name }) => /^[@a-z]/.test(name) && !name.startsWith('node:'))
      .flatMap(({ line, message: name }) => {
        if (builtinModules.includes(name)) return [{ line, message: `cannot import "${name}": write "node:${name}"` }];
        if ((isBundled(source.path) ? bundled : installed).has(packageOf(name))) return [];
        return [
          {
            line,
            message: `cannot import "${name}": list it under dependencies in package.json, with its line in docs/dependencies.md`,
          },
        ];
      }),
  good: [
    fragment('src/platform/http.ts', "import { Hono } from 'hono'; import { join } from 'node:path';"),
    fragment('src/web/main.tsx', "import { createRoot } from 'react-dom/client';"),
  ],
  bad: [
    fragment('src/platform/http.ts', "import { createRoot } from 'react-dom/client';"),
    fragment('src/platform/http.ts', "import leftPad from 'left-pad';"),
    fragment('src/platform/http.ts', "import { join } from 'path';"),
  ],
};
