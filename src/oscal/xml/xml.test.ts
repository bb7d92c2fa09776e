import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { samples } from '../../../tests/support/oscal-samples.ts';
import { comparable, differences, documentIn, filesBelow, oscalData } from '../../../tests/support/oscal.ts';
import { models, type Json, type JsonObject, type Model } from '../model.ts';
import { readDocument, type Form } from '../read/read.ts';
import { shapeFindings } from '../validate.ts';
import { writeDocument } from '../write.ts';
import { lineToXml, proseToXml } from './markup-to-xml.ts';
import { unsaidInXml } from './to-xml.ts';

const data = oscalData() ?? '';
const isAbsent = data === '';

function again(model: Model, root: JsonObject, form: Form): JsonObject {
  const read = readDocument(Buffer.from(writeDocument(model, root, form)));
  if (!read.ok) throw new Error(`Cannot read what was written: ${read.error.message}`);
  return read.value.root;
}

test.each(models.flatMap((model) => (['json', 'yaml', 'xml'] as const).map((form) => [model, form] as const)))(
  'sample of a %s: written as %s and read, it is the same',
  (model, form) => expect(again(model, samples[model], form)).toEqual(samples[model]),
);

test.each(models)('sample of a %s: what is written as XML says all of it', (model) => {
  expect(unsaidInXml(model, samples[model])).toEqual([]);
});

/** Prose of XML, what it is in Markdown, and, where it is another, what comes back of that. */
const prose: readonly { readonly xml: string; readonly markdown: string; readonly back?: string }[] = [
  { xml: '<p>Plain.</p>', markdown: 'Plain.' },
  { xml: '<p>One.</p><p>Two.</p>', markdown: 'One.\n\nTwo.' },
  { xml: '<h1>Head</h1><p>Text.</p><h3>Deep</h3>', markdown: '# Head\n\nText.\n\n### Deep' },
  { xml: '<ul><li>a</li><li>b</li></ul>', markdown: '- a\n- b' },
  { xml: '<ol><li>a</li><li>b</li></ol>', markdown: '1. a\n2. b' },
  { xml: '<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ul>', markdown: '- a\n  - b\n    1. c\n- d' },
  { xml: '<ol><li>a<ul><li>b</li></ul></li></ol>', markdown: '1. a\n   - b' },
  { xml: '<ul><li><p>a</p><p>b</p></li></ul>', markdown: '- a\n\n  b' },
  { xml: '<p>Text:</p><ul><li>a</li></ul><p>End.</p>', markdown: 'Text:\n\n- a\n\nEnd.' },
  {
    xml: '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>',
    markdown: '| A | B |\n| --- | --- |\n| 1 | 2 |',
  },
  {
    xml: '<table><tr><th>A</th></tr><tr><td>a|b</td></tr><tr><td><code>c|d</code></td></tr></table>',
    markdown: '| A |\n| --- |\n| a\\|b |\n| `c\\|d` |',
  },
  {
    xml: '<table><tr><th>A</th><th>B</th></tr><tr><td></td><td><strong>x</strong></td></tr></table>',
    markdown: '| A | B |\n| --- | --- |\n|  | **x** |',
  },
  { xml: '<pre>a\n  b &lt;c&gt; *d*</pre>', markdown: '```\na\n  b <c> *d*\n```' },
  { xml: '<pre>a\n```\nb</pre>', markdown: '````\na\n```\nb\n````' },
  { xml: '<blockquote><p>a</p><p>b</p></blockquote>', markdown: '> a\n>\n> b' },
  { xml: '<p><em>a</em> <strong>b</strong> <code>c</code></p>', markdown: '*a* **b** `c`' },
  { xml: '<p><strong>a <em>b</em> c</strong></p>', markdown: '**a *b* c**' },
  { xml: '<p>H<sub>2</sub>O and x<sup>2</sup></p>', markdown: 'H~2~O and x^2^' },
  { xml: '<p>Each <insert type="param" id-ref="a-1_prm_1"/>.</p>', markdown: 'Each {{ insert: param, a-1_prm_1 }}.' },
  {
    xml: '<p><a href="#x">a</a> <a href="https://example.org/?a=1&amp;b=2" title="why">b</a></p>',
    markdown: '[a](#x) [b](https://example.org/?a=1&b=2 "why")',
  },
  { xml: '<p><a href="a b(c).pdf">a</a></p>', markdown: '[a](<a b(c).pdf>)' },
  { xml: '<p><a href="x" title="say &quot;a&quot;">a</a></p>', markdown: '[a](x "say \\"a\\"")' },
  { xml: '<p><img src="a.png" alt="A picture"/></p>', markdown: '![A picture](a.png)' },
  { xml: '<p><q>a</q></p>', markdown: '"a"', back: '<p>"a"</p>' },
  {
    xml: '<p>2 * 3 * 4, a_b_c, [x], `y`, ~z~, 2^8^, \\n</p>',
    markdown: '2 \\* 3 \\* 4, a\\_b\\_c, \\[x\\], \\`y\\`, \\~z\\~, 2\\^8\\^, \\\\n',
  },
  { xml: '<p>1. Not a list</p>', markdown: '1\\. Not a list' },
  { xml: '<p># Not a head</p>', markdown: '\\# Not a head' },
  { xml: '<p>- Not a list</p>', markdown: '\\- Not a list' },
  { xml: '<p>+ Not a list</p>', markdown: '\\+ Not a list' },
  { xml: '<p>&gt; Not a quotation</p>', markdown: '\\> Not a quotation' },
  { xml: '<p>a &lt; b &amp; c &gt; d</p>', markdown: 'a < b & c > d' },
  { xml: '<p>&lt;b&gt;Not bold&lt;/b&gt;</p>', markdown: '\\<b>Not bold\\</b>' },
  { xml: '<p>&amp;lt; and &amp;#65; are text</p>', markdown: '\\&lt; and \\&#65; are text' },
  { xml: '<p>{{ insert: param, x }} is text</p>', markdown: '\\{\\{ insert: param, x }} is text' },
  { xml: '<p>{{ Freitext }} bleibt</p>', markdown: '{{ Freitext }} bleibt' },
  {
    xml: '<p>Größe, ἀρχή, 漢字, 🏥, “quoted”, non breaking</p>',
    markdown: 'Größe, ἀρχή, 漢字, 🏥, “quoted”, non breaking',
  },
  { xml: '<p><code>a`b</code></p>', markdown: '``a`b``' },
  { xml: '<p>https://example.org/a_b and a@b.org</p>', markdown: 'https://example.org/a\\_b and a@b.org' },
];

const around = (inside: string): string =>
  `<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0"><control id="a"><part name="p">${inside}</part></control></catalog>`;

function markdownOf(xml: string): unknown {
  const read = readDocument(Buffer.from(around(xml)));
  if (!read.ok) return read.error;
  const [control] = read.value.root['controls'] as readonly { readonly parts: readonly { readonly prose: string }[] }[];
  return control?.parts[0]?.prose;
}

test.each(prose)('prose: $xml', ({ xml, markdown, back = xml }) => {
  expect(markdownOf(xml)).toBe(markdown);
  expect(proseToXml(markdown)).toBe(back);
});

test.each([
  ['A *b* `c`', 'A <em>b</em> <code>c</code>'],
  ['1. Not a list', '1. Not a list'],
  ['# Not a head', '# Not a head'],
  ['- Not a list', '- Not a list'],
  ['A {{ insert: param, b }} c', 'A <insert type="param" id-ref="b"/> c'],
  ['a & b < c', 'a &amp; b &lt; c'],
  ['', ''],
  ['*', '*'],
  ['{{ Freitext }}', '{{ Freitext }}'],
])('line: %s', (markdown, xml) => expect(lineToXml(markdown)).toBe(xml));

test.each([
  ['quotations in quotations', '> '.repeat(5000)],
  ['lists in lists', '- '.repeat(5000)],
  ['marks without end', '**a *b'.repeat(5000)],
  ['stars around stars', `${'*'.repeat(5000)}a${'*'.repeat(5000)}`],
  ['a word without end', `${'a'.repeat(100_000)}@`],
  ['brackets', '['.repeat(50_000)],
  ['insertions that never close', '{{ insert: param, '.repeat(5000)],
])('prose made to exhaust a reader, %s, is told as text', (_name, text) => {
  expect(proseToXml(text).length).toBeGreaterThanOrEqual(text.trim().length);
  expect(lineToXml(text).length).toBeGreaterThanOrEqual(text.length);
});

test('attributes and texts keep letters that XML uses itself, and lose those that it cannot hold', () => {
  const root = { uuid: 'a"b\'c<d>&e\n\tf', controls: [{ id: 'x\u0000\u0007y', title: 'a\u000Bb' }] };
  expect(again('catalog', root, 'xml')).toEqual({ uuid: root.uuid.trim(), controls: [{ id: 'xy', title: 'ab' }] });
});

test.each<readonly [string, Json, readonly string[]]>([
  ['a member that OSCAL does not know', { words: 'a' }, ['/catalog/words']],
  ['one inside', { groups: [{ title: 'a', more: 1 }] }, ['/catalog/groups/0/more']],
  ['an object where text is', { metadata: { title: { a: 1 } } }, ['/catalog/metadata/title']],
  ['a text where an object is', { metadata: 'a' }, ['/catalog/metadata']],
  ['a list where one is', { metadata: { title: ['a', 'b'] } }, ['/catalog/metadata/title']],
  ['a name with a stroke', { 'a/b': 1 }, ['/catalog/a~1b']],
])('unsaidInXml: %s', (_name, root, pointers) => {
  expect(unsaidInXml('catalog', root as JsonObject)).toEqual(pointers);
});

/** White space at the ends of blocks and between them is no content. */
const evened = (text: string): string =>
  text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ ?(<\/?(?:p|li|ul|ol|h\d|table|tr|t[dh])>) ?/gu, '$1')
    .trim();

/** Texts that say the same, however their Markdown is spelt, become one. */
function alike(left: Json | undefined, right: Json | undefined): Json | undefined {
  if (typeof left === 'string' && typeof right === 'string') return isSame(left, right) ? left : right;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return right;
  const [from, to] = [left as JsonObject, right as JsonObject];
  if (Array.isArray(to)) return to.map((each, index) => alike(from[index], each as Json)) as Json;
  return Object.fromEntries(Object.entries(to).map(([key, each]) => [key, alike(from[key], each) as Json]));
}

/** Dates come in several spellings. */
const isSame = (left: string, right: string): boolean =>
  (/^\d{4}-\d\d-\d\dT/u.test(left) && Date.parse(left) === Date.parse(right)) ||
  evened(left) === evened(right) ||
  evened(proseToXml(left)) === evened(proseToXml(right)) ||
  evened(lineToXml(left)) === evened(lineToXml(right));

const isJudged = ({ model, root }: { readonly model: Model; readonly root: JsonObject }): boolean =>
  shapeFindings(model, root, '1.2.2').length === 0 || shapeFindings(model, root, '1.1.3').length === 0;

test.skipIf(isAbsent)('files of others: JSON to XML and back is the same, for each that is valid', () => {
  const found: string[] = [];
  let count = 0;
  for (const path of filesBelow(data, /\.json$/u)) {
    const read = readDocument(readFileSync(join(data, path)));
    if (!read.ok || !isJudged(read.value)) continue;
    count += 1;
    const { model, root } = read.value;
    const { $schema: _, ...content } = root;
    const back = again(model, content, 'xml');
    found.push(...unsaidInXml(model, content), ...differences(content, alike(content, back), path));
  }
  expect(found).toEqual([]);
  expect(count).toBeGreaterThanOrEqual(167);
});

const trios = isAbsent ? [] : filesBelow(join(data, 'oscal-cli'), /_valid\.json$/u);

test.skipIf(isAbsent).each(trios)('%s: the same in JSON, YAML and XML', (path) => {
  const folder = join(data, 'oscal-cli');
  const [json, yaml, xml] = ['json', 'yaml', 'xml'].map((form) => documentIn(folder, path.replace(/json$/u, form)));
  const { $schema: _, ...content } = json?.root ?? {};
  for (const other of [yaml, xml]) {
    const { $schema: _also, ...root } = other?.root ?? {};
    expect(differences(content, alike(content, root))).toEqual([]);
  }
});

const official = isAbsent
  ? []
  : filesBelow(join(data, 'nist-profile-resolution/json'), /(?<!circular_import_RESOLVED)\.json$/u);

// One file, of an import that must fail, holds an element that no OSCAL has.
test.skipIf(isAbsent)('official tests: the same in XML and in the JSON that others made of it', () => {
  const found = official.flatMap((path) => {
    const json = documentIn(join(data, 'nist-profile-resolution/json'), path);
    const xml = documentIn(join(data, 'nist-profile-resolution/xml'), path.replace(/json$/u, 'xml'));
    // The JSON names the JSON of what the XML names.
    const renamed = JSON.parse(JSON.stringify(xml.root).replaceAll(/\.xml(?=")/gu, '.json')) as JsonObject;
    return differences(comparable(json.root), comparable(alike(json.root, renamed) as JsonObject), path);
  });
  expect(found).toEqual([]);
});
