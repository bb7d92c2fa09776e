/**
 * `npm run release-content -- <edition> --on <day>`: keeps how content stands, so that `theriac library changes` can say what
 * became different after it. An edition is written once.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isDay } from '../src/core/incident/calendar.ts';
import { loadContent } from '../src/library/load.ts';
import { releasedItems } from '../src/library/releases.ts';

const folder = process.env['THERIAC_CONTENT'] ?? join(import.meta.dirname, '../content');
const { positionals, values } = parseArgs({ allowPositionals: true, options: { on: { type: 'string' } } });
const [edition = ''] = positionals;
const { on = '' } = values;

if (!/^[a-z0-9.-]{1,40}$/u.test(edition)) stop('name the edition in small letters, digits, dots and hyphens: 2026.1');
if (!isDay(on)) stop('say the day of the release: --on 2026-11-26');
const path = join(folder, 'releases', `${edition}.json`);
if (existsSync(path)) stop(`edition ${edition} has been written and stays as it is`);

const { content, findings } = loadContent(folder);
const [finding] = findings;
if (finding !== undefined) stop(`${finding.file}:${finding.line} ${finding.message}`);
// One line an item, so that a comparison of two editions can be read.
const lines = releasedItems(content).map((item) => JSON.stringify(item));
writeFileSync(path, `{"edition":${JSON.stringify(edition)},"on":"${on}","items":[\n${lines.join(',\n')}\n]}\n`);
console.log(`Kept ${path}`);

function stop(why: string): never {
  console.error(`Cannot keep a release: ${why}`);
  process.exit(2);
}
