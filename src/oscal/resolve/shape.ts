/**
 * Whether a catalog or a profile has the shape that resolution relies on. Less than validity: files that break a rule of the
 * schema are in use, and most of them can be resolved.
 */
import type { Json, JsonObject } from '../model.ts';
import { isObject } from '../schema/schemas.ts';

/** `text`, `truth`, or a row of the table; in brackets a list of it; with a mark it may not be missing. */
type Row = Readonly<Record<string, string>>;

const item: Row = {
  id: 'text',
  name: 'text',
  ns: 'text',
  class: 'text',
  params: '[item]',
  props: '[item]',
  links: '[item]',
  parts: '[item]',
};
const selects: Row = { 'include-controls': '[selector]', 'exclude-controls': '[selector]' };
const changes: Row = { ...item, params: '[param]', constraints: '[any]', guidelines: '[any]' };

const rows = new Map<string, Row>(
  Object.entries({
    item,
    catalog: {
      metadata: 'metadata!',
      params: '[param]',
      controls: '[control]',
      groups: '[group]',
      'back-matter': 'back-matter',
    },
    metadata: { 'oscal-version': 'text!', props: '[item]', roles: '[role]', parties: '[party]' },
    role: { id: 'text', props: '[item]' },
    party: { uuid: 'text', props: '[item]' },
    'back-matter': { resources: '[resource]' },
    resource: { uuid: 'text!', props: '[item]', rlinks: '[rlink]', base64: 'base64' },
    rlink: { href: 'text!', 'media-type': 'text' },
    base64: { value: 'text!', filename: 'text' },
    param: { ...changes, id: 'text!' },
    control: { ...changes, id: 'text!', controls: '[control]' },
    group: { ...changes, groups: '[group]', controls: '[control]' },
    profile: {
      metadata: 'metadata!',
      imports: '[import]!',
      merge: 'merge',
      modify: 'modify',
      'back-matter': 'back-matter',
    },
    import: { ...selects, href: 'text!' },
    selector: { 'with-ids': '[text]', matching: '[pattern]' },
    pattern: { pattern: 'text' },
    merge: { combine: 'combine', 'as-is': 'truth', custom: 'custom' },
    combine: { method: 'text' },
    custom: { groups: '[custom-group]', 'insert-controls': '[insert]' },
    'custom-group': { ...changes, groups: '[custom-group]', 'insert-controls': '[insert]' },
    insert: { ...selects, order: 'text' },
    modify: { 'set-parameters': '[setting]', alters: '[alter]' },
    setting: { ...changes, 'param-id': 'text!' },
    alter: { 'control-id': 'text!', removes: '[removal]', adds: '[addition]' },
    removal: {},
    addition: { ...changes, 'by-id': 'text', title: 'text', position: 'text' },
  }),
);

const judged = new WeakMap<JsonObject, string | null>();

/** What is wrong and where, or nothing. A document is judged once, however often it is imported. */
export function shapeProblem(model: 'catalog' | 'profile', root: JsonObject): string | null {
  const known = judged.get(root);
  if (known !== undefined) return known;
  const problem = problemIn(root, model);
  const told = problem === null ? null : `/${model}${problem}`;
  judged.set(root, told);
  return told;
}

function problemIn(value: Json, kind: string): string | null {
  if (kind === 'any') return null;
  if (kind === 'text') return typeof value === 'string' ? null : ' is no text';
  if (kind === 'truth') return typeof value === 'boolean' ? null : ' is neither true nor false';
  const row = rows.get(kind);
  if (row === undefined) throw new Error(`Cannot judge "${kind}": the table has no such row`);
  if (!isObject(value)) return ' is no object';
  for (const key in row) {
    const problem = problemAt(value, key, row[key] ?? '');
    if (problem !== null) return `/${key}${problem}`;
  }
  return null;
}

function problemAt(object: JsonObject, key: string, wanted: string): string | null {
  const isRequired = wanted.endsWith('!');
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  if (value === undefined) return isRequired ? ' is missing' : null;
  const plain = isRequired ? wanted.slice(0, -1) : wanted;
  if (!plain.startsWith('[')) return problemIn(value, plain);
  if (!Array.isArray(value)) return ' is no list';
  const kind = plain.slice(1, -1);
  for (const [index, each] of (value as readonly Json[]).entries()) {
    const problem = problemIn(each, kind);
    if (problem !== null) return `/${index}${problem}`;
  }
  return null;
}
