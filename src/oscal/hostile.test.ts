/** Files that were mutilated: whatever comes, reading, judging, resolving and writing answer, and nothing else is touched. */
import { Socket } from 'node:net';
import { assert, asyncProperty, boolean, nat, record } from 'fast-check';
import { expect, test, vi } from 'vitest';
import { samples } from '../../tests/support/oscal-samples.ts';
import { resolved } from '../../tests/support/oscal.ts';
import { models, type Json, type JsonObject, type Model } from './model.ts';
import { readDocument, type Document, type Form } from './read/read.ts';
import type { Shelf } from './resolve/shelf.ts';
import { validate } from './validate.ts';
import { writeDocument } from './write.ts';
import { unsaidInXml } from './xml/to-xml.ts';

const forms = ['json', 'yaml', 'xml'] as const satisfies readonly Form[];

const texts = models.flatMap((model) =>
  forms.map((form) => ({ model, form, text: writeDocument(model, samples[model], form) })),
);

/** A repeatable source of numbers: one seed says a whole chain of changes. */
function dice(seed: number): (below: number) => number {
  let state = (seed % 2147483646) + 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}
type Roll = ReturnType<typeof dice>;

const pieces: readonly string[] = [
  '\0',
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '<',
  '>',
  '&',
  '/',
  '\\',
  '- ',
  '\n',
  '  ',
  '\t',
  '#',
  '*a',
  '&a ',
  '!!x ',
  '? ',
  '<!--',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a>',
  '&#0;',
  '&lt;',
  '\uFEFF',
  '\uD800',
  '\u2028',
  '|',
  '`',
  '~',
  '^',
  '{{ insert: param, ',
  '}}',
  'null',
  'true',
  '1e999',
  '-0',
  '0x1F',
  '9'.repeat(400),
  '__proto__',
  'constructor',
  'toString',
  '<p>',
  '</p>',
  '<ul><li>',
  '<title>',
  'xmlns=""',
];

/** Letters flipped, cut, put in, doubled or moved. */
function mangled(text: string, roll: Roll): string {
  let result = text;
  for (let count = 1 + roll(4); count > 0; count -= 1) {
    const at = roll(result.length + 1);
    const end = Math.min(result.length, at + roll(40));
    const piece = pieces[roll(pieces.length)] ?? '';
    const ways = [
      () => result.slice(0, at) + String.fromCharCode(roll(256)) + result.slice(at + 1),
      () => result.slice(0, at) + result.slice(end),
      () => result.slice(0, at) + piece + result.slice(at),
      () => result.slice(0, at) + piece.repeat(1 + roll(80)) + result.slice(end),
      () => result.slice(0, end) + result.slice(at),
      () => result.slice(0, at),
      () => result.slice(end) + result.slice(0, at),
      () => tagsSwapped(result, roll),
    ];
    result = (ways[roll(ways.length)] ?? ways[0])?.() ?? result;
  }
  return result;
}

/** Two names of the text, elements or keys, each in the place of the other. */
function tagsSwapped(text: string, roll: Roll): string {
  const names = [...new Set(text.match(/[a-z][a-z-]+/gu))];
  const [one = 'a', other = 'b'] = [names[roll(names.length)], names[roll(names.length)]];
  return text.replaceAll(new RegExp(`\\b(?:${one}|${other})\\b`, 'gu'), (name) => (name === one ? other : one));
}

const strange = (roll: Roll): Json => {
  const deep = (depth: number): Json => (depth === 0 ? 1 : roll(2) === 0 ? [deep(depth - 1)] : { a: deep(depth - 1) });
  const values: readonly (() => Json)[] = [
    () => 7,
    () => '',
    () => true,
    () => [],
    () => ({}),
    () => -1.5e300,
    () => 'a\nb',
    () => [[]],
    () => [''],
    () => [{}],
    () => ({ toString: 'x', valueOf: 1 }),
    () => ({ length: 3 }),
    () => '#' + 'x'.repeat(50),
    () => ['a', 1, {}],
    () => deep(1 + roll(70)),
    () => '> '.repeat(200),
    () => '*a_'.repeat(300),
    () => '[a](b "',
    () => '{{ insert: param, c1_p1 }}',
    () => 'a'.repeat(3000),
    () => '| a |\n| --- |\n| b | c |',
    () => ({ href: '#', id: 'c1', uuid: 'x', name: 'a' }),
  ];
  return values[roll(values.length)]?.() ?? null;
};

const keys = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'a/b~c',
  '',
  'id',
  'props',
  'params',
  'controls',
  'groups',
  'parts',
  'uuid',
  'imports',
  'length',
  'origin',
];

/** Members replaced by other types, renamed, taken out, or put where others were. */
function distorted(root: JsonObject, roll: Roll): JsonObject {
  const copy = structuredClone(root);
  for (let count = 1 + roll(3); count > 0; count -= 1) {
    const all = holdersIn(copy);
    const [holder, key] = all[roll(all.length)] ?? [copy, 'uuid'];
    const [other, otherKey] = all[roll(all.length)] ?? [copy, 'uuid'];
    const name = keys[roll(keys.length)] ?? '';
    const ways = [
      () => put(holder, key, strange(roll)),
      () => put(holder, key, strange(roll)),
      () => void delete holder[key],
      () => put(holder, name, holder[key] ?? 1),
      () => put(holder, key, structuredClone(other[otherKey] ?? 1)),
      () => put(holder, name, structuredClone(other[otherKey] ?? strange(roll))),
    ];
    ways[roll(ways.length)]?.();
  }
  return copy;
}

type Holder = Record<string, Json>;

/** Set as an own member whatever its name; a list has no names, and grows. */
function put(holder: Holder, key: string, value: Json): void {
  const name = Array.isArray(holder) && !/^\d+$/u.test(key) ? String(holder.length) : key;
  Object.defineProperty(holder, name, { value, enumerable: true, writable: true, configurable: true });
}

function holdersIn(value: Json): readonly (readonly [Holder, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...holdersIn(holder[key] ?? null)]);
}

function asText(model: Model, root: JsonObject, form: Form): string {
  try {
    return writeDocument(model, root, form);
  } catch (error) {
    throw new Error(`Cannot write ${model} as ${form}`, { cause: error });
  }
}

const others = (['catalog', 'profile'] as const).map((model) => ({
  path: `${model}.json`,
  document: { model, root: samples[model], form: 'json', version: '1.2.2' } satisfies Document,
}));

/** Everything that is done with a file, to the end or to a refusal. */
async function taken(text: string): Promise<void> {
  const read = readDocument(Buffer.from(text, 'utf8'));
  if (!read.ok) {
    expect(read.error.message).toMatch(/^(?:Cannot read|This is no OSCAL document)/u);
    return;
  }
  const document = read.value;
  const { isValid, findings } = validate(document);
  expect(isValid).toBe(findings.every(({ severity }) => severity !== 'error'));
  for (const form of forms) asText(document.model, document.root, form);
  unsaidInXml(document.model, document.root);
  if (document.model !== 'catalog' && document.model !== 'profile') return;
  const path = `${document.model}.json`;
  const shelf: Shelf = {
    documents: [{ path, document }, ...others.filter((each) => each.path !== path)],
    catalogs: [],
  };
  await resolved(shelf, 'profile.json');
  await resolved(shelf, 'profile.json', { flatNesting: 'keep' });
}

const untouched = (): readonly string[] => Object.getOwnPropertyNames(Object.prototype).toSorted();

test('10,000 mutilated files: all are answered, and Object.prototype stays as it is', async () => {
  const before = untouched();
  const mutilated = record({ which: nat(texts.length - 1), seed: nat(2 ** 30), isText: boolean() });
  await assert(
    asyncProperty(mutilated, async ({ which, seed, isText }) => {
      const { model, form, text } = texts[which] ?? { model: 'catalog', form: 'json', text: '' };
      const roll = dice(seed);
      await taken(isText ? mangled(text, roll) : asText(model, distorted(samples[model], roll), form));
    }),
    { numRuns: 10_000, seed: 20261125, verbose: 0 },
  );
  expect(untouched()).toEqual(before);
  // Ten seconds on an idle machine; a busy one must not turn it red.
}, 300_000);

test('no connection is opened, and no name looked up, while documents are read and resolved', async () => {
  const calls: string[] = [];
  const heard = (name: string) => (): never => {
    calls.push(name);
    throw new Error(`Cannot use ${name} here`);
  };
  const spies = [
    vi.spyOn(globalThis, 'fetch').mockImplementation(heard('fetch')),
    vi.spyOn(Socket.prototype, 'connect').mockImplementation(heard('connect')),
  ];
  const far = 'https://example.org/catalog.json';
  const addresses = [
    far,
    '//example.org/catalog.json',
    'file:///etc/passwd',
    'data:application/json,{}',
    '../../../../etc/passwd',
    '/etc/passwd',
  ];
  for (const href of addresses) {
    const root = { ...samples.profile, imports: [{ href, 'include-all': {} }] };
    const read = readDocument(Buffer.from(writeDocument('profile', root, 'xml')));
    if (!read.ok) throw new Error(read.error.message);
    const shelf: Shelf = { documents: [{ path: 'profile.json', document: read.value }], catalogs: [] };
    expect(await resolved(shelf, 'profile.json')).toMatchObject({ ok: false, error: { kind: 'import_not_found' } });
    validate(read.value);
  }
  for (const { text } of texts) await taken(text);
  await taken(`<!DOCTYPE catalog SYSTEM "${far}"><catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0"/>`);
  for (const spy of spies) spy.mockRestore();
  expect(calls).toEqual([]);
});
