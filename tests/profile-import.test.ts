/** A profile of OSCAL imported over catalogs that were imported before: which answer, what comes of it, and what is missing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EditionTree, ImportPreview } from '../src/core/guidance/import-view.ts';
import type { Json, JsonObject } from '../src/oscal/model.ts';
import type { Store } from '../src/platform/action.ts';
import type { Database } from '../src/platform/db/database.ts';
import { forEachEngine } from './db/engines.ts';
import { openOrThrow } from './support/database.ts';
import { upload } from './support/guidance-files.ts';
import { oscalData } from './support/oscal.ts';
import { catalogA } from './support/oscal-profiles.ts';
import { metadata, uuid } from './support/oscal-samples.ts';
import { apiOn, localStore } from './support/surfaces.ts';

const catalog = { ...catalogA, metadata: { ...metadata, title: 'Ward catalog', remarks: 'Licence: CC0' } };
const bytesOf = (model: string, root: JsonObject): Buffer => Buffer.from(JSON.stringify({ [model]: root }));
const profileOf = (
  number: number,
  href: string,
  resources: readonly Json[] = [],
  more: Readonly<Record<string, Json>> = {},
): Buffer =>
  bytesOf('profile', {
    uuid: uuid(number),
    metadata: { ...metadata, title: `Profile ${number}` },
    imports: [{ href, 'include-controls': [{ 'with-ids': ['a2', 'b1'] }] }],
    merge: { 'as-is': true },
    ...more,
    ...(resources.length === 0 ? {} : { 'back-matter': { resources } }),
  } as unknown as JsonObject);

type Loaded = { readonly id: string; readonly import: ImportPreview };
type Refusal = { readonly error: { readonly details: readonly { readonly message: string }[] } };

forEachEngine((engine) => {
  describe('a profile', () => {
    let database: Database;
    let store: Store;
    beforeAll(async () => {
      database = await openOrThrow(await engine.fresh());
      store = await localStore(database);
    });
    afterAll(async () => database.close());

    const ask = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> =>
      (await (await apiOn(store)(method, path, body)).json()) as Answer;
    const preview = (bytes: Buffer, name = 'profile.json') =>
      ask<ImportPreview>('POST', '/api/imports/preview', { file: upload(bytes, name) });
    const load = (bytes: Buffer, name: string) =>
      ask<Loaded & Refusal>('POST', '/api/imports', { file: upload(bytes, name) });

    test('profile: while the catalog is missing it says which, and how to go on', async () => {
      const seen = await preview(profileOf(1, 'rules/night.xml'));
      expect([seen.isLoadable, seen.frameworks]).toEqual([false, []]);
      const [error] = seen.findings.filter(({ severity }) => severity === 'error');
      expect(error).toMatchObject({ code: 'not_resolved', at: '/profile/imports/0/href' });
      expect(error?.message).toContain('"rules/night.xml", which was not imported: import that catalog first');
      const refused = await load(profileOf(1, 'rules/night.xml'), 'profile.json');
      expect(refused.error.details[0]?.message).toContain('theriac oscal resolve');
    });

    test('profile: the catalog answers by name in another form, by its UUID, and by a resource of its UUID', async () => {
      const brought = await load(bytesOf('catalog', catalog as unknown as JsonObject), 'night.json');
      const { digest } = brought.import.file;
      const own = (catalogA as { readonly uuid: string }).uuid;
      const ways = [
        profileOf(2, '../far/night.xml'),
        profileOf(3, `#${own}`),
        profileOf(4, `urn:uuid:${own.toUpperCase()}`),
        profileOf(5, `#${uuid(60)}`, [{ uuid: uuid(60), rlinks: [{ href: 'https://x.example/night.json?v=1' }] }]),
      ];
      for (const bytes of ways) {
        const seen = await preview(bytes);
        expect(seen.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(seen.findings.find(({ code }) => code === 'answered_by')?.message).toBe(
          `Chosen from "Ward catalog" (night.json, SHA-256 ${digest}), which was imported before`,
        );
        expect(seen.licence.stance).toBe('may_pass_on');
      }
    });

    test('profile: loaded, it is an edition with what it chose, and its own bytes are kept', async () => {
      const bytes = profileOf(2, '../far/night.xml');
      const loaded = await load(bytes, 'choice.json');
      const [part] = loaded.import.frameworks;
      expect(part).toMatchObject({ title: 'Profile 2', urn: `urn:uuid:${uuid(2)}` });
      const { editions } = await ask<{ editions: readonly { id: string; title: string }[] }>('GET', '/api/frameworks');
      const id = editions.find(({ title }) => title === 'Profile 2')?.id ?? '';
      const tree = await ask<EditionTree>('GET', `/api/frameworks/${id}`);
      expect(tree.tree.filter(({ isAssessable }) => isAssessable).map((one) => one.id)).toEqual(['a2', 'b1']);
      const kept = await apiOn(store)('GET', `/api/imports/${loaded.id}/original`);
      expect(Buffer.from(await kept.arrayBuffer()).equals(bytes)).toBe(true);
      // Nothing of the day of loading is in it, so another day brings no other edition.
      expect((await preview(Buffer.concat([bytes, Buffer.from('\n')]))).frameworks[0]?.standing).toBe('same');
    });

    test('profile: one over another profile is answered too, and a licence that is not stated stays so', async () => {
      const chain = await preview(profileOf(7, 'choice.yaml'));
      expect(chain.findings.filter(({ code }) => code === 'answered_by')).toHaveLength(2);
      // To choose adds no words; to change does, and nobody said what may be done with those.
      expect([chain.isLoadable, chain.licence.stance]).toEqual([true, 'may_pass_on']);
      const changing = profileOf(9, 'night.json', [], {
        modify: { 'set-parameters': [{ 'param-id': 'a_p', values: ['8'] }] },
      });
      expect((await preview(changing)).licence.stance).toBe('not_stated');
    });

    test('profile: of two catalogs with one name neither is taken', async () => {
      const other = {
        ...catalog,
        uuid: uuid(200),
        metadata: { ...catalog.metadata, title: 'Day catalog', version: '9' },
      };
      await load(bytesOf('catalog', other as unknown as JsonObject), 'night.json');
      const seen = await preview(profileOf(8, 'night.json'));
      const [error] = seen.findings.filter(({ severity }) => severity === 'error');
      for (const part of ['2 imported files have that name', '"Ward catalog"', '"Day catalog"'])
        expect(error?.message).toContain(part);
    });

    const data = oscalData();
    const ism = data === null ? null : join(data, 'ism');
    // Without the published files of the ISM this is passed over.
    test.skipIf(ism === null)(
      'profile: the published ISM baseline has the controls of its published resolution',
      async () => {
        const file = (name: string): Buffer => readFileSync(join(ism ?? '', name));
        await load(file('ISM_catalog.json'), 'ISM_catalog.json');
        const seen = await preview(file('ISM_E8_ML1-baseline_profile.json'));
        const published = await preview(file('ISM_E8_ML1-baseline-resolved-profile_catalog.json'));
        expect(seen.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(seen.frameworks[0]?.assessable).toBe(published.frameworks[0]?.assessable);
        expect(seen.frameworks[0]?.assessable).toBeGreaterThan(20);
      },
    );
  });
});
