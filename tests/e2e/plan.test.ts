import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requires } from '../support/require.ts';
import { arrive, hasFocus, openBrowser, openPage, tabTo, type Opened } from './browser.ts';
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
});
afterAll(async () => {
  if (!isHere) return;
  await browser.close();
  await server.stop();
});

const hospital = stated('hospital-greece');

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** The quarter of the plan, by its name on the screen. */
const quarter = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name }) });

const backup = 'An offline backup that was restored in a test';
const gateway = 'Supplier maintenance only through a gateway that we open and watch';

test.skipIf(!isHere)('plan: before the first answer it says where to begin', async () => {
  const { page } = await openPage(browser, server.address);
  await page.goto(`${server.address}/plan`);
  await page.getByText('There are none yet').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Start' }).click();
  await arrive(page, 'In which country is your organisation?');
  await page.close();
});

test.skipIf(!isHere)(
  'plan: without people and money it asks for them, and makes the plan',
  { timeout: 120_000 },
  async () => {
    const { capacity: _capacity, ...withoutCapacity } = hospital;
    await store(server, withoutCapacity);
    const { page, faults } = await openPage(browser, server.address);
    await page.goto(`${server.address}/plan`);
    await page.getByText('Tell us your people and money per quarter.').waitFor();
    expect(await findingsOn(page, 'plan')).toEqual([]);
    await tabTo(page, page.getByLabel('Person-days per quarter', { exact: true }));
    await page.keyboard.type('sixty');
    await press(page, 'Enter');
    await page.locator('[role=alert]:focus').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('Person-days per quarter: write the number only');
    expect(await page.getByRole('alert').textContent()).toContain('Money per quarter: write a number; 0 means none');
    expect(await findingsOn(page, 'plan')).toEqual([]);
    await press(page, 'Tab', 'Enter');
    expect(await hasFocus(page.getByLabel('Person-days per quarter', { exact: true }))).toBe(true);
    await press(page, 'Control+A');
    await page.keyboard.type('60');
    await tabTo(page, page.getByLabel('Money per quarter', { exact: true }));
    await page.keyboard.type('45,000');
    await press(page, 'Enter');
    await page.getByRole('heading', { name: 'By quarter, in person-days' }).waitFor();
    expect(await page.getByRole('img', { name: /of 60 person-days planned$/u }).count()).toBe(8);
    expect(await faults()).toEqual([]);
    await page.close();
  },
);

test.skipIf(!isHere)(
  'plan: a safeguard is moved by its menu, and taken back, by the keyboard alone',
  { timeout: 120_000 },
  async () => {
    await store(server, hospital);
    const { page, faults } = await openPage(browser, server.address);
    await page.goto(`${server.address}/plan`);
    const menu = page.getByRole('button', { name: `Move ${backup}`, exact: true });
    await tabTo(page, menu);
    await press(page, 'Enter');
    await page.getByRole('menuitem', { name: 'Move to Q4 2027' }).waitFor();
    expect(await findingsOn(page, 'plan')).toEqual([]);
    await page.keyboard.type('Move to Q4 2027');
    await press(page, 'Enter');
    await page.getByText(`${backup} now begins in Q4 2027.`).waitFor();
    await quarter(page, 'Q4 2027').getByText('moved here').waitFor();
    await page.locator('#move-S-071:focus').waitFor();
    await press(page, 'Enter');
    await page.getByRole('menuitem', { name: 'Back to the computed place' }).waitFor();
    await press(page, 'End', 'Enter');
    await page.getByText(`${backup} is back at its computed place.`).waitFor();
    expect(await page.getByText('moved here').count()).toBe(0);
    expect(await faults()).toEqual([]);
    await page.close();
  },
);

test.skipIf(!isHere)(
  'plan: a move before what it needs is refused in place, with the reason',
  { timeout: 120_000 },
  async () => {
    await store(server, hospital);
    const { page } = await openPage(browser, server.address);
    await page.goto(`${server.address}/plan`);
    await page.getByRole('button', { name: `Move ${gateway}`, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Move to Q1 2027' }).click();
    const refusal = page.getByRole('alert');
    await refusal.waitFor();
    expect(await refusal.textContent()).toContain(`${gateway} was not moved to Q1 2027.`);
    expect(await refusal.textContent()).toMatch(/It needs S-041 “A second factor.+”, which is done only in Q\d 202\d/u);
    await page.locator('#move-S-043:focus').waitFor();
    expect(await findingsOn(page, 'plan')).toEqual([]);
    await refusal.getByRole('button', { name: 'Close' }).click();
    await refusal.waitFor({ state: 'detached' });
    await page.close();
  },
);

test.skipIf(!isHere)('plan: leaving out asks for the reason, and shows it', { timeout: 120_000 }, async () => {
  await store(server, hospital);
  const { page, faults } = await openPage(browser, server.address);
  await page.goto(`${server.address}/plan`);
  await tabTo(page, page.getByRole('button', { name: `Move ${backup}`, exact: true }));
  await press(page, 'Enter');
  await page.getByRole('menuitem', { name: 'Not in this plan' }).waitFor();
  await press(page, 'End', 'Enter');
  await page.getByLabel('Reason', { exact: true }).waitFor();
  await page.locator('input:focus').waitFor();
  await press(page, 'Enter');
  await page.getByText('write why it is not in this plan').waitFor();
  expect(await findingsOn(page, 'plan')).toEqual([]);
  await page.keyboard.type('The group keeps our backups');
  await press(page, 'Enter');
  await page.getByRole('heading', { name: 'Not in this plan' }).waitFor();
  await page.getByText('The group keeps our backups').waitFor();
  await page.locator('#move-S-071:focus').waitFor();
  expect(await faults()).toEqual([]);
  await page.close();
});

test.skipIf(!isHere)(
  'plan: a safeguard is carried to another quarter by the keyboard, and by the mouse',
  { timeout: 120_000 },
  async () => {
    await store(server, hospital);
    const { page, faults } = await openPage(browser, server.address);
    await page.setViewportSize({ width: 1280, height: 1600 });
    await page.goto(`${server.address}/plan`);
    const handle = page.getByRole('button', { name: `Drag ${backup} to another quarter` });
    await tabTo(page, handle);
    await press(page, 'Enter');
    const target = page.getByRole('button', { name: 'Drop in Q4 2027' });
    for (let tabs = 0; tabs < 9 && !(await hasFocus(target)); tabs += 1) await press(page, 'Tab');
    expect(await hasFocus(target)).toBe(true);
    await press(page, 'Enter');
    await page.getByText(`${backup} now begins in Q4 2027.`).waitFor();
    await page.locator('#move-S-071:focus').waitFor();

    await page.getByRole('button', { name: `Drag ${backup} to another quarter` }).dragTo(quarter(page, 'Q3 2027'));
    await page.getByText(`${backup} now begins in Q3 2027.`).waitFor();
    await quarter(page, 'Q3 2027').getByText('moved here').waitFor();
    expect(await faults()).toEqual([]);
    await page.close();
  },
);

test.skipIf(!isHere)('plan: nothing to find in any look, with tables open', { timeout: 120_000 }, async () => {
  await store(server, {
    ...hospital,
    plan_pins: { 'S-071': '2027-Q4', 'S-052': { set_aside: 'The group keeps the logs' } },
  });
  const { page, faults } = await openPage(browser, server.address);
  await page.goto(`${server.address}/plan`);
  await page.getByText('moved here').waitFor();
  await page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))");
  expect([...(await findingsInLooks(page, 'plan')), ...(await faults())]).toEqual([]);
  await page.close();
});
