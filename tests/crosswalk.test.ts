/** From the requirements of any framework to those of any other, over what an organisation imported; on both engines. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSON_SCHEMA, load } from 'js-yaml';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CrosswalkView, RequirementView, SideFacts } from '../src/core/crosswalk/view.ts';
import type { AnswersView } from '../src/features/crosswalk/answers-view.ts';
import type { Store } from '../src/platform/action.ts';
import type { Database } from '../src/platform/db/database.ts';
import { forEachEngine } from './db/engines.ts';
import { nodeOf, rulesFile, twinFile, urnOf } from './support/crosswalk-files.ts';
import { openOrThrow } from './support/database.ts';
import { library } from './support/examples.ts';
import { upload } from './support/guidance-files.ts';
import { testdata } from './support/require.ts';
import { apiOn, command, localStore } from './support/surfaces.ts';

const ward = rulesFile('ward', 'Ward rules', ['1', '1.1', '1.2', '1.3']);
const home = rulesFile('home', 'Home rules', ['1', '1.1', '1.2'], 'All rights reserved');
const street = rulesFile('street', 'Street rules', ['1', '1.1']);
const files = {
  ward,
  home,
  street,
  twins: twinFile('ward', 'home', [
    ['1.1', 'subset', '1.1'],
    ['1.2', 'equal', '1.2'],
  ]),
  other: twinFile('ward', 'home', [['1.2', 'not_related', '1.2']], 'Board of porters', 'All rights reserved'),
  onwards: twinFile('home', 'street', [['1.1', 'subset', '1.1']]),
  unknown: twinFile('street', 'nowhere', [['1.1', 'intersect', '7']]),
};

forEachEngine((engine) => {
  describe('crosswalk', () => {
    let database: Database;
    let store: Store;
    let api: ReturnType<typeof apiOn>;
    beforeAll(async () => {
      database = await openOrThrow(await engine.fresh());
      store = await localStore(database);
      api = apiOn(store);
    });
    afterAll(async () => database.close());
    beforeEach(async () => {
      await database.inOrganisation(store.orgId, (db) => db.deleteFrom('guidance_import').execute());
    });

    const read = async <Answer>(path: string): Promise<Answer> => {
      const answer = await api('GET', path);
      expect(answer.status).toBe(200);
      return (await answer.json()) as Answer;
    };
    const bring = async (...all: readonly Buffer[]): Promise<void> => {
      for (const one of all) expect((await api('POST', '/api/imports', { file: upload(one) })).status).toBe(200);
    };
    const between = (from: string, to: string, more = '') =>
      read<CrosswalkView>(`/api/crosswalk?from=${urnOf(from)}&to=${urnOf(to)}${more}`);
    const sheet = async (from: string, to: string): Promise<string> => {
      const answer = await api('POST', '/api/crosswalk/sheet', { from: urnOf(from), to: urnOf(to), format: 'csv' });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
      return answer.text();
    };

    test('crosswalk: content alone has our frameworks, safeguards and candidates', async () => {
      const { frameworks } = await read<{ frameworks: readonly SideFacts[] }>('/api/crosswalk/frameworks');
      expect(new Set(frameworks.map(({ kind }) => kind))).toEqual(new Set(['content', 'safeguards']));
      const view = await read<CrosswalkView>('/api/crosswalk?from=nis2&to=csf-2.0');
      expect([view.counts.stated, view.counts.composed]).toEqual([0, 0]);
      expect(view.counts.candidates).toBeGreaterThan(10);
      expect(view.rows.flatMap(({ pairs }) => pairs).every(({ basis }) => basis === 'candidate')).toBe(true);
    });

    test('crosswalk: what is imported is listed, what a mapping only names as well', async () => {
      await bring(files.ward, files.unknown);
      const { frameworks } = await read<{ frameworks: readonly SideFacts[] }>('/api/crosswalk/frameworks');
      const kinds = new Map(frameworks.map(({ id, kind, requirements }) => [id, `${kind} ${requirements}`]));
      expect(kinds.get(urnOf('ward'))).toBe('imported 4');
      expect(kinds.get(urnOf('street'))).toBe('named 1');
      expect(kinds.get(urnOf('nowhere'))).toBe('named 1');
    });

    test('crosswalk: stated, composed and without a conclusion; twins once, disagreement flagged', async () => {
      await bring(files.ward, files.home, files.street, files.twins, files.other, files.onwards);
      const view = await between('ward', 'home');
      expect(view.counts).toMatchObject({
        requirements: 3,
        stated: 2,
        nothing: 1,
        pairs: { stated: 2, disagreements: 1 },
      });
      expect(view.sources).toMatchObject([
        { author: 'Board of nurses', hasTwin: true, pairs: 2 },
        { author: 'Board of porters', hasTwin: true, pairs: 1 },
      ]);
      const [first, second] = view.rows;
      expect(first?.pairs[0]).toMatchObject({
        target: { code: '1.1', title: 'Home rules 1.1' },
        disagrees: false,
        stated: [{ relation: 'subset', reach: 'does_part', voices: [{ hasTwin: true }] }],
      });
      expect(second?.pairs[0]).toMatchObject({
        disagrees: true,
        stated: [
          { relation: 'equal', voices: [{}] },
          { relation: 'none', voices: [{ author: 'Board of porters' }] },
        ],
      });
      const onwards = await between('ward', 'street');
      expect(onwards.rows[0]?.pairs[0]).toMatchObject({
        basis: 'composed',
        composed: [
          {
            relation: 'subset',
            path: [{ to: { framework: urnOf('home'), code: '1.1' }, isWeakest: true }, { to: { code: '1.1' } }],
          },
        ],
      });
      expect((await between('ward', 'street', '&steps=1')).counts.composed).toBe(0);
    });

    test('crosswalk: the order of imports changes nothing', async () => {
      const all = [files.ward, files.home, files.street, files.twins, files.other, files.onwards];
      await bring(...all);
      const [forwards, onwards] = [await between('ward', 'home'), await between('ward', 'street')];
      await database.inOrganisation(store.orgId, (db) => db.deleteFrom('guidance_import').execute());
      await bring(...all.toReversed());
      const plain = (view: CrosswalkView) =>
        JSON.parse(JSON.stringify(view, (key, value: unknown) => (key === 'editionId' ? null : value))) as object;
      expect(plain(await between('ward', 'home'))).toEqual(plain(forwards));
      expect(plain(await between('ward', 'street'))).toEqual(plain(onwards));
    });

    test('crosswalk: what is taken away no longer counts', async () => {
      await bring(files.ward, files.home, files.twins);
      expect((await between('ward', 'home')).counts.stated).toBe(2);
      const { imports } = await read<{ imports: { id: string; title: string }[] }>('/api/imports');
      const twins = imports.find(({ title }) => title.includes(' and '));
      expect((await api('DELETE', `/api/imports/${twins?.id}`)).status).toBe(200);
      expect((await between('ward', 'home')).counts.stated).toBe(0);
    });

    test('crosswalk: a requirement has words where its licence allows, and mappings both ways', async () => {
      await bring(files.ward, files.home, files.street, files.twins, files.onwards);
      const at = (framework: string, id: string) =>
        read<RequirementView>(`/api/crosswalk/requirement?framework=${urnOf(framework)}&id=${id}`);
      expect(await at('ward', '1.2')).toMatchObject({
        requirement: { id: nodeOf('ward', '1.2') },
        words: { text: 'Words of 1.2.' },
        parent: { code: '1' },
        previous: { code: '1.1' },
        next: { code: '1.3' },
        mappings: [{ other: { framework: urnOf('home'), code: '1.2' }, stated: [{ relation: 'equal' }] }],
      });
      const closed = await at('home', '1.1');
      expect([closed.words, closed.stance]).toEqual([null, 'not_stated']);
      expect(closed.mappings.map(({ other, stated }) => [other.framework, stated[0]?.relation])).toEqual([
        [urnOf('street'), 'subset'],
        [urnOf('ward'), 'superset'],
      ]);
    });

    test('crosswalk: ratings of the organisation stand beside the safeguards', async () => {
      expect((await api('PATCH', '/api/ratings/S-043', { rating: 'largely' })).status).toBe(200);
      const view = await read<RequirementView>('/api/crosswalk/requirement?framework=csf-2.0&id=PR.AA-05');
      const ratings = new Map(view.safeguards.map(({ id, rating }) => [id, rating]));
      expect([ratings.get('S-043'), ratings.get('S-031')]).toEqual(['largely', 'unknown']);
    });

    test('crosswalk: a sheet leaves out what may not be passed on, and says so', async () => {
      await bring(files.ward, files.home, files.twins, files.other);
      const text = await sheet('ward', 'home');
      expect(text).toContain('Ward rules 1.1');
      expect(text).not.toContain('Home rules 1.1');
      expect(text).toContain('Titles of “Home rules” are left out');
      expect(text).toContain('1 relation of “ward to home of Board of porters” left out');
      expect(text).not.toContain('has nothing in common');
    });

    test.each<[string, number, string]>([
      ['from=nis2&to=nis2', 400, 'with itself'],
      ['from=nis2&to=csf-2.1', 404, 'the nearest is "csf-2.0"'],
      ['from=nis2&to=csf-2.0&steps=4', 400, 'steps'],
      ['from=nis2&to=csf-2.0&only=all', 400, 'only'],
    ])('crosswalk: %s is refused', async (query, status, said) => {
      const answer = await api('GET', `/api/crosswalk?${query}`);
      expect(answer.status).toBe(status);
      expect(JSON.stringify(await answer.json()).replaceAll('\\"', '"')).toContain(said);
    });

    test('crosswalk: a requirement that is not there names the nearest', async () => {
      const answer = await api('GET', '/api/crosswalk/requirement?framework=csf-2.0&id=PR.AA-55');
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('PR.AA-05');
    });

    test('crosswalk: commands say it in words', async () => {
      await bring(files.ward, files.home, files.street, files.twins, files.other, files.onwards);
      const ran = await command(['crosswalk', urnOf('ward'), urnOf('home')], store);
      expect(ran.code).toBe(0);
      for (const said of [
        'lies inside 1.1',
        'says the same 1.2',
        'has nothing in common 1.2',
        'no conclusion',
        'counted once',
      ])
        expect(ran.stdout).toContain(said);
      const onwards = await command(['crosswalk', urnOf('ward'), urnOf('street')], store);
      expect(onwards.stdout).toContain('weakest link: Home rules 1.1'.replace('Home rules', 'HOME'));
    });

    test('answers to an imported framework lead through its mapping to the nearest safeguards', async () => {
      const csf = library.content.frameworks.find(({ id }) => id === 'csf-2.0');
      const numbers = (csf?.requirements ?? []).map(({ id }) => id);
      await bring(
        ward,
        rulesFile('csf-2.0', 'NIST CSF 2.0', numbers),
        twinFile('ward', 'csf-2.0', [
          ['1.1', 'subset', 'PR.DS-11'],
          ['1.2', 'intersect', 'PR.DS-11'],
        ]),
      );
      const given = Buffer.from('Number;Status\n1.1;Implemented\n1.2;Planned\n1.3;Planned\n');
      const answer = await api('POST', '/api/answers/suggest', {
        file: upload(given, 'a.csv'),
        framework: urnOf('ward'),
      });
      const { suggestions, untouched, title } = (await answer.json()) as AnswersView;
      expect([title, untouched]).toEqual(['WARD', ['1.3']]);
      const touching = library.content.safeguards.filter(({ mappings }) =>
        mappings.some(({ to }) => (to as string) === 'csf-2.0:PR.DS-11'),
      );
      expect(touching.length).toBeGreaterThan(0);
      expect(suggestions.map(({ safeguard, path }) => [path.requirement, safeguard.id])).toEqual(
        ['1.1', '1.2'].flatMap((number) => touching.map(({ id }) => [number, id])),
      );
      expect(suggestions[0]).toMatchObject({
        concluded: null,
        path: {
          relation: null,
          through: [
            {
              framework: csf?.shortTitle,
              requirement: 'PR.DS-11',
              relation: 'subset',
              sources: ['ward to csf-2.0 of Board of nurses'],
            },
          ],
        },
      });
    });
  });
});

const folder = testdata();
const annex = 'urn:intuitem:risk:framework:annex-technical-and-methodological-requirements-nis2';
const libraries = [
  'annex-nis2-regulation--2024-2690-with-technical-implementation-guidance-by-enisa.yaml',
  'iso27001-2022.yaml',
  'nist-csf-2.0.yaml',
  'mapping-annex-technical-and-methodological-requirements-nis2-and-iso27001-2022.yaml',
  'mapping-annex-technical-and-methodological-requirements-nis2-and-nist-csf-2.0.yaml',
] as const;
type PublishedRow = { readonly source_requirement_urn: string; readonly target_requirement_urn: string };

/** The pairs of a file, whichever way round they are given. */
function pairsIn(bytes: Buffer): number {
  const { objects } = load(bytes.toString(), { schema: JSON_SCHEMA }) as {
    readonly objects: {
      readonly requirement_mapping_sets: readonly { readonly requirement_mappings: readonly PublishedRow[] }[];
    };
  };
  const pairs = objects.requirement_mapping_sets.flatMap(({ requirement_mappings: rows }) =>
    rows.map(({ source_requirement_urn: from, target_requirement_urn: to }) => [from, to].toSorted().join(' ')),
  );
  return new Set(pairs).size;
}

forEachEngine((engine) => {
  describe.skipIf(folder === null)('crosswalk: published files', () => {
    test('each pair of a published mapping is stated once', { timeout: 120_000 }, async () => {
      const database = await openOrThrow(await engine.fresh());
      const api = apiOn(await localStore(database));
      const bytes = libraries.map((name) => readFileSync(join(folder ?? '', 'libraries', name)));
      for (const one of bytes) expect((await api('POST', '/api/imports', { file: upload(one) })).status).toBe(200);
      for (const [to, file] of [
        ['iso27001-2022', bytes[3]],
        ['nist-csf-2.0', bytes[4]],
      ] as const) {
        const answer = await api('GET', `/api/crosswalk?from=${annex}&to=urn:intuitem:risk:framework:${to}`);
        const { counts, sources, from } = (await answer.json()) as CrosswalkView;
        const published = pairsIn(file ?? Buffer.of());
        expect(counts.pairs).toMatchObject({ stated: published, disagreements: 0 });
        expect(sources).toMatchObject([{ author: 'ENISA', hasTwin: true, pairs: published }]);
        expect(from.likeOurs).toMatchObject({ id: 'cir-2024-2690', isUsed: true });
      }
      await database.close();
    });
  });
});
