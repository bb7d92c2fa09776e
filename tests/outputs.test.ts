/** Documents as files: the published schema holds, nothing in data becomes markup, same inputs give same bytes. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import type { Report } from '../src/core/report/report.ts';
import { renderHtml } from '../src/outputs/html.ts';
import { finished } from '../src/outputs/index.ts';
import { renderMarkdown } from '../src/outputs/markdown.ts';
import { tidyText } from '../src/outputs/tidy.ts';
import { exampleNames, examplePath, guideOf, roleIds } from './support/examples.ts';
import { command } from './support/surfaces.ts';

const root = join(import.meta.dirname, '..');
const ajv = new Ajv2020({ allErrors: false, strict: true, allowUnionTypes: true });
addFormats.default(ajv);
const isReport = ajv.compile(
  JSON.parse(readFileSync(join(root, 'docs/schemas/theriac-report-1.schema.json'), 'utf8')) as object,
);
const subjects = [...exampleNames, 'common'] as const;

test.each(subjects.flatMap((name) => roleIds.map((role) => ({ name, role }))))(
  'JSON: the guide of $name for $role fits the published schema',
  ({ name, role }) => {
    const valid = isReport(JSON.parse(JSON.stringify(finished(guideOf(name, role)))));
    expect(valid ? [] : isReport.errors).toEqual([]);
  },
);

test.each(exampleNames)('JSON: the statement of applicability of %s fits the published schema', async (name) => {
  const out = ['--format', 'json', '--out', 'soa'];
  const { files } = await command(['applicability', examplePath(name), ...out]);
  expect(isReport(JSON.parse(new TextDecoder().decode(files.get('soa'))))).toBe(true);
});

test('JSON: the incident card fits the published schema', async () => {
  const { files } = await command(['card', examplePath('hospital-greece'), '--format', 'json', '--out', 'card']);
  expect(isReport(JSON.parse(new TextDecoder().decode(files.get('card'))))).toBe(true);
});

const hostile =
  '<script>alert(1)</script> "quotes" & *stars* [link](javascript:alert(1)) | `code` \u202Ereversed\u0007 #panic("x")';

/** A guide whose every text of its own is hostile. */
const hostileReport = (): Report => {
  const report = guideOf('hospital-greece', 'ceo');
  return {
    ...report,
    title: hostile,
    owner: { name: hostile, shortName: hostile },
    banners: [[hostile]],
    lead: [[hostile, { strong: hostile }]],
  };
};

test('HTML: hostile text prints as itself, and there is nothing that runs or loads', () => {
  const html = renderHtml(finished(hostileReport()));
  expect(html).not.toMatch(/<script|javascript:alert\(1\)"|\son[a-z]+="/u);
  expect(html).toContain('&lt;script&gt;');
  expect(html).not.toMatch(/(?:src|@import|url\()\s*=?\s*["'(]?https?:/u);
  expect(html).not.toContain('\u202E');
});

test('Markdown: hostile text prints as itself', () => {
  const text = renderMarkdown(finished(hostileReport()));
  expect(text).toContain('\\<script\\>');
  expect(text).not.toMatch(/(?<!\\)\[link\]/u);
});

test.each([
  { name: 'controls and direction overrides go', given: 'a\u0007b\u202Ec', kept: 'abc' },
  { name: 'a number keeps its unit', given: '58 %', kept: '58\u00a0%' },
  { name: 'half a surrogate pair is mended', given: 'a\ud800', kept: 'a\ufffd' },
])('tidyText: $name', ({ given, kept }) => {
  expect(tidyText(given)).toBe(kept);
});

test('tidyText: a word of eighty letters can break', () => {
  expect(
    tidyText('x'.repeat(80))
      .split('\u200b')
      .map(({ length }) => length),
  ).toEqual([30, 30, 20]);
});

test.each(['html', 'md', 'json'])('%s: two processes make the same bytes', (format) => {
  const make = (): string =>
    execFileSync(
      process.execPath,
      [
        join(root, 'src/cli.ts'),
        'guide',
        examplePath('hospital-greece'),
        '--role',
        'ciso',
        '--format',
        format,
        '--on',
        '2026-11-25',
        '--out',
        '-',
      ],
      { encoding: 'utf8', maxBuffer: 20_000_000 },
    );
  const once = make();
  expect(once.length).toBeGreaterThan(10_000);
  expect(make()).toBe(once);
});
