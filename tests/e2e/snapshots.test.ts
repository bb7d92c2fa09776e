/** Sites and snapshots: named and rated by keyboard, kept, compared, downloaded, and looked at in each look. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requires } from '../support/require.ts';
import { arrive, openBrowser, openPage, tabTo, type Opened } from './browser.ts';
import { findingsInLooks, findingsOn } from './findings.ts';
import { serve, type Served } from './serve.ts';
import { stated, store } from './stated.ts';

const isHere = requires('chromium');
let server: Served;
let browser: Opened;

beforeAll(async () => {
  if (!isHere) return;
  server = await serve({ hasFewSafeguards: true });
  browser = await openBrowser(server);
  await store(server, stated('hospital-greece'));
});
afterAll(async () => {
  if (!isHere) return;
  await browser.close();
  await server.stop();
});

const ask = async (method: string, path: string, body?: unknown): Promise<void> => {
  expect([path, (await server.api(method, path, body)).status]).toEqual([path, 200]);
};
const secondFactor = 'A second factor for every access from outside';

test.skipIf(!isHere)(
  'sites: a site is named, rated by the keyboard alone, and shown where it differs',
  { timeout: 120_000 },
  async () => {
    const { page, faults } = await openPage(browser, server.address);
    await page.goto(`${server.address}/assessment`);
    await page.getByRole('main').getByRole('link', { name: 'By site' }).click();
    await arrive(page, 'Which site lags?');
    await page.getByText('No site is named yet.').waitFor();
    await tabTo(page, page.getByLabel('Name of a site'));
    await page.keyboard.press('Enter');
    await page.locator('[role=alert]:focus').waitFor();
    expect(await findingsOn(page, 'sites, name missing')).toEqual([]);
    for (const name of ['Main hospital', 'Dialysis centre']) {
      await page.getByLabel('Name of a site').fill(name);
      await page.keyboard.press('Enter');
      await page.getByRole('listitem').getByRole('link', { name }).waitFor();
    }
    await page.getByRole('listitem').getByRole('link', { name: 'Dialysis centre' }).click();
    await arrive(page, 'How far is it? Dialysis centre');
    const control = page.locator('#row-S-041').getByRole('radio', { checked: true });
    await page.locator('li[data-row] input:checked').first().focus();
    for (let rows = 0; rows < 20 && !(await control.evaluate((node) => node.matches(':focus'))); rows += 1)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('n');
    await page.getByText(/^Saved at/u).waitFor();
    await page.locator('#row-S-043 input:focus').waitFor();
    await page.keyboard.press('x');
    await page.keyboard.type('No supplier comes in');
    await page.keyboard.press('Enter');
    await page.getByText('reason: No supplier comes in').waitFor();
    await page.getByText('2 of 14 safeguards of the minimum set are rated here.').waitFor();
    await page.getByRole('link', { name: 'All sites' }).click();
    await page.getByText('Dialysis centre lags: 1 of 13 safeguards is not implemented.').waitFor();
    const difference = page.getByRole('listitem').filter({ hasText: secondFactor });
    expect(await difference.textContent()).toContain('Organisation: PartiallyWorst site: Not implemented at Dialysis');
    await page.goto(`${server.address}/assessment/S-041`);
    await page.getByText('worst site: Not implemented, Dialysis centre').waitFor();
    expect(await faults()).toEqual([]);
    await page.close();
  },
);

test.skipIf(!isHere)(
  'sites: a rating that someone else changed meanwhile is not overwritten',
  { timeout: 120_000 },
  async () => {
    const { page } = await openPage(browser, server.address);
    await page.goto(`${server.address}/sites/Dialysis%20centre`);
    const row = page.locator('#row-S-041');
    await row.getByRole('radio', { name: 'Not implemented' }).and(page.locator(':checked')).waitFor();
    await ask('PUT', '/api/sites/Dialysis%20centre/ratings/S-041', { rating: 'partially' });
    await row.getByRole('radio', { name: 'Fully' }).check({ force: true });
    await row.getByText('Yours: Fully. Stored: Partially. Nothing was overwritten.').waitFor();
    expect(await findingsOn(page, 'site, conflict')).toEqual([]);
    await row.getByRole('button', { name: 'Take what is stored' }).click();
    await row.getByRole('radio', { name: 'Partially' }).and(page.locator(':checked')).waitFor();
    await page.close();
  },
);

test.skipIf(!isHere)(
  'snapshots: a day is kept, and compared with now, on the screen and as a file',
  { timeout: 120_000 },
  async () => {
    const { page, faults } = await openPage(browser, server.address);
    await page.goto(`${server.address}/`);
    await page.getByRole('main').getByRole('link', { name: 'Compare with an earlier day' }).click();
    await arrive(page, 'What changed since …?');
    await page.getByText('No day is kept yet.').waitFor();
    await page.getByLabel('Name of the snapshot').fill('Before the winter');
    await page.keyboard.press('Enter');
    await page.getByText('“Before the winter” is kept.').waitFor();
    await page.getByLabel('Name of the snapshot').fill('before the WINTER');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('another one has this name').waitFor();
    await ask('PUT', '/api/ratings', { ratings: { 'S-041': 'fully', 'S-071': 'partially' } });
    await ask('PUT', '/api/sites/Dialysis%20centre/ratings/S-041', { rating: 'not_implemented' });
    await page.getByRole('link', { name: 'Compare with now: Before the winter' }).click();
    await arrive(page, /^What changed since \d+ \w+ \d{4}\?$/u);
    await page.getByText(/1 improved, none fell back, one more is known now\./u).waitFor();
    const improved = page.getByRole('listitem').filter({ hasText: secondFactor });
    expect(await improved.textContent()).toContain('PartiallythenFully');
    expect(await page.getByRole('row', { name: /^Dialysis centre/u }).textContent()).toContain(
      'Partially, 12 unknownNot implemented, 12 unknown',
    );
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as HTML' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/^what-changed-\d{4}-\d{2}-\d{2}\.html$/u);
    expect(readFileSync((await file.path()) ?? '', 'utf8')).toContain('1 improved');
    expect((await faults()).filter((fault) => !fault.includes('409'))).toEqual([]);
    await page.close();
  },
);

test.skipIf(!isHere)('snapshots: nothing to find in any look', { timeout: 120_000 }, async () => {
  const { page, faults } = await openPage(browser, server.address);
  const found: string[] = [];
  for (const [path, seen] of [
    ['/sites', 'Site beside site'],
    ['/sites/Dialysis%20centre', 'Governance and Ecosystem'],
    ['/snapshots', 'Days that are kept'],
    ['/snapshots/compare?from=Before%20the%20winter&to=now', 'What came first then'],
  ] as const) {
    await page.goto(server.address + path);
    await page.getByRole('heading', { name: seen }).first().waitFor();
    await page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))");
    found.push(...(await findingsInLooks(page, path)));
  }
  expect([...found, ...(await faults())]).toEqual([]);
  await page.close();
});
