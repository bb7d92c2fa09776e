/** Selection and structure, as small catalogs and profiles with their result. */
import { describe, expect, test } from 'vitest';
import {
  type Members,
  shelved,
  control,
  catalogOf,
  all,
  catalogA,
  over,
  outline,
  codesOf,
  only,
  custom,
} from '../../../tests/support/oscal-profiles.ts';
import { metadata, uuid } from '../../../tests/support/oscal-samples.ts';
import { resolved } from '../../../tests/support/oscal.ts';
import { chooserOf, globOf } from './select.ts';

describe('structure', () => {
  const rows: readonly {
    readonly name: string;
    readonly profile: Members;
    readonly outline: string;
    readonly codes?: readonly string[];
  }[] = [
    { name: 'none is flat', profile: {}, outline: 'a1 a1.1 a1.1.1 a2 b1 c1' },
    { name: 'flat', profile: { merge: { flat: {} } }, outline: 'a1 a1.1 a1.1.1 a2 b1 c1' },
    { name: 'as-is: false is none', profile: { merge: { 'as-is': false } }, outline: 'a1 a1.1 a1.1.1 a2 b1 c1' },
    { name: 'as-is', profile: { merge: { 'as-is': true } }, outline: '[a: a1(a1.1(a1.1.1)) a2] [b: [b_in: b1]] c1' },
    {
      name: 'as-is: a control without its parent moves up, and groups without controls go',
      profile: { imports: [{ href: 'a.json', ...only('a1', 'a1.1.1', 'c1') }], merge: { 'as-is': true } },
      outline: '[a: a1(a1.1.1)] c1',
    },
    {
      name: 'as-is: two levels up, into the group',
      profile: { imports: [{ href: 'a.json', ...only('a1.1.1') }], merge: { 'as-is': true } },
      outline: '[a: a1.1.1]',
    },
    {
      name: 'as-is: groups of one id become one',
      profile: {
        imports: [
          { href: 'a.json', ...only('a2') },
          { href: 'b.json', ...only('a9') },
        ],
        merge: { 'as-is': true },
      },
      outline: '[a: a2 a9]',
    },
    {
      name: 'custom: nested groups, and controls of none',
      profile: custom({
        groups: [
          {
            id: 'x',
            title: 'X',
            groups: [{ id: 'y', title: 'Y', 'insert-controls': [only('b1')] }],
            'insert-controls': [only('a2')],
          },
          { title: 'No id', 'insert-controls': [only('c1')] },
        ],
        'insert-controls': [only('a1')],
      }),
      outline: '[x: [y: b1] a2] [-: c1] a1',
    },
    {
      name: 'custom: only what is inserted, a child where its selector says so',
      profile: custom({
        'insert-controls': [{ 'include-controls': [{ 'with-child-controls': 'yes', 'with-ids': ['a1'] }] }],
      }),
      outline: 'a1(a1.1(a1.1.1))',
    },
    {
      name: 'custom: a child without its parent stands alone',
      profile: custom({ 'insert-controls': [only('a1', 'a1.1.1')] }),
      outline: 'a1(a1.1.1)',
    },
    {
      name: 'custom: exclusion wins',
      profile: custom({ 'insert-controls': [{ ...all, 'exclude-controls': [{ matching: [{ pattern: 'a*' }] }] }] }),
      outline: 'b1 c1',
    },
    {
      name: 'custom: in the order of the source',
      profile: custom({ 'insert-controls': [{ order: 'keep', ...only('c1', 'b1', 'a2') }] }),
      outline: 'a2 b1 c1',
    },
    {
      name: 'custom: ascending',
      profile: custom({ 'insert-controls': [{ order: 'ascending', ...only('c1', 'b1', 'a2') }] }),
      outline: 'a2 b1 c1',
    },
    {
      name: 'custom: descending',
      profile: custom({ 'insert-controls': [{ order: 'descending', ...only('a2', 'b1', 'c1') }] }),
      outline: 'c1 b1 a2',
    },
    {
      name: 'custom: inserted twice, it stands twice',
      profile: custom({
        groups: [{ id: 'x', title: 'X', 'insert-controls': [only('c1')] }],
        'insert-controls': [only('c1')],
      }),
      outline: '[x: c1] c1',
    },
    {
      name: 'custom: an insertion that selects nothing is told',
      profile: custom({ 'insert-controls': [only('gone'), only('c1')] }),
      outline: 'c1',
      codes: ['nothing_selected'],
    },
    {
      name: 'keep: what comes twice stands twice, and is told',
      profile: {
        imports: [
          { href: 'a.json', ...only('a1') },
          { href: 'b.json', ...only('a1') },
        ],
      },
      outline: 'a1 a1',
      codes: ['duplicate_control'],
    },
    {
      name: 'merge: as keep, and told',
      profile: { imports: [{ href: 'a.json', ...only('c1') }], merge: { combine: { method: 'merge' } } },
      outline: 'c1',
      codes: ['combine_merge'],
    },
    {
      name: 'use-first: the first stands',
      profile: {
        imports: [
          { href: 'b.json', ...all },
          { href: 'a.json', ...only('a1', 'a2') },
        ],
        merge: { combine: { method: 'use-first' } },
      },
      outline: 'a1 a9 a2',
    },
    {
      name: 'use-first: children of a second that goes stay',
      profile: {
        imports: [
          { href: 'b.json', ...all },
          { href: 'a.json', ...all },
        ],
        merge: { combine: { method: 'use-first' }, 'as-is': true },
      },
      outline: '[a: a1 a9 a1.1(a1.1.1) a2] [b: [b_in: b1]] c1',
    },
    {
      name: 'selection: ids that are not there are told',
      profile: {
        imports: [
          {
            href: 'a.json',
            'include-controls': [{ 'with-ids': ['c1', 'gone'] }],
            'exclude-controls': [{ 'with-ids': ['lost'] }],
          },
        ],
      },
      outline: 'c1',
      codes: ['unknown_control', 'unknown_control'],
    },
    {
      name: 'selection: neither all nor some is none',
      profile: { imports: [{ href: 'a.json' }] },
      outline: '',
    },
  ];

  test.each(rows)('$name', async ({ profile, outline: expected, codes = [] }) => {
    const result = await over(profile);
    expect(outline(result.catalog)).toBe(expected);
    expect(codesOf(result)).toEqual(codes);
  });

  test('flat, nesting kept: parents keep their children', async () => {
    expect(outline((await over({}, [], 'keep')).catalog)).toBe('a1(a1.1(a1.1.1)) a2 b1 c1');
  });

  test('as-is: groups without an id are one only if they come from one place', async () => {
    const nameless = (id: string) =>
      catalogOf({ groups: [{ title: 'G', controls: [control(`${id}1`), control(`${id}2`)] }] });
    const more = [shelved('n.json', 'catalog', nameless('n')), shelved('m.json', 'catalog', nameless('m'))];
    const imports = [
      { href: 'n.json', ...only('n1') },
      { href: 'm.json', ...all },
      { href: 'n.json', ...only('n2') },
    ];
    const { catalog } = await over({ imports, merge: { 'as-is': true } }, more);
    expect(outline(catalog)).toBe('[-: n1 n2] [-: m1 m2]');
  });

  test('as-is: a joined group has the words of the first, and what only the second has', async () => {
    const { catalog } = await over({
      imports: [
        { href: 'a.json', ...only('a2') },
        { href: 'b.json', ...only('a9') },
      ],
      merge: { 'as-is': true },
    });
    expect(catalog.groups?.[0]).toMatchObject({ title: 'Group A', params: [{ id: 'a_p' }, { id: 'a_q' }] });
  });

  test('custom: a group with the id of an imported one has its contents, and the title of the profile', async () => {
    const groups = [{ id: 'a', title: 'Mine', props: [{ name: 'mine', value: '1' }], 'insert-controls': [only('c1')] }];
    const { catalog } = await over(custom({ groups }));
    expect(catalog.groups).toEqual([
      {
        id: 'a',
        class: 'family',
        title: 'Mine',
        params: [{ id: 'a_p', values: ['1'] }],
        props: [
          { name: 'label', value: 'A' },
          { name: 'mine', value: '1' },
        ],
        parts: [{ id: 'a_text', name: 'overview', prose: 'About A.' }],
        controls: [control('c1')],
      },
    ]);
  });

  test.each([
    [{ flat: {}, 'as-is': true }, 'flat and as-is'],
    [{ 'as-is': true, custom: {} }, 'as-is and custom'],
    [{ flat: {}, custom: {} }, 'flat and custom'],
  ])('%j: two structures are refused', async (merge, words) => {
    const root = { uuid: uuid(200), metadata, imports: [{ href: 'a.json', ...all }], merge };
    const documents = [shelved('p.json', 'profile', root), shelved('a.json', 'catalog', catalogA)];
    const result = await resolved({ documents, catalogs: [] }, 'p.json');
    expect(result).toMatchObject({ ok: false, error: { kind: 'two_structures', pointer: '/profile/merge' } });
    expect(result.ok ? '' : result.error.message).toContain(words);
  });
});

test.each([
  ['*', '', true],
  ['*', 'a', true],
  ['', '', true],
  ['', 'a', false],
  ['?', 'a', true],
  ['?', '', false],
  ['?', 'ab', false],
  ['a*', 'abc', true],
  ['*c', 'abc', true],
  ['a*c', 'abc', true],
  ['a*c', 'abcd', false],
  ['a?c', 'abc', true],
  ['A*', 'abc', false],
  ['*a*b*', 'xaxbx', true],
  ['**', 'x', true],
  ['a.c', 'abc', false],
  ['[ab]', 'a', false],
  ['ac-?', 'ac-1', true],
  ['ac-?', 'ac-10', false],
  ['*-1', 'ac-1', true],
  ['ü*', 'übung', true],
  ['*ab', 'aab', true],
  ['*aab', 'aaab', true],
] as const)('globOf: "%s" on "%s" is %s', (pattern, id, isMatch) => expect(globOf(pattern)(id)).toBe(isMatch));

test.each([
  ['no pattern', [{}], ''],
  ['an empty pattern', [{ pattern: '' }], ''],
  ['a plain id', [{ pattern: 'a1' }], 'a1'],
  ['several', [{ pattern: 'a?' }, { pattern: '*1.1' }], 'a1 a2 a1.1 a1.1.1'],
] as const)('chooserOf: matching with %s', (_name, matching, chosen) => {
  const chooses = chooserOf({ href: '', 'include-controls': [{ matching }] });
  expect(['a1', 'a2', 'a1.1', 'a1.1.1', 'b1'].filter((id) => chooses(id, [])).join(' ')).toBe(chosen);
});

test('globOf: a pattern made to be slow is not', () => {
  expect(globOf(`${'*a'.repeat(50)}b`)('a'.repeat(5000))).toBe(false);
});
