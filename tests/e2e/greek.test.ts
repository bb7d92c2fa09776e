/** Every page in another language than English: nothing of ours stays English, nothing breaks, and what is English says so. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requires } from '../support/require.ts';
import { openBrowser, openPage, type Opened } from './browser.ts';
import { findingsOn } from './findings.ts';
import { serve, type Served } from './serve.ts';
import { stated, store } from './stated.ts';

const isHere = requires('chromium');
let server: Served;
let browser: Opened;

beforeAll(async () => {
  if (!isHere) return;
  server = await serve({ hasFewSafeguards: true });
  browser = await openBrowser(server);
  await store(server, stated('hospital-greece'));
});
afterAll(async () => {
  if (!isHere) return;
  await browser.close();
  await server.stop();
});

/** Each with something that stands there once it is complete. */
const pages = [
  { path: '/', ready: '.next-title' },
  { path: '/profile', ready: 'main a[href^="/profile/"]' },
  { path: '/first-steps/1', ready: '.so-far h2' },
  { path: '/first-steps/check', ready: 'main dl' },
  { path: '/obligations', ready: '.duty' },
  { path: '/obligations/nis2-governance', ready: '#law' },
  { path: '/assessment/S-043', ready: '.as-levels' },
  { path: '/assessment/sheet', ready: '#sheet-file' },
  { path: '/assessment/answers', ready: '#answers-file' },
  { path: '/sites', ready: 'main h2' },
  { path: '/snapshots', ready: 'main h2' },
  { path: '/questions', ready: 'main .lead' },
  { path: '/questions/new?ids=S-043', ready: 'main form' },
  { path: '/ranking/S-043', ready: '.reasons h4, .reasons strong' },
  { path: '/plan', ready: '.share-title' },
  { path: '/guides/ciso', ready: '.read-lead' },
  { path: '/guides/ceo', ready: '.read-lead' },
  { path: '/library', ready: '.lib-way' },
  { path: '/library?q=ΑΝΤΙΓΡΑΦΟ', ready: '.lib-hit' },
  { path: '/library/S-043', ready: '.lib-steps' },
  { path: '/people', ready: 'main h2' },
  { path: '/account', ready: 'main h2' },
  { path: '/settings', ready: 'main h2' },
  { path: '/help', ready: '#languages' },
  { path: '/nowhere', ready: 'h1' },
] as const;

const greek = /\p{Script=Greek}/u;

/** What the frame says in Latin letters alone: names, and what nobody translated. */
const latinInFrame = async (page: Page): Promise<readonly string[]> => {
  const said = await page.locator('.side nav a, .top-line a, .top-line button, .foot span, .foot a').allInnerTexts();
  return said.filter((text) => text.trim() !== '' && !greek.test(text));
};

async function shown(page: Page, { path, ready }: (typeof pages)[number]): Promise<void> {
  await page.goto(server.address + path);
  await page.locator('h1').waitFor();
  await page.locator(ready).first().waitFor();
}

test.skipIf(!isHere)('greek: chosen where one signs in, kept, and given back', async () => {
  const stranger = await openBrowser();
  const { page, faults } = await openPage(stranger, server.address);
  await page.goto(`${server.address}/sign-in`);
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'Ελληνικά' }).click();
  await page.getByRole('heading', { level: 1, name: 'Σύνδεση' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('el');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Σύνδεση' }).waitFor();
  await page.getByRole('button', { name: 'Γλώσσα' }).click();
  expect(await page.getByRole('option', { name: 'English' }).locator('[lang="en"]').count()).toBe(1);
  await page.getByRole('option', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  expect(await faults()).toEqual([]);
  await stranger.close();
});

test.skipIf(!isHere)(
  'greek: every page, on a phone in the dark, where long words have least room',
  { timeout: 240_000 },
  async () => {
    const { page, faults } = await openPage(browser, server.address);
    await page.addInitScript("localStorage.setItem('theriac.language', 'el')");
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 900 });
    const findings: string[] = [];
    for (const one of pages) {
      await shown(page, one);
      findings.push(...(await findingsOn(page, one.path)));
      const heading = page.locator('h1');
      const saysEnglish = (await heading.locator('[lang="en"]').count()) > 0;
      if (!saysEnglish && !greek.test(await heading.innerText())) findings.push(`${one.path} has an English heading`);
      const language = await page.locator('html').getAttribute('lang');
      if (language !== 'el') findings.push(`${one.path} says that it is in "${language}"`);
      findings.push(
        ...(await latinInFrame(page)).filter((text) => text !== 'Ada Tester').map((text) => `${one.path}: ${text}`),
      );
    }
    expect(findings).toEqual([]);
    expect(await faults()).toEqual([]);
    await page.close();
  },
);

test.skipIf(!isHere)(
  'greek: titles are translated, what is not says that it is English, and the foot says by whom',
  async () => {
    const { page } = await openPage(browser, server.address);
    await page.addInitScript("localStorage.setItem('theriac.language', 'el')");
    await page.goto(`${server.address}/library/S-043`);
    await page.locator('.lib-steps').waitFor();
    const heading = page.locator('h1');
    expect(await heading.innerText()).toContain('Συντήρηση από προμηθευτές');
    expect(await heading.locator('[lang]').count()).toBe(0);
    expect(await page.locator('.lib-steps li').first().locator('[lang="en"]').count()).toBeGreaterThan(0);
    await page.getByText('Μηχανική μετάφραση, δεν την έχει επιβεβαιώσει ακόμη άνθρωπος.').waitFor();
    await page.close();
  },
);

test.skipIf(!isHere)('greek: a number is read as it is written here, and a wrong one says how', async () => {
  const { page, faults } = await openPage(browser, server.address);
  await page.addInitScript("localStorage.setItem('theriac.language', 'el')");
  const staff = async (): Promise<unknown> =>
    ((await (await server.api('GET', '/api/profile')).json()) as { profile: { staff_fte: unknown } }).profile.staff_fte;
  await page.goto(`${server.address}/first-steps/3?from=check`);
  const field = page.locator('main input[inputmode="numeric"], main input[inputmode="decimal"]').first();
  await field.fill('2,500');
  await page.getByRole('button', { name: 'Συνέχεια' }).click();
  await page.getByRole('alert').getByText('το κόμμα μπορεί να σημαίνει χιλιάδες ή δεκαδικά').waitFor();
  expect([await field.inputValue(), await staff()]).toEqual(['2,500', 2400]);
  await field.fill('2.500');
  await page.getByRole('button', { name: 'Συνέχεια' }).click();
  await page.getByText('2.500').first().waitFor();
  await expect.poll(staff).toBe(2500);
  expect(await faults()).toEqual([]);
  await page.close();
});

test.skipIf(!isHere)('greek: a colleague is asked in Greek, on a phone, and answers', async () => {
  const asked = await server.api('POST', '/api/questions', { name: 'Προϊσταμένη', safeguards: ['S-071'], days: 7 });
  const { id, link } = (await asked.json()) as { id: string; link: string };
  const stranger = await openBrowser();
  const { page, faults } = await openPage(stranger, server.address);
  await page.addInitScript("localStorage.setItem('theriac.language', 'el')");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${server.address}/answer#${link}`);
  await page.getByRole('heading', { level: 2, name: /Αντίγραφο ασφαλείας/u }).waitFor();
  const findings = await findingsOn(page, 'answer');
  await page.getByRole('radio', { name: /Σε μεγάλο βαθμό/u }).check({ force: true });
  await page.getByRole('button', { name: 'Έλεγχος και αποστολή' }).click();
  await page.getByRole('button', { name: 'Αποστολή της απάντησης' }).click();
  await page.locator('h1:focus').waitFor();
  await expect
    .poll(async () => ((await (await server.api('GET', `/api/questions/${id}`)).json()) as { sentAt: unknown }).sentAt)
    .not.toBeNull();
  expect([...findings, ...(await faults())]).toEqual([]);
  await stranger.close();
});
