import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { factGroups } from '../../src/core/profile/fact-groups.ts';
import { requires } from '../support/require.ts';
import { arrive, hasFocus, openBrowser, openPage, tabTo, type Opened } from './browser.ts';
import { findingsInLooks, findingsOn, sidewaysOn } from './findings.ts';
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
const stored = async (): Promise<Record<string, unknown>> =>
  ((await (await browser.context.request.get(`${server.address}/api/profile`)).json()) as { profile: never }).profile;

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

test.skipIf(!isHere)(
  'dashboard: where we stand, the next five, what is ahead and what is unknown',
  { timeout: 180_000 },
  async () => {
    await store(server, hospital);
    const { page, faults } = await openPage(browser, server.address);
    await page.goto(server.address);
    await page.getByRole('heading', { level: 1, name: 'Where we stand, and what comes next' }).waitFor();
    await page.getByText('You are an essential entity under NIS2.').waitFor();
    await page.getByText('Of the 14 safeguards in your minimum set, 5 are largely or fully in place.').waitFor();
    expect(await page.getByRole('img', { name: /^Minimum set, 14 safeguards: 3 Fully, 2 Largely/u }).count()).toBe(1);
    const actions = page.getByRole('region', { name: 'Next five actions' }).getByRole('listitem');
    await actions.nth(4).waitFor();
    expect(await actions.count()).toBe(5);
    await actions.first().getByText('The law names it').waitFor();
    await actions
      .first()
      .getByText(/Done in Q\d 2027/u)
      .waitFor();
    const ahead = page.getByRole('region', { name: 'Obligations ahead' });
    expect(await ahead.getByText(/Binds you in \d+ months/u).count()).toBeGreaterThan(0);
    expect(await ahead.getByText(/No duty for you, in \d+ months/u).count()).toBeGreaterThan(0);
    const unknown = page.getByRole('region', { name: 'Not known yet' });
    await unknown.getByText('Identified as a critical entity').first().waitFor();

    // What is unknown leads to its question.
    await tabTo(page, unknown.getByRole('link', { name: 'Answer Identified as a critical entity' }));
    await press(page, 'Enter');
    await page.getByRole('heading', { level: 1, name: 'Named by the state' }).waitFor();
    await page.locator('#field-cer_critical input:focus').waitFor();
    expect(await faults()).toEqual([]);
    await page.close();
  },
);

test.skipIf(!isHere)(
  'dashboard: a part that fails says so in its place, and the others stay',
  { timeout: 120_000 },
  async () => {
    await store(server, hospital);
    const { page } = await openPage(browser, server.address);
    await page.route('**/api/obligations', (route) => route.fulfill({ status: 500, json: {} }));
    await page.goto(server.address);
    const ahead = page.getByRole('region', { name: 'Obligations ahead' });
    await ahead.getByRole('alert').waitFor();
    await page.getByRole('region', { name: 'Next five actions' }).getByRole('listitem').first().waitFor();
    await page.unroute('**/api/obligations');
    await ahead.getByRole('button', { name: 'Try again' }).click();
    await ahead
      .getByText(/Binds you in \d+ months/u)
      .first()
      .waitFor();
    await page.close();
  },
);

test.skipIf(!isHere)(
  'profile: ten tasks with their state, one answered by the keyboard alone',
  { timeout: 180_000 },
  async () => {
    const { cer_critical: _open, website_cookies: _asked, ...rest } = hospital;
    await store(server, rest);
    const { page, faults } = await openPage(browser, server.address);
    await page.goto(`${server.address}/profile`);
    await page.getByText('6 of 9 groups are complete.').waitFor();
    const tasks = page.locator('.task');
    expect(await tasks.count()).toBe(10);
    expect(await tasks.nth(7).textContent()).toContain(
      'Not needed, because of your answer to “Country of the organisation”',
    );

    await tabTo(page, page.getByRole('link', { name: /^Named by the state/u }));
    await press(page, 'Enter');
    await arrive(page, 'Named by the state');
    const notAsked = page.getByRole('region', { name: 'Not asked' });
    await notAsked.getByText('Day of the notice as a critical entity').waitFor();
    await page.getByText('Not needed yet: waits for “Identified as a critical entity”').waitFor();
    await page
      .locator('#field-cer_critical')
      .getByText(/Decides \d+ duties/u)
      .waitFor();
    await tabTo(page, page.locator('#field-cer_critical').getByRole('radio').first());
    await press(page, 'Space');
    // The answer asks the next question, before it is stored.
    await tabTo(page, page.getByLabel('Day of the notice as a critical entity'));
    await tabTo(page, page.getByRole('button', { name: 'Save', exact: true }));
    await press(page, 'Enter');
    await arrive(page, 'What we know of your organisation');
    await page.getByText('“Named by the state” is saved.').waitFor();
    expect((await stored())['cer_critical']).toBe(true);
    expect(await faults()).toEqual([]);
    await page.close();
  },
);

test.skipIf(!isHere)(
  'profile: what cannot be read is named above its field and in the summary, and kept',
  { timeout: 120_000 },
  async () => {
    await store(server, { ...hospital, in_group: true, linked_enterprises: [{ kind: 'company', staff_fte: 120 }] });
    const { page } = await openPage(browser, server.address);
    await page.goto(`${server.address}/profile/size`);
    await page.getByLabel('Staff, the year before', { exact: true }).fill('2.400');
    const entry = page.getByRole('group', { name: /^Entry 1.*Linked enterprises/u });
    await entry.getByLabel('Turnover', { exact: true }).fill('much');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('[role=alert]:focus').waitFor();
    const summary = page.getByRole('alert');
    expect(await summary.textContent()).toContain('Staff, the year before: a full stop could mean');
    expect(await page.title()).toBe('Error: Size and group – Theriac');
    expect(await findingsOn(page, 'errors')).toEqual([]);
    await summary.getByRole('link', { name: /Linked enterprises, with their figures, entry 1, Turnover/u }).click();
    expect(await hasFocus(entry.getByLabel('Turnover', { exact: true }))).toBe(true);
    expect(await entry.getByLabel('Turnover', { exact: true }).inputValue()).toBe('much');
    await page.close();
  },
);

test.skipIf(!isHere)(
  'profile: records are added and removed, none and unknown are two answers',
  { timeout: 120_000 },
  async () => {
    await store(server, { ...hospital, ai_systems: [] });
    const { page } = await openPage(browser, server.address);
    await page.goto(`${server.address}/profile/ai`);
    expect(await page.getByRole('checkbox', { name: 'None' }).isChecked()).toBe(true);
    await tabTo(page, page.getByRole('button', { name: /^Add one/u }));
    await press(page, 'Enter');
    await page.locator('[data-record="1"] :focus').waitFor();
    await press(page, 'Enter');
    await page.getByRole('option', { name: /Annex III/u }).click();
    await page.getByLabel('In service since').fill('2026-02-01');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await arrive(page, 'What we know of your organisation');
    expect((await stored())['ai_systems']).toEqual([{ route: 'annex3', in_service_since: '2026-02-01' }]);

    await page.goto(`${server.address}/profile/ai`);
    await page.getByRole('button', { name: /^Remove entry 1/u }).click();
    await page.getByRole('checkbox', { name: 'I do not know yet' }).focus();
    await press(page, 'Space');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await arrive(page, 'What we know of your organisation');
    expect('ai_systems' in (await stored())).toBe(false);
    await page.goto(`${server.address}/profile`);
    expect(await page.locator('.task').nth(6).textContent()).toContain('1 open');
    await page.close();
  },
);

test.skipIf(!isHere)(
  'profile: what someone else stored meanwhile is shown beside what was entered, and not overwritten',
  { timeout: 120_000 },
  async () => {
    await store(server, hospital);
    const { page } = await openPage(browser, server.address);
    await page.goto(`${server.address}/profile/care`);
    await page.getByLabel('Beds', { exact: true }).fill('710');
    await store(server, { ...hospital, beds: 690 });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'Your answers were not saved' }).waitFor();
    await page.getByText('Someone else stored another answer in the meantime: 690.').waitFor();
    expect(await page.getByLabel('Beds', { exact: true }).inputValue()).toBe('710');
    expect((await stored())['beds']).toBe(690);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await arrive(page, 'What we know of your organisation');
    expect((await stored())['beds']).toBe(710);
    await page.close();
  },
);

test.skipIf(!isHere)('dashboard and profile: nothing to find in any look', { timeout: 300_000 }, async () => {
  await store(server, { ...hospital, in_group: true, linked_enterprises: [{ kind: 'company' }] });
  const { page, faults } = await openPage(browser, server.address);
  const found: string[] = [];
  await page.goto(server.address);
  await page.getByText('The law names it').first().waitFor();
  await page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))");
  found.push(...(await findingsInLooks(page, '/')));
  for (const path of ['/profile', '/profile/size', '/profile/borders', '/profile/means']) {
    await page.goto(server.address + path);
    await page.locator('.task, .profile-field').first().waitFor();
    found.push(...(await findingsInLooks(page, path)));
  }
  expect([...found, ...(await faults())]).toEqual([]);
  await page.close();
});

test.skipIf(!isHere)(
  'dashboard and profile: no sideways scroll at 320, in any group',
  { timeout: 180_000 },
  async () => {
    await store(server, { ...hospital, in_group: true, linked_enterprises: [{ kind: 'company' }] });
    const { page } = await openPage(browser, server.address);
    await page.setViewportSize({ width: 320, height: 800 });
    const found: string[] = [];
    for (const path of ['/', '/profile', ...factGroups.map(({ id }) => `/profile/${id}`)]) {
      await page.goto(server.address + path);
      await page.locator('.task, .profile-field, .next-actions li, .not-asked').first().waitFor();
      const sideways = await sidewaysOn(page);
      if (sideways > 0) found.push(`${path} scrolls sideways by ${sideways}`);
    }
    expect(found).toEqual([]);
    await page.close();
  },
);
