import { importsOf, packageOf } from './import-list.ts';
import { fragment, isShipped } from './rule.ts';
import type { Rule } from './rule.ts';
import { dottedName, findings } from './source.ts';

const DATABASE = /^src\/platform\/db(?:\/|\.ts$)/;
const QUERIES = /^src\/(?:platform|features)\/(?:.*[/-])?queries\.ts$/;
const ENGINES = ['pg', '@electric-sql/pglite'];

export const sqlStaysHome: Rule = {
  name: 'sql-stays-in-queries',
  why: 'Who may read what is decided in one place per feature, and connections are handed out in one place only.',
  applies: (path) => isShipped(path) && !DATABASE.test(path),
  check: (source) => {
    const mayQuery = QUERIES.test(source.path);
    const engines = importsOf(source)
      .filter(({ message: name }) => ENGINES.includes(packageOf(name)))
      .map(({ line, message: name }) => ({
        line,
        message: `imports "${name}": take a connection from src/platform/db`,
      }));
    const builders = importsOf(source)
      .filter(({ message: name }) => packageOf(name) === 'kysely' && !mayQuery)
      .map(({ line }) => ({ line, message: 'imports "kysely": move the query to queries.ts beside it' }));
    const statements = findings(source, (add) => ({
      TaggedTemplateExpression: (node) => {
        const speaksSql = /^sql\b/.test(dottedName(node.tag) ?? '');
        if (speaksSql && !mayQuery) add(node, 'speaks SQL: move the statement to queries.ts beside it');
      },
    }));
    return [...engines, ...builders, ...statements];
  },
  good: [
    fragment('src/features/ratings/queries.ts', "import { sql } from 'kysely'; export const one = sql`select 1`;"),
    fragment('src/platform/db/pool.ts', "import { Pool } from 'pg';"),
    fragment('src/features/ratings/actions.ts', "import { ratings } from './queries.ts';"),
  ],
  bad: [
    fragment('src/features/ratings/actions.ts', "import type { Kysely } from 'kysely';"),
    fragment('src/features/ratings/actions.ts', 'export const one = (sql: Sql) => sql<Row>`select 1`;'),
    fragment('src/features/ratings/queries.ts', "import { Pool } from 'pg';"),
    fragment('src/server.ts', "const { PGlite } = await import('@electric-sql/pglite');"),
  ],
};
