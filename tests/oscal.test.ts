/** OSCAL on both surfaces: files of a command, documents of a request. What the package itself does is tested beside it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apiOn, command } from './support/surfaces.ts';

const folder = join(import.meta.dirname, 'oscal');
const at = (name: string): string => join(folder, name);
const noRows = undefined as never;

const document = (name: string, text = readFileSync(at(name), 'utf8')) => ({
  name,
  content: Buffer.from(text).toString('base64'),
});
const api = apiOn(noRows);

test('oscal validate: a valid catalog, on both surfaces', async () => {
  const ran = await command(['oscal', 'validate', at('catalog.json'), '--json'], noRows);
  expect([ran.stderr, ran.code]).toEqual(['', 0]);
  const answered = await api('POST', '/api/oscal/validate', { document: document('catalog.json') });
  expect(answered.status).toBe(200);
  const view = (await answered.json()) as Record<string, unknown>;
  expect(view).toMatchObject({ model: 'catalog', form: 'json', isValid: true, count: 0, schema: '1.1.3' });
  expect(JSON.parse(ran.stdout)).toEqual({ ...view, name: at('catalog.json') });
});

test('oscal validate: what is wrong has a pointer, and the exit code says so', async () => {
  const text = readFileSync(at('catalog.json'), 'utf8').replace('"title": "At night",', '');
  const ran = await command(['oscal', 'validate', '-'], noRows, text);
  expect(ran.code).toBe(1);
  expect(ran.stdout).toContain('/catalog/groups/0');
  expect(ran.stdout).toContain('"title" is missing; add it');
});

const refused = [
  { name: 'no JSON', text: '{"catalog": ', says: 'Cannot read the JSON' },
  { name: 'no OSCAL', text: '{"something": {}}', says: 'This is no OSCAL document' },
  { name: 'a document type', text: '<!DOCTYPE catalog><catalog/>', says: 'declares a document type' },
  { name: 'an alias', text: 'catalog: &a\n  title: *a', says: 'alias' },
];
test.each(refused)('oscal validate: $name is refused on both surfaces', async ({ text, says }) => {
  const ran = await command(['oscal', 'validate', '-'], noRows, text);
  expect([ran.code, ran.stderr.includes(says) || ran.stderr]).toEqual([2, true]);
  const answered = await api('POST', '/api/oscal/validate', { document: document('file', text) });
  expect(answered.status).toBe(400);
});

test('oscal resolve: reads what lies beside the profile, and writes the form that the name asks for', async () => {
  const ran = await command(['oscal', 'resolve', at('profile.json'), '--out', 'resolved.xml'], noRows);
  expect(ran.code).toBe(0);
  expect(ran.stderr).toContain('One control, no warnings');
  const xml = Buffer.from(ran.files.get('resolved.xml') ?? []).toString();
  expect(xml).toContain('<value>four torches</value>');
  expect(xml).toContain('<insert type="param" id-ref="n-1_count"/>');
  expect(xml).not.toContain('n-2');
});

test('oscal resolve: the request says where each control comes from', async () => {
  const documents = [document('profile.json'), document('catalog.json')];
  const answered = await api('POST', '/api/oscal/resolve', { documents });
  expect(answered.status).toBe(200);
  const view = (await answered.json()) as { text: string; provenance: unknown; warnings: unknown };
  expect(view.provenance).toEqual([
    { control: 'n-1', document: 'catalog.json', pointer: '/catalog/groups/0/controls/0' },
  ]);
  expect(view.warnings).toEqual([]);
  const { catalog } = JSON.parse(view.text) as { catalog: { groups: { controls: { id: string }[] }[] } };
  expect(catalog.groups.map(({ controls }) => controls.map(({ id }) => id))).toEqual([['n-1']]);
});

test('oscal resolve: a catalog answers for an import that is not there; without one it is refused, and nothing is fetched', async () => {
  const profile = readFileSync(at('profile.json'), 'utf8').replace('catalog.json', 'https://example.org/rules.json');
  const lost = await api('POST', '/api/oscal/resolve', { documents: [document('p.json', profile)] });
  expect(lost.status).toBe(422);
  expect(JSON.stringify(await lost.json())).toContain('nothing is fetched');
  const catalogs = [document('catalog.json')];
  const found = await api('POST', '/api/oscal/resolve', { documents: [document('p.json', profile)], catalogs });
  expect(found.status).toBe(200);
  const two = [
    document('a.json', readFileSync(at('catalog.json'), 'utf8')),
    document('b.json', readFileSync(at('catalog.json'), 'utf8')),
  ];
  const unsure = await api('POST', '/api/oscal/resolve', { documents: [document('p.json', profile)], catalogs: two });
  expect(unsure.status).toBe(422);
});

test('oscal convert: there and back says the same', async () => {
  const there = await command(['oscal', 'convert', at('catalog.json'), '--out', 'catalog.xml'], noRows);
  expect([there.code, there.stderr.includes('Nothing was lost')]).toEqual([0, true]);
  const xml = Buffer.from(there.files.get('catalog.xml') ?? []).toString();
  const back = await command(['oscal', 'convert', '-', '--out', 'catalog.json'], noRows, xml);
  expect(JSON.parse(Buffer.from(back.files.get('catalog.json') ?? []).toString())).toEqual(
    JSON.parse(readFileSync(at('catalog.json'), 'utf8')),
  );
});

test('oscal convert: what XML cannot say is named, and the exit code says so', async () => {
  const text = readFileSync(at('catalog.json'), 'utf8').replace('"id": "night",', '"id": "night", "colour": "blue",');
  const ran = await command(['oscal', 'convert', '-', '--out', 'catalog.xml'], noRows, text);
  expect([ran.code, ran.stderr.includes('/catalog/groups/0/colour')]).toEqual([1, true]);
});

test('oscal: a name whose end says nothing is refused before anything is read', async () => {
  const ran = await command(['oscal', 'convert', at('catalog.json'), '--out', 'catalog.txt'], noRows);
  expect([ran.code, ran.stderr.includes('.json, .yaml or .xml')]).toEqual([2, true]);
});
