/** The assessment page in every look and state: nothing for axe to find, nothing sideways, nothing in the console. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requires } from '../support/require.ts';
import { openPage, type Opened } from './browser.ts';
import { findingsInLooks } from './findings.ts';
import type { Served } from './serve.ts';
import { checked, openAssessment, openWorksheet, row, type Worksheet } from './worksheet.ts';

const isHere = requires('chromium');
let worksheet: Worksheet;
let server: Served;
let browser: Opened;
beforeAll(async () => {
  if (isHere) ({ server, browser } = worksheet = await openWorksheet());
});
afterAll(async () => {
  if (isHere) await worksheet.close();
});

const rateElsewhere = async (id: string, change: object): Promise<void> => {
  expect((await server.api('PATCH', `/api/ratings/${id}`, change)).status).toBe(200);
};

test.skipIf(!isHere)('assessment: nothing to find in any look', { timeout: 240_000 }, async () => {
  const { page, faults } = await openPage(browser, server.address);
  const found: string[] = [];
  await rateElsewhere('S-071', { rating: 'largely' });
  await openAssessment(page, server);
  await page.getByRole('button', { name: 'All keys' }).click();
  found.push(...(await findingsInLooks(page, 'list and keys')));
  await openAssessment(page, server, '/assessment/S-071');
  await row(page, 'S-071').getByText('When is it done?').waitFor();
  await row(page, 'S-071').getByRole('button', { name: 'Add evidence' }).click();
  await row(page, 'S-071').getByRole('radio', { name: 'A file' }).check();
  await row(page, 'S-071').locator('summary').click();
  found.push(...(await findingsInLooks(page, 'open row with form and history')));
  await row(page, 'S-071').getByRole('button', { name: 'Cancel' }).click();
  await checked(page, 'S-071').press('x');
  await page.keyboard.press('Enter');
  found.push(...(await findingsInLooks(page, 'reason missing')));
  await page.keyboard.press('Escape');
  await rateElsewhere('S-071', { rating: 'partially' });
  await checked(page, 'S-071').press('n');
  await row(page, 'S-071').getByRole('alert').waitFor();
  found.push(...(await findingsInLooks(page, 'conflict')));
  await row(page, 'S-071').getByRole('button', { name: 'Take what is stored' }).click();
  expect([...found, ...(await faults()).filter((fault) => !fault.includes('409'))]).toEqual([]);
  await page.close();
});

/** A row to carry over, one that cannot be, and a column that nobody reads. */
const filled = 'Id;Rating;Note;Colour\nS-061;L;Two wards tried it;red\nS-064;mostly;;\n';

test.skipIf(!isHere)('assessment: a filled sheet is confirmed', { timeout: 120_000 }, async () => {
  const { page, faults } = await openPage(browser, server.address);
  const found: string[] = [];
  await rateElsewhere('S-061', { rating: 'partially', note: null });
  await openAssessment(page, server);
  await page.getByRole('link', { name: 'Rate in a spreadsheet' }).click();
  await page.getByRole('button', { name: 'Show what it would change' }).click();
  await page.getByText('Choose the sheet first').waitFor();
  const hand = async (): Promise<void> => {
    await page
      .getByLabel('The filled sheet')
      .setInputFiles({ name: 'ratings.csv', mimeType: 'text/csv', buffer: Buffer.from(filled) });
    await page.getByRole('button', { name: 'Show what it would change' }).click();
    await page.getByText('1 row cannot be carried over').waitFor();
  };
  await hand();
  await page.getByText('Columns that were not read: Colour').waitFor();
  await page.getByRole('table', { name: 'Row 2: what changes in S-061' }).getByText('Two wards tried it').waitFor();
  found.push(...(await findingsInLooks(page, 'suggestions')));
  await rateElsewhere('S-061', { rating: 'fully' });
  await page.getByRole('button', { name: 'Store 1 change' }).click();
  await page.getByText('Nothing was stored').waitFor();
  await page.getByRole('cell', { name: 'Fully' }).waitFor();
  await page.getByRole('button', { name: 'Store 1 change' }).click();
  await page.getByText('1 rating was stored.').waitFor();
  const { ratings } = (await (await server.api('GET', '/api/ratings')).json()) as { ratings: { id: string }[] };
  expect(ratings.find(({ id }) => id === 'S-061')).toMatchObject({ rating: 'largely', note: 'Two wards tried it' });
  expect([...found, ...(await faults()).filter((fault) => !fault.includes('409'))]).toEqual([]);
  await page.close();
});
