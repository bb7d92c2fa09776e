/** The whole way of a question: asked in the assessment, sent by mail, answered without an account, accepted. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startMailServer, textOf, type MailServer } from '../mail/smtp.ts';
import { requires } from '../support/require.ts';
import { arrive, openBrowser, openPage, tabTo, type Opened } from './browser.ts';
import { findingsInLooks } from './findings.ts';
import { person, serve, type Served } from './serve.ts';

const isHere = requires('chromium');
let mail: MailServer;
let server: Served;
let browser: Opened;
let stranger: Opened;
beforeAll(async () => {
  if (!isHere) return;
  mail = await startMailServer();
  const settings = { THERIAC_SMTP_URL: `smtp://127.0.0.1:${mail.port}`, THERIAC_MAIL_FROM: 'theriac@hospital.example' };
  server = await serve({ hasFewSafeguards: true, env: (address) => ({ ...settings, THERIAC_ORIGIN: address }) });
  browser = await openBrowser(server);
  stranger = await openBrowser();
});
afterAll(async () => {
  if (!isHere) return;
  await browser.close();
  await stranger.close();
  await server.stop();
  await mail.close();
});

const found: string[] = [];
const look = async (page: Page, where: string): Promise<void> =>
  void found.push(...(await findingsInLooks(page, where)));

/** The next mail, once it is there. */
async function mailed(): Promise<string> {
  await vi.waitFor(() => expect(mail.taken.length).toBeGreaterThan(0), { timeout: 60_000, interval: 200 });
  const taken = mail.taken.shift();
  return taken === undefined ? '' : textOf(taken);
}

test.skipIf(!isHere)('questions: from the assessment to an accepted rating', { timeout: 240_000 }, async () => {
  await server.api('PUT', '/api/profile', { profile: { name: 'General Hospital of Chalkida', country: 'GR' } });
  await server.api('PATCH', '/api/ratings/S-041', { rating: 'partially', note: 'Our own note' });
  const { page, faults } = await openPage(browser, server.address);

  await page.goto(`${server.address}/questions`);
  await page.getByText('Nobody was asked yet.').waitFor();
  await look(page, 'empty');

  await page.goto(`${server.address}/assessment?domain=2`);
  await page.getByRole('button', { name: 'Ask a colleague' }).click();
  const boxes = page.getByRole('checkbox', { name: /^Ask about/u });
  await page
    .getByRole('checkbox', { name: /^Ask about: .*supplier/iu })
    .first()
    .check();
  await boxes.nth(1).check();
  await boxes.nth(1).uncheck();
  await boxes.last().check();
  await look(page, 'choosing');
  await page.getByRole('link', { name: 'Ask about these 2' }).click();
  await arrive(page, 'Ask a colleague');
  await page.getByRole('button', { name: 'Make the link' }).click();
  await page.getByRole('alert').getByRole('link', { name: 'Enter the name of the colleague' }).waitFor();
  await look(page, 'asking');
  await page.getByLabel('Name of the colleague', { exact: true }).fill('Head nurse, dialysis');
  await page.getByLabel('E-mail address (optional)', { exact: true }).fill('dialysis@hospital.example');
  await page.getByLabel('What you say to them (optional)', { exact: true }).fill('We need it for the board.');
  await page.getByRole('button', { name: 'Make the link' }).click();
  await arrive(page, 'The link is on its way to Head nurse, dialysis');
  const shown = (await page.locator('.secret code').textContent()) ?? '';
  const link = /https?:\/\/\S+/u.exec(await mailed())?.[0] ?? '';
  expect([link, shown]).toEqual([shown, expect.stringContaining(`${server.address}/answer#thg_`)]);
  await look(page, 'asked');

  const guest = await openPage(stranger, server.address);
  await guest.page.goto(link);
  await guest.page.getByRole('heading', { level: 1, name: 'What do you know about these 2 safeguards?' }).waitFor();
  const text = await guest.page.locator('main').innerText();
  expect(text).toContain('Ada Tester at General Hospital of Chalkida asks you.');
  expect(text).toContain('We need it for the board.');
  expect(text).not.toContain('Our own note');
  expect(await guest.page.getByRole('navigation').count()).toBe(0);
  await look(guest.page, 'answering');

  await guest.page.getByRole('button', { name: 'Check and send' }).click();
  await guest.page.getByRole('alert').getByRole('link').click();
  // By the keyboard alone: arrows choose, and what is chosen is kept.
  await tabTo(guest.page, guest.page.getByRole('radio', { name: 'Fully' }).first());
  await guest.page.keyboard.press('ArrowDown');
  await guest.page.getByLabel('What else should they know? (optional)').first().fill('Two suppliers are missing.');
  await guest.page.getByRole('radio', { name: 'Not applicable' }).nth(1).check({ force: true });
  await guest.page.getByText('2 of 2 answered. Saved.').waitFor();
  await guest.page.reload();
  expect(await guest.page.getByRole('radio', { name: 'Largely' }).first().isChecked()).toBe(true);
  await guest.page.getByRole('button', { name: 'Check and send' }).click();
  await guest.page.getByRole('alert').getByText('Say why it does not apply').waitFor();
  await look(guest.page, 'correcting');
  await guest.page.getByLabel('Why does it not apply?').fill('We have none of these.');
  await guest.page.getByRole('button', { name: 'Check and send' }).click();
  await arrive(guest.page, 'Check your answer');
  await look(guest.page, 'checking');
  await guest.page.getByRole('button', { name: 'Send the answer' }).click();
  await arrive(guest.page, 'Sent, thank you');
  await look(guest.page, 'sent');
  await guest.page.reload();
  await guest.page.getByRole('heading', { level: 1, name: 'Sent, thank you' }).waitFor();

  expect(await mailed()).toContain('Head nurse, dialysis has answered your question');
  await page.goto(`${server.address}/assessment`);
  await page.getByRole('link', { name: '1 answer waits for you' }).click();
  await arrive(page, 'What does Head nurse, dialysis say?');
  await page.getByText('Two suppliers are missing.').waitFor();
  await look(page, 'deciding');
  await page.getByRole('button', { name: 'Accept', exact: true }).first().click();
  await page.getByText(`Accepted by ${person.name}`).waitFor();
  await page.getByRole('button', { name: 'Decline', exact: true }).click();
  await page.getByText(`Declined by ${person.name}`).waitFor();
  await page.locator('.qu-title a').first().click();
  await page.locator('.as-changes summary').click();
  await page.getByText('proposed by Head nurse, dialysis, accepted by Ada Tester').waitFor();

  await server.api('POST', '/api/questions', { name: 'Nikos', safeguards: ['S-041'] });
  await page.goto(`${server.address}/questions`);
  await page.getByText('No answer waits for you. You wait for 1 person; 1 question is closed.').waitFor();
  await look(page, 'listed');
  await page.getByRole('button', { name: 'Withdraw the question to Nikos' }).click();
  await page.getByText('No answer waits for you. You wait for nobody; 2 questions are closed.').waitFor();

  await guest.page.goto(`${server.address}/answer#thg_guess`);
  await guest.page.reload();
  await guest.page.getByRole('heading', { level: 1, name: 'This link leads to no question' }).waitFor();
  await look(guest.page, 'over');

  await page.goto(`${server.address}/account`);
  await page.getByText('Mail me what is due').click();
  await vi.waitFor(async () => {
    const session = (await (await server.api('GET', '/api/session')).json()) as { account: { isMailedDue: boolean } };
    expect(session.account.isMailedDue).toBe(false);
  });
  await look(page, 'account');
  await page.goto(`${server.address}/settings`);
  await page.getByRole('button', { name: `Send a test to ${person.email}` }).click();
  await page.getByText('The mail server took it.').waitFor();
  expect(await mailed()).toContain('This is a test.');
  await look(page, 'settings');

  expect(found).toEqual([]);
  expect(await faults()).toEqual([]);
  // The guessed link is an answer of the server that a browser also notes.
  expect((await guest.faults()).filter((fault) => !/status of 410/u.test(fault))).toEqual([]);
});
