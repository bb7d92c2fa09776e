/** What a profile takes out of controls, and puts in. */
import { describe, expect, test } from 'vitest';
import {
  type Members,
  shelved,
  control,
  catalogOf,
  all,
  over,
  codesOf,
  only,
} from '../../../tests/support/oscal-profiles.ts';
import type { Resolved } from './resolve.ts';

/** One control with everything that a removal can meet. */
const full = control('f', {
  class: 'top',
  params: [{ id: 'f_p', class: 'odd' }],
  props: [
    { name: 'label', value: '1' },
    { name: 'label', value: '2', ns: 'urn:x', class: 'odd' },
    { name: 'sort', value: '3', ns: 'http://csrc.nist.gov/ns/oscal' },
  ],
  links: [{ href: '#a' }],
  parts: [
    {
      id: 'f_s',
      name: 'statement',
      parts: [
        { id: 'f_s.a', name: 'item', class: 'odd', props: [{ name: 'label', value: 'a)' }] },
        { id: 'f_s.b', name: 'item' },
      ],
    },
    { id: 'f_g', name: 'guidance', ns: 'urn:x' },
  ],
  controls: [
    control('f.1', { class: 'odd', parts: [{ id: 'f.1_s', name: 'statement' }] }),
    control('f.2', { props: [{ name: 'label', value: 'b' }] }),
  ],
});
const catalogF = shelved('f.json', 'catalog', catalogOf({ controls: [full] }, 102));

const altered = async (change: Members, flatNesting: 'drop' | 'keep' = 'keep'): Promise<Resolved> =>
  over(
    { imports: [{ href: 'f.json', ...all }], modify: { alters: [{ 'control-id': 'f', ...change }] } },
    [catalogF],
    flatNesting,
  );

/** Everything inside a control, by a short name. */
function contents(value: Members, at = ''): readonly string[] {
  return ['params', 'props', 'links', 'parts', 'controls'].flatMap((list) =>
    ((value[list] ?? []) as readonly Members[]).flatMap((each) => {
      const name = `${at}${String(each['id'] ?? each['value'] ?? each['href'])}`;
      return [name, ...contents(each, `${name}/`)];
    }),
  );
}
const everything = contents(full);

describe('removals', () => {
  test.each([
    ['no criteria', {}, [], ['removal_without_criteria']],
    ['by-name', { 'by-name': 'label' }, ['1', '2', 'f_s/f_s.a/a)', 'f.2/b'], []],
    ['by-name of parts', { 'by-name': 'item' }, ['f_s/f_s.a', 'f_s/f_s.a/a)', 'f_s/f_s.b'], []],
    ['by-class', { 'by-class': 'odd' }, ['f_p', '2', 'f_s/f_s.a', 'f_s/f_s.a/a)', 'f.1', 'f.1/f.1_s'], []],
    ['by-id', { 'by-id': 'f_s.b' }, ['f_s/f_s.b'], []],
    ['by-id of a nested control', { 'by-id': 'f.1' }, ['f.1', 'f.1/f.1_s'], []],
    ['by-id of a part of one', { 'by-id': 'f.1_s' }, ['f.1/f.1_s'], []],
    ['by-item-name', { 'by-item-name': 'link' }, ['#a'], []],
    ['by-item-name in the plural', { 'by-item-name': 'links' }, [], ['removal_without_effect']],
    ['by-ns', { 'by-ns': 'urn:x' }, ['2', 'f_g'], []],
    [
      'by-ns of OSCAL: properties and parts without one are meant',
      { 'by-ns': 'http://csrc.nist.gov/ns/oscal' },
      ['1', '3', 'f_s', 'f_s/f_s.a', 'f_s/f_s.a/a)', 'f_s/f_s.b', 'f.1/f.1_s', 'f.2/b'],
      [],
    ],
    [
      'by-ns of OSCAL and by-name',
      { 'by-ns': 'http://csrc.nist.gov/ns/oscal', 'by-name': 'label' },
      ['1', 'f_s/f_s.a/a)', 'f.2/b'],
      [],
    ],
    ['all criteria', { 'by-name': 'label', 'by-class': 'odd', 'by-item-name': 'prop', 'by-ns': 'urn:x' }, ['2'], []],
    ['criteria that nothing meets together', { 'by-name': 'label', 'by-id': 'f_s' }, [], ['removal_without_effect']],
    ['the control itself is not inside itself', { 'by-id': 'f' }, [], ['removal_without_effect']],
  ] as const)('%s', async (_name, removal, gone, codes) => {
    const result = await altered({ removes: [removal] });
    const left = contents(result.catalog.controls?.[0] as unknown as Members);
    expect(everything.filter((name) => !left.includes(name)).toSorted()).toEqual(gone.toSorted());
    expect(codesOf(result)).toEqual(codes);
  });

  test('several, each for itself', async () => {
    const result = await altered({
      removes: [
        { 'by-item-name': 'prop' },
        { 'by-item-name': 'part' },
        { 'by-item-name': 'param' },
        { 'by-item-name': 'control' },
      ],
    });
    expect(result.catalog.controls).toEqual([{ id: 'f', class: 'top', title: 'F', links: [{ href: '#a' }] }]);
  });

  test('an unknown control is told', async () => {
    const result = await over({ modify: { alters: [{ 'control-id': 'gone', removes: [{ 'by-id': 'x' }] }] } });
    expect(result.warnings).toMatchObject([
      { code: 'unknown_control', pointer: '/profile/modify/alters/0', document: 'p.json' },
    ]);
  });

  test('a control that stands twice is altered twice', async () => {
    const result = await over(
      {
        imports: [
          { href: 'f.json', ...all },
          { href: 'f.json', ...all },
        ],
        modify: { alters: [{ 'control-id': 'f', removes: [{ 'by-item-name': 'link' }] }] },
      },
      [catalogF],
      'keep',
    );
    expect(result.catalog.controls?.map(({ links }) => links)).toEqual([undefined, undefined]);
  });
});

describe('additions', () => {
  const prop = { name: 'new', value: 'new' };
  const part = { id: 'new_part', name: 'item' };
  const rows: readonly {
    readonly name: string;
    readonly add: Members;
    readonly among: string;
    readonly order: readonly string[];
    readonly codes?: readonly string[];
  }[] = [
    { name: 'no position: the end', add: { props: [prop] }, among: 'props', order: ['1', '2', '3', 'new'] },
    { name: 'ending', add: { position: 'ending', props: [prop] }, among: 'props', order: ['1', '2', '3', 'new'] },
    {
      name: 'after, without by-id: the end',
      add: { position: 'after', props: [prop] },
      among: 'props',
      order: ['1', '2', '3', 'new'],
    },
    { name: 'starting', add: { position: 'starting', props: [prop] }, among: 'props', order: ['new', '1', '2', '3'] },
    {
      name: 'before, without by-id: the start',
      add: { position: 'before', props: [prop] },
      among: 'props',
      order: ['new', '1', '2', '3'],
    },
    {
      name: 'by its own id: as without, and told',
      add: { 'by-id': 'f', props: [prop] },
      among: 'props',
      order: ['1', '2', '3', 'new'],
      codes: ['addition_by_own_id'],
    },
    {
      name: 'before a part',
      add: { position: 'before', 'by-id': 'f_g', parts: [part] },
      among: 'parts',
      order: ['f_s', 'new_part', 'f_g'],
    },
    {
      name: 'after a part',
      add: { position: 'after', 'by-id': 'f_s', parts: [part] },
      among: 'parts',
      order: ['f_s', 'new_part', 'f_g'],
    },
    {
      name: 'before a parameter',
      add: { position: 'before', 'by-id': 'f_p', params: [{ id: 'new_p' }] },
      among: 'params',
      order: ['new_p', 'f_p'],
    },
    {
      name: 'beside a part, another kind',
      add: { position: 'after', 'by-id': 'f_s', props: [prop] },
      among: 'props',
      order: ['1', '2', '3', 'new'],
    },
    {
      name: 'beside what is not there: ignored, and told',
      add: { position: 'after', 'by-id': 'gone', parts: [part] },
      among: 'parts',
      order: ['f_s', 'f_g'],
      codes: ['addition_without_target'],
    },
    {
      name: 'into what is not there: ignored, and told',
      add: { 'by-id': 'gone', parts: [part] },
      among: 'parts',
      order: ['f_s', 'f_g'],
      codes: ['addition_without_target'],
    },
  ];

  test.each(rows)('$name', async ({ add, among, order, codes = [] }) => {
    const result = await altered({ adds: [add] });
    const [first] = (result.catalog.controls ?? []) as unknown as readonly Members[];
    const items = (first?.[among] ?? []) as readonly Members[];
    expect(items.map((each) => each['id'] ?? each['value'])).toEqual(order);
    expect(codesOf(result)).toEqual(codes);
  });

  test.each([
    ['starting', ['new_part', 'f_s.a', 'f_s.b']],
    ['ending', ['f_s.a', 'f_s.b', 'new_part']],
  ])('%s, inside a part', async (position, order) => {
    const { catalog } = await altered({ adds: [{ position, 'by-id': 'f_s', parts: [part] }] });
    expect(catalog.controls?.[0]?.parts?.[0]?.parts?.map(({ id }) => id)).toEqual(order);
  });

  test.each([
    ['before', ['f_s.a', 'new_part', 'f_s.b']],
    ['after', ['f_s.a', 'f_s.b', 'new_part']],
  ])('%s a part inside a part', async (position, order) => {
    const { catalog } = await altered({ adds: [{ position, 'by-id': 'f_s.b', parts: [part] }] });
    expect(catalog.controls?.[0]?.parts?.[0]?.parts?.map(({ id }) => id)).toEqual(order);
  });

  test('into a nested control, and beside a part of one', async () => {
    const { catalog } = await altered({
      adds: [
        { 'by-id': 'f.2', props: [prop] },
        { position: 'before', 'by-id': 'f.1_s', parts: [part] },
      ],
    });
    const [first, second] = catalog.controls?.[0]?.controls ?? [];
    expect(first?.parts?.map(({ id }) => id)).toEqual(['new_part', 'f.1_s']);
    expect(second?.props?.map(({ value }) => value)).toEqual(['b', 'new']);
  });

  test('a title takes the place of the old one, of the control and of a part', async () => {
    const { catalog } = await altered({ adds: [{ title: 'New' }, { 'by-id': 'f_s', title: 'Of the part' }] });
    expect([catalog.controls?.[0]?.title, catalog.controls?.[0]?.parts?.[0]?.title]).toEqual(['New', 'Of the part']);
  });

  test('removals come first, whatever their order', async () => {
    const { catalog } = await altered({
      adds: [{ parts: [{ id: 'kept', name: 'guidance' }] }],
      removes: [{ 'by-item-name': 'part' }],
    });
    expect(catalog.controls?.[0]?.parts).toEqual([{ id: 'kept', name: 'guidance' }]);
  });

  test('members stand in the order of the specification, however they came', async () => {
    const { catalog } = await over({
      imports: [{ href: 'a.json', ...only('c1') }],
      modify: {
        alters: [
          {
            'control-id': 'c1',
            adds: [{ parts: [part], links: [{ href: '#c1' }], props: [prop], params: [{ id: 'n' }] }],
          },
        ],
      },
    });
    expect(Object.keys(catalog.controls?.[0] ?? {})).toEqual(['id', 'title', 'params', 'props', 'links', 'parts']);
  });
});
