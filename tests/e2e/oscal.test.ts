/** OSCAL in the browser: a sound document, a broken one, a profile with its catalogue, and what is ours. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocument } from '../../src/oscal/read/read.ts';
import { validate } from '../../src/oscal/validate.ts';
import { requires } from '../support/require.ts';
import { openBrowser, openPage, tabTo, type Opened } from './browser.ts';
import { findingsInLooks } from './findings.ts';
import { serve, type Served } from './serve.ts';
import { stated, store } from './stated.ts';

const isHere = requires('chromium');
let server: Served;
let browser: Opened;
beforeAll(async () => {
  if (!isHere) return;
  server = await serve();
  browser = await openBrowser(server);
  await store(server, stated('hospital-greece'));
});
afterAll(async () => {
  if (!isHere) return;
  await browser.close();
  await server.stop();
});

const bytesOf = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../oscal', name));
const found: string[] = [];
const shots = process.env['THERIAC_SHOTS'];
async function look(page: Page, where: string): Promise<void> {
  found.push(...(await findingsInLooks(page, where)));
  if (shots !== undefined) await page.screenshot({ path: `${shots}/oscal-${where}.png`, fullPage: true });
}

async function check(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('Document in OSCAL').setInputFiles({ name, mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Check it' }).click();
}

/** What a button saves, as a reader of OSCAL takes it. */
async function saved(page: Page, button: string, nth = 0): Promise<ReturnType<typeof readDocument>> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).nth(nth).click(),
  ]);
  return readDocument(readFileSync(await download.path()));
}

test.skipIf(!isHere)(
  'oscal: checked, converted, resolved and written in the browser',
  { timeout: 240_000 },
  async () => {
    const { page, faults } = await openPage(browser, server.address);
    await page.goto(`${server.address}/library/imports`);
    await page.getByRole('link', { name: /Check, resolve or convert/u }).click();
    await page.getByRole('heading', { level: 1, name: 'OSCAL' }).waitFor();
    await look(page, 'empty');

    // By keyboard, and without a file.
    await tabTo(page, page.getByRole('button', { name: 'Check it' }));
    await page.keyboard.press('Enter');
    await page.getByText('choose a file first').waitFor();

    await check(page, 'broken.json', Buffer.from('{"catalog": '));
    await page.getByRole('alert').getByText('Cannot read the JSON').waitFor();
    await look(page, 'refused');

    const wrong = Buffer.from(bytesOf('catalog.json').toString().replace('"title": "At night",', ''));
    await check(page, 'wrong.json', wrong);
    await page.getByText('Not a valid catalogue').waitFor();
    await page.getByText('"title" is missing; add it').waitFor();
    await look(page, 'wrong');

    await check(page, 'catalog.json', bytesOf('catalog.json'));
    await page.getByText('A valid catalogue').waitFor();
    const xml = await saved(page, 'Save as XML');
    expect(xml.ok && xml.value.form).toBe('xml');

    await check(page, 'profile.json', bytesOf('profile.json'));
    await page.getByText('A valid profile').waitFor();
    await page.getByRole('button', { name: 'Resolve as JSON' }).click();
    await page.getByText('Catalogue or profile that it imports: choose a file first').waitFor();
    await page
      .getByLabel('Catalogue or profile that it imports')
      .setInputFiles({ name: 'catalog.json', mimeType: 'application/json', buffer: bytesOf('catalog.json') });
    const resolved = await saved(page, 'Resolve as JSON');
    expect(resolved.ok && JSON.stringify(resolved.value.root)).toContain('four torches');
    await page.getByText('1 control, no warnings').waitFor();
    await look(page, 'resolved');

    const plan = await saved(page, 'Save as XML', 1);
    if (!plan.ok) throw new Error(plan.error.message);
    expect([plan.value.model, validate(plan.value).findings]).toEqual(['system-security-plan', []]);
    await page.setViewportSize({ width: 320, height: 800 });
    await look(page, 'narrow');
    // The browser remarks on the answer to the broken file.
    const others = (await faults()).filter((fault) => !/status of 400/u.test(fault));
    expect([...found, ...others]).toEqual([]);
  },
);
