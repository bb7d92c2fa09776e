/** Small catalogs to resolve profiles over, and a short way to say what came out. */
import type { Catalog, Control, Group, Json, JsonObject, Model } from '../../src/oscal/model.ts';
import type { Document } from '../../src/oscal/read/read.ts';
import type { Resolved } from '../../src/oscal/resolve/resolve.ts';
import type { Shelved } from '../../src/oscal/resolve/shelf.ts';
import { metadata, uuid } from './oscal-samples.ts';
import { resolvedOrThrow } from './oscal.ts';

export type Members = Readonly<Record<string, Json>>;

export const document = (model: Model, root: JsonObject): Document => ({ model, root, form: 'json', version: '1.2.2' });
export const shelved = (path: string, model: Model, root: JsonObject): Shelved => ({
  path,
  document: document(model, root),
});

export const control = (id: string, more: Members = {}): JsonObject => ({ id, title: id.toUpperCase(), ...more });
export const catalogOf = (members: Members, number = 100): JsonObject => ({
  uuid: uuid(number),
  metadata: { ...metadata, roles: [], parties: [] },
  ...members,
});
export const all = { 'include-all': {} };

/** A: two groups, a nested control, parameters. */
export const catalogA = catalogOf({
  groups: [
    {
      id: 'a',
      title: 'Group A',
      class: 'family',
      params: [{ id: 'a_p', values: ['1'] }],
      props: [{ name: 'label', value: 'A' }],
      parts: [{ id: 'a_text', name: 'overview', prose: 'About A.' }],
      controls: [
        control('a1', {
          params: [{ id: 'a1_p', label: 'days' }],
          controls: [control('a1.1', { controls: [control('a1.1.1')] })],
        }),
        control('a2', { parts: [{ name: 'statement', prose: 'Each {{ insert: param, a_p }}.' }] }),
      ],
    },
    { id: 'b', title: 'Group B', groups: [{ id: 'b_in', title: 'Inner', controls: [control('b1')] }] },
  ],
  controls: [control('c1')],
});
export const catalogB = catalogOf(
  {
    groups: [
      { id: 'a', title: 'Other A', params: [{ id: 'a_q', values: ['2'] }], controls: [control('a1'), control('a9')] },
    ],
  },
  101,
);

/** Resolves a profile of these members over catalogs A and B. */
export async function over(
  members: Members,
  more: readonly Shelved[] = [],
  flatNesting: 'drop' | 'keep' = 'drop',
): Promise<Resolved> {
  const profile = { uuid: uuid(200), metadata, imports: [{ href: 'a.json', ...all }], ...members };
  const documents = [
    shelved('p.json', 'profile', profile),
    shelved('a.json', 'catalog', catalogA),
    shelved('b.json', 'catalog', catalogB),
    ...more,
  ];
  return resolvedOrThrow({ documents, catalogs: [] }, 'p.json', { flatNesting });
}

/** The tree of a catalog as lines: groups in brackets, children behind their parents. */
export function outline({ groups = [], controls = [] }: Pick<Catalog | Group, 'groups' | 'controls'>): string {
  const one = ({ id, controls: inner = [] }: Control): string =>
    inner.length === 0 ? id : `${id}(${inner.map(one).join(' ')})`;
  return [...groups.map((group) => `[${group.id ?? '-'}: ${outline(group)}]`), ...controls.map(one)].join(' ');
}
export const codesOf = ({ warnings }: Resolved): readonly string[] => warnings.map(({ code }) => code);
export const only = (...ids: readonly string[]) => ({ 'include-controls': [{ 'with-ids': ids }] });
export const custom = (members: Members): Members => ({ merge: { custom: members } });
