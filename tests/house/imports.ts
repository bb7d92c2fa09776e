import { posix } from 'node:path';
import { importsOf, packageOf, UNREADABLE } from './import-list.ts';
import { featureOf, outputPackages, roomOf, rooms, sharedReads } from './rooms.ts';
import type { Room, RoomName } from './rooms.ts';
import { fragment, inSource, isTest } from './rule.ts';
import type { Rule } from './rule.ts';

/** What a test may use beyond its room: tools for testing, Node itself, and what tests share. */
const TEST_PACKAGES = ['ajv', 'ajv-formats', 'fast-check', 'vitest'];
const TEST_SUPPORT = 'tests/support/';

export const imports: Rule = {
  name: 'imports-follow-the-rooms',
  why: 'A room that imports only what it may can be read, tested and changed alone.',
  applies: inSource,
  check: (source) => {
    const name = roomOf(source.path);
    if (name === undefined)
      return [{ line: 1, message: `belongs to no room: move it to one of ${listOf(Object.keys(rooms))}` }];
    return importsOf(source).flatMap(({ line, message: specifier }) => {
      const breach = breachOf(source.path, name, specifier);
      return breach === undefined ? [] : [{ line, message: `${breach}; ${rooms[name].remedy}` }];
    });
  },
  good: [
    fragment('src/core/plan/plan.ts', "import type { Result } from '../base.ts';"),
    fragment('src/library/load.ts', "import { load } from 'js-yaml'; import { readFileSync } from 'node:fs';"),
    fragment('src/outputs/pdf/compile.ts', "const typst = await import('@myriaddreamin/typst-ts-web-compiler');"),
    fragment('src/platform/http.ts', "import { ok } from '../core/base.ts'; import { Hono } from 'hono';"),
    fragment('src/features/guides/actions.ts', "import { rank } from '../../core/rank.ts'; import './queries.ts';"),
    fragment('src/features/guides/screens/page.tsx', "import { Button } from '../../../web/kit/button/button.tsx';"),
    fragment('src/web/routes.tsx', "const page = () => import('../features/guides/screens/page.tsx');"),
    fragment(
      'src/cli.ts',
      "import { httpStatus } from './error-map.ts'; import pkg from '../package.json' with { type: 'json' };",
    ),
    fragment('src/core/plan/plan.test.ts', "import { test } from 'vitest'; import { plan } from './plan.ts';"),
  ],
  bad: [
    fragment('src/core/plan/plan.ts', "import { readFileSync } from 'node:fs';"),
    fragment('src/core/plan/plan.ts', "import { z } from 'zod';"),
    fragment('src/core/plan/plan.ts', 'const other = await import(name);'),
    fragment('src/core/plan/plan.ts', "export { load } from '../../library/load.ts';"),
    fragment('src/library/load.ts', "type Db = import('../platform/db/db.ts').Db;"),
    fragment(
      'src/library/load.ts',
      "const pg = createRequire(import.meta.url)('pg'); export const page = import.meta.resolve('zod');",
    ),
    fragment('src/outputs/csv.ts', "import { readFileSync } from 'node:fs';"),
    fragment('src/outputs/html.ts', "import en from '../../content/words/en/common.json' with { type: 'json' };"),
    fragment('src/platform/http.ts', "import type { Safeguard } from '../core/content/safeguard.ts';"),
    fragment('src/platform/http.ts', "import '../library/load.ts';"),
    fragment(
      'src/platform/http.ts',
      "const worker = new Worker(new URL('../features/guides/worker.ts', import.meta.url));",
    ),
    fragment('src/features/guides/actions.ts', "import { ratings } from '../ratings/queries.ts';"),
    fragment('src/features/guides/actions.ts', "const page = await import('./screens/page.tsx');"),
    fragment('src/features/guides/actions.ts', "import { httpStatus } from '../../error-map.ts';"),
    fragment('src/features/guides/screens/page.tsx', "import { list } from '../queries.ts';"),
    fragment('src/features/guides/screens/page.tsx', "import type { Http } from '../../../platform/http.ts';"),
    fragment('src/features/guides/screens/page.tsx', "import { Row } from '../../ratings/screens/row.tsx';"),
    fragment('src/web/main.tsx', "import { join } from 'node:path';"),
    fragment('src/web/main.tsx', "export * from '../outputs/html.ts';"),
    fragment('src/server.ts', "import './web/main.tsx';"),
    fragment('src/lib/dates.ts', ''),
    fragment('src/core/plan/plan.test.ts', "import { load } from '../../library/load.ts';"),
  ],
};

function breachOf(path: string, name: RoomName, specifier: string): string | undefined {
  if (specifier === UNREADABLE) return name === 'core' ? 'cannot import a computed name' : undefined;
  if (specifier.startsWith('.')) return fileBreach(path, name, posix.join(posix.dirname(path), specifier));
  return packageBreach(path, rooms[name], specifier);
}

function fileBreach(path: string, name: RoomName, target: string): string | undefined {
  const allowed: readonly string[] = rooms[name].rooms;
  if (allowed.includes(target) || (isTest(path) && target.startsWith(TEST_SUPPORT))) return undefined;
  const to = roomOf(target);
  const isOwn = featureOf(path) === featureOf(target);
  if (to === 'features' && isOwn && allowed.includes('own feature')) return undefined;
  if (to === 'screens' && isOwn && allowed.includes('own screens')) return undefined;
  if (to === 'features' && sharedReads.some((row) => row.from === featureOf(path) && row.file === target))
    return undefined;
  if (to !== undefined && allowed.includes(to)) return undefined;
  return `${name} cannot import "${target}"${to === undefined ? '' : ` of ${to}`}`;
}

function packageBreach(path: string, room: Room, specifier: string): string | undefined {
  if (room.packages === 'any') return undefined;
  const extra = outputPackages.flatMap((row) => (row.files.test(path) ? row.packages : []));
  const forTests = isTest(path) ? TEST_PACKAGES : [];
  const allowed = [...room.packages, ...extra, ...forTests];
  const name = specifier.startsWith('node:') ? specifier.replace(/^(node:[^/]+)\/.*$/, '$1') : packageOf(specifier);
  if (allowed.includes(name) || (isTest(path) && name.startsWith('node:'))) return undefined;
  return `cannot import "${specifier}": here ${allowed.length === 0 ? 'no package is allowed' : `only ${listOf(allowed)}`}`;
}

const listOf = (names: readonly string[]): string => names.join(', ');
