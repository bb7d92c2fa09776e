/** Crosswalks in the browser: from an empty page, by keyboard, to who says so and to the weakest link. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeOf, rulesFile, twinFile, urnOf } from '../support/crosswalk-files.ts';
import { upload } from '../support/guidance-files.ts';
import { requires } from '../support/require.ts';
import { arrive, openBrowser, openPage, tabTo, type Opened } from './browser.ts';
import { findingsInLooks } from './findings.ts';
import { serve, type Served } from './serve.ts';

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

const found: string[] = [];
const shots = process.env['THERIAC_SHOTS'];
async function look(page: Page, where: string): Promise<void> {
  found.push(...(await findingsInLooks(page, where)));
  if (shots === undefined) return;
  await page.screenshot({ path: `${shots}/crosswalk-${where}.png`, fullPage: true });
  await page.setViewportSize({ width: 320, height: 900 });
  await page.screenshot({ path: `${shots}/crosswalk-${where}-320.png`, fullPage: true });
  await page.setViewportSize({ width: 1280, height: 900 });
}

const numbers = ['1', '1.1', '1.2', '2', '2.1', '2.2'];
const files = [
  rulesFile('ward', 'Ward rules', numbers),
  rulesFile('home', 'Home rules', numbers, 'All rights reserved'),
  rulesFile('street', 'Street rules', ['1', '1.1', '2', '2.1']),
  twinFile('ward', 'home', [
    ['1.1', 'subset', '1.1'],
    ['1.2', 'equal', '1.2'],
    ['2.1', 'intersect', '1.1'],
  ]),
  twinFile('ward', 'home', [['1.2', 'not_related', '1.2']], 'Board of porters'),
  twinFile('home', 'street', [['1.1', 'subset', '1.1']]),
];

/** Chooses a framework as a keyboard does: letters of its name, then the arrow, then Enter. */
async function choose(page: Page, label: string, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(name);
  await page.getByRole('option', { name: new RegExp(name, 'u') }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test.skipIf(!isHere)(
  'crosswalk: an empty page teaches, and candidates are no mappings',
  { timeout: 120_000 },
  async () => {
    const { page, faults } = await openPage(browser, server.address);
    await page.goto(`${server.address}/library`);
    await page.getByRole('main').getByRole('link', { name: 'Crosswalk of frameworks' }).click();
    await arrive(page, 'What does one framework say of another?');
    await page.getByText('No mapping was imported yet').waitFor();
    await look(page, 'empty');
    await choose(page, 'From', 'NIS 2 Directive');
    await choose(page, 'To', 'NIST Cybersecurity');
    await page.getByRole('heading', { level: 2, name: /NIST Cybersecurity Framework/u }).waitFor();
    await page.getByText('candidate, not a mapping').first().waitFor();
    await look(page, 'candidates');
    await page.goto(`${server.address}/library/crosswalk?from=nis2&to=nis2`);
    await page.getByText('You chose the same framework twice.').waitFor();
    expect(found).toEqual([]);
    expect(await faults()).toEqual([]);
    await page.close();
  },
);

test.skipIf(!isHere)(
  'crosswalk: stated, composed, in disagreement, square by square',
  { timeout: 180_000 },
  async () => {
    for (const file of files)
      expect((await server.api('POST', '/api/imports', { file: upload(file) })).status).toBe(200);
    const { page, faults } = await openPage(browser, server.address);
    await page.goto(`${server.address}/library/imports`);
    await page.getByRole('main').getByRole('link', { name: 'Crosswalk of frameworks' }).click();
    await choose(page, 'From', 'Ward rules');
    await choose(page, 'To', 'Home rules');
    await page.getByText('Sources disagree on 1 pair.').waitFor();
    await page.getByText('says the same / has nothing in common').waitFor();
    await page.getByText('no conclusion').first().waitFor();
    await page.getByText('Who says so, and why 1.2, 1.2').click();
    await page.getByText('Board of porters', { exact: true }).last().waitFor();
    await look(page, 'stated');

    await page.getByText('Show as a table').click();
    await page.getByRole('table').getByRole('link', { name: '1 pair' }).first().click();
    await page.getByText('pairs with').waitFor();
    expect(new URL(page.url()).searchParams.get('row')).toBe(nodeOf('ward', '1.1'));
    await page.getByRole('button', { name: 'Show the whole again' }).click();
    await page
      .locator('.cw-picture svg rect')
      .first()
      .click({ position: { x: 4, y: 4 } });
    await page.getByText('pairs with').waitFor();
    await page.locator('#only button').click();
    await page.getByRole('option', { name: 'only without a conclusion' }).click();
    await page.getByText('No requirement fits.').waitFor();

    await page.goto(`${server.address}/library/crosswalk?from=${urnOf('ward')}&to=${urnOf('street')}`);
    await page.getByText('lies inside').first().waitFor();
    await page.getByText('Who says so, and why 1.1, 1.1').click();
    await page.getByText('weakest link').waitFor();
    await look(page, 'composed');
    await page.getByText('The crosswalk as a file').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^crosswalk-ward-street-.*\.csv$/u);

    await page.getByRole('main').locator('.cw-steps').getByRole('link', { name: 'HOME 1.1' }).click();
    await arrive(page, /1\.1/u);
    await page.getByText('Its words are not repeated here').waitFor();
    await page.getByRole('heading', { level: 2, name: 'Mappings, both ways' }).waitFor();
    await look(page, 'requirement');
    await page.goto(`${server.address}/library/crosswalk/requirement?framework=${urnOf('ward')}&id=9`);
    await page.getByRole('heading', { level: 1, name: 'There is no such requirement' }).waitFor();
    await look(page, 'missing');
    expect(found).toEqual([]);
    expect((await faults()).filter((fault) => !/status of 404/u.test(fault))).toEqual([]);
    await page.close();
  },
);

test.skipIf(!isHere)(
  'crosswalk: a clause of the library says what others publish of it',
  { timeout: 120_000 },
  async () => {
    const { page, faults } = await openPage(browser, server.address);
    await page.goto(`${server.address}/library/nis2:21(2)(d)`);
    await page.getByRole('heading', { level: 2, name: 'What others publish of it' }).waitFor();
    await page.getByText('No imported mapping names it.').waitFor();
    await look(page, 'clause');
    expect(found).toEqual([]);
    await page.getByRole('link', { name: 'Compare its framework with another' }).click();
    await arrive(page, 'What does one framework say of another?');
    const from = page.getByRole('combobox', { name: 'From', exact: true });
    await expect.poll(() => from.inputValue()).toContain('NIS 2');
    expect(found).toEqual([]);
    expect(await faults()).toEqual([]);
    await page.close();
  },
);
