import { beforeAll, expect, test } from 'vitest';
import type { Block, Report } from '../../src/core/report/report.ts';
import { chapters } from './chapters-report.ts';
import { chief } from './chief-report.ts';
import { hostile } from './hostile-report.ts';
import { card, practice } from './one-page-reports.ts';
import { openNativeTypesetter, openWasmTypesetter, type Typesetter } from '../../src/outputs/pdf-compiler.ts';
import { printableLetters } from '../../src/outputs/pdf-text.ts';
import { pagesOf, renderPdf } from '../../src/outputs/pdf.ts';

let wasm: Promise<Typesetter>;
beforeAll(async () => {
  wasm = openWasmTypesetter();
  await wasm;
});

const native = openNativeTypesetter();
const compilers = [
  ...(native === null ? [] : [['native', async () => native] as const]),
  ['WASM', () => wasm] as const,
] as const;

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

const layouts = [
  ['chief', chief, { bodyPages: 3, pages: 4 }],
  ['chapters', chapters, { bodyPages: 37, pages: 38 }],
  ['practice', practice, { bodyPages: 1, pages: 1 }],
  ['card', card, { bodyPages: 1, pages: 1 }],
] as const;

test.each(
  compilers
    .flatMap(([compiler, open]) => layouts.map(([layout, ...rest]) => [layout, compiler, open, ...rest] as const))
    .filter(([layout, compiler]) => compiler === 'native' || layout !== 'chapters'),
)('pdf: prints the layout %s on the pages it promises, by %s', async (_layout, _compiler, open, report, pages) => {
  expect(isPdf(await renderPdf(report, open))).toBe(true);
  expect(await pagesOf(report, open)).toEqual(pages);
});

test.each(['chief', 'chapters', 'practice', 'card', 'register', 'comparison'] as const)(
  'pdf: prints hostile data in the layout %s',
  async (layout) => {
    expect(isPdf(await renderPdf(hostile(layout)))).toBe(true);
  },
);

test.each(['bg', 'de', 'el', 'ga', 'mt', 'nb', 'pl'])('pdf: knows the language %s', async (language) => {
  expect(isPdf(await renderPdf({ ...practice, language }))).toBe(true);
});

test('pdf: the same report is the same bytes, whatever was printed before', async () => {
  const first = await renderPdf(chief);
  await renderPdf(card);
  expect(Buffer.from(await renderPdf(chief)).equals(Buffer.from(first))).toBe(true);
});

const withSections = (report: Report, blocks: readonly Block[]): Report => ({
  ...report,
  sections: [{ id: 'more', title: 'More', blocks }, ...report.sections],
});

test('pdf: a board’s paper that is a little too long is set tighter, and stays within three pages', async () => {
  const longer = withSections(
    chief,
    Array.from({ length: 14 }, () => ({ kind: 'paragraph', text: ['A line that the board reads. '.repeat(6)] })),
  );
  expect((await pagesOf(longer)).bodyPages).toBe(3);
});

test('pdf: what no setting can hold is counted as it is', async () => {
  const endless = withSections(
    practice,
    Array.from({ length: 90 }, () => ({ kind: 'paragraph', text: ['Word '.repeat(60)] })),
  );
  expect((await pagesOf(endless)).bodyPages).toBeGreaterThan(1);
});

const chart = chief.sections[0]?.blocks[0] as Extract<Block, { kind: 'chart' }>;
const faults: readonly (readonly [string, Report, RegExp])[] = [
  ['no title', { ...chief, title: ' ' }, /has no title/u],
  ['a chart without alternative text', withSections(chief, [{ ...chart, alt: '' }]), /no alternative text/u],
  [
    'a mark without a source',
    withSections(chief, [{ kind: 'paragraph', text: ['See ', { cite: 'nowhere' }] }]),
    /Cannot cite "nowhere"/u,
  ],
];

test.each(
  compilers.flatMap(([compiler, open]) => faults.map(([fault, ...rest]) => [fault, compiler, open, ...rest] as const)),
)('pdf: refuses %s, by %s', async (_fault, _compiler, open, report, message) => {
  const outcome = await renderPdf(report, open).then(() => 'a document', String);
  expect(outcome).toMatch(message);
});

test('pdf: an error names the report, the template and the line, and no folder', async () => {
  const outcome = await renderPdf(withSections(chief, [{ ...chart, alt: '' }])).then(() => 'a document', String);
  expect(outcome).toMatch(/^Error: Cannot make a PDF of "[^"]+" \(chief, ceo\): chart\.typ:\d+ /u);
  expect(outcome).not.toContain('/templates');
});

test('pdf: the fonts have each letter, upright, slanted and bold', async () => {
  const letters = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).filter(
    (letter) => printableLetters.test(letter) && letter !== '\n',
  );
  const text = letters.join(' ');
  const report = {
    ...chief,
    lead: [[text, { strong: text }, { em: text }]],
    about: [{ label: 'Sans', text: [text, { strong: text }, { em: text }] }],
  };
  await expect(renderPdf(report)).resolves.toBeInstanceOf(Uint8Array);
});
