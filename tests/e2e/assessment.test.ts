/** Assessment as people work on it: a hundred ratings by the keyboard, two people at once, a lost server, evidence. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requires } from '../support/require.ts';
import { hasFocus, openBrowser, openPage, tabTo, type Opened } from './browser.ts';
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

type Stored = {
  readonly id: string;
  readonly rating: string;
  readonly version: number;
  readonly [key: string]: unknown;
};
const stored = async (): Promise<readonly Stored[]> =>
  ((await (await server.api('GET', '/api/ratings')).json()) as { ratings: Stored[] }).ratings;
const storedOf = async (id: string): Promise<Stored | undefined> => (await stored()).find((one) => one.id === id);
const rateElsewhere = async (id: string, change: object): Promise<void> => {
  expect((await server.api('PATCH', `/api/ratings/${id}`, change)).status).toBe(200);
};

const status = (page: Page): Locator => page.locator('.as-state output');
const focusedRow = (page: Page): Promise<string | null> =>
  page.evaluate("document.activeElement?.closest('[data-row]')?.dataset.row ?? null") as Promise<string | null>;

/** As a keyboard comes to the list. */
async function toList(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: 'All keys' }));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
}

const letters = ['N', 'P', 'L', 'F'] as const;
const words = { N: 'not_implemented', P: 'partially', L: 'largely', F: 'fully' } as const;

test.skipIf(!isHere)('assessment: a hundred ratings by the keyboard alone', { timeout: 300_000 }, async () => {
  const { page, faults } = await openPage(browser, server.address);
  await page.setViewportSize({ width: 1280, height: 900 });
  await openAssessment(page, server);
  await toList(page);
  const expected = new Map<string, string>();
  const waits: number[] = [];
  for (let count = 0; count < 100; count += 1) {
    const id = (await focusedRow(page)) ?? 'nowhere';
    expect([count, id]).toEqual([count, expect.stringMatching(/^S-\d{3}$/u)]);
    expect(expected.has(id)).toBe(false);
    const began = performance.now();
    if (count % 20 === 19) {
      await page.keyboard.press('x');
      await page.keyboard.type(`Not here, ${count}`);
      await page.keyboard.press('Enter');
      expected.set(id, 'not_applicable');
    } else {
      const letter = letters[count % letters.length] ?? 'N';
      await page.keyboard.press(letter.toLowerCase());
      expected.set(id, words[letter]);
    }
    await page.locator(`[data-row="${id}"]:focus-within`).waitFor({ state: 'detached' });
    waits.push(performance.now() - began);
  }
  await page.getByText(/Saved at \d\d:\d\d/u).waitFor();
  await expect
    .poll(async () => (await status(page).textContent())?.includes('Saving'), { timeout: 60_000 })
    .toBe(false);
  const ratings = new Map((await stored()).map(({ id, rating }) => [id, rating]));
  expect([...expected].filter(([id, rating]) => ratings.get(id) !== rating)).toEqual([]);
  const sorted = waits.toSorted((left, right) => left - right);
  process.stdout.write(
    `A key until the next row has the focus: median ${Math.round(sorted[50] ?? 0)} ms, p95 ${Math.round(sorted[95] ?? 0)} ms\n`,
  );
  expect(await faults()).toEqual([]);
  await page.close();
});

test.skipIf(!isHere)('assessment: all keys do what the help says', { timeout: 120_000 }, async () => {
  const { page, faults } = await openPage(browser, server.address);
  await openAssessment(page, server, '/assessment?domain=2');
  await toList(page);
  const first = await focusedRow(page);
  await page.keyboard.press('ArrowDown');
  const second = (await focusedRow(page)) ?? '';
  expect(second).not.toBe(first);
  await page.keyboard.press('ArrowUp');
  expect(await focusedRow(page)).toBe(first);
  await page.keyboard.press('ArrowDown');

  // Arrows change the rating and stay.
  await page.keyboard.press('u');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  expect([await focusedRow(page), await checked(page, second).getAttribute('value')]).toEqual([second, 'fully']);
  await expect.poll(async () => (await storedOf(second))?.rating).toBe('fully');

  await page.keyboard.press('Enter');
  await page.waitForURL(`**/assessment/${second}?*`);
  await row(page, second).getByText('When is it done?').waitFor();
  await page.keyboard.press('o');
  await page.keyboard.type('Ward office');
  await expect.poll(async () => (await storedOf(second))?.['owner']).toBe('Ward office');
  await page.keyboard.press('Escape');
  expect(await focusedRow(page)).toBe(second);
  expect(await hasFocus(checked(page, second))).toBe(true);
  await row(page, second).getByText('When is it done?').waitFor({ state: 'detached' });

  await page.keyboard.press('e');
  await row(page, second).locator('[data-part=evidence]:focus').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('x');
  await page.keyboard.press('Enter');
  await page.getByText('Write the reason').waitFor();
  await page.keyboard.press('Escape');
  expect(await checked(page, second).getAttribute('value')).toBe('fully');

  await page.keyboard.press('?');
  await page.locator('#as-keys:focus').waitFor();
  await page.keyboard.press('Escape');
  expect(await focusedRow(page)).toBe(second);
  await page.keyboard.press('/');
  expect(await hasFocus(page.getByLabel('Find a safeguard'))).toBe(true);
  await page.keyboard.type('patched');
  await page.waitForURL(/find=patched/u);
  await expect.poll(() => page.locator('[data-row]').count()).toBeLessThan(12);
  expect(await faults()).toEqual([]);
  await page.close();
});

test.skipIf(!isHere)(
  'assessment: keys that come faster than the next domain mean its rows',
  { timeout: 120_000 },
  async () => {
    const { page } = await openPage(browser, server.address);
    await openAssessment(page, server, '/assessment?domain=2');
    const second = await page
      .locator('[data-row]')
      .evaluateAll((rows) => rows.map((one) => one.getAttribute('data-row')));
    await openAssessment(page, server);
    const last = (await page.locator('[data-row]').last().getAttribute('data-row')) ?? '';
    await checked(page, last).focus();
    for (const key of ['n', 'p', 'l']) await page.keyboard.press(key);
    await expect
      .poll(async () =>
        Promise.all([last, ...second.slice(0, 2)].map(async (id) => (await storedOf(id ?? ''))?.rating)),
      )
      .toEqual(['not_implemented', 'partially', 'largely']);
    await page.close();
  },
);

test.skipIf(!isHere)('assessment: single keys can be switched off, and stay off', { timeout: 120_000 }, async () => {
  const { page } = await openPage(browser, server.address);
  await openAssessment(page, server);
  await page.getByRole('button', { name: 'All keys' }).click();
  await page.getByRole('checkbox', { name: 'Single letters and signs as shortcuts' }).press('Space');
  await page.reload();
  await page.getByText('Single keys are switched off').waitFor();
  await toList(page);
  const id = (await focusedRow(page)) ?? '';
  const before = await checked(page, id).getAttribute('value');
  await page.keyboard.press(before === 'fully' ? 'n' : 'f');
  expect([await focusedRow(page), await checked(page, id).getAttribute('value')]).toEqual([id, before]);
  await page.keyboard.press('ArrowDown');
  expect(await focusedRow(page)).not.toBe(id);
  await page.getByRole('button', { name: 'All keys' }).click();
  await page.getByRole('checkbox', { name: 'Single letters and signs as shortcuts' }).press('Space');
  await page.close();
});

test.skipIf(!isHere)(
  'assessment: two people at once see both values, and nothing is overwritten',
  { timeout: 120_000 },
  async () => {
    await rateElsewhere('S-041', { rating: 'partially', note: 'Staff only' });
    const { page, faults } = await openPage(browser, server.address);
    const another = await openBrowser(server);
    const { page: theirs } = await openPage(another, server.address);
    await openAssessment(page, server, '/assessment/S-041');
    await openAssessment(theirs, server, '/assessment/S-041');

    await checked(theirs, 'S-041').press('l');
    await theirs.getByText(/Saved at/u).waitFor();
    await checked(page, 'S-041').press('n');
    const note = row(page, 'S-041').getByRole('alert');
    await note.waitFor();
    expect(await note.textContent()).toMatch(/Ada Tester changed it on .*Not implemented.*Largely/u);
    expect((await storedOf('S-041'))?.rating).toBe('largely');
    expect(await status(page).textContent()).not.toContain('Saving');
    await note.getByRole('button', { name: 'Keep mine' }).click();
    await note.waitFor({ state: 'detached' });
    await expect.poll(async () => (await storedOf('S-041'))?.rating).toBe('not_implemented');

    // Now the other page is behind, and takes what is stored.
    await checked(theirs, 'S-041').press('f');
    await row(theirs, 'S-041').getByRole('button', { name: 'Take what is stored' }).click();
    expect(await checked(theirs, 'S-041').getAttribute('value')).toBe('not_implemented');
    expect((await storedOf('S-041'))?.rating).toBe('not_implemented');

    // Different parts go together without a question.
    await rateElsewhere('S-041', { note: 'Staff and laboratory' });
    await checked(theirs, 'S-041').press('p');
    await expect.poll(async () => (await storedOf('S-041'))?.rating).toBe('partially');
    expect((await storedOf('S-041'))?.['note']).toBe('Staff and laboratory');
    expect(await theirs.getByRole('alert').count()).toBe(0);
    // The refusal itself is in the console of a browser; nothing else is.
    expect((await faults()).filter((fault) => !fault.includes('409'))).toEqual([]);
    await another.close();
    await page.close();
  },
);

test.skipIf(!isHere)('assessment: a lost server loses nothing, nor does a reload', { timeout: 120_000 }, async () => {
  const ids = ['S-001', 'S-002', 'S-015'];
  for (const id of ids) await rateElsewhere(id, { rating: 'unknown' });
  const { page } = await openPage(browser, server.address);
  await openAssessment(page, server);
  await browser.context.setOffline(true);
  for (const id of ids) await checked(page, id).press('l');
  await page.getByText('Kept on this computer, 3 changes wait').waitFor();
  expect(await row(page, 'S-001').getByText('waits on this computer').count()).toBe(1);
  expect((await storedOf('S-001'))?.rating ?? 'unknown').toBe('unknown');
  await browser.context.setOffline(false);
  await page.getByText(/Saved at/u).waitFor();
  expect(await Promise.all(ids.map(async (id) => (await storedOf(id))?.rating))).toEqual([
    'largely',
    'largely',
    'largely',
  ]);

  // Reading works again, writing does not: what waits is still there after a reload.
  await page.route('**/api/ratings/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  await checked(page, 'S-001').press('f');
  await page.getByText('Kept on this computer, 1 change waits').waitFor();
  await page.reload();
  await page.getByText('Kept on this computer, 1 change waits').waitFor();
  expect(await checked(page, 'S-001').getAttribute('value')).toBe('fully');
  expect((await storedOf('S-001'))?.rating).toBe('largely');

  // Nor does it matter to which page its author comes back.
  await page.goto(`${server.address}/help`);
  await page.getByText('Kept on this computer, 1 change waits').waitFor();
  await page.unroute('**/api/ratings/*');
  await page.reload();
  await expect.poll(async () => (await storedOf('S-001'))?.rating).toBe('fully');
  await page.getByText('Kept on this computer').waitFor({ state: 'detached' });
  await openAssessment(page, server);

  // What somebody else changed while it waited is not overwritten.
  await browser.context.setOffline(true);
  await checked(page, 'S-002').press('n');
  await page.getByText('Kept on this computer').waitFor();
  await rateElsewhere('S-002', { rating: 'fully' });
  await browser.context.setOffline(false);
  await row(page, 'S-002').getByRole('alert').waitFor();
  expect((await storedOf('S-002'))?.rating).toBe('fully');
  await row(page, 'S-002').getByRole('button', { name: 'Take what is stored' }).click();
  await page.close();
});

const pdf = { name: 'Πολιτική 3.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n') };
const html = { name: 'page.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><script>alert(1)</script>') };

test.skipIf(!isHere)('assessment: evidence in words, by address and as a file', { timeout: 120_000 }, async () => {
  const { page, faults } = await openPage(browser, server.address);
  await openAssessment(page, server, '/assessment/S-071');
  const part = row(page, 'S-071').getByRole('region', { name: 'Evidence' });
  const add = part.getByRole('button', { name: 'Add evidence' });
  await add.click();
  await part.getByRole('button', { name: 'Add', exact: true }).click();
  await part.getByText('Write what it proves').waitFor();
  expect(await hasFocus(part.getByLabel('What it proves'))).toBe(true);
  await part.getByLabel('What it proves').fill('Restore test of the laboratory system');
  await part.getByLabel('Proves it until (optional)').fill('2026-01-31');
  await part.getByRole('button', { name: 'Add', exact: true }).click();
  await part.getByText('proved it until 31 January 2026').waitFor();
  await row(page, 'S-071').getByText('evidence out of date').waitFor();
  expect(await hasFocus(add)).toBe(true);

  await add.click();
  await part.getByRole('radio', { name: 'An address' }).check();
  await part.getByLabel('What it proves').fill('Backup plan');
  await part.getByLabel('Address', { exact: true }).fill('javascript:alert(1)');
  await part.getByRole('button', { name: 'Add', exact: true }).click();
  await part.getByText('Write an address that begins with').waitFor();
  await part.getByLabel('Address', { exact: true }).fill('https://intranet.hospital.example/backup');
  await part.getByRole('button', { name: 'Add', exact: true }).click();
  await part.getByRole('link', { name: 'Backup plan' }).waitFor();

  await add.click();
  await part.getByRole('radio', { name: 'A file' }).check();
  await part.getByLabel('File', { exact: true }).setInputFiles(html);
  await part.getByRole('button', { name: 'Add', exact: true }).click();
  await part.getByText('It is a web page, a drawing or XML').waitFor();
  await part.getByLabel('File', { exact: true }).setInputFiles(pdf);
  await part.getByRole('button', { name: 'Add', exact: true }).click();
  const link = part.getByRole('link', { name: 'Πολιτική 3' });
  await link.waitFor();
  const download = page.waitForEvent('download');
  await link.click();
  expect((await download).suggestedFilename()).toBe('Πολιτική 3.pdf');

  await part.getByRole('button', { name: 'Remove Πολιτική 3' }).click();
  await part.getByText('It cannot be brought back').waitFor();
  await part.getByRole('button', { name: 'Delete' }).click();
  await link.waitFor({ state: 'detached' });
  await expect.poll(async () => (((await storedOf('S-071'))?.['evidence'] ?? []) as unknown[]).length).toBe(2);
  await row(page, 'S-071').locator('summary').click();
  await row(page, 'S-071').locator('.as-changes').getByText('Evidence:').first().waitFor();
  // The refused file is in the console of a browser; nothing else is.
  expect((await faults()).filter((fault) => !fault.includes('415'))).toEqual([]);
  await page.close();
});

test.skipIf(!isHere)(
  'assessment: a file needs the server, and the form stays as it is',
  { timeout: 120_000 },
  async () => {
    const { page } = await openPage(browser, server.address);
    await openAssessment(page, server, '/assessment/S-081');
    const part = row(page, 'S-081').getByRole('region', { name: 'Evidence' });
    await part.getByRole('button', { name: 'Add evidence' }).click();
    await part.getByRole('radio', { name: 'A file' }).check();
    await part.getByLabel('File', { exact: true }).setInputFiles(pdf);
    await browser.context.setOffline(true);
    await part.getByRole('button', { name: 'Add', exact: true }).click();
    await part.getByText('Files are not kept on this computer').waitFor();
    await browser.context.setOffline(false);
    await part.getByRole('button', { name: 'Add', exact: true }).click();
    await part.getByRole('link', { name: 'Πολιτική 3' }).waitFor();
    await page.close();
  },
);
