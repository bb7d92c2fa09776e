/** The library over both surfaces: finding and opening what ships, without an organisation and for the stored one. */
import { JSON_SCHEMA, load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ItemPage, Section } from '../src/core/library-item/page.ts';
import { findItem } from '../src/core/library-item/lookup.ts';
import { pageOf } from '../src/core/library-item/page-of.ts';
import { concernsUs } from '../src/core/ranking/concern.ts';
import { itemKinds } from '../src/core/library-item/item.ts';
import { lookupIn } from '../src/library/library-search.ts';
import type { AnswersView } from '../src/features/library/search-view.ts';
import type { Database } from '../src/platform/db/database.ts';
import { noStore } from '../src/installation.ts';
import { forEachEngine } from './db/engines.ts';
import { openOrThrow } from './support/database.ts';
import { day, exampleAnalysis, examplePath, exampleProfile, exampleText, library } from './support/examples.ts';
import { apiOn, command, localStore } from './support/surfaces.ts';

const api = apiOn(noStore);

const asked = async (query: string, call = api): Promise<AnswersView> => {
  const answered = await call('GET', `/api/library/search?${query}`);
  expect(answered.status).toBe(200);
  return (await answered.json()) as AnswersView;
};
const opened = async (id: string, query = 'profile=none', call = api): Promise<ItemPage> => {
  const answered = await call('GET', `/api/library/pages/${encodeURIComponent(id)}?${query}`);
  expect(answered.status).toBe(200);
  return (await answered.json()) as ItemPage;
};
const refused = async (path: string): Promise<readonly [number, string]> => {
  const answered = await api('GET', path);
  return [answered.status, ((await answered.json()) as { error: { message: string } }).error.message];
};
const refs = ({ hits }: AnswersView): readonly string[] => hits.map(({ ref }) => ref);
const none = 'profile=none';

const firsts: readonly (readonly [words: string, first: string])[] = [
  ['nis2', 'eu-nis2'],
  ['GDPR', 'eu-gdpr'],
  ['S-043', 'S-043'],
  ['21(2)(d)', 'nis2:21(2)(d)'],
  ['a.5.23', 'iso27001-2022:A.5.23'],
  ['ransomware', 'threat:ransomware'],
  ['backup', 'term:backup'],
  ['backup and restoration', 'topic:backup-recovery'],
  ['fines', 'obligation:nis2-fines'],
  ['greece', 'country:GR'],
  ['krankenhauser', 'de-b3s'],
  ['st-10', 'ST-10'],
  ['early warning within 24 hours', 'nis2:23(4)(a)'],
];
test.each(firsts)('library.search: "%s" finds %s first', async (words, first) => {
  expect(refs(await asked(`${none}&q=${encodeURIComponent(words)}`))[0]).toBe(first);
});

test('library.search: documents that are not in force stay out until they are asked for, and it says how many', async () => {
  const usual = await asked(`${none}&q=nis1`);
  expect(refs(usual)).not.toContain('eu-nis1');
  expect(usual.leftOut.find(({ name }) => name === 'status')?.count).toBeGreaterThan(0);
  expect(refs(await asked(`${none}&q=nis1&status=any`))).toContain('eu-nis1');
  expect(refs(await asked(`${none}&q=nis1&status=past`))[0]).toBe('eu-nis1');
});

test('library.search: a slip of the pen is answered as the word that was meant, and says so', async () => {
  const answers = await asked(`${none}&q=ransomeware`);
  expect([refs(answers)[0], answers.suggestion]).toEqual(['threat:ransomware', 'ransomware']);
  expect(answers.hits[0]?.reason.met).toMatchObject([
    { typed: 'ransomeware', word: expect.stringMatching(/ransomware/iu), how: 'spelling' },
  ]);
});

test('library.search: facets narrow down, and what they keep away is named', async () => {
  const wide = await asked(`${none}&q=backup`);
  const narrow = await asked(`${none}&q=backup&kind=safeguard`);
  const counted = wide.facets.find(({ name }) => name === 'kind')?.values.find(({ value }) => value === 'safeguard');
  expect(narrow.total).toBe(counted?.count);
  expect(narrow.hits.every(({ kind }) => kind === 'safeguard')).toBe(true);
  const empty = await asked(`${none}&q=backup&kind=country`);
  expect([empty.total, empty.leftOut.map(({ name }) => name)]).toEqual([0, ['kind']]);
});

const refusals: readonly (readonly [path: string, status: number, says: string])[] = [
  ['/api/library/search?profile=none&kind=documents', 400, 'the nearest is "document"'],
  ['/api/library/search?profile=none&topic=clouds', 400, 'the nearest is "cloud"'],
  ['/api/library/search?colour=blue', 400, 'form'],
  ['/api/library/search?show=0', 400, 'form'],
  [`/api/library/search?q=${'x'.repeat(201)}`, 400, 'form'],
  ['/api/library/pages/nis2x', 404, 'the nearest is "framework:nis2"'],
  ['/api/library/pages/nis2%3A99', 404, 'Nothing in the library is called "nis2:99"'],
];
test.each(refusals)('library: %s is refused with the reason', async (path, status, says) => {
  expect(await refused(path)).toEqual([status, expect.stringContaining(says)]);
});

const names: readonly (readonly [name: string, ref: string])[] = [
  ['eu-nis2', 'eu-nis2'],
  ['nis2', 'framework:nis2'],
  ['framework:enisa-procurement-2020', 'framework:enisa-procurement-2020'],
  ['enisa-procurement-2020', 'enisa-procurement-2020'],
  ['s-043', 'S-043'],
  ['topic:procurement', 'topic:procurement'],
  ['role:procurement', 'role:procurement'],
  ['gr', 'country:GR'],
  ['NIS2:21(2)(D)', 'nis2:21(2)(d)'],
];
test.each(names)('library.item: "%s" means %s', (name, ref) => {
  expect(findItem(lookupIn(library), name)?.ref).toBe(ref);
});

test('library.item: every name is given once, and every item has a page whose links lead somewhere', () => {
  const lookup = lookupIn(library);
  const kinds = new Set([...lookup.links.values()].map(({ kind }) => kind));
  expect([...kinds].toSorted()).toEqual([...itemKinds].toSorted());
  const organisation = exampleAnalysis('hospital-greece');
  const lost: string[] = [];
  for (const link of lookup.links.values())
    for (const page of [
      pageOf({ lookup, on: day, organisation: null }, link),
      pageOf({ lookup, on: day, organisation }, link),
    ])
      for (const [, ref] of JSON.stringify(page).matchAll(/"ref":"([^"]+)"/gu))
        if (ref !== undefined && !lookup.links.has(ref)) lost.push(`${link.ref} leads to ${ref}`);
  expect(lost).toEqual([]);
});

const section = <Kind extends Section['kind']>(
  page: ItemPage,
  id: string,
  _kind: Kind,
): Extract<Section, { kind: Kind }> => {
  const found = page.sections.find((part) => part.id === id);
  if (found === undefined) throw new Error(`Cannot find "${id}" on the page of ${page.ref}`);
  return found as Extract<Section, { kind: Kind }>;
};

test('library.item: a document says its life, its clauses, who recommends it and which acts follow it', async () => {
  const page = await opened('eu-nis2');
  expect(page.own).toBeNull();
  expect(page.life.map(({ date }) => date)).toEqual(page.life.map(({ date }) => date).toSorted());
  expect(page.life.find(({ date }) => date === '2027-10-17')?.isAhead).toBe(true);
  expect(section(page, 'clauses', 'rows').rows.map(({ code }) => code)).toContain('Art. 21');
  expect(section(page, 'recommended', 'rows').rows.find(({ ref }) => ref === 'chapter:legal')?.note).toContain(
    'Articles',
  );
  expect(section(page, 'nationalActs', 'rows').rows.map(({ ref }) => ref)).toContain('country:GR');
  expect(page.facts.find(({ id }) => id === 'replaces')?.links?.map(({ ref }) => ref)).toContain('eu-nis1');
  expect(page.used.map(({ of }) => of)).toContain('chapter');
});

/** Whoever is mapped to suppliers’ security, as the content says today. */
const touchingSuppliers = library.content.safeguards
  .filter(({ mappings }) => mappings.some(({ to }) => to === 'nis2:21(2)(d)'))
  .map(({ id }) => id as string);

/** Those of them that concern the example hospital, with how they stand there. */
const hospital = exampleProfile('hospital-greece');
const atHospital = library.content.safeguards
  .filter((one) => touchingSuppliers.includes(one.id) && concernsUs(one, hospital))
  .map(({ id }) => hospital.ratings.get(id)?.rating.kind ?? 'unknown');
const inPlaceAtHospital = atHospital.filter((rating) => rating === 'fully' || rating === 'largely').length;

test('library.item: a clause has its way up, its neighbours, and safeguards with relation and reason', async () => {
  const page = await opened('nis2:21(2)(d)');
  expect(page.crumbs.map(({ ref }) => ref)).toEqual(['framework:nis2', 'nis2:21', 'nis2:21(2)']);
  expect([page.previous?.ref, page.next?.ref]).toEqual(['nis2:21(2)(c)', 'nis2:21(2)(e)']);
  const touching = section(page, 'touching', 'rows').rows;
  expect(touching.map(({ ref }) => ref)).toEqual(touchingSuppliers);
  expect(touching.find(({ ref }) => ref === 'S-043')).toMatchObject({
    note: expect.stringContaining('suppliers'),
    clauses: [{ relation: 'intersects-with' }],
  });
});

test('library.item: a safeguard is shown whole', async () => {
  const page = await opened('S-043');
  const wanted = ['why', 'how', 'doneWhen', 'evidence', 'people', 'effort', 'needs', 'threats', 'mappings', 'forRoles'];
  expect(wanted.filter((id) => !page.sections.some((part) => part.id === id))).toEqual([]);
  expect(section(page, 'effort', 'effort').rows.map(({ size }) => size)).toEqual(['micro', 'small', 'medium', 'large']);
  expect(section(page, 'threats', 'rows').rows[0]).toMatchObject({ ref: 'threat:supply-chain-attack', strength: 3 });
  expect(Object.keys(page.cited)).toContain('S-118');
});

test('library.item: no page calls a relation coverage', () => {
  const words = JSON.stringify(library.words('en').translate('web.library.relationNote'));
  const lookup = lookupIn(library);
  const link = findItem(lookup, 'S-043');
  const page =
    link === undefined ? null : pageOf({ lookup, on: day, organisation: exampleAnalysis('hospital-greece') }, link);
  expect(`${words}${JSON.stringify(page?.sections.filter(({ id }) => id === 'mappings'))}`).not.toMatch(/\bcover/iu);
});

test('library.item: what is only recalled of a state is not told', () => {
  const lookup = lookupIn(library);
  for (const country of library.content.countries) {
    const link = findItem(lookup, `country:${country.code}`);
    if (link === undefined) throw new Error(`Cannot find ${country.code}`);
    const page = JSON.stringify({ ...pageOf({ lookup, on: day, organisation: null }, link), verification: null });
    for (const body of [country.authority, country.csirt, country.healthCsirt, country.contactPoint])
      if (body?.verification.status === 'recall') expect(page).not.toContain(`"name":${JSON.stringify(body.name)}`);
    if (country.nis2.verification.status === 'recall') expect(page).not.toContain(country.nis2.title);
  }
});

test('library.item: the implementing regulation is a benchmark for a hospital, in all its points', () => {
  const lookup = lookupIn(library);
  const organisation = exampleAnalysis('hospital-greece');
  const refsOfIt = [...lookup.links.keys()].filter((ref) => ref.startsWith('cir-2024-2690:'));
  const found = ['eu-cir-2024-2690', 'framework:cir-2024-2690', ...refsOfIt].map((ref) => {
    const link = findItem(lookup, ref);
    return link === undefined ? null : pageOf({ lookup, on: day, organisation }, link).own?.force?.force;
  });
  expect([...new Set(found)]).toEqual(['benchmark']);
});

test('library: commands print what was found and what was opened', async () => {
  const searched = await command([
    'library',
    'search',
    'supplier',
    'remote',
    '--profile',
    examplePath('hospital-greece'),
  ]);
  expect([searched.code, searched.stdout]).toEqual([0, expect.stringMatching(/S-043 .*Not implemented +Binding now/u)]);
  const shown = await command(['library', 'item', 'nis2:21(2)(d)', '--profile', examplePath('hospital-greece')]);
  expect(shown.stdout).toMatch(
    new RegExp(
      `^${inPlaceAtHospital} of ${atHospital.length} safeguards that touch this clause (?:is|are) fully or largely`,
      'mu',
    ),
  );
  const unknown = await command(['library', 'item', 'S-999']);
  expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('the nearest is "S-')]);
});

forEachEngine((engine) => {
  describe('library for the stored profile', () => {
    let database: Database;
    let call: ReturnType<typeof apiOn>;
    beforeAll(async () => {
      database = await openOrThrow(await engine.fresh());
      call = apiOn(await localStore(database));
    });
    afterAll(async () => database.close());

    test('library: before the first answer nothing is said of an organisation', async () => {
      expect((await asked('q=supplier', call)).isOwn).toBe(false);
      expect((await opened('S-043', '', call)).own).toBeNull();
    });

    test('library: then force and ratings stand beside each item', async () => {
      const profile = load(exampleText('hospital-greece'), { schema: JSON_SCHEMA });
      expect((await call('PUT', '/api/profile', { profile })).status).toBe(200);
      const answers = await asked('q=supplier%20maintenance%20gateway', call);
      expect(answers.hits[0]).toMatchObject({ ref: 'S-043', force: 'binding_now', rating: 'not_implemented' });
      expect(answers.facets.find(({ name }) => name === 'force')?.values.map(({ value }) => value)).toContain(
        'binding_now',
      );
      const { own } = await opened('nis2:21(2)(d)', '', call);
      expect(own).toMatchObject({
        force: { force: 'binding_now' },
        touch: { total: atHospital.length, inPlace: inPlaceAtHospital },
      });
    });

    test('library: a rating changes what its clause says', async () => {
      expect((await call('PUT', '/api/ratings', { ratings: { 'S-043': 'fully', 'S-008': 'unknown' } })).status).toBe(
        200,
      );
      expect((await opened('nis2:21(2)(d)', '', call)).own?.touch).toEqual({
        total: atHospital.length,
        inPlace: inPlaceAtHospital + 1,
        unknown: atHospital.filter((rating) => rating === 'unknown').length + 1,
        notApplicable: 0,
      });
      expect((await opened('S-043', '', call)).own).toMatchObject({ rating: 'fully', rank: null });
    });

    test('library: "none" asks for nobody, and who has not signed in sees nobody', async () => {
      expect((await opened('S-043', 'profile=none', call)).own).toBeNull();
      const everyone = apiOn(await localStore(database), 'everyone');
      expect((await opened('S-043', '', everyone)).own).toBeNull();
      expect((await asked('q=supplier', everyone)).isOwn).toBe(false);
    });
  });
});
