/** The HTML files: one of each layout, opened as a file, on a phone, in both themes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderHtml } from '../../src/outputs/html.ts';
import { finished } from '../../src/outputs/index.ts';
import { guideOf } from '../support/examples.ts';
import { requires } from '../support/require.ts';
import { openBrowser, type Opened } from './browser.ts';
import { findingsOn } from './findings.ts';

const isHere = requires('chromium');
const folder = mkdtempSync(join(tmpdir(), 'theriac-files-'));
let browser: Opened;
beforeAll(async () => {
  if (isHere) browser = await openBrowser();
});
afterAll(async () => {
  if (isHere) await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const files = [
  { name: 'hospital-greece', role: 'ceo', theme: 'light' },
  { name: 'hospital-greece', role: 'ceo', theme: 'dark' },
  { name: 'hospital-greece', role: 'ciso', theme: 'dark' },
  { name: 'practice-ireland', role: 'practice', theme: 'light' },
  { name: 'practice-ireland', role: 'practice', theme: 'dark' },
  { name: 'common', role: 'clinical', theme: 'light' },
] as const;

test.skipIf(!isHere).each(files)(
  'HTML file of $name for $role on a phone, $theme: axe finds nothing, nothing is asked of any host',
  async ({ name, role, theme }) => {
    const file = join(folder, `${name}-${role}.html`);
    writeFileSync(file, renderHtml(finished(guideOf(name, role))));
    const page = await browser.context.newPage();
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width: 390, height: 844 });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))");
    expect(await findingsOn(page, role)).toEqual([]);
    expect(asked).toEqual([pathToFileURL(file).href]);
    await page.close();
  },
);
