import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requires } from '../support/require.ts';
import { openBrowser, openPage, scriptBytesOf, type Opened } from './browser.ts';
import { findingsInLooks, findingsOn } from './findings.ts';
import { serve, type Served } from './serve.ts';
import { stated, store } from './stated.ts';

const isHere = requires('chromium');
let server: Served;
let browser: Opened;

beforeAll(async () => {
  if (!isHere) return;
  server = await serve();
  browser = await openBrowser(server);
});
afterAll(async () => {
  if (!isHere) return;
  await browser.close();
  await server.stop();
});

/** Pages that show an organisation, with something that stands on each only once it is complete. */
const pages = [
  { path: '/help', shows: 'The tour' },
  { path: '/first-steps/1', shows: 'Essential entity under NIS2' },
  { path: '/first-steps/3', shows: 'Essential entity under NIS2' },
  { path: '/first-steps/7', shows: 'Essential entity under NIS2' },
  { path: '/first-steps/8', shows: 'First on your list' },
  { path: '/first-steps/check', shows: 'Make my guide' },
  { path: '/guides/ceo', shows: 'Resolution' },
  { path: '/guides/practice', shows: 'Ten things' },
  { path: '/guides/ciso/4', shows: 'Sources of this page' },
  { path: '/guides/ciso/sources', shows: 'Made from' },
  { path: '/guides/ciso/99', shows: 'no chapter' },
  { path: '/library/upkeep', shows: 'What touches what' },
  { path: '/library/variation', shows: 'Texts that were read' },
  { path: '/nowhere', shows: 'There is no such page' },
] as const;

/** Before the first answer two pages look otherwise. */
const emptyPages = [
  { path: '/', shows: 'Twelve answers' },
  { path: '/guides/ceo', shows: 'There are none yet' },
] as const;

async function shown(page: Page, path: string, shows: string): Promise<void> {
  await page.goto(server.address + path);
  await page.getByText(shows).filter({ visible: true }).first().waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

async function look(path: readonly { readonly path: string; readonly shows: string }[]): Promise<readonly string[]> {
  const { page, faults } = await openPage(browser, server.address);
  const found: string[] = [];
  for (const { path: at, shows } of path) {
    await shown(page, at, shows);
    found.push(...(await findingsInLooks(page, at)));
  }
  const all = [...found, ...(await faults())];
  await page.close();
  return all;
}

test.skipIf(!isHere)('pages: nothing to find before the first answer', { timeout: 120_000 }, async () => {
  expect(await look(emptyPages)).toEqual([]);
});

test.skipIf(!isHere)('pages: nothing to find in any look', { timeout: 240_000 }, async () => {
  await store(server, stated('hospital-greece'));
  expect(await look(pages)).toEqual([]);
});

test.skipIf(!isHere)('pages: open lists, errors and help beside the page pass too', { timeout: 240_000 }, async () => {
  const { page, faults } = await openPage(browser, server.address);
  await page.setViewportSize({ width: 320, height: 800 });
  const found: string[] = [];
  await shown(page, '/first-steps/1', 'Country');
  await page.getByRole('button', { name: /Country/u }).click();
  await page.getByRole('option', { name: 'Greece' }).waitFor();
  found.push(...(await findingsOn(page, 'open list')));
  await shown(page, '/first-steps/3', 'Staff');
  await page.getByLabel('Staff', { exact: true }).fill('many');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('alert').waitFor();
  found.push(...(await findingsOn(page, 'error')));
  await shown(page, '/guides/ciso/13', 'Sources of this page');
  await page.getByRole('button', { name: /Chapter 13 of 17/u }).click();
  found.push(...(await findingsOn(page, 'open chapters')));
  await shown(page, '/ranking', 'Your minimum set');
  await page.keyboard.press('F1');
  await page.getByRole('dialog', { name: 'Ranking' }).getByText('Value is benefit divided by effort').waitFor();
  found.push(...(await findingsOn(page, 'help and words')));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect([...found, ...(await faults())]).toEqual([]);
  await page.close();
});

const mostScriptBytes = 220_000;

test.skipIf(!isHere)('pages: the first load of / needs at most 220 KB of script, compressed', async () => {
  await store(server, stated('hospital-greece'));
  const { page } = await openPage(browser, server.address);
  const encodings: (string | undefined)[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) encodings.push(response.headers()['content-encoding']);
  });
  await shown(page, '/', 'State by domain');
  const bytes = await scriptBytesOf(page);
  expect(encodings.length).toBeGreaterThan(5);
  expect(encodings.filter((encoding) => encoding !== 'br')).toEqual([]);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(mostScriptBytes);
  await page.close();
});
