/** Answers to another framework in the browser: a statement that touches, a column to choose, and a rating that follows. */
import { readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requires } from '../support/require.ts';
import { smallContent } from '../support/small-content.ts';
import { arrive, openBrowser, openPage, tabTo, type Opened } from './browser.ts';
import { findingsInLooks, sidewaysOn } from './findings.ts';
import { serve, type Served } from './serve.ts';
import { stated, store } from './stated.ts';

const isHere = requires('chromium');
let server: Served;
let browser: Opened;
let content = '';

/** Backup as the same as A.8.13: no mapping that is shipped lets one conclude, and the screen must bear one that does. */
function concludingContent(): string {
  const folder = smallContent();
  const file = join(folder, 'safeguards/S-071.yaml');
  const text = readFileSync(file, 'utf8');
  const equal = text.replace(
    '"iso27001-2022:A.8.13", relation: intersects-with',
    '"iso27001-2022:A.8.13", relation: equal',
  );
  if (equal === text) throw new Error('Cannot change the relation of S-071 to A.8.13: it is not written as expected');
  unlinkSync(file);
  writeFileSync(file, equal);
  return folder;
}

beforeAll(async () => {
  if (!isHere) return;
  content = concludingContent();
  server = await serve({ env: () => ({ THERIAC_CONTENT: content }) });
  browser = await openBrowser(server);
  await store(server, stated('hospital-greece'));
});
afterAll(async () => {
  if (!isHere) return;
  await browser.close();
  await server.stop();
  rmSync(content, { recursive: true, force: true });
});

const statement = readFileSync(join(import.meta.dirname, '../documents/statement.csv'));
const found: string[] = [];
const shots = process.env['THERIAC_SHOTS'];
async function look(page: Page, where: string): Promise<void> {
  found.push(...(await findingsInLooks(page, where)));
  if (shots !== undefined) await page.screenshot({ path: `${shots}/answers-${where}.png`, fullPage: true });
}

const choose = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page.getByLabel('The filled file').setInputFiles({ name, mimeType: 'text/csv', buffer });

/** What is stored of a safeguard. */
const ratingOf = async (id: string): Promise<{ rating: string; note: string | null } | undefined> =>
  (
    (await (await server.api('GET', '/api/ratings')).json()) as {
      ratings: readonly { id: string; rating: string; note: string | null }[];
    }
  ).ratings.find((one) => one.id === id);

test.skipIf(!isHere)(
  'answers: read, put right, rated where a rating follows, linked where they only touch',
  { timeout: 240_000 },
  async () => {
    const { page, faults } = await openPage(browser, server.address);
    await page.goto(`${server.address}/assessment`);
    await page.getByRole('link', { name: 'Answers to another framework' }).click();
    await arrive(page, 'What do our answers to another framework tell us?');
    await page.getByRole('heading', { name: 'Which files fit' }).waitFor();
    await look(page, 'empty');

    // By keyboard: without a file, then without a framework.
    await tabTo(page, page.getByRole('button', { name: 'Show what it tells' }));
    await page.keyboard.press('Enter');
    await page.getByText('The filled file: choose one first').waitFor();
    await choose(page, 'unnamed.csv', Buffer.from('Thema;Wie weit;Wer\nBackup;Implemented;IT\nLogs;Planned;IT\n'));
    await page.getByRole('button', { name: 'Show what it tells' }).click();
    await page.getByText('The framework that it answers: choose one first').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /27001/u }).click();
    await page.getByRole('button', { name: 'Show what it tells' }).click();
    await page.getByRole('alert').getByText('could not be read as answers').waitFor();
    await look(page, 'columns');

    await page.getByRole('button', { name: /Number of the requirement/u }).click();
    await page.getByRole('option', { name: 'A: Thema · Backup · Logs' }).click();
    await page.getByRole('button', { name: /How far it is/u }).click();
    await page.getByRole('option', { name: 'B: Wie weit · Implemented · Planned' }).click();
    await page.getByRole('button', { name: 'Read with these columns' }).click();
    await page.getByText('No answer leads to a safeguard').waitFor();
    await page.getByText('2 rows were not understood').waitFor();

    await choose(page, 'statement.csv', statement);
    await page.getByRole('button', { name: 'Show what it tells' }).click();
    await page.getByText(/^5 answers read/u).waitFor();
    await page.getByText('1 rating that follows').waitFor();
    await page.getByText('1 requirement has no answer').waitFor();
    await page.getByText('"A.9.99" is no number of the framework').waitFor();
    await look(page, 'found');

    // Only where a rating follows can it be accepted, and only by pressing.
    const before = await ratingOf('S-071');
    expect(before?.rating).not.toBe('fully');
    expect(await page.getByRole('button', { name: /^Rate S-/u }).count()).toBe(1);
    await tabTo(page, page.getByRole('button', { name: 'Rate S-071 “Fully”' }));
    await page.keyboard.press('Enter');
    await page.getByText('S-071 is rated “Fully” now.').waitFor();
    await page.getByText('It is rated so already.').waitFor();
    await page.locator('h3:focus').getByText('S-071').waitFor();
    expect((await ratingOf('S-071'))?.rating).toBe('fully');
    await look(page, 'accepted');

    // On the narrowest window.
    await page.setViewportSize({ width: 320, height: 800 });
    if (shots !== undefined) await page.screenshot({ path: `${shots}/answers-narrow.png`, fullPage: true });
    expect(await sidewaysOn(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });

    // To the safeguard and back: what was read is still there.
    await page.getByRole('link', { name: 'Rate S-071 by its own steps' }).click();
    await page.locator('#row-S-071').waitFor();
    await page.goBack();
    await page.getByText(/^5 answers read/u).waitFor();

    // The browser remarks on the answer to the file without numbers.
    const others = (await faults()).filter((fault) => !/status of 422/u.test(fault));
    expect([...found, ...others]).toEqual([]);
  },
);
