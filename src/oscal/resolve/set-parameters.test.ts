/** Parameters that a profile sets, and those that belong to no control. */
import { describe, expect, test } from 'vitest';
import {
  type Members,
  shelved,
  control,
  catalogOf,
  all,
  over,
  outline,
  only,
} from '../../../tests/support/oscal-profiles.ts';
import { uuid } from '../../../tests/support/oscal-samples.ts';
import type { Json, JsonObject } from '../model.ts';
import type { Resolved } from './resolve.ts';
import type { Shelved } from './shelf.ts';

describe('parameters that are set', () => {
  const base = {
    id: 'p',
    class: 'old',
    label: 'old',
    usage: 'old',
    values: ['old'],
    props: [
      { name: 'a', value: '1' },
      { name: 'b', value: '1' },
    ],
    links: [{ href: '#c1', rel: 'x' }],
    constraints: [{ description: 'one' }],
    guidelines: [{ prose: 'one' }],
  };
  const withParam = (param: Members) =>
    shelved('s.json', 'catalog', catalogOf({ controls: [control('s', { params: [param as JsonObject] })] }, 103));
  const set = async (param: Members, settings: readonly Members[]): Promise<Resolved> =>
    over({ imports: [{ href: 's.json', ...all }], modify: { 'set-parameters': settings as Json } }, [withParam(param)]);

  test.each([
    [
      'class, label and usage are replaced',
      [{ class: 'new', label: 'new', usage: 'new' }],
      { class: 'new', label: 'new', usage: 'new' },
    ],
    ['depends-on is put in', [{ 'depends-on': 'q' }], { 'depends-on': 'q' }],
    ['values are replaced', [{ values: ['a', 'b'] }], { values: ['a', 'b'] }],
    ['a choice removes values', [{ select: { choice: ['a'] } }], { select: { choice: ['a'] }, values: undefined }],
    ['several, in sequence', [{ values: ['a'] }, { label: 'l' }, { values: ['b'] }], { values: ['b'], label: 'l' }],
    ['values after a choice', [{ select: { choice: ['a'] } }, { values: ['b'] }], { values: ['b'], select: undefined }],
    [
      'a property of the same name is replaced',
      [{ props: [{ name: 'a', value: '2' }] }],
      {
        props: [
          { name: 'b', value: '1' },
          { name: 'a', value: '2' },
        ],
      },
    ],
    [
      'another is appended',
      [{ props: [{ name: 'a', ns: 'urn:x', value: '2' }] }],
      { props: [...base.props, { name: 'a', ns: 'urn:x', value: '2' }] },
    ],
    [
      'a link to the same is replaced',
      [{ links: [{ href: '#c1', rel: 'x', text: 't' }] }],
      { links: [{ href: '#c1', rel: 'x', text: 't' }] },
    ],
    [
      'another is appended',
      [{ links: [{ href: '#c1', rel: 'y' }] }],
      { links: [...base.links, { href: '#c1', rel: 'y' }] },
    ],
    [
      'constraints are appended',
      [{ constraints: [{ description: 'two' }] }],
      { constraints: [{ description: 'one' }, { description: 'two' }] },
    ],
    [
      'guidelines are appended',
      [{ guidelines: [{ prose: 'two' }] }],
      { guidelines: [{ prose: 'one' }, { prose: 'two' }] },
    ],
  ] as const)('%s', async (_name, settings, changed) => {
    const { catalog } = await set(
      base,
      settings.map((setting) => ({ 'param-id': 'p', ...setting }) as unknown as Members),
    );
    expect(catalog.controls?.[0]?.params?.[0]).toEqual(JSON.parse(JSON.stringify({ ...base, ...changed })));
  });

  test('values remove a choice', async () => {
    const { catalog } = await set({ id: 'p', select: { choice: ['a'] } }, [{ 'param-id': 'p', values: ['b'] }]);
    expect(catalog.controls?.[0]?.params).toEqual([{ id: 'p', values: ['b'] }]);
  });

  test('one that is not there is told, and the rest goes on', async () => {
    const result = await set(base, [
      { 'param-id': 'gone', values: ['a'] },
      { 'param-id': 'p', values: ['b'] },
    ]);
    expect(result.warnings).toMatchObject([{ code: 'unknown_parameter', pointer: '/profile/modify/set-parameters/0' }]);
    expect(result.catalog.controls?.[0]?.params?.[0]?.values).toEqual(['b']);
  });

  test('of a group and a loose one too', async () => {
    const imports = [{ href: 'a.json', ...only('a2') }];
    const settings = { 'set-parameters': [{ 'param-id': 'a_p', values: ['9'] }] };
    const [flat, asIs] = [
      await over({ imports, modify: settings }),
      await over({ imports, modify: settings, merge: { 'as-is': true } }),
    ];
    expect(flat.catalog.params).toEqual([{ id: 'a_p', values: ['9'] }]);
    expect(asIs.catalog.groups?.[0]?.params).toEqual([{ id: 'a_p', values: ['9'] }]);
  });
});

describe('loose parameters and back matter', () => {
  const resource = (number: number, more: Members = {}): JsonObject => ({
    uuid: uuid(number),
    title: `R${number}`,
    ...more,
  });
  const keep = { props: [{ name: 'keep', value: 'always' }] };
  const prose = (text: string): Members => ({ parts: [{ name: 'statement', prose: text }] });
  const loose = (params: readonly Members[], text: string, resources: readonly JsonObject[] = []): Shelved =>
    shelved(
      'l.json',
      'catalog',
      catalogOf(
        {
          params: params as Json,
          controls: [control('l1', prose(text)), control('l2', { params: [{ id: 'l2_p' }] })],
          'back-matter': { resources },
        },
        104,
      ),
    );
  const imports = [{ href: 'l.json', ...only('l1') }];
  const insert = (id: string): string => `{{ insert: param, ${id} }}`;

  test.each([
    ['inserted: kept', [{ id: 'x', label: 'x' }], insert('x'), ['x']],
    ['not inserted: dropped', [{ id: 'x', label: 'x' }], 'Nothing.', []],
    ['keep=always: kept', [{ id: 'x', ...keep }], 'Nothing.', ['x']],
    ['of a control that is not taken: kept if inserted', [], insert('l2_p'), ['l2_p']],
    [
      'inserted by one that is kept',
      [
        { id: 'y', label: 'y' },
        { id: 'x', label: insert('y') },
      ],
      insert('x'),
      ['y', 'x'],
    ],
    [
      'inserted by one that is dropped',
      [
        { id: 'y', label: 'y' },
        { id: 'x', label: insert('y') },
      ],
      'Nothing.',
      [],
    ],
    ['aggregated', [{ id: 'y' }, { id: 'x', props: [{ name: 'aggregates', value: 'y' }] }], insert('x'), ['y', 'x']],
    [
      'twice: one',
      [
        { id: 'x', label: '1' },
        { id: 'x', label: '2' },
      ],
      insert('x'),
      ['x'],
    ],
    [
      'in a circle',
      [
        { id: 'y', label: insert('x') },
        { id: 'x', label: insert('y') },
      ],
      insert('x'),
      ['y', 'x'],
    ],
  ] as const)('%s', async (_name, params, text, kept) => {
    const { catalog } = await over({ imports }, [loose(params as readonly Members[], text)]);
    expect((catalog.params ?? []).map(({ id }) => id)).toEqual(kept);
  });

  test('a chain of 20,000 that each insert the next, the wrong way round, ends soon', async () => {
    const params = Array.from({ length: 20_000 }, (_, index) => ({ id: `x${index}`, label: insert(`x${index - 1}`) }));
    const { catalog } = await over({ imports }, [loose(params, insert('x19999'))]);
    expect(catalog.params?.length).toBe(20_000);
  });

  const keptIn = async (
    text: string,
    resources: readonly JsonObject[],
    own: readonly JsonObject[] = [],
  ): Promise<readonly (string | undefined)[]> => {
    const { catalog } = await over({ imports, 'back-matter': { resources: own } }, [loose([], text, resources)]);
    return (catalog['back-matter']?.resources ?? []).map(({ title }) => title);
  };

  test.each([
    ['unless something refers to it, a resource goes', 'None.', [resource(1)], [], []],
    ['a link in prose keeps it', `[a](#${uuid(1)})`, [resource(1)], [], ['R1']],
    ['so does one before a full stop', `See #${uuid(1)}.`, [resource(1)], [], ['R1']],
    ['keep=always keeps it', 'None.', [resource(1, keep)], [], ['R1']],
    [
      'those of imports come before those of the profile',
      `[a](#${uuid(1)}) [b](#${uuid(2)})`,
      [resource(2)],
      [resource(1)],
      ['R2', 'R1'],
    ],
    ['the later of two stands', `[a](#${uuid(1)})`, [resource(1)], [resource(1, { title: 'later' })], ['later']],
    ['but not over one that is to be kept', 'None.', [resource(1, keep)], [resource(1, { title: 'later' })], ['R1']],
    [
      'unless it is to be kept as well',
      'None.',
      [resource(1, keep)],
      [resource(1, { title: 'later', ...keep })],
      ['later'],
    ],
    [
      'the later one stands where it came',
      `[a](#${uuid(1)}) [b](#${uuid(2)})`,
      [resource(1), resource(2)],
      [resource(1, { title: 'later' })],
      ['R2', 'later'],
    ],
    [
      'a resource that only another resource names goes',
      'None.',
      [resource(1), resource(2, { citation: { text: `#${uuid(1)}` } })],
      [],
      [],
    ],
  ] as const)('%s', async (_name, text, resources, own, titles) => {
    expect(await keptIn(text, resources, own)).toEqual(titles);
  });

  test('two resources that hold catalogs are two, though neither has a name', async () => {
    const embedded = (id: string) =>
      Buffer.from(JSON.stringify({ catalog: catalogOf({ controls: [control(id)] }) })).toString('base64');
    const resources = ['e1', 'e2'].map((id, index) => ({ uuid: uuid(300 + index), base64: { value: embedded(id) } }));
    const { catalog } = await over({
      imports: resources.map((each) => ({ href: `#${each.uuid}`, ...all })),
      'back-matter': { resources },
    });
    expect(outline(catalog)).toBe('e1 e2');
  });
});
