/** What a resolved catalog says of itself, and what is refused because it asks for too much. */
import { describe, expect, test } from 'vitest';
import {
  type Members,
  document,
  shelved,
  control,
  all,
  catalogA,
  over,
  outline,
} from '../../../tests/support/oscal-profiles.ts';
import { metadata, uuid } from '../../../tests/support/oscal-samples.ts';
import { resolved, stamp } from '../../../tests/support/oscal.ts';
import type { JsonObject } from '../model.ts';
import type { Shelved } from './shelf.ts';
import { validate } from '../validate.ts';

describe('metadata', () => {
  const versioned = (version: string) =>
    shelved('v.json', 'catalog', {
      uuid: uuid(105),
      metadata: { ...metadata, 'oscal-version': version },
      controls: [control('v')],
    });
  const own = (version: string) => ({
    metadata: { ...metadata, 'oscal-version': version },
    imports: [{ href: 'v.json', ...all }],
  });

  test.each([
    ['1.1.2', '1.0.0', '1.1.2'],
    ['1.0.0', '1.1.3', '1.1.3'],
    ['1.0.0', '1.10.0', '1.2.2'],
    ['1.9.9', '1.1.3', '1.2.2'],
    ['1.1.3-rc1', '1.0.0', '1.1.3'],
    ['1.1', '1.0.4', '1.1.0'],
  ])('oscal-version: of %s and %s, %s', async (profile, imported, expected) => {
    expect((await over(own(profile), [versioned(imported)])).catalog.metadata['oscal-version']).toBe(expected);
  });

  test.each(['2.0.0', '0.9.0', 'newest'])('oscal-version: %s cannot go with 1.1.3', async (version) => {
    const documents = [shelved('p.json', 'profile', { uuid: uuid(200), ...own('1.1.3') }), versioned(version)];
    expect(await resolved({ documents, catalogs: [] }, 'p.json')).toMatchObject({
      ok: false,
      error: { kind: 'version_differs' },
    });
  });

  test('the words of the profile, the stamp, and where it came from', async () => {
    const { catalog } = await over({});
    expect(catalog.uuid).toBe(stamp.uuid);
    expect(catalog.metadata).toMatchObject({
      title: 'Sample',
      version: '1',
      'last-modified': stamp.lastModified,
      props: [
        { name: 'resolution-tool', value: 'theriac 0' },
        { name: 'source-profile', value: 'profile.json' },
      ],
      links: [{ rel: 'source-profile', href: 'profile.json' }],
      roles: [{ id: 'owner' }],
      parties: [{ uuid: uuid(1) }],
    });
    expect(validate(document('catalog', catalog as unknown as JsonObject)).findings).toEqual([]);
  });

  test('roles and parties of imports that are to be kept come along, each once', async () => {
    const keep = [{ name: 'keep', value: 'always' }];
    const kept = {
      ...metadata,
      roles: [
        { id: 'owner', title: 'Other', props: keep },
        { id: 'kept', title: 'Kept', props: keep },
        { id: 'gone', title: 'Gone' },
      ],
      parties: [{ uuid: uuid(2), type: 'person', props: keep }],
    };
    const more = [shelved('k.json', 'catalog', { uuid: uuid(106), metadata: kept, controls: [control('k')] })];
    const twice = [
      { href: 'k.json', ...all },
      { href: 'k.json', ...all },
    ];
    const { catalog } = await over({ imports: twice, merge: { combine: { method: 'use-first' } } }, more);
    expect(catalog.metadata.roles?.map(({ id }) => id)).toEqual(['owner', 'kept']);
    expect(catalog.metadata.parties?.map((party) => party['uuid'])).toEqual([uuid(1), uuid(2)]);
  });
});

describe('what asks for too much', () => {
  const chain = (length: number, profile: Members): readonly Shelved[] =>
    Array.from({ length }, (_, index) => {
      const href = index === 0 ? 'a.json' : `${index - 1}.json`;
      const imports = [
        { href, ...all },
        { href, ...all },
      ];
      return shelved(`${index}.json`, 'profile', { uuid: uuid(400 + index), metadata, imports, ...profile });
    });
  const tried = async (path: string, documents: readonly Shelved[]) =>
    resolved({ documents: [...documents, shelved('a.json', 'catalog', catalogA)], catalogs: [] }, path);

  test('profiles that double what they import are refused', async () => {
    expect(await tried('59.json', chain(60, {}))).toMatchObject({ ok: false, error: { kind: 'too_many_imports' } });
  });

  test('the same with use-first, which doubles nothing, resolves', async () => {
    const result = await tried('59.json', chain(60, { merge: { combine: { method: 'use-first' }, 'as-is': true } }));
    expect(result.ok && outline(result.value.catalog)).toBe('[a: a1(a1.1(a1.1.1)) a2] [b: [b_in: b1]] c1');
  });

  test.each([
    ['imports', { imports: Array.from({ length: 10_001 }, () => ({ href: 'a.json', ...all })) }],
    [
      'patterns',
      {
        imports: Array.from({ length: 3000 }, () => ({
          href: 'a.json',
          'include-controls': [{ matching: [{ pattern: '*a'.repeat(5000) }] }],
        })),
      },
    ],
    ['insertions', { merge: { custom: { 'insert-controls': Array.from({ length: 500_000 }, () => all) } } }],
    [
      'settings of one parameter',
      { modify: { 'set-parameters': Array.from({ length: 20_000 }, () => ({ 'param-id': 'a_p', props: [] })) } },
    ],
    [
      'changes of one control',
      { modify: { alters: [{ 'control-id': 'a1', adds: Array.from({ length: 20_000 }, () => ({ title: 'x' })) }] } },
    ],
  ])('too many %s are refused', async (_name, members) => {
    const profile = { uuid: uuid(200), metadata, imports: [{ href: 'a.json', ...all }], ...members };
    expect(await tried('p.json', [shelved('p.json', 'profile', profile)])).toMatchObject({
      ok: false,
      error: { kind: 'too_many_imports' },
    });
  });

  test.each([
    ['imports', {}, '/imports is missing'],
    [
      'a list that is none',
      { imports: [{ href: 'a.json', 'include-controls': {} }] },
      '/imports/0/include-controls is no list',
    ],
    ['an href that is no text', { imports: [{ href: 7 }] }, '/imports/0/href is no text'],
    ['an entry that is no object', { imports: [], modify: { alters: ['x'] } }, '/modify/alters/0 is no object'],
  ])('a profile without the shape of one, %s, is refused with the place', async (_name, members, says) => {
    const result = await tried('p.json', [shelved('p.json', 'profile', { uuid: uuid(200), metadata, ...members })]);
    expect(result.ok ? '' : result.error.message).toContain(says);
  });
});
