/** What is wrong with how a page is built: every fault that axe knows of, and a page wider than its window. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** By how many pixels the page scrolls sideways. */
export const sidewaysOn = async (page: Page): Promise<number> =>
  Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));

/** A line a fault, each with where it was found. `within` leaves out what other tests look at. */
export async function findingsOn(page: Page, where: string, within?: string): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page }).withTags(tags).options({ resultTypes: ['violations'] });
  // Without frames there is nothing to gather in a page of its own, which takes as long as the rest.
  builder.setLegacyMode(true);
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${where} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  const sideways = await sidewaysInAnyWidth(page);
  return sideways > 0 ? [...found, `${where} scrolls sideways by ${sideways}`] : found;
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
