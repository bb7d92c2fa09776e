/** The library in a browser: finding by words and facets, going back, opening what was found, by keyboard alone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requires } from '../support/require.ts';
import { arrive, hasFocus, openBrowser, openPage, tabTo, type Opened } from './browser.ts';
import { findingsInLooks } from './findings.ts';
import { serve, type Served } from './serve.ts';
import { stated, store } from './stated.ts';

const isHere = requires('chromium');
let server: Served;
let browser: Opened;

beforeAll(async () => {
  if (!isHere) return;
  server = await serve({ hasFewSafeguards: true });
  browser = await openBrowser(server);
});
afterAll(async () => {
  if (!isHere) return;
  await browser.close();
  await server.stop();
});

/** One page of each sort, with something that stands on it only once it is complete. */
const pages = [
  { path: '/library', shows: 'By topic' },
  { path: '/library?q=supplier+remote+access', shows: 'Found by:' },
  { path: '/library?q=ransomeware', shows: 'No text spells it so' },
  { path: '/library?q=backup&kind=country', shows: 'Your choice keeps answers away' },
  { path: '/library?topic=cloud&status=any', shows: 'Leave them out again' },
  { path: '/library/eu-nis2', shows: 'Where it is used' },
  { path: '/library/framework:csf-2.0', shows: 'Its parts' },
  { path: '/library/nis2:21(2)(d)', shows: 'Safeguards that touch it' },
  { path: '/library/nis2:21', shows: 'Safeguards that touch its parts' },
  { path: '/library/S-043', shows: 'What it means for each reader' },
  { path: '/library/obligation:nis2-incident-report', shows: 'What it rests on' },
  { path: '/library/topic:cloud', shows: 'Documents' },
  { path: '/library/chapter:incidents', shows: 'What to read' },
  { path: '/library/threat:ransomware', shows: 'Safeguards that act on it' },
  { path: '/library/role:ciso', shows: 'Answers for' },
  { path: '/library/country:GR', shows: 'Whom to tell, whom to ask' },
  { path: '/library/asset-group:network', shows: 'Examples' },
  { path: '/library/ST-10', shows: 'Checked against' },
  { path: '/library/map', shows: 'The same as a table' },
  { path: '/library/map?topic=cloud&force=binding_now', shows: 'No text fits both choices' },
  { path: '/library/es-ens', shows: 'What its clauses ask, by safeguard' },
  { path: '/library/nothing', shows: 'The library has no such entry' },
] as const;

async function shown(page: Page, path: string, shows: string): Promise<void> {
  await page.goto(server.address + path);
  await page.getByText(shows).filter({ visible: true }).first().waitFor();
}

test.skipIf(!isHere)(
  'library: nothing to find in any look, with all that folds open',
  { timeout: 480_000 },
  async () => {
    await store(server, stated('hospital-greece'));
    const { page, faults } = await openPage(browser, server.address);
    const found: string[] = [];
    for (const { path, shows } of pages) {
      await shown(page, path, shows);
      await page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })");
      found.push(...(await findingsInLooks(page, path, 'main')));
    }
    expect([...found, ...(await faults())].filter((fault) => !fault.includes('404'))).toEqual([]);
    await page.close();
  },
);

const answers = (page: Page) => page.getByRole('heading', { level: 2, name: /answers?$/u });

test.skipIf(!isHere)('library: by keyboard from a question to a clause, and back', { timeout: 120_000 }, async () => {
  await store(server, stated('hospital-greece'));
  const { page, faults } = await openPage(browser, server.address);
  await page.setViewportSize({ width: 1280, height: 900 });
  await shown(page, '/library', 'By topic');
  await page.getByRole('link', { name: 'Cloud services' }).focus();
  await page.keyboard.press('/');
  const field = page.getByLabel('Ask, or type words');
  expect(await hasFocus(field)).toBe(true);
  await page.keyboard.type('SUPPLY chain');
  await page.keyboard.press('Enter');
  await answers(page).waitFor();
  expect(new URL(page.url()).search).toBe('?q=SUPPLY+chain');
  await expect.poll(() => page.getByRole('status').first().textContent()).toMatch(/answers to “SUPPLY chain”/u);
  expect(await hasFocus(field)).toBe(true);

  await tabTo(page, page.getByRole('checkbox', { name: /^Clauses/u }));
  const before = await answers(page).textContent();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Remove Kind: Clauses' }).waitFor();
  await expect.poll(() => answers(page).textContent()).not.toBe(before);
  expect(new URL(page.url()).searchParams.get('kind')).toBe('requirement');

  const clause = page.getByRole('link', { name: 'Supply chain security, direct suppliers included' });
  await tabTo(page, clause);
  await page.keyboard.press('Enter');
  await arrive(page, /NIS2 Art\. 21\(2\)\(d\)/u);
  expect(decodeURIComponent(new URL(page.url()).pathname)).toBe('/library/nis2:21(2)(d)');
  await tabTo(page, page.getByRole('link', { name: /^Next/u }));
  await page.keyboard.press('Enter');
  await arrive(page, /21\(2\)\(e\)/u);

  await page.goBack();
  await page.goBack();
  await clause.waitFor();
  expect(new URL(page.url()).searchParams.get('kind')).toBe('requirement');
  await page.goBack();
  await page.getByRole('button', { name: 'Remove Kind: Clauses' }).waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe('SUPPLY chain');
  expect(await faults()).toEqual([]);
  await page.close();
});

test.skipIf(!isHere)(
  'library: a sheet narrows down where there is no room for a column',
  { timeout: 120_000 },
  async () => {
    await store(server, stated('hospital-greece'));
    const { page, faults } = await openPage(browser, server.address);
    await page.setViewportSize({ width: 390, height: 800 });
    await shown(page, '/library?q=backup', 'Order');
    await page.getByRole('button', { name: 'Kind', exact: true }).click();
    await page.getByRole('dialog', { name: 'Kind' }).waitFor();
    await page.getByRole('checkbox', { name: /^Safeguards/u }).check({ force: true });
    await page.getByRole('button', { name: /^Show \d+ answers$/u }).click();
    await page.getByRole('button', { name: /^Kind 1 chosen$/u }).waitFor();
    expect(new URL(page.url()).searchParams.get('kind')).toBe('safeguard');
    await page.getByRole('button', { name: 'Remove Kind: Safeguards' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('kind')).toBeNull();
    expect(await faults()).toEqual([]);
    await page.close();
  },
);

test.skipIf(!isHere)(
  'library: what is left out by status is said, and can be shown',
  { timeout: 120_000 },
  async () => {
    const { page, faults } = await openPage(browser, server.address);
    await shown(page, '/library?q=nis1', 'left out');
    await page.getByRole('link', { name: 'Show them too' }).click();
    await page.getByRole('link', { name: 'NIS1', exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Leave them out again' }).click();
    await page.getByText('left out').first().waitFor();
    await shown(page, '/library?q=ransomeware', 'No text spells it so');
    await page.getByRole('link', { name: 'ransomware', exact: true }).click();
    await answers(page).waitFor();
    expect(await page.getByLabel('Ask, or type words').inputValue()).toBe('ransomware');
    expect(await faults()).toEqual([]);
    await page.close();
  },
);

test.skipIf(!isHere)('library: an entry that does not exist says what is nearest', { timeout: 60_000 }, async () => {
  const { page } = await openPage(browser, server.address);
  await shown(page, '/library/eu-nis22', 'The library has no such entry');
  await page.getByText('the nearest is "eu-nis2"').waitFor();
  await page.getByRole('link', { name: 'Search for it' }).click();
  await page.waitForURL(/\/library\?q=eu-nis22/u);
  await page.close();
});
