/** What we write in OSCAL: each document of each example, judged by NIST’s schemas, ours and our constraints. */
import { expect, test } from 'vitest';
import { analyse } from '../../src/core/analysis.ts';
import { makeOscal, oscalDocuments, type OscalDocument } from '../../src/outputs/oscal/index.ts';
import type { Catalog, JsonObject } from '../../src/oscal/model.ts';
import { readDocument, type Document } from '../../src/oscal/read/read.ts';
import { gather } from '../../src/oscal/resolve/gather.ts';
import { resolve } from '../../src/oscal/resolve/resolve.ts';
import { foundAs, shelfLoader } from '../../src/oscal/resolve/shelf.ts';
import { controlsOf } from '../../src/oscal/walk.ts';
import { shapeFindings, validate } from '../../src/oscal/validate.ts';
import { writeDocument } from '../../src/oscal/write.ts';
import { day, exampleNames, exampleProfile, library } from '../support/examples.ts';

type Name = (typeof exampleNames)[number];

const sourceOf = (name: Name) => ({
  content: library.content,
  organisation: analyse(exampleProfile(name), library.content, day),
  on: day,
  edition: '0.0.0',
  digest: 'digest',
});

function made(name: Name, which: OscalDocument, framework?: string): Document {
  const result = makeOscal(which, sourceOf(name), framework);
  if (!result.ok) throw new Error(result.error);
  const { model, root } = result.value;
  // Through its text, as a reader gets it.
  const read = readDocument(Buffer.from(writeDocument(model, root, 'json')));
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

const ofOrganisation = oscalDocuments.filter((which) => which !== 'framework' && which !== 'mapping');
const cases = exampleNames.flatMap((name) => ofOrganisation.map((which) => ({ name, which })));

test.each(cases)(
  'oscal export: $which of $name is valid by both schemas, and every reference leads somewhere',
  ({ name, which }) => {
    const document = made(name, which);
    for (const version of ['1.1.3', '1.2.2'] as const)
      expect(shapeFindings(document.model, document.root, version)).toEqual([]);
    expect(validate(document).findings).toEqual([]);
  },
);

const frameworks = library.content.frameworks.map(({ id }) => id);

test.each(frameworks)(
  'oscal export: framework %s and its mapping are valid, and the mapping names controls of both',
  (id) => {
    const catalog = made('hospital-greece', 'framework', id);
    expect(validate(catalog).findings).toEqual([]);
    const ids = (document: Document): ReadonlySet<string> =>
      new Set(controlsOf(document.root as unknown as Catalog).map((control) => control.id));
    const mapping = makeOscal('mapping', sourceOf('hospital-greece'), id);
    if (!mapping.ok) {
      expect(
        library.content.safeguards.flatMap(({ mappings }) => mappings.filter(({ to }) => to.startsWith(`${id}:`))),
      ).toEqual([]);
      return;
    }
    const { model, root } = mapping.value;
    expect(validate({ model, root, form: 'json', version: '1.2.2' }).findings).toEqual([]);
    const [requirements, safeguards] = [ids(catalog), ids(made('hospital-greece', 'catalog'))];
    type Side = readonly { readonly 'id-ref': string }[];
    const [{ maps }] = root['mappings'] as unknown as [{ maps: readonly { sources: Side; targets: Side }[] }];
    for (const { sources, targets } of maps) {
      expect(sources.every((each) => safeguards.has(each['id-ref']))).toBe(true);
      expect(targets.filter((each) => !requirements.has(each['id-ref']))).toEqual([]);
    }
  },
);

test('oscal export: the profile resolves against the catalog to the minimum set', async () => {
  const [profile, catalog] = [made('practice-ireland', 'profile'), made('practice-ireland', 'catalog')];
  const root = foundAs({ path: 'minimum-set-profile.json', document: profile });
  if (!root.ok) throw new Error(root.error.message);
  const shelf = { documents: [{ path: 'theriac-safeguards-catalog.json', document: catalog }], catalogs: [] };
  const gathered = await gather(root.value, shelfLoader(shelf));
  if (!gathered.ok) throw new Error(gathered.error.message);
  const stamp = {
    uuid: profile.root['uuid'] as string,
    lastModified: `${day}T00:00:00Z`,
    tool: 'test',
    source: 'profile',
  };
  const resolved = resolve(gathered.value, stamp);
  if (!resolved.ok) throw new Error(resolved.error.message);
  expect(resolved.value.warnings).toEqual([]);
  const { organisation } = sourceOf('practice-ireland');
  expect(controlsOf(resolved.value.catalog)).toHaveLength(
    organisation.ranking.items.filter(({ inSet }) => inSet).length +
      organisation.ranking.done.filter(({ safeguard }) => safeguard.tier === 'individual').length,
  );
});

test('oscal export: what nobody rated is unknown in the plan, has no state, and is no finding', () => {
  const control = made('sparse', 'ssp').root['control-implementation'] as JsonObject;
  const requirements = control['implemented-requirements'] as readonly JsonObject[];
  expect(requirements.length).toBeGreaterThan(100);
  expect(requirements.every((each) => JSON.stringify(each['props']).includes('"unknown"'))).toBe(true);
  expect(JSON.stringify(requirements)).not.toContain('implementation-status');
  const [result] = made('sparse', 'assessment-results').root['results'] as readonly [JsonObject];
  expect(result['findings']).toBe(undefined);
  expect(String(result['description'])).toMatch(/^Unknown, and left out/u);
});

test('oscal export: the same in XML, as far as XML can say it', () => {
  for (const which of ofOrganisation) {
    const { model, root } = made('hospital-greece', which);
    const back = readDocument(Buffer.from(writeDocument(model, root, 'xml')));
    if (!back.ok) throw new Error(back.error.message);
    expect(validate(back.value).findings).toEqual([]);
    expect(Object.keys(back.value.root)).toEqual(expect.arrayContaining(Object.keys(root)));
  }
});

test('oscal export: same profile, content and day, same bytes', () => {
  const bytes = () => JSON.stringify(made('hospital-greece', 'poam').root);
  expect(bytes()).toBe(bytes());
});
