import { expect, test } from 'vitest';
import { samples } from '../../../tests/support/oscal-samples.ts';
import { writeDocument } from '../write.ts';
import { readDocument } from './read.ts';
import type { Limits, Refusal } from './refusal.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const utf16 = (text: string, mark: boolean): Uint8Array => Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
const bigEndian = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

const inCatalog = (members: string): string => `{"catalog": {${members}}}`;
const inXml = (inside: string, before = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0">${inside}</catalog>`;
const laughs = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
const yamlLaughs = `a0: &a0 [x]\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]`).join('\n')}\ncatalog: {a: *a9}\n`;

type Row = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly code: Refusal['code'];
  readonly at?: string;
  readonly says?: RegExp;
  readonly limits?: Limits;
};

const refusals: readonly Row[] = [
  {
    name: 'XML that names a file of this machine',
    bytes: bytesOf(inXml('&x;', '<!DOCTYPE catalog [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
    code: 'document_type',
    says: /take out <!DOCTYPE/u,
  },
  {
    name: 'XML that grows without end',
    bytes: bytesOf(inXml('&l10;', `<!DOCTYPE catalog [<!ENTITY l0 "ha">${laughs}]>`)),
    code: 'document_type',
  },
  {
    name: 'XML with a document type elsewhere',
    bytes: bytesOf(inXml('', '<!DOCTYPE catalog SYSTEM "https://example.org/catalog.dtd">')),
    code: 'document_type',
  },
  { name: 'XML with an empty document type', bytes: bytesOf(inXml('', '<!DOCTYPE catalog>')), code: 'document_type' },
  {
    name: 'XML with an unknown entity',
    bytes: bytesOf(inXml('<metadata><title>&nbsp;</title></metadata>')),
    code: 'broken_xml',
  },
  {
    name: 'XML that ends early',
    bytes: bytesOf('<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0"><metadata>'),
    code: 'broken_xml',
    at: 'line 1, column 62',
  },
  { name: 'XML with two elements', bytes: bytesOf(`${inXml('')}<catalog/>`), code: 'broken_xml' },
  {
    name: 'XML with an attribute twice',
    bytes: bytesOf('<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="a" uuid="b"/>'),
    code: 'broken_xml',
    says: /duplicate attribute/u,
  },
  {
    name: 'XML with an element twice that stands once',
    bytes: bytesOf(inXml('<metadata/>\n<metadata/>')),
    code: 'duplicate_key',
    at: 'line 2',
  },
  {
    name: 'XML with an element that is called like an attribute',
    bytes: bytesOf('<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="a"><uuid>b</uuid></catalog>'),
    code: 'duplicate_key',
  },
  {
    name: 'XML with text where no text is',
    bytes: bytesOf(inXml('<metadata>hello</metadata>')),
    code: 'broken_xml',
    says: /"hello" stands in "metadata"/u,
  },
  {
    name: 'XML with an attribute on a text',
    bytes: bytesOf(inXml('<metadata><title class="a">b</title></metadata>')),
    code: 'broken_xml',
    says: /"title" has the attribute "class"/u,
  },
  {
    name: 'XML of another namespace',
    bytes: bytesOf('<catalog xmlns="urn:other"/>'),
    code: 'not_oscal',
    says: /"catalog" of "urn:other"/u,
  },
  { name: 'XML of something else', bytes: bytesOf('<html/>'), code: 'not_oscal' },
  {
    name: 'XML that is deep',
    bytes: bytesOf(inXml(`${'<part>'.repeat(80)}${'</part>'.repeat(80)}`)),
    code: 'too_deep',
  },
  {
    name: 'YAML with an alias',
    bytes: bytesOf('catalog:\n  a: &x {b: c}\n  d: *x\n'),
    code: 'broken_yaml',
    at: 'line 3, column 7',
    says: /write out what the alias stands for/u,
  },
  { name: 'YAML that grows without end', bytes: bytesOf(yamlLaughs), code: 'broken_yaml' },
  {
    name: 'YAML with a type of a language',
    bytes: bytesOf('catalog: !!python/object:os.system {a: b}'),
    code: 'broken_yaml',
  },
  {
    name: 'YAML with a key twice',
    bytes: bytesOf('catalog:\n  a: b\n  a: c\n'),
    code: 'duplicate_key',
    at: 'line 3, column 3',
    says: /keep one/u,
  },
  { name: 'YAML with a list as a key', bytes: bytesOf('? [a, b]\n: c\ncatalog: {}\n'), code: 'broken_yaml' },
  { name: 'YAML of two documents', bytes: bytesOf('catalog: {}\n---\ncatalog: {}\n'), code: 'broken_yaml' },
  { name: 'YAML that is deep', bytes: bytesOf(`catalog: ${'['.repeat(80)}${']'.repeat(80)}`), code: 'too_deep' },
  { name: 'YAML of dashes', bytes: bytesOf('- '.repeat(100_000)), code: 'too_deep' },
  {
    name: 'YAML with a key without a value',
    bytes: bytesOf('catalog:\n  metadata:\n    title:\n'),
    code: 'null_value',
    at: '/catalog/metadata/title',
    says: /give it one, or take it out/u,
  },
  {
    name: 'JSON that is broken',
    bytes: bytesOf('{\n  "catalog": {,}\n}'),
    code: 'broken_json',
    at: 'line 2, column 15',
  },
  { name: 'JSON that ends early', bytes: bytesOf('{\n"catalog": {'), code: 'broken_json' },
  {
    name: 'JSON with a key twice',
    bytes: bytesOf('{\n"catalog": {"a": 1,\n"a": 2}}'),
    code: 'duplicate_key',
    at: 'line 3, column 4',
    says: /"a" stands twice/u,
  },
  {
    name: 'JSON with a key twice, spelt in two ways',
    bytes: bytesOf(inCatalog(String.raw`"a": 1, "\u0061": 2`)),
    code: 'duplicate_key',
  },
  { name: 'JSON with two equal root keys', bytes: bytesOf('{"catalog": {}, "catalog": {}}'), code: 'duplicate_key' },
  { name: 'JSON that is deep', bytes: bytesOf(inCatalog(`"a": ${'['.repeat(80)}${']'.repeat(80)}`)), code: 'too_deep' },
  {
    name: 'JSON that is deeper than any stack',
    bytes: bytesOf('['.repeat(200_000) + ']'.repeat(200_000)),
    code: 'too_deep',
  },
  {
    name: 'JSON with null',
    bytes: bytesOf(inCatalog('"groups": [{"a/b": null}]')),
    code: 'null_value',
    at: '/catalog/groups/0/a~1b',
  },
  {
    name: 'JSON with a number without end',
    bytes: bytesOf(inCatalog('"a": [1, 1e999]')),
    code: 'null_value',
    at: '/catalog/a/1',
  },
  {
    name: 'two models',
    bytes: bytesOf('{"catalog": {}, "profile": {}}'),
    code: 'two_models',
    says: /catalog and profile; part them/u,
  },
  {
    name: 'something beside a model',
    bytes: bytesOf('{"catalog": {}, "more": {}}'),
    code: 'not_oscal',
    at: '/more',
    says: /"more"/u,
  },
  { name: 'a model that is no object', bytes: bytesOf('{"catalog": [1]}'), code: 'not_oscal' },
  { name: 'no model', bytes: bytesOf('{"catalogue": {}}'), code: 'not_oscal', says: /its keys are catalogue/u },
  { name: 'a list', bytes: bytesOf('[{"catalog": {}}]'), code: 'not_oscal' },
  { name: 'prose', bytes: bytesOf('Dear reader'), code: 'not_oscal' },
  {
    name: 'names that objects have of themselves',
    bytes: bytesOf('{"constructor": {}, "__proto__": {"catalog": {}}}'),
    code: 'not_oscal',
  },
  { name: 'nothing', bytes: bytesOf(''), code: 'empty' },
  { name: 'white space', bytes: bytesOf(' \r\n\t'), code: 'empty' },
  { name: 'a mark of the byte order alone', bytes: bytesOf('\uFEFF'), code: 'empty' },
  { name: 'a comment of YAML', bytes: bytesOf('# nothing\n'), code: 'empty' },
  {
    name: 'Latin-1',
    bytes: Buffer.from('{"catalog": {"a": "Größe"}}', 'latin1'),
    code: 'not_text',
    says: /save it in UTF-8/u,
  },
  { name: 'UTF-16 without a mark', bytes: utf16('{"catalog": {}}', false), code: 'not_text' },
  { name: 'a NUL', bytes: bytesOf('{"catalog": {"a": "\0"}}'), code: 'not_text' },
  { name: 'a picture', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), code: 'not_text' },
  { name: 'a ZIP file', bytes: Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), code: 'not_text' },
  {
    name: 'too many bytes',
    bytes: bytesOf(inCatalog('')),
    code: 'too_large',
    limits: { bytes: 10, depth: 64 },
    says: /at most 10 are read/u,
  },
];

test.each(refusals)('readDocument refuses $name', ({ bytes, code, at, says, limits }) => {
  const read = readDocument(bytes, limits);
  expect(read.ok ? 'was read' : read.error.code).toBe(code);
  if (read.ok) return;
  expect(at === undefined || read.error.at === at ? '' : read.error.at).toBe('');
  expect(read.error.message).toMatch(says ?? /^(?:Cannot read|This is no OSCAL document)/u);
  expect(read.error.message.length).toBeLessThan(500);
});

const plain = writeDocument('catalog', samples.catalog, 'json');
const accepted: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [
  { name: 'UTF-8', bytes: bytesOf(plain) },
  { name: 'UTF-8 with a mark', bytes: bytesOf(`\uFEFF${plain}`) },
  { name: 'UTF-16 with a mark', bytes: utf16(plain, true) },
  { name: 'UTF-16 with a mark, the other byte first', bytes: bigEndian(plain) },
  { name: 'CRLF', bytes: bytesOf(plain.replaceAll('\n', '\r\n')) },
  { name: 'white space before it', bytes: bytesOf(`\n\n  ${plain}`) },
  { name: '$schema beside it', bytes: bytesOf(plain.replace('{', '{ "$schema": "https://example.org/s.json",')) },
  { name: 'YAML', bytes: bytesOf(writeDocument('catalog', samples.catalog, 'yaml')) },
  {
    name: 'YAML with CRLF',
    bytes: bytesOf(writeDocument('catalog', samples.catalog, 'yaml').replaceAll('\n', '\r\n')),
  },
  {
    name: 'YAML with a directive',
    bytes: bytesOf(`%YAML 1.2\n---\n${writeDocument('catalog', samples.catalog, 'yaml')}`),
  },
  { name: 'XML', bytes: bytesOf(writeDocument('catalog', samples.catalog, 'xml')) },
  { name: 'XML with a mark', bytes: bytesOf(`\uFEFF${writeDocument('catalog', samples.catalog, 'xml')}`) },
  { name: 'XML with CRLF', bytes: bytesOf(writeDocument('catalog', samples.catalog, 'xml').replaceAll('\n', '\r\n')) },
  {
    name: 'XML with comments, instructions and a prefix',
    bytes: bytesOf(
      writeDocument('catalog', samples.catalog, 'xml')
        .replaceAll(/<(\/?)(?=[a-z])/gu, '<$1o:')
        .replace('xmlns=', 'xmlns:o=')
        .replace('?>', '?>\n<?xml-model href="x.sch"?><!-- a -->'),
    ),
  },
];

test.each(accepted)('readDocument accepts $name', ({ bytes }) => {
  const read = readDocument(bytes);
  expect(read).toMatchObject({ ok: true, value: { model: 'catalog', version: '1.2.2' } });
  expect(read.ok && read.value.root).toEqual(samples.catalog);
});

test.each([
  ['JSON', '{"catalog": {"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}}'],
  ['YAML', 'catalog:\n  __proto__: {polluted: true}\n  constructor: {prototype: {polluted: true}}\n'],
  ['XML', inXml('<__proto__>polluted</__proto__><constructor>a</constructor>')],
])('readDocument: in %s names that objects have of themselves are members like others', (_name, text) => {
  const read = readDocument(bytesOf(text));
  expect(read.ok && Object.keys(read.value.root).toSorted()).toEqual(['__proto__', 'constructor']);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('readDocument: a text of many millions of letters is read', () => {
  const read = readDocument(bytesOf(inCatalog(`"a": "${'A'.repeat(20_000_000)}"`)));
  expect(read.ok && String(read.value.root['a']).length).toBe(20_000_000);
});

test('readDocument: a quotation mark behind backslashes ends a string where it should', () => {
  const value = { catalog: { a: '\\', b: '\\"', c: '{"', d: [{ a: '\\\\' }, { a: ':' }] } };
  const read = readDocument(bytesOf(JSON.stringify(value)));
  expect(read.ok && read.value.root).toEqual(value.catalog);
});

test('readDocument: YAML leaves dates, versions and words as they are written', () => {
  const read = readDocument(bytesOf('catalog:\n  a: 2026-11-25\n  b: 1.2.2\n  c: yes\n  d: 0x1F\n  e: .nan\n'));
  expect(read.ok && read.value.root).toEqual({ a: '2026-11-25', b: '1.2.2', c: 'yes', d: '0x1F', e: '.nan' });
});
