/** Coming in, as people do: by the first link, by an invitation, by password; and what a page shows to whom. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requires } from '../support/require.ts';
import { openBrowser, openPage, type Opened } from './browser.ts';
import { findingsInLooks } from './findings.ts';
import { person, serve, type Served } from './serve.ts';

const isHere = requires('chromium');
let server: Served;
let browser: Opened;
beforeAll(async () => {
  if (!isHere) return;
  server = await serve({ isSignedIn: false });
  browser = await openBrowser();
});
afterAll(async () => {
  if (!isHere) return;
  await browser.close();
  await server.stop();
});

const see = (page: Page, heading: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: heading }).waitFor();

const fill = async (page: Page, entries: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, text] of Object.entries(entries)) await page.getByLabel(label, { exact: true }).fill(text);
};

test.skipIf(!isHere)('accounts: from the first link to an invited reader', { timeout: 240_000 }, async () => {
  const { page, faults } = await openPage(browser, server.address);
  const found: string[] = [];

  await page.goto(`${server.address}/obligations-of-nobody`);
  await see(page, 'Sign in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').getByRole('link', { name: 'Enter the password' }).waitFor();
  found.push(...(await findingsInLooks(page, 'accounts')));

  await page.goto(server.link);
  await see(page, 'Welcome to your organisation');
  await fill(page, { 'Your name': person.name, 'E-mail address': person.email, 'Password of your choice': 'short' });
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.getByRole('alert').getByText('It needs 12 letters or more').waitFor();
  expect(await page.getByLabel('Your name', { exact: true }).inputValue()).toBe(person.name);
  found.push(...(await findingsInLooks(page, 'accounts')));
  await fill(page, { 'Password of your choice': person.password });
  await page.getByRole('button', { name: 'Come in' }).click();
  await see(page, 'Your first guide');

  await page.goto(`${server.address}/people`);
  await see(page, 'Who may work here?');
  await page
    .getByRole('radio', { name: /Reader/u })
    .first()
    .check({ force: true });
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = (await page.locator('.secret code').first().textContent()) ?? '';
  expect(link).toContain('/welcome#thl_');
  found.push(...(await findingsInLooks(page, 'accounts')));

  await page.goto(`${server.address}/account`);
  await see(page, 'Your account');
  found.push(...(await findingsInLooks(page, 'accounts')));
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await see(page, 'Sign in');

  await page.goto(link);
  await see(page, 'Welcome to your organisation');
  await fill(page, {
    'Your name': 'Ben Reader',
    'E-mail address': 'ben@hospital.example',
    'Password of your choice': 'a chart beside every door',
  });
  await page.getByRole('button', { name: 'Come in' }).click();
  await see(page, 'Your first guide');
  await page.goto(`${server.address}/people`);
  await page.getByText('Only administrators let others in').waitFor();
  expect(await page.getByRole('button', { name: 'Make the link' }).count()).toBe(0);

  await page.goto(link);
  await see(page, 'This link lets nobody in any more');
  found.push(...(await findingsInLooks(page, 'accounts')));
  expect(found).toEqual([]);
  // The refused password and the used link are answers of the server that a browser also notes.
  expect((await faults()).filter((fault) => !/status of 4\d\d/u.test(fault))).toEqual([]);
});
