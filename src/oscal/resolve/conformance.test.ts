/** Resolution against the published tests of NIST, and against catalogs that others resolved and published. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  comparable,
  differences,
  documentIn,
  jsonIn,
  oscalData,
  resolved,
  resolvedOrThrow,
  shelfOf,
} from '../../../tests/support/oscal.ts';
import type { ResolveError } from './error.ts';

type Listed = { readonly profile: string; readonly expected: string | null; readonly verdict: string };
type Kind = 'match' | 'keep' | 'error' | 'deviation' | 'no expectation';

const data = oscalData() ?? '';
const isAbsent = data === '';
const official = join(data, 'nist-profile-resolution');
const listed = isAbsent ? [] : (jsonIn(official, 'manifest.json') as { readonly tests: readonly Listed[] }).tests;
const nameOf = ({ profile }: Listed): string => profile.replace(/\.json$/u, '');

function kindOf({ verdict }: Listed): Kind {
  if (verdict.startsWith('match only if flat keeps')) return 'keep';
  if (verdict.startsWith('match')) return 'match';
  if (verdict === 'must-error') return 'error';
  return verdict === 'disagree' ? 'deviation' : 'no expectation';
}

const isOlder = 'uses "with-parent-controls", which OSCAL took out again (usnistgov/OSCAL, commit e5d24f910)';

/** Where our result is another than the published one, and why we keep ours. */
const deviations: Readonly<Record<string, { readonly at: string; readonly why: string }>> = {
  'requirement-tests/req-chained-deepA': {
    at: '/groups/1/controls/0/id',
    why: 'the file has controls of two imports in the order of their catalog; we keep the order of imports',
  },
  'requirement-tests/req-merge-usefirst1': {
    at: '/groups/0/controls/1',
    why: 'the file lacks controls a2, a3 and b2, which stand in the inputs and which nothing excludes',
  },
  'requirement-tests/req-modify-alter-remove-match2': {
    at: '/back-matter',
    why: 'the file lacks a resource with keep=always, against [req-prune-keep]',
  },
  'requirement-tests/req-structure-asis1': {
    at: '/groups/0/params',
    why: 'the file lacks parameters of a group that is kept, and a resource with keep=always',
  },
  'requirement-tests/req-structure-asis2': {
    at: '/groups/0/params',
    why: 'the same as req-structure-asis1',
  },
  'requirement-tests/req-with-parent-controls-no1': { at: '/controls/0/id', why: isOlder },
  'requirement-tests/req-with-parent-controls-none': { at: '/controls/0/id', why: isOlder },
  'requirement-tests/req-with-parent-controls-yes1': { at: '/controls/0/id', why: isOlder },
  'requirement-tests/req-with-parent-controls-yes2': { at: '/controls/0/id', why: isOlder },
  'profile-resolution-examples/without-parent_profile': { at: '/controls/0/id', why: isOlder },
};

const errorKinds: Readonly<Record<string, ResolveError['kind']>> = {
  'requirement-tests/req-broken-import': 'import_not_found',
  'requirement-tests/req-circular_import': 'circular_import',
  'requirement-tests/req-circular_importer': 'circular_import',
  'requirement-tests/req-missing-resource': 'import_not_found',
  'profile-resolution-examples/broken_profile': 'import_not_found',
  'profile-resolution-examples/circular_profile': 'circular_import',
  'profile-resolution-examples/home_profile': 'circular_import',
};

test.skipIf(isAbsent)('manifest: 27 match, 6 with nested controls kept, 7 must fail, 10 deviate, 2 say nothing', () => {
  const counts = Map.groupBy(listed, kindOf);
  expect(Object.fromEntries([...counts].map(([kind, each]) => [kind, each.length]))).toEqual({
    match: 27,
    keep: 6,
    error: 7,
    deviation: 10,
    'no expectation': 2,
  });
  const named = (kind: Kind) => listed.filter((each) => kindOf(each) === kind).map(nameOf);
  expect(Object.keys(deviations).toSorted()).toEqual(named('deviation').toSorted());
  expect(Object.keys(errorKinds).toSorted()).toEqual(named('error').toSorted());
});

for (const form of ['json', 'xml'] as const) {
  describe.skipIf(isAbsent)(`official tests as ${form.toUpperCase()}`, () => {
    const folder = join(official, form);
    const shelf = isAbsent ? { documents: [], catalogs: [] } : { documents: shelfOf(folder, /./u), catalogs: [] };

    const compared = async (each: Listed, flatNesting: 'drop' | 'keep') => {
      const { catalog } = await resolvedOrThrow(shelf, `${nameOf(each)}.${form}`, { flatNesting });
      const expected = documentIn(folder, (each.expected ?? '').replace(/json$/u, form));
      return differences(comparable(catalog), comparable(expected.root));
    };

    const those = (kind: Kind) =>
      listed.filter((each) => kindOf(each) === kind).map((each) => [nameOf(each), each] as const);

    test.each(those('match'))('%s: as published', async (_name, each) => {
      expect(await compared(each, 'drop')).toEqual([]);
    });

    test.each(those('keep'))('%s: as published, if flat keeps child controls', async (_name, each) => {
      expect(await compared(each, 'keep')).toEqual([]);
      expect(await compared(each, 'drop')).not.toEqual([]);
    });

    test.each(those('error'))('%s: fails, with the reason', async (name) => {
      const result = await resolved(shelf, `${name}.${form}`);
      expect(result).toMatchObject({ ok: false, error: { kind: errorKinds[name] } });
    });

    test.each(those('deviation'))('%s: deviates as documented', async (name, each) => {
      const found = await compared(each, 'drop');
      expect(found.map((line) => line.replace(/:.*$/su, ''))).toContain(deviations[name]?.at);
    });

    test.each(those('no expectation'))('%s: resolves', async (name) => {
      const result = await resolved(shelf, `${name}.${form}`);
      expect(result.ok).toBe(true);
    });
  });
}

const published: readonly { readonly folder: string; readonly profile: string; readonly catalog: string }[] = [
  {
    folder: 'nist',
    profile: 'NIST_SP-800-53_rev4_LOW-baseline_profile.json',
    catalog: 'NIST_SP-800-53_rev4_LOW-baseline-resolved-profile_catalog-min.json',
  },
  ...['E8_ML1', 'E8_ML2'].map((level) => ({
    folder: 'ism',
    profile: `ISM_${level}-baseline_profile.json`,
    catalog: `ISM_${level}-baseline-resolved-profile_catalog.json`,
  })),
];

test.skipIf(isAbsent).each(published)('$profile: 0 differences from the published catalog', async (row) => {
  const folder = join(data, row.folder);
  const catalogs = shelfOf(folder, /^(?:ISM_catalog|NIST_SP-800-53_rev4_catalog-min)\.json$/u);
  const documents = [{ path: row.profile, document: documentIn(folder, row.profile) }];
  const { catalog } = await resolvedOrThrow({ documents, catalogs }, row.profile);
  expect(differences(comparable(catalog), comparable(documentIn(folder, row.catalog).root))).toEqual([]);
});

describe.skipIf(isAbsent)('imports of oscal-class', () => {
  const shelf = isAbsent
    ? { documents: [], catalogs: [] }
    : { documents: shelfOf(join(data, 'oscal-class'), /./u), catalogs: [] };

  test.each(['cyclic_self.xml', 'cyclic_a.xml', 'cyclic_b.xml'])('%s: circular', async (path) => {
    expect(await resolved(shelf, path)).toMatchObject({ ok: false, error: { kind: 'circular_import' } });
  });

  test.each(['diamond_top.xml', 'test_profile_direct.xml', 'test_profile_backmatter.xml', 'combined-profile.json'])(
    '%s: resolves',
    async (path) => {
      expect((await resolved(shelf, path)).ok).toBe(true);
    },
  );

  test('combined-profile.json: the controls of both catalogs, in the order of imports', async () => {
    const { provenance } = await resolvedOrThrow(shelf, 'combined-profile.json');
    const documents = [...new Set(provenance.map(({ origin }) => origin.document))];
    expect(documents).toEqual(['base-catalog.json', 'overlay-catalog.json']);
  });
});
