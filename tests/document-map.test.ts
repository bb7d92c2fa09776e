/** The map of the documents: what it says of shipped content, how it is laid out, and that every surface has it. */
import { expect, test } from 'vitest';
import { layoutOf, type MapLayout } from '../src/core/document-map/layout.ts';
import { mapOf, mostSafeguards, type DocumentMap, type MapNode } from '../src/core/document-map/map.ts';
import { narrowed } from '../src/core/document-map/narrow.ts';
import { subjectOf, subjectOfTopic } from '../src/core/document-map/subjects.ts';
import { tiesAt } from '../src/core/document-map/ties-at.ts';
import { pageOf } from '../src/core/library-item/page-of.ts';
import { lookupOf } from '../src/core/library-item/lookup.ts';
import { noStore } from '../src/installation.ts';
import { day, exampleAnalysis, examplePath, library } from './support/examples.ts';
import { apiOn, command } from './support/surfaces.ts';

const lookup = lookupOf(library.content);
const common = mapOf({ lookup, on: day, organisation: null });
const greek = mapOf({ lookup, on: day, organisation: exampleAnalysis('hospital-greece') });
const at = ({ nodes }: DocumentMap, ref: string): MapNode => {
  const node = nodes.find((one) => one.ref === ref);
  if (node === undefined) throw new Error(`Not on the map: ${ref}`);
  return node;
};

test('map: every document is on it once, and every topic has a column', () => {
  const refs = common.nodes.map(({ ref }) => ref);
  expect(new Set(refs).size).toBe(refs.length);
  expect(refs).toEqual(expect.arrayContaining(library.content.documents.map(({ id }) => id)));
  expect(library.content.topics.filter(({ id }) => subjectOfTopic(id) === undefined)).toEqual([]);
});

test.each([
  ['eu-nis2', 'union-law', 'steering'],
  ['de-bsig', 'national-law', 'steering'],
  ['iso-27001-2022', 'standard', 'steering'],
  ['eu-mdcg-2019-16', 'guidance', 'devices'],
  ['mds2', 'evidence', 'devices'],
  ['eu-nis2-amend', 'ahead', 'incidents'],
  ['pipeline-law:csa2', 'ahead', 'suppliers'],
  ['eu-nis1', 'past', 'steering'],
])('map: %s stands in row %s, column %s', (ref, band, subject) => {
  expect([at(common, ref).band, at(common, ref).subject]).toEqual([band, subject]);
});

test.each([
  [['legal-duties', 'cloud'], 'suppliers'],
  [['legal-duties'], 'steering'],
  [[], 'steering'],
  [['a-new-topic'], 'steering'],
])('subjectOf: %j is read under %s', (topics, subject) => expect(subjectOf(topics)).toBe(subject));

test('map: bearing comes from the duties of the organisation, and from nothing without one', () => {
  expect(common.nodes.filter(({ force }) => force !== null)).toEqual([]);
  expect([common.hasOrganisation, common.nationalAct]).toEqual([false, null]);
  expect(at(greek, 'eu-nis2').force).toBe('binding_now');
  expect([at(greek, 'eu-ehds').force, at(greek, 'eu-ehds').from]).toEqual(['binding_from', expect.any(String)]);
  expect(at(greek, 'mds2').force).toBeNull();
  expect(greek.nationalAct?.country.ref).toBe('country:GR');
});

test('map: what is not broken down is unknown, and never none', () => {
  expect([at(common, 'mds2').requirements, at(common, 'mds2').safeguards]).toEqual([null, null]);
  expect(at(common, 'niscg-01-2018').safeguards).toBe(library.content.safeguards.length);
  expect(at(common, 'es-ens').safeguards).toBeGreaterThan(10);
});

test('map: what is only recalled has no status and no ties', () => {
  const [law] = library.content.pipeline.filter(({ documents }) => documents.length > 0);
  if (law === undefined) throw new Error('No law in the pipeline');
  const recalled = { ...law, verification: { ...law.verification, status: 'recall' as const } };
  const map = mapOf({ lookup: lookupOf({ ...library.content, pipeline: [recalled] }), on: day, organisation: null });
  const node = at(map, `pipeline-law:${law.id}`);
  expect([node.status, node.date, tiesAt(map, node.ref)]).toEqual([null, null, []]);
});

test('map: a tie is seen from both ends', () => {
  expect(tiesAt(common, 'eu-cir-2024-2690')).toEqual([
    { as: 'implements', isBack: false, other: 'eu-nis2' },
    { as: 'explains', isBack: true, other: 'enisa-tig-2025' },
  ]);
  expect(tiesAt(common, 'eu-nis2')).toContainEqual({ as: 'superseded-by', isBack: true, other: 'eu-nis1' });
});

test('narrowed: a topic and a force leave what has both, and keep its ties', () => {
  const cloud = narrowed(greek, { topic: 'topic:cloud' });
  expect(cloud.nodes.map(({ ref }) => ref)).toContain('eu-cir-2024-2690');
  expect(cloud.ties).toContainEqual({ from: 'eu-cir-2024-2690', to: 'eu-nis2', as: 'implements' });
  expect(narrowed(greek, { force: 'binding_now' }).nodes.every(({ force }) => force === 'binding_now')).toBe(true);
  expect(narrowed(common, { force: 'binding_now' }).nodes).toEqual([]);
});

const spaces = [
  { width: 960, isNarrow: false },
  { width: 360, isNarrow: true },
];
const laidOut = (space: (typeof spaces)[number], nodes = common.nodes): MapLayout =>
  layoutOf(nodes, common.ties, { ...space, most: mostSafeguards(common), headOf: (subject) => subject });

test.each(spaces)('layoutOf: at $width pixels names never meet, and all stands inside', (space) => {
  const layout = laidOut(space);
  expect(laidOut(space, common.nodes.toReversed())).toEqual(layout);
  expect(layout.width).toBeLessThanOrEqual(space.width);
  expect(layout.nodes).toHaveLength(common.nodes.length);
  for (const one of layout.nodes)
    for (const other of layout.nodes)
      if (one !== other && one.x === other.x)
        expect(one.top + one.height <= other.top || other.top + other.height <= one.top).toBe(true);
  expect(layout.nodes.filter(({ top, height }) => top < 0 || top + height > layout.height)).toEqual([]);
});

test.each(spaces)('layoutOf: at $width pixels no line crosses a name', (space) => {
  const layout = laidOut(space);
  expect(layout.routes.length).toBeGreaterThan(20);
  for (const { points } of layout.routes)
    for (const [index, [x, y]] of points.entries()) {
      const [nextX, nextY] = points[index + 1] ?? [x, y];
      // Each stretch is upright or level, as a map of lines is read.
      expect(x === nextX || y === nextY).toBe(true);
      expect([x, nextX].every((value) => value >= 0 && value <= layout.width)).toBe(true);
      const crossed = layout.nodes.filter(
        (node) =>
          Math.max(x, nextX) > node.x + node.radius &&
          Math.min(x, nextX) < node.x + layout.columnWidth - 40 &&
          Math.max(y, nextY) > node.top &&
          Math.min(y, nextY) < node.top + node.height,
      );
      expect(crossed.map(({ node }) => node.ref)).toEqual([]);
    }
});

test('layoutOf: nothing to show is an empty picture', () => {
  expect(laidOut({ width: 960, isNarrow: false }, [])).toMatchObject({ height: 0, nodes: [], bands: [] });
});

const api = apiOn(noStore);

test('library.map: the API narrows, and names what it does not know', async () => {
  const answered = await api('GET', '/api/library/map?profile=none&topic=cloud');
  const map = (await answered.json()) as DocumentMap;
  expect(map.nodes.map(({ ref }) => ref)).toContain('eu-data-act');
  expect(map.nodes.map(({ ref }) => ref)).not.toContain('eu-nis2');
  const refused = await api('GET', '/api/library/map?profile=none&topic=nothing');
  expect([refused.status, await refused.text()]).toEqual([
    404,
    expect.stringContaining('No topic is called \\"nothing\\"'),
  ]);
  expect((await api('GET', '/api/library/map?force=strong')).status).toBe(400);
});

test('library.map: the command says it in words, for nobody and for an organisation', async () => {
  const ran = await command(['library', 'map'], noStore);
  expect(ran.stdout).toContain('Law of the Union');
  expect(ran.stdout).toContain('carries out NIS2');
  expect(ran.stdout).not.toContain('Binding now');
  const own = await command(
    ['library', 'map', '--profile', examplePath('hospital-greece'), '--force', 'binding_now'],
    noStore,
  );
  expect(own.stdout).toContain('Binding now');
  expect(own.stdout).not.toContain('MDS2');
});

/** Items of the page of a document, by id. */
const documentPage = (ref: string) => {
  const link = lookup.links.get(ref);
  if (link === undefined) throw new Error(`No such document: ${ref}`);
  return pageOf({ lookup, on: day, organisation: null }, link);
};
const factOf = (ref: string, id: string) => documentPage(ref).facts.find((fact) => fact.id === id);
const sectionOf = (ref: string, id: string) => {
  const section = documentPage(ref).sections.find((one) => one.id === id);
  return section?.kind === 'rows' ? section.rows : [];
};

test('documentPage: says how it stands to others, from either end', () => {
  expect(factOf('eu-cir-2024-2690', 'tie.implements')?.links?.map(({ ref }) => ref)).toEqual(['eu-nis2']);
  expect(factOf('eu-nis2', 'tieBack.transposes')?.links?.map(({ ref }) => ref)).toEqual(['de-bsig']);
  expect(factOf('be-cyfun', 'usedIn')?.links?.map(({ ref }) => ref)).toEqual(['country:BE', 'country:IE']);
});

test('documentPage: says which clause answers which question, which law would change it, and where it is silent', () => {
  const backup = sectionOf('eu-gdpr', 'questions').find(({ ref }) => ref === 'topic:backup-recovery');
  expect(backup?.clauses?.map(({ ref }) => ref)).toEqual(['gdpr:32(1)(c)']);
  expect(sectionOf('eu-csa', 'pipeline').map(({ ref }) => ref)).toEqual(['pipeline-law:csa2']);
  expect(sectionOf('es-ens', 'asks').find(({ ref }) => ref === 'S-015')?.note).toContain('op.exp.1');
  expect(factOf('mds2', 'asFramework')?.word).toBe('library.notBrokenDown');
  expect(factOf('es-ens', 'asFramework')).toBeUndefined();
});

test('documentPage: safeguards on the spine count, though a place there is no mapping', () => {
  expect(sectionOf('niscg-01-2018', 'clauses').map(({ safeguards }) => safeguards)).not.toContain(0);
  expect(sectionOf('niscg-01-2018', 'mapped')).toHaveLength(library.content.safeguards.length);
});

test('layoutOf: a dot has one size, however much of the map is shown', () => {
  const part = narrowed(common, { topic: 'topic:cross-border' });
  const radiusIn = (nodes: DocumentMap['nodes']) =>
    laidOut({ width: 960, isNarrow: false }, nodes).nodes.find(({ node }) => node.ref === 'eu-cir-2026-2083')?.radius;
  expect(radiusIn(part.nodes)).toBe(radiusIn(common.nodes));
});
