import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Report } from '../../src/core/report/report.ts';
import { renderPdf } from '../../src/outputs/pdf.ts';
import { openNativeTypesetter, openWasmTypesetter } from '../../src/outputs/pdf-compiler.ts';
import { chapters } from './chapters-report.ts';
import { chief } from './chief-report.ts';
import { hostile, hostileText } from './hostile-report.ts';
import { card, practice } from './one-page-reports.ts';
import { hasPoppler, poppler } from './poppler.ts';

const reports = [chief, chapters, practice, card];
const isReadable = hasPoppler();
/** Each is made once for all that is asked of it. */
const made = new Map(reports.map((report) => [report, renderPdf(report)]));
const bytesOf = async (report: Report): Promise<Uint8Array> => (await made.get(report)) ?? renderPdf(report);
const byWasm = openWasmTypesetter().then((wasm) => renderPdf(chief, async () => wasm));

test.skipIf(!isReadable).each(reports.map((report) => [report.layout, report] as const))(
  'printed %s: is tagged, titled and dated by the report alone',
  async (_layout, report) => {
    const info = poppler('pdfinfo', await bytesOf(report), ['-isodates']);
    expect(info).toMatch(/^Tagged: +yes$/mu);
    expect(info).toMatch(/^Suspects: +no$/mu);
    expect(info).toContain(`${report.title} – ${report.owner?.shortName}`);
    expect(info.match(/2026-11-23T00:00:00Z/gu)).toHaveLength(2);
  },
);

test.skipIf(!isReadable)('printed by WASM: is tagged as well', async () => {
  expect(poppler('pdfinfo', await byWasm)).toMatch(/^Tagged: +yes$/mu);
});

test.skipIf(openNativeTypesetter() === null)('printed: only the native compiler declares PDF/UA-1', async () => {
  const declares = (bytes: Uint8Array): boolean => Buffer.from(bytes).toString('latin1').includes('<pdfuaid:part>1<');
  expect(declares(await bytesOf(chief))).toBe(true);
  expect(declares(await byWasm)).toBe(false);
});

test.skipIf(!isReadable).each(reports.map((report) => [report.layout, report] as const))(
  'printed %s: carries its fonts with it, and no other machine’s',
  async (_layout, report) => {
    const fonts = poppler('pdffonts', await bytesOf(report))
      .trim()
      .split('\n')
      .slice(2);
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Source(?:Serif4|Sans3)-\w+ .* yes yes yes /u);
  },
);

test.skipIf(!isReadable)('printed: hostile text prints as itself', async () => {
  const text = poppler('pdftotext', await renderPdf(hostile('chapters')), ['-raw']).replace(/\s+/gu, ' ');
  expect(text).toContain(hostileText);
  expect(text).not.toContain('漢');
});

test.skipIf(!isReadable)('printed: each page says product, label, owner, edition, id and its number', async () => {
  const pages = poppler('pdftotext', await bytesOf(chief), ['-layout'])
    .split('\f')
    .slice(0, -1);
  expect(pages).toHaveLength(4);
  pages.forEach((page, index) => {
    for (const said of [
      'Theriac',
      'TLP:AMBER',
      'University General Hospital of Axios',
      '2026.2 · 23 November 2026',
      chief.id,
    ])
      expect(page).toContain(said);
    expect(page).toContain(`Page ${index + 1} of 4`);
  });
});

test.skipIf(!isReadable)(
  'printed: structure has headings, lists, tables with heads, and a figure for each chart',
  async () => {
    const structure = poppler('pdfinfo', await bytesOf(chapters), ['-struct']);
    for (const tag of ['H1', 'H2', 'L', 'LI', 'Table', 'THead', 'TH', 'TOC', 'Figure', 'Link'])
      expect(structure).toMatch(new RegExp(`^ +${tag}\\b`, 'mu'));
    expect(structure).toMatch(/\/Scope \/Column/u);
  },
);

test('printed: two processes make the same bytes', { timeout: 240_000 }, async () => {
  const print = async (): Promise<string> =>
    (await promisify(execFile)(process.execPath, [fileURLToPath(new URL('./print-child.ts', import.meta.url))])).stdout;
  const first = await print();
  expect(first.trim().split('\n')).toHaveLength(4);
  expect(await print()).toBe(first);
});
