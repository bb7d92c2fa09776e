/** The command `import` and those around it: what they print, what they store, and how they end; on both engines. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportFacts } from '../src/core/guidance/import-view.ts';
import type { Store } from '../src/platform/action.ts';
import type { Database } from '../src/platform/db/database.ts';
import { forEachEngine } from './db/engines.ts';
import { openOrThrow } from './support/database.ts';
import { frameworkFile, laterNodes, upload } from './support/guidance-files.ts';
import { apiOn, command, localStore } from './support/surfaces.ts';

type Loaded = { readonly id: string; readonly state: 'loaded' | 'already' };

forEachEngine((engine) => {
  describe('the command import', () => {
    let database: Database;
    let store: Store;
    let folder = '';
    beforeAll(async () => {
      database = await openOrThrow(await engine.fresh());
      store = await localStore(database);
      folder = mkdtempSync(join(tmpdir(), 'theriac-imports-'));
    });
    afterAll(async () => {
      await database.close();
      rmSync(folder, { recursive: true });
    });

    test('imports: commands preview, load, list, show, compare, give back and remove', async () => {
      const file = join(folder, 'ward.yaml');
      writeFileSync(file, frameworkFile({ labels: ['night'] }));
      const run = async (...argv: string[]) => {
        const { code, stdout, stderr, files } = await command(argv, store);
        return { code, text: stdout + stderr, files };
      };
      expect(await run('import', file, '--dry-run')).toMatchObject({
        code: 0,
        text: expect.stringContaining('Nothing was written'),
      });
      expect((await run('imports', 'list')).text).toContain('No file of guidance was loaded yet');
      expect(await run('imports', 'preview', file)).toMatchObject({ code: 0 });
      expect(await run('import', file, '--source', 'By hand')).toMatchObject({
        code: 0,
        text: expect.stringContaining('Loaded as'),
      });
      expect(await run('import', file)).toMatchObject({ code: 0, text: expect.stringContaining('nothing to do') });
      writeFileSync(file, frameworkFile({ nodes: laterNodes }));
      expect((await run('import', file, '--dry-run')).code).toBe(1);
      expect((await run('import', file)).code).toBe(1);
      writeFileSync(file, 'hello: world');
      expect((await run('import', file)).code).toBe(2);
      writeFileSync(file, frameworkFile({ version: 2, nodes: laterNodes }));
      expect((await run('import', file)).code).toBe(0);
      const listed = JSON.parse((await run('imports', 'list', '--json')).text) as { imports: ImportFacts[] };
      const first = listed.imports.find(({ edition }) => edition === '1')?.id ?? '';
      expect((await run('imports', 'show', first)).text).toMatch(/From: By hand[\s\S]*label: \/labels\/0: night/u);
      const { files } = await run('imports', 'original', first, '--out', 'out.yaml');
      expect(Buffer.from(files.get('out.yaml') ?? []).equals(frameworkFile({ labels: ['night'] }))).toBe(true);
      const editions = JSON.parse((await run('frameworks', 'list', '--json')).text) as {
        editions: { id: string; edition: string }[];
      };
      const [one, two] = ['1', '2'].map(
        (wanted) => editions.editions.find(({ edition }) => edition === wanted)?.id ?? '',
      );
      expect((await run('frameworks', 'show', one ?? '')).text).toContain('  1.2 Printed lists');
      expect((await run('frameworks', 'compare', one ?? '', two ?? '')).text).toMatch(
        /Removed 1\n {2}1\.2 Printed lists/u,
      );
      expect((await run('imports', 'remove', first)).code).toBe(0);
    });

    test('imports: command and API answer alike', async () => {
      writeFileSync(join(folder, 'ward.yaml'), frameworkFile());
      const ran = await command(['import', join(folder, 'ward.yaml'), '--json'], store);
      const answered = (await (
        await apiOn(store)('POST', '/api/imports', { file: upload(frameworkFile()) })
      ).json()) as Loaded;
      const once = JSON.parse(ran.stdout) as Loaded;
      expect([once.state, answered.state, answered.id]).toEqual(['loaded', 'already', once.id]);
    });
  });
});

test.each([
  { name: 'ward.yaml', content: frameworkFile(), said: [] },
  { name: 'ward.csv', content: 'Nr;Title\n1;Alarm\n', said: ['--as', 'framework', '--title', 'Ward'] },
])('import --dry-run: without a data folder it compares with the library and makes none: $name', (one) => {
  const folder = mkdtempSync(join(tmpdir(), 'theriac-imports-'));
  const file = join(folder, one.name);
  writeFileSync(file, one.content);
  const data = join(folder, 'data');
  const { DATABASE_URL: _, ...rest } = process.env;
  const ran = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../src/cli.ts'), 'import', file, ...one.said, '--dry-run', '--json'],
    { env: { ...rest, THERIAC_DATA: data }, encoding: 'utf8' },
  );
  expect([ran.stderr, ran.status]).toEqual(['', 0]);
  expect(JSON.parse(ran.stdout)).toMatchObject({ comparedWith: 'content', frameworks: [{ standing: 'new' }] });
  expect([existsSync(data), readdirSync(folder)]).toEqual([false, [one.name]]);
  rmSync(folder, { recursive: true });
});
