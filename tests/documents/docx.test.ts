/** Documents for Word: well-formed, complete, the same bytes twice, and opened by an office that is not Word. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { roleIds } from '../../src/core/content/ids.ts';
import { buildCard } from '../../src/core/report/card-report.ts';
import { buildRegister } from '../../src/core/report/register.ts';
import type { Layout, Report } from '../../src/core/report/report.ts';
import { renderDocx } from '../../src/outputs/docx.ts';
import { finished, renderReport } from '../../src/outputs/index.ts';
import { hostile, hostileText } from '../pdf/hostile-report.ts';
import { hasPoppler, poppler } from '../pdf/poppler.ts';
import { day, exampleAnalysis, examplePath, guideOf, library, type ExampleName } from '../support/examples.ts';
import { requires } from '../support/require.ts';
import { savedByOffice } from './open-in-office.ts';
import { partOf, partsOf, textOf, valuesOf } from './package-parts.ts';
import { xmlProblem } from './xml-problems.ts';

const root = join(import.meta.dirname, '../..');
const documentOf = (bytes: Uint8Array): string => partOf(bytes, 'word/document.xml');

const sourceOf = (name: ExampleName) => ({
  role: 'ciso' as const,
  language: 'en',
  on: day,
  edition: '0.0.0',
  content: library.content,
  organisation: exampleAnalysis(name),
  say: library.words('en').translate,
  digests: { content: library.digest, method: 'm'.repeat(64), profile: null },
});

const layouts: readonly Layout[] = ['chief', 'chapters', 'practice', 'card', 'register'];
const subjects: readonly { readonly name: string; readonly report: () => Report }[] = [
  ...roleIds.map((role) => ({ name: `guide for ${role}`, report: () => finished(guideOf('hospital-greece', role)) })),
  ...(['hospital-greece', 'sparse'] as const).flatMap((name) => [
    { name: `card of ${name}`, report: () => finished(buildCard(sourceOf(name))) },
    { name: `register of ${name}`, report: () => finished(buildRegister(sourceOf(name))) },
  ]),
  { name: 'common guide for ceo', report: () => finished(guideOf('common', 'ceo')) },
  { name: 'common guide for dpo', report: () => finished(guideOf('common', 'dpo')) },
  ...layouts.map((layout) => ({ name: `hostile ${layout}`, report: () => hostile(layout) })),
];

describe.each(subjects)('docx: $name', ({ report: made }) => {
  let report: Report;
  let bytes: Uint8Array;
  beforeAll(async () => {
    report = made();
    bytes = await renderDocx(report);
  });

  test('every part is well-formed XML', () => {
    const problems = [...partsOf(bytes)].flatMap(([name, xml]) => {
      const problem = xmlProblem(xml);
      return problem === null ? [] : [`${name} ${problem}`];
    });
    expect(problems).toEqual([]);
  });

  test('every style, bookmark and relationship that is named exists, and no id stands twice', () => {
    const document = documentOf(bytes);
    const styles = new Set(valuesOf(partOf(bytes, 'word/styles.xml'), /w:styleId="([^"]+)"/gu));
    const bookmarks = valuesOf(document, /<w:bookmarkStart w:name="([^"]+)"/gu);
    const relationships = partOf(bytes, 'word/_rels/document.xml.rels');
    const related = new Set(valuesOf(relationships, / Id="([^"]+)"/gu));
    expect(valuesOf(document, /<w:(?:p|r|tbl)Style w:val="([^"]+)"/gu).filter((id) => !styles.has(id))).toEqual([]);
    expect(valuesOf(document, /w:anchor="([^"]+)"/gu).filter((id) => !bookmarks.includes(id))).toEqual([]);
    expect(valuesOf(document, /r:(?:id|embed)="([^"]+)"/gu).filter((id) => !related.has(id))).toEqual([]);
    const pairs = [bookmarks, valuesOf(document, /<w:bookmarkStart[^>]* w:id="([^"]+)"/gu)];
    pairs.push(valuesOf(document, /<wp:docPr id="([^"]+)"/gu));
    for (const names of pairs) expect(new Set(names).size).toBe(names.length);
  });

  test('says whose it is, how secret, which day and which language', () => {
    const [header, footer] = ['header1', 'footer1'].map((name) => textOf(partOf(bytes, `word/${name}.xml`)));
    expect(header).toContain(report.tlp);
    expect(footer).toContain(report.tlp);
    expect(footer).toContain(report.id);
    const core = partOf(bytes, 'docProps/core.xml');
    expect(core).toContain(`<dc:description>${report.id}</dc:description>`);
    expect(core).toContain('<dc:language>en-GB</dc:language>');
    expect(valuesOf(core, /<dcterms:(?:created|modified)[^>]*>([^<]+)/gu)).toEqual(
      Array.from({ length: 2 }, () => `${report.date}T00:00:00Z`),
    );
    expect(partOf(bytes, 'word/styles.xml')).toContain('<w:lang w:val="en-GB"');
  });

  test('every source that the report has is a place that marks lead to', () => {
    const bookmarks = valuesOf(documentOf(bytes), /<w:bookmarkStart w:name="(source_[^"]+)"/gu);
    expect(bookmarks.toSorted()).toEqual(report.sources.map(({ number }) => `source_${number}`).toSorted());
  });
});

test('docx: the board’s paper has numbered captions, pictures with words, repeated heads and boxes to tick', async () => {
  const report = finished(guideOf('hospital-greece', 'ceo'));
  const document = documentOf(await renderDocx(report));
  const blocks = report.sections.flatMap((section) => section.blocks);
  const charts = blocks.flatMap((block) => (block.kind === 'chart' ? [block] : []));
  const resolution = blocks.find((block) => block.kind === 'resolution');
  expect(valuesOf(document, /SEQ Figure \\\* ARABIC"[^>]*><w:r><w:t[^>]*>(\d+)</gu)).toEqual(
    charts.map((_, index) => String(index + 1)),
  );
  expect(valuesOf(document, /<wp:docPr [^>]*descr="([^"]+)"/gu)).toEqual(charts.map(({ alt }) => alt));
  const boxes = (resolution?.decisions.length ?? 0) * (resolution?.choices.length ?? 0);
  expect(document.match(/<w14:checkbox>/gu)).toHaveLength(boxes);
  const headed = document.match(/<w:tblLook [^>]*w:firstRow="(?:1|true)"/gu) ?? [];
  expect(document.match(/<w:tblHeader\/>/gu)).toHaveLength(headed.length);
  expect(document).toContain('<w:pageBreakBefore/>');
  expect(document).toContain('<w:lang w:val="el-GR"/>');
  expect(valuesOf(document, /<w:pStyle w:val="(Title|Heading1)"\/>/gu)[0]).toBe('Title');
});

test('docx: chapters are numbered by a list of the document and listed with links', async () => {
  const report = finished(guideOf('hospital-greece', 'ciso'));
  const bytes = await renderDocx(report);
  const document = documentOf(bytes);
  const numbered = report.sections.filter(({ number }) => number !== undefined);
  expect(document.match(/<w:pStyle w:val="Heading1"\/><w:numPr>/gu)).toHaveLength(numbered.length);
  expect(document).toMatch(/<w:instrText[^>]*>TOC /u);
  for (const { id } of report.sections) expect(document).toContain(`w:anchor="part_${id}"`);
  expect(partOf(bytes, 'word/settings.xml')).not.toContain('<w:updateFields w:val="true"/>');
});

test('docx: numbers that leave some out go on as they are', async () => {
  const report = finished(guideOf('hospital-greece', 'ciso'));
  const kept = report.sections.filter(({ number }) => number === 3 || number === 4 || number === 9);
  const numbering = partOf(await renderDocx({ ...report, sections: kept }), 'word/numbering.xml');
  expect(valuesOf(numbering, /<w:start w:val="(\d+)"/gu)).toEqual(expect.arrayContaining(['3', '9']));
});

test('docx: hostile text stands as itself, and an address that is none is no link', async () => {
  const report = hostile('chief');
  const bytes = await renderDocx(report);
  expect(textOf(documentOf(bytes))).toContain(hostileText);
  for (const character of ['\u202e', '\u0007']) expect(documentOf(bytes)).not.toContain(character);
  const linked = finished({ ...report, lead: [[{ text: 'click', href: 'https://[broken' }]] });
  const made = await renderDocx(linked);
  expect(textOf(documentOf(made))).toContain('click');
  expect(partOf(made, 'word/_rels/document.xml.rels')).not.toContain('[broken');
});

test('docx: pictures hold outlines instead of letters, so that no font is missing', async () => {
  const parts = partsOf(await renderDocx(finished(guideOf('hospital-greece', 'ceo'))));
  const drawings = [...parts].filter(([name]) => name.endsWith('.svg'));
  expect(drawings.length).toBeGreaterThan(2);
  for (const [, svg] of drawings) expect(svg).not.toMatch(/<text|url\(|href/u);
});

test('docx: the same report is the same bytes, after another and in another process', async () => {
  const report = finished(guideOf('hospital-greece', 'ceo'));
  const first = await renderDocx(report);
  await renderDocx(finished(guideOf('sparse', 'dpo')));
  expect(Buffer.from(await renderDocx(report)).equals(Buffer.from(first))).toBe(true);
  const make = (zone: string): Buffer =>
    execFileSync(
      process.execPath,
      [
        join(root, 'src/cli.ts'),
        'guide',
        examplePath('hospital-greece'),
        '--role',
        'ceo',
        '--format',
        'docx',
        '--on',
        '2026-11-25',
        '--out',
        '-',
      ],
      { maxBuffer: 20_000_000, env: { ...process.env, TZ: zone } },
    );
  const [here, there] = [make('Europe/Athens'), make('America/New_York')];
  expect(here.length).toBeGreaterThan(50_000);
  expect(here.equals(there)).toBe(true);
});

test('docx: made beside the thread that asks, it is the same; what fails is told', async () => {
  const report = guideOf('practice-ireland', 'practice');
  const noPdf = () => Promise.reject(new Error('no PDF was asked for'));
  const there = await renderReport(report, 'docx', noPdf);
  expect(Buffer.from(there).equals(Buffer.from(await renderDocx(finished(report))))).toBe(true);
  const broken = { ...report, lead: [[{ cite: 'nothing' }]] };
  await expect(renderReport(broken, 'docx', noPdf)).rejects.toThrow('Cannot cite "nothing"');
});

test.skipIf(!requires('libreoffice') || !hasPoppler())(
  'docx: LibreOffice opens guides and the register, and prints every heading of them',
  { timeout: 180_000 },
  async () => {
    const reports: Readonly<Record<string, Report>> = {
      'ceo.docx': finished(guideOf('hospital-greece', 'ceo')),
      'ciso.docx': finished(guideOf('hospital-greece', 'ciso')),
      'register.docx': finished(buildRegister(sourceOf('hospital-greece'))),
    };
    const files: Record<string, Uint8Array> = {};
    for (const [name, report] of Object.entries(reports)) files[name] = await renderDocx(report);
    for (const [name, pdf] of savedByOffice(files, 'pdf')) {
      const printed = poppler('pdftotext', pdf, ['-raw']).replaceAll(/\s+/gu, ' ');
      const missing = reports[name]?.sections.filter(({ title }) => !printed.includes(title));
      expect([missing, printed.includes(reports[name]?.id ?? '-')]).toEqual([[], true]);
    }
  },
);
