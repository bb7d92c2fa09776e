/** The navigator: a question in any language finds the clause, among what ships and what was imported, and says why. */
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillWords } from '../src/features/imports/fill-words.ts';
import type { AnswersView } from '../src/features/library/search-view.ts';
import { noStore } from '../src/installation.ts';
import { localOrganisation } from '../src/places.ts';
import type { Database, OrgId } from '../src/platform/db/database.ts';
import { storeOf } from '../src/data.ts';
import { forEachEngine, temporaryFolder } from './db/engines.ts';
import { migrationsFolder, openOrThrow } from './support/database.ts';
import { frameworkFile, upload } from './support/guidance-files.ts';
import { nightNodes, spoken } from './support/night-rules.ts';
import { testdata } from './support/require.ts';
import { apiOn, command, localStore } from './support/surfaces.ts';

type Call = ReturnType<typeof apiOn>;

const asked = async (call: Call, words: string, more = ''): Promise<AnswersView> => {
  const answered = await call('GET', `/api/library/search?profile=none&q=${encodeURIComponent(words)}${more}`);
  expect(answered.status).toBe(200);
  return (await answered.json()) as AnswersView;
};
const firstThree = ({ hits }: AnswersView): readonly string[] =>
  hits.slice(0, 3).map(({ ref, code, imported }) => (imported === null ? ref : (code ?? ref)));

/** From what ships alone; the clause must be among the first three. */
const shipped: readonly (readonly [words: string, wanted: string])[] = [
  ['supplier remote access to scanner', 'S-043'],
  ['who has to be told within 24 hours', 'nis2:23(4)(a)'],
  ['who is informed of an incident within 24 hours', 'nis2:23(4)(a)'],
  ['incident notification after 72 hours', 'nis2:23(4)(b)'],
  ['when is an incident significant', 'nis2:23(3)'],
  ['final report one month later', 'nis2:23(4)(d)'],
  ['register of breaches', 'gdpr:33(5)'],
  ['is the management body trained', 'nis2:20(2)'],
  ['cryptography where fitting', 'nis2:21(2)(h)'],
  ['restored backups offline', 'S-071'],
  ['ransomeware', 'threat:ransomware'],
  ['ποιος ενημερώνεται σε 24 ώρες', 'nis2:23(4)(a)'],
  ['ΠΟΙΟΣ ΕΝΗΜΕΡΩΝΕΤΑΙ ΣΕ 24 ΩΡΕΣ', 'nis2:23(4)(a)'],
  ['ποιοσ ενημερωνεται σε 24 ωρεσ', 'nis2:23(4)(a)'],
  ['κοινοποίηση περιστατικών σε 72 ώρες', 'nis2:23(4)(b)'],
  ['πότε είναι σημαντικά τα περιστατικά', 'nis2:23(3)'],
  ['ασφάλεια αλυσίδας εφοδιασμού', 'nis2:21(2)(d)'],
  ['ευθύνεται το διοικητικό συμβούλιο;', 'nis2:20(1)'],
  ['κατάρτιση μελών διοίκησης', 'nis2:20(2)'],
  ['χειρισμός περιστατικού', 'nis2:21(2)(b)'],
  ['πότε ενημερώνονται οι ασθενείς για παραβίαση δεδομένων', 'gdpr:34'],
  ['μητρώο παραβίασης', 'gdpr:33(5)'],
  ['wer muss binnen 24 Stunden informiert werden', 'nis2:23(4)(a)'],
  ['Wie schnell wird ein Sicherheitsvorfall gemeldet?', 'nis2:23(4)(b)'],
  ['Sicherheit der Lieferketten', 'nis2:21(2)(d)'],
  ['haftet die Geschäftsführung', 'nis2:20(1)'],
  ['Schulungen für Leitungsorgane', 'nis2:20(2)'],
  ['Abschlussberichte nach einem Monat', 'nis2:23(4)(d)'],
];
const alone = apiOn(noStore);
test.each(shipped)('library.search: "%s" finds %s', async (words, wanted) => {
  expect(firstThree(await asked(alone, words))).toContain(wanted);
});

test('library.search: a hit says which words it meets, how, where and in which language, and which it is without', async () => {
  const { hits } = await asked(alone, 'ποιος ενημερώνεται σε 24 ώρες');
  expect(hits[0]?.reason).toEqual({
    met: [
      { typed: 'ενημερώνεται', word: 'ενημερώνεται', how: 'whole', place: 'text', writtenIn: 'el' },
      { typed: '24', word: '24', how: 'whole', place: 'title', writtenIn: 'en' },
      { typed: 'ώρες', word: 'ωρών', how: 'stem', place: 'text', writtenIn: 'el' },
    ],
    without: [],
  });
  expect(hits[0]?.excerptLanguage).toBe('el');
  const partial = await asked(alone, 'supplier gateway recording helicopter');
  expect([partial.isPartial, partial.hits[0]?.ref, partial.hits[0]?.reason.without]).toEqual([
    true,
    'S-043',
    ['helicopter'],
  ]);
  const printed = await command(['library', 'search', 'supplier', 'gateway', 'recording', 'helicopter']);
  expect(printed.stdout).toMatch(/S-043 .*without: helicopter/u);
});

/** Files of others, where they are at hand: the title or the number of the requirement that must be among the first three. */
const folder = testdata();
const files = [
  'nis2-directive.yaml',
  'gdpr.yaml',
  'annex-nis2-regulation--2024-2690-with-technical-implementation-guidance-by-enisa.yaml',
];
const inFiles: readonly (readonly [language: string, words: string, wanted: string])[] = [
  ['fr', 'authentification à plusieurs facteurs et communications vocales', '21.2.j'],
  ['fr', 'securite de la chaine d’approvisionnement des fournisseurs directs', '21.2.d'],
  ['fr', 'déterminer si un événement suspect constitue un incident', '3.4.1'],
  ['de', 'gesicherte Notfallkommunikation und Multi-Faktor-Authentifizierung', '21.2.j'],
  ['de', 'Bewältigung eines Sicherheitsvorfalls', '21.2.b'],
  ['es', 'política de gestión de incidentes', '3.1'],
  ['es', 'autenticación multifactorial y comunicación de voz', '21.2.j'],
  ['it', 'valutare un evento sospetto e determinarne la gravità', '3.4.1'],
  ['it', 'politica di sicurezza della supply chain', '5.1'],
  ['cs', 'hodnocení a klasifikace událostí', '3.4'],
  ['sv', 'anmäla personuppgiftsincidenter till tillsynsmyndigheten inom 72 timmar', '33.1'],
];

const other = '00000000-0000-4000-8000-00000000000b' as OrgId;

forEachEngine((engine) => {
  describe('navigator', () => {
    let database: Database;
    let call: Call;
    const load = async (bytes: Buffer): Promise<string> => {
      const answered = await call('POST', '/api/imports', { file: upload(bytes) });
      const loaded = (await answered.json()) as { readonly id: string };
      expect([answered.status, loaded]).toEqual([200, expect.objectContaining({ state: 'loaded' })]);
      return loaded.id;
    };
    beforeAll(async () => {
      database = await openOrThrow(await engine.fresh());
      call = apiOn(await localStore(database));
      await load(frameworkFile({ nodes: nightNodes, name: 'Night rules' }));
    });
    afterAll(async () => database.close());

    test.each(Object.entries(spoken))(
      'library.search: a question in %s finds an imported requirement',
      async (language, { question }) => {
        const { hits } = await asked(call, question);
        expect(hits[0]).toMatchObject({
          code: '7.1',
          language,
          imported: { title: expect.stringContaining('Night rules') },
          check: null,
        });
      },
    );

    test('library.search: a clause in many languages is one answer, and facets count it by framework and language', async () => {
      const answers = await asked(call, '7.1');
      expect(answers.hits.filter(({ imported }) => imported !== null).map(({ code }) => code)).toEqual(['7.1']);
      const edition = answers.hits.find(({ imported }) => imported !== null)?.imported?.edition ?? '';
      const facet = (name: string) => answers.facets.find((one) => one.name === name)?.values ?? [];
      expect(facet('framework')).toContainEqual({
        value: edition,
        label: expect.stringMatching(/^Night rules/u),
        count: 1,
      });
      expect(facet('writtenIn').map(({ value }) => value)).toEqual(expect.arrayContaining(['en', 'sv', 'mt']));
      const swedish = await asked(call, '7.1', `&framework=${edition}&writtenIn=sv`);
      expect(swedish.hits.map(({ language, code }) => [language, code])).toEqual([['sv', '7.1']]);
    });

    test('library.search: a slip in a word that only imported texts have is read as that word', async () => {
      const { suggestion, hits } = await asked(call, 'tomogarph');
      expect([suggestion, hits[0]?.code]).toEqual(['tomograph', '7.1']);
      expect(hits[0]?.reason.met).toMatchObject([{ typed: 'tomogarph', word: 'tomograph', how: 'spelling' }]);
    });

    test('library.search: what ships stands before what was imported where both fit alike', async () => {
      const { hits } = await asked(call, 'hospital', '&show=500');
      const firstImported = hits.findIndex(({ imported }) => imported !== null);
      expect(firstImported).toBeGreaterThan(0);
    });

    test('library.search: nobody else finds it: another organisation, or who has not signed in', async () => {
      await database.inInstallation((db) =>
        db
          .insertInto('organisation')
          .values({ id: other, name: 'other', country: null, kind: null, created_at: new Date('2026-11-25T09:00:00Z') })
          .execute(),
      );
      const callers = [
        apiOn(storeOf(database, 'test', () => new Date('2026-11-25T09:00:00Z'), other)),
        apiOn(await localStore(database), 'everyone'),
      ];
      for (const caller of callers)
        expect((await asked(caller, 'tomograph')).hits.filter(({ imported }) => imported !== null)).toEqual([]);
      const strange = await callers[1]?.('GET', '/api/library/search?profile=none&q=x&writtenIn=sv');
      expect(strange?.status).toBe(400);
    });

    test('library.search: what is taken away is found no more', async () => {
      const id = await load(
        frameworkFile({
          name: 'Short lived',
          nodes: [{ ...nightNodes[0], urn: 'urn:ward:risk:req_node:ward:9', name: 'Zeppelin' } as never],
          version: 9,
        }),
      );
      expect((await asked(call, 'zeppelin')).total).toBe(1);
      expect((await call('DELETE', `/api/imports/${id}`)).status).toBe(200);
      expect((await asked(call, 'zeppelin')).total).toBe(0);
    });

    test('library.search: a command on stored rows finds it as well', async () => {
      const { stdout } = await command(['library', 'search', 'tomograph'], await localStore(database));
      expect(stdout).toContain('7.1: Outage');
    });

    test.skipIf(folder === null)('library.search: questions about files of others', { timeout: 300_000 }, async () => {
      for (const file of files) await load(readFileSync(join(folder ?? '', 'libraries', file)));
      const missed: string[] = [];
      for (const [language, words, wanted] of inFiles) {
        const found = firstThree(await asked(call, words));
        if (!found.includes(wanted)) missed.push(`${language} "${words}": ${found.join(', ')}, wanted ${wanted}`);
      }
      expect(missed).toEqual([]);
    });
  });

  test('fillWords: what was imported before words were stored is found after the next start', async () => {
    const options = await engine.freshDurable();
    const before = join(temporaryFolder(), 'migrations');
    cpSync(migrationsFolder, before, { recursive: true });
    for (const name of readdirSync(before)) if (name >= '0011') rmSync(join(before, name));
    const early = await openOrThrow(options, before);
    await localStore(early);
    await early.inOrganisation(localOrganisation, async (db) => {
      const digest = 'a'.repeat(64);
      await sql`
        with import as (insert into guidance_import
          (at, actor, file_name, bytes, size, digest, format, title, language, about, needs, counts, parts, findings, losses)
          values ('2026-11-25', 'test', 'x', 'x', 1, ${digest}, 'library', 'x', 'en', '{}', '[]', '{}', '[]', '[]', '[]')
          returning id),
        edition as (insert into framework_edition (import_id, urn, edition, title, language, digest, counts, facts)
          select id, 'urn:x', '1', 'Early rules', 'en', ${digest}, '{}', ${earlyFacts}::jsonb from import returning id)
        insert into edition_requirement (edition_id, id, position, number, title, text, is_assessable, rest)
        select id, 'x:1', 0, '1', null, 'Zeppelins land on the roof.', true, ${earlyRest}::jsonb from edition`.execute(
        db,
      );
    });
    await early.close();
    const database = await openOrThrow(options);
    const call = apiOn(await localStore(database));
    expect((await asked(call, 'zeppelin')).total).toBe(0);
    await fillWords(database);
    await fillWords(database);
    expect((await asked(call, 'zeppelin roof')).hits[0]).toMatchObject({ code: '1', imported: { requirement: 'x:1' } });
    await database.close();
  });
});

const earlyFacts = JSON.stringify({
  urn: 'urn:x',
  edition: '1',
  number: null,
  title: 'Early rules',
  text: null,
  language: 'en',
  publisher: null,
  publishedOn: null,
  groups: [],
  scale: null,
  translations: {},
});
const earlyRest = JSON.stringify({
  groups: [],
  evidence: null,
  weight: null,
  refersTo: [],
  questions: [],
  translations: {},
});
