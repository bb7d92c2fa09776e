/** A server with a hundred and ten safeguards, and places on the assessment page. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { smallContent } from '../support/small-content.ts';
import { openBrowser, type Opened } from './browser.ts';
import { serve, type Served } from './serve.ts';
import { stated, store } from './stated.ts';

export type Worksheet = { readonly server: Served; readonly browser: Opened; readonly close: () => Promise<void> };

/** The example hospital on a server of its own, and a browser that is signed in there. */
export async function openWorksheet(): Promise<Worksheet> {
  const content = manySafeguards(110);
  const server = await serve({ env: () => ({ THERIAC_CONTENT: content }) });
  const browser = await openBrowser(server);
  await store(server, stated('hospital-greece'));
  const close = async (): Promise<void> => {
    await browser.close();
    await server.stop();
    rmSync(content, { recursive: true, force: true });
  };
  return { server, browser, close };
}

/** Content with copies of a few safeguards under new ids, as many as wanted in all. */
function manySafeguards(wanted: number): string {
  const content = smallContent();
  const safeguards = join(content, 'safeguards');
  const files = readdirSync(safeguards).toSorted();
  const added = Array.from({ length: wanted - files.length }, (_, index) => `S-${String(500 + index)}`);
  for (const [index, id] of added.entries()) {
    const text = readFileSync(join(safeguards, files[index % files.length] ?? ''), 'utf8');
    writeFileSync(
      join(safeguards, `${id}.yaml`),
      text.replace(/^id: .*$/mu, `id: ${id}`).replace(/^title: (.*)$/mu, `title: Copy ${index + 1}. $1`),
    );
  }
  return content;
}

export async function openAssessment(page: Page, { address }: Served, path = '/assessment'): Promise<void> {
  await page.goto(address + path);
  await page.getByRole('radio').first().waitFor();
}

export const row = (page: Page, id: string): Locator => page.locator(`[data-row="${id}"]`);
export const checked = (page: Page, id: string): Locator => row(page, id).locator('.as-line input:checked');
