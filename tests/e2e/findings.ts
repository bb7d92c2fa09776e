/** What is wrong with how a page is built: every fault that axe knows of, and a page wider than its window. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** The small form of axe, a quarter of a second quicker to hand to a page than the one that a program imports. */
const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const carriers = new WeakSet<Page>();

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Two looks that share nothing: each theme and each width is seen, at half the cost of all four. */
const looks = [
  { theme: 'dark', width: 390 },
  { theme: 'light', width: 1280 },
] as const;

/** By how many pixels the page scrolls sideways. */
export const sidewaysOn = async (page: Page): Promise<number> =>
  Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));

/** A line a fault, each with where it was found. `within` leaves out what other tests look at. */
export async function findingsOn(page: Page, where: string, within?: string): Promise<readonly string[]> {
  await carryAxe(page);
  const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
  const found = await page.evaluate<readonly string[]>(
    `axe.run(${within === undefined ? 'document' : JSON.stringify(within)}, ${JSON.stringify(options)}).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`,
  );
  const sideways = await sidewaysInAnyWidth(page);
  return [...found, ...(sideways > 0 ? [`scrolls sideways by ${sideways}`] : [])].map((fault) => `${where} ${fault}`);
}

/** Half of the time of a small page goes into handing over axe, so a page that is looked at brings it to each of its documents. */
async function carryAxe(page: Page): Promise<void> {
  if (carriers.has(page)) return;
  carriers.add(page);
  await page.addInitScript(axe);
  await page.evaluate(`${axe}; 0`);
}

/** The page in both looks; it stays wide and light. One load serves for two. */
export async function findingsInLooks(page: Page, where: string, within?: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { theme, width } of looks) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    found.push(...(await findingsOn(page, `${where} ${width} ${theme}`, within)));
  }
  return found;
}

/** A phone's page is made narrower still, to the width at which nothing may be lost (WCAG 2.2, 1.4.10). */
async function sidewaysInAnyWidth(page: Page): Promise<number> {
  const size = page.viewportSize();
  const sideways = await sidewaysOn(page);
  if (sideways > 0 || size === null || size.width > 400 || size.width <= 320) return sideways;
  await page.setViewportSize({ ...size, width: 320 });
  const narrowest = await sidewaysOn(page);
  await page.setViewportSize(size);
  return narrowest;
}
