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
  const sideways = await sidewaysOn(page);
  return sideways > 0 ? [...found, `${where} scrolls sideways by ${sideways}`] : found;
}
