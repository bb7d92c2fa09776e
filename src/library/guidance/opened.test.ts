import { expect, test } from 'vitest';
import type { ImportRefusalCode } from '../../core/guidance/refusal.ts';
import { bytesOf, framework, library, node, readSmall, rule } from '../../../tests/support/small-library.ts';
import { largestGuidanceBytes } from './opened.ts';
import { parseGuidance } from './parse-guidance.ts';
import { readGuidance } from './read-guidance.ts';

type Case = readonly [name: string, file: Uint8Array | string, code: ImportRefusalCode, says: RegExp];

const json = JSON.stringify(library({ framework: framework([node('1')]) }));
const nested = (open: string, close: string): string => `${open.repeat(70)}1${close.repeat(70)}`;
const twoKeys = json.replace('"locale"', '"name":"twice","locale"');

const cases: readonly Case[] = [
  ['nothing', '', 'empty', /empty/u],
  ['only blanks', ' \n\t\n', 'empty', /blanks/u],
  ['more than 64 MB', new Uint8Array(largestGuidanceBytes + 1), 'too_large', /67108865 bytes; at most 67108864/u],
  ['bytes that are no text', Uint8Array.of(0x75, 0xff, 0xfe, 0x80), 'not_text', /UTF-8/u],
  ['zero bytes', 'urn: a\0b', 'not_text', /UTF-8/u],
  ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 0), 'unknown_format', /zip file or a workbook/u],
  ['XML', '<catalog/>', 'unknown_format', /no OSCAL document/u],
  ['prose', 'Dear colleagues,\nwash your hands.', 'unknown_format', /without keys/u],
  ['only comments', '# nothing\n# at all', 'unknown_format', /without keys/u],
  ['YAML of something else', 'name: a\nversion: 1\n', 'unknown_format', /"objects"/u],
  ['YAML that is a list', '- name: a\n', 'unknown_format', /"objects"/u],
  ['objects without a name', 'objects: {}\n', 'unknown_format', /"urn"/u],
  ['wrong indentation', 'urn: a\nobjects:\n  a: 1\n b: 2\n', 'broken_yaml', /At line 4, column \d+: .*indentation/u],
  ['a quote without end', 'urn: "a\nobjects: {}\n', 'broken_yaml', /At line \d+, column \d+/u],
  ['two documents', '---\nurn: a\n---\nurn: b\n', 'broken_yaml', /2 YAML documents/u],
  ['a tag that makes objects', 'urn: !!js/function "x"\nobjects: {}\n', 'broken_yaml', /line 1/u],
  ['an alias', 'urn: &a x\nname: *a\nobjects: {}\n', 'aliases', /At line 2, column 8: an alias/u],
  ['an alias without anchor', 'urn: *a\nobjects: {}\n', 'aliases', /an alias/u],
  ['aliases that unfold', 'urn: x\na: &a [x, x]\nb: &b [*a, *a]\nobjects: [*b, *b]\n', 'aliases', /line 3/u],
  ['a key twice in YAML', 'urn: a\nurn: b\nobjects: {}\n', 'duplicate_key', /line 2, column 1: a key is here twice/u],
  ['a key twice in JSON', twoKeys, 'duplicate_key', /key "name" stands twice/u],
  ['a key twice by an escape', '{"urn": 1, "\\u0075rn": 2}', 'duplicate_key', /"urn"/u],
  ['deep YAML', `urn: ${nested('[', ']')}`, 'too_deep', /line 1.*deeper than 64/u],
  ['deep JSON', `{"urn": ${nested('[', ']')}}`, 'too_deep', /deeper than 64/u],
  ['very deep YAML', `urn: ${'['.repeat(1_000_000)}`, 'too_deep', /deeper than 64/u],
  ['very deep JSON', '{"a":'.repeat(1_000_000), 'too_deep', /deeper than 64/u],
  ['JSON cut in the middle', json.slice(0, 60), 'broken_json', /^At line 1, column \d+: Cannot read the JSON/u],
  ['JSON with a comma too many', '{\n"urn": 1,\n}', 'broken_json', /^At line 3, column 1: Cannot read the JSON/u],
];

test.each(cases)('readGuidance: refuses %s', async (_, file, code, says) => {
  const read = await readGuidance(typeof file === 'string' ? bytesOf(file) : file);
  expect(read).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(says) } });
});

test('readGuidance: what is broken in JSON has its place', async () => {
  for (const [file, at] of [
    ['{\n"urn": 1,\n}', 'line 3, column 1'],
    [twoKeys, /^line 1, column \d+$/u],
    [`{"urn":\n${nested('[', ']')}}`, 'line 2, column 64'],
  ] as const)
    expect(await readGuidance(bytesOf(file))).toMatchObject({
      ok: false,
      error: { at: typeof at === 'string' ? at : expect.stringMatching(at) },
    });
});

test('readGuidance: a large file is read like a small one', async () => {
  const nodes = Array.from({ length: 3000 }, (_, at) =>
    node(String(at + 1), { description: 'Print the list. '.repeat(9) }),
  );
  const file = bytesOf(library({ framework: framework(nodes) }));
  expect(file.length).toBeGreaterThan(300_000);
  expect(await readGuidance(file)).toEqual(await parseGuidance(file));
  expect(await readGuidance(file.subarray(0, -1))).toMatchObject({ error: { code: 'broken_json' } });
});

test('readGuidance: refuses more requirements and rules than anybody looks through', async () => {
  const many = (count: number) => Array.from({ length: count }, () => ({}));
  const requirements = bytesOf(library({ framework: framework(many(100_001)) }));
  expect(await readGuidance(requirements)).toMatchObject({
    error: { code: 'too_many', message: expect.stringContaining('100001 requirements; at most 100000') },
  });
  const rules = library({ requirement_mapping_sets: [1, 2].map(() => ({ requirement_mappings: many(250_001) })) });
  expect(await readGuidance(bytesOf(rules))).toMatchObject({
    error: { code: 'too_many', message: expect.stringContaining('500002 rules') },
  });
});

const yaml = `# A comment first.
urn: urn:ward:risk:library:ward
locale: en
name: Ward rules
version: 1
objects:
  framework:
    urn: urn:ward:risk:framework:ward
    name: Ward rules
    requirement_nodes:
      - urn: urn:ward:risk:req_node:ward:1
        assessable: false
        ref_id: 1.10
        name: N
`;

test.each([
  ['with LF', yaml],
  ['with CRLF', yaml.replaceAll('\n', '\r\n')],
  ['with a byte order mark', `\uFEFF${yaml}`],
  ['as an explicit document', `---\n${yaml}...\n`],
  ['in UTF-16', Buffer.from(`\uFEFF${yaml}`, 'utf16le')],
] as const)('readGuidance: the same file %s is read the same', async (_, file) => {
  const [read, plain] = await Promise.all([
    readGuidance(typeof file === 'string' ? bytesOf(file) : file),
    readSmall(yaml),
  ]);
  expect(read).toMatchObject({ ok: true, value: { ...plain, losses: [] } });
  expect(plain.frameworks[0]?.requirements[0]).toMatchObject({ number: '1.10', title: 'N', isAssessable: false });
});

test('readGuidance: YAML and JSON of one structure give one bundle', async () => {
  const { dump } = await import('js-yaml');
  const file = library({ framework: framework([node('1'), node('1.1')]), requirement_mapping_sets: [rule('a', 'b')] });
  const [fromJson, fromYaml] = await Promise.all([readSmall(file), readSmall(dump(file))]);
  expect(fromYaml.findings).toMatchObject(fromJson.findings);
  expect(fromYaml.findings.every(({ line }) => line !== undefined)).toBe(true);
  expect({ ...fromYaml, findings: [] }).toEqual({ ...fromJson, findings: [] });
});

test('readGuidance: keys that name a mechanism of the language stay keys', async () => {
  const file = JSON.stringify(library({ framework: framework([node('1')]) })).replace(
    '"locale"',
    '"__proto__":{"polluted":"yes","locale":"xx"},"constructor":{"name":"x"},"translations":{"__proto__":{"name":"a"},"constructor":{"name":"b"}},"locale"',
  );
  const bundle = await readSmall(file);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  expect(bundle).toMatchObject({ language: 'en', translations: {} });
  expect(Object.getPrototypeOf(bundle.translations)).toBe(Object.prototype);
  expect(bundle.findings.map(({ code }) => code)).toEqual(['unreadable_language', 'unreadable_language']);
  expect(bundle.losses.map(({ at }) => at)).toContain('/__proto__/polluted');
});

test('readGuidance: a finding names the line', async () => {
  const { findings } = await readSmall(yaml.replace('ref_id: 1.10', 'implementation_groups: [night]'));
  expect(findings).toMatchObject([
    { code: 'dangling_group', at: '/objects/framework/requirement_nodes/0/implementation_groups/0', line: 13 },
  ]);
});
