import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { requires } from '../support/require.ts';
import { arrive, hasFocus, openBrowser, openPage, tabTo, type Opened } from './browser.ts';
import { serve, type Served } from './serve.ts';

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

const press = (page: Page, ...keys: readonly string[]): Promise<void> =>
  keys.reduce(async (before, key) => {
    await before;
    await page.keyboard.press(key);
  }, Promise.resolve());

/** Chooses by arrows, as in any group of radio buttons, and continues by Enter. */
async function chooseRadio(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('radio').first());
  await press(page, 'Space');
  const wanted = page.getByRole('radio', { name });
  for (let steps = 0; steps < 20 && !(await wanted.isChecked()); steps += 1) await press(page, 'ArrowDown');
  await press(page, 'Enter');
}

async function typeAnswer(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await press(page, 'Control+A');
  await page.keyboard.type(text);
  await press(page, 'Enter');
}

test.skipIf(!isHere)(
  'first guide: twelve answers, check, guide and file by the keyboard alone',
  { timeout: 180_000 },
  async () => {
    const { page, faults } = await openPage(browser, server.address);
    await page.goto(server.address);
    await page.getByRole('heading', { level: 1, name: 'Your first guide' }).waitFor();

    // The first stop leads past the bar.
    await press(page, 'Tab');
    expect(await hasFocus(page.getByRole('link', { name: 'Skip to the content' }))).toBe(true);
    await press(page, 'Enter');
    expect(await page.evaluate('document.activeElement?.tagName')).toBe('MAIN');

    await tabTo(page, page.getByRole('link', { name: 'Start' }));
    await press(page, 'Enter');
    await arrive(page, 'In which country is your organisation?');
    await tabTo(page, page.getByRole('button', { name: /Country/u }));
    await press(page, 'Enter');
    await page.getByRole('option', { name: 'Greece' }).waitFor();
    await page.keyboard.type('Greece');
    await press(page, 'Enter');
    await typeAnswer(page, 'Name of the organisation (optional)', 'Hospital on the Hill');

    await arrive(page, 'What kind of organisation are you?');
    await page.getByText(/Saved at \d\d:\d\d/u).waitFor();
    await chooseRadio(page, 'Hospital');

    await arrive(page, 'How many people work for you?');
    await typeAnswer(page, 'Staff', '2400 FTE');
    await page.getByRole('alert').waitFor();
    expect(await page.title()).toBe('Error: How many people work for you? – Theriac');
    await page.locator('[role=alert]:focus').waitFor();
    await press(page, 'Tab');
    expect(await hasFocus(page.getByRole('link', { name: 'Staff: write the number only, for example 2,400' }))).toBe(
      true,
    );
    await press(page, 'Enter');
    const staff = page.getByLabel('Staff', { exact: true });
    expect(await hasFocus(staff)).toBe(true);
    expect(await staff.inputValue()).toBe('2400 FTE');
    expect(await staff.getAttribute('aria-invalid')).toBe('true');
    await typeAnswer(page, 'Staff', '2,400');

    await arrive(page, 'How much was your turnover?');
    expect(await page.title()).toBe('How much was your turnover? – Theriac');
    await page.getByText('Essential entity under NIS2', { exact: true }).waitFor();
    await typeAnswer(page, 'Turnover', '182');
    await arrive(page, 'How much is your balance sheet total?');
    await tabTo(page, page.getByRole('checkbox', { name: 'I do not know yet' }));
    await press(page, 'Space', 'Enter');
    await arrive(page, 'Are you part of a group?');
    await chooseRadio(page, /On our own/u);
    await arrive(page, 'Which services do you offer?');
    await tabTo(page, page.getByRole('checkbox', { name: 'Surgery' }));
    await press(page, 'Space', 'Enter');
    await arrive(page, /offline backup/u);
    await chooseRadio(page, 'I do not know yet');
    await arrive(page, /second factor/u);
    await chooseRadio(page, 'Partially');
    await arrive(page, /inventory/u);
    await chooseRadio(page, 'Largely');
    await arrive(page, /incident procedure/u);
    await chooseRadio(page, 'Not implemented');
    await arrive(page, /board approved/u);
    await chooseRadio(page, 'Fully');

    await arrive(page, 'Check your answers');
    await page.getByText(/^10 of 12 are known/u).waitFor();
    expect(await page.getByText('Not known yet', { exact: true }).count()).toBe(2);
    await tabTo(page, page.getByRole('link', { name: 'Change Balance sheet total' }));
    await press(page, 'Enter');
    await arrive(page, 'How much is your balance sheet total?');
    expect(await page.getByRole('checkbox', { name: 'I do not know yet' }).isChecked()).toBe(true);
    await typeAnswer(page, 'Balance sheet total', '0.85');
    await arrive(page, 'Check your answers');
    await page.getByText('€850,000').waitFor();

    await tabTo(page, page.getByRole('link', { name: 'Make my guide' }));
    await press(page, 'Enter');
    await page.waitForURL('**/guides/ceo');
    await arrive(page, /board/u);
    await page.getByText('Hospital on the Hill').first().waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Download as PDF' }), 'Shift+Tab');
    const download = page.waitForEvent('download');
    await press(page, 'Enter');
    expect((await download).suggestedFilename()).toMatch(/^guide-ceo-\d{4}-\d\d-\d\d\.pdf$/u);
    await page.getByText('is in your downloads').waitFor();

    expect(await faults()).toEqual([]);
    await page.close();
  },
);

test.skipIf(!isHere)(
  'guide reader: roles, chapters, citations and the way back by the keyboard alone',
  { timeout: 120_000 },
  async () => {
    const { page, faults } = await openPage(browser, server.address);
    const profile = { name: 'Hospital on the Hill', country: 'GR', provider_form: 'hospital', staff_fte: 2400 };
    const saved = await server.api('PUT', '/api/profile', { profile });
    expect(saved.status).toBe(200);
    await page.goto(`${server.address}/guides/ceo`);
    await page.getByRole('heading', { level: 1, name: /board/u }).waitFor();
    const role = page.getByRole('button', { name: /Guide for/u });
    await tabTo(page, role);
    await press(page, 'Enter');
    await page.getByRole('option', { name: 'Information security officer' }).waitFor();
    await page.keyboard.type('Information');
    await press(page, 'Enter');
    await page.waitForURL('**/guides/ciso');
    expect(await hasFocus(role)).toBe(true);
    await tabTo(page, page.getByRole('link', { name: /Detection and incident reporting/u }).first());
    await press(page, 'Enter');
    await page.waitForURL('**/guides/ciso/13');
    await arrive(page, /Detection and incident reporting/u);
    expect(await page.title()).toBe('Detection and incident reporting – Theriac');
    await press(page, ']');
    await page.waitForURL('**/guides/ciso/14');
    await arrive(page, /Continuity/u);
    await press(page, '[');
    await page.waitForURL('**/guides/ciso/13');
    await arrive(page, /Detection and incident reporting/u);

    const citation = page.locator('article a.cite').first();
    await tabTo(page, citation);
    await press(page, 'Enter');
    await page.waitForURL(/#source-/u);
    await page.locator('li[id^="source-"]:focus').waitFor();
    await tabTo(page, page.getByRole('link', { name: 'Back to the text' }));
    await press(page, 'Enter');
    await page.locator('a.cite:focus').waitFor();
    expect(await hasFocus(citation)).toBe(true);
    expect(await faults()).toEqual([]);
    await page.close();
  },
);

test.skipIf(!isHere)('first guide: a failed save says so and keeps what was typed', { timeout: 120_000 }, async () => {
  const { page } = await openPage(browser, server.address);
  await page.goto(`${server.address}/first-steps/3`);
  await page.route('**/api/profile', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  await page.getByLabel('Staff', { exact: true }).fill('77');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Your answer was not saved' }).waitFor();
  expect(await page.getByRole('alert').textContent()).toContain('did not answer');
  expect(await page.getByLabel('Staff', { exact: true }).inputValue()).toBe('77');
  await page.unroute('**/api/profile');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL('**/first-steps/4');
  await page.close();
});
