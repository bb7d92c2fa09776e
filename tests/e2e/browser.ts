/** Debian's Chromium, and what a page must never do while a test looks at it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { chromiumPath } from '../support/require.ts';
import type { Served } from './serve.ts';

// As root it starts only without its sandbox; the rest keeps it from asking other hosts by itself.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page that lives for a second is not worth the best code its scripts can be compiled to.
  '--js-flags=--no-opt',
];

export type Opened = { readonly context: BrowserContext; readonly close: () => Promise<void> };

/** Opens a browser with an empty profile, signed in where a server says as whom. */
export async function openBrowser(served?: Served): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'theriac-chromium-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath() ?? '',
    headless: true,
    args: flags,
  });
  await context.addCookies([...(served?.cookies ?? [])]);
  const close = async (): Promise<void> => {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { context, close };
}

/** A new page, and everything it did that it must not: errors, requests to others, breaches of the content policy. */
export async function openPage(
  { context }: Opened,
  address: string,
): Promise<{ readonly page: Page; readonly faults: () => Promise<readonly string[]> }> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on(
    'console',
    (message) => void (['error', 'warning'].includes(message.type()) && faults.push(`console: ${message.text()}`)),
  );
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => void (isForeign(request.url(), address) && faults.push(`request: ${request.url()}`)));
  // The console reports a breach as well, but not one in report-only mode, nor in what loads before the console listens.
  await page.exposeFunction('tellBreach', (breach: string) => void faults.push(`policy: ${breach}`));
  await page.addInitScript(
    "document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => tellBreach([violatedDirective, blockedURI, sample].join(' ')))",
  );
  return {
    page,
    faults: async () => {
      await page.evaluate('0');
      return [...faults];
    },
  };
}

const isForeign = (url: string, address: string): boolean =>
  !url.startsWith(`${address}/`) && !/^(?:blob|data|about):/u.test(url);

const mostTabs = 60;

/** Whether the keyboard is there. */
export const hasFocus = (element: Locator): Promise<boolean> =>
  element.evaluate((node) => node.ownerDocument.activeElement === node);

/** Goes to an element as a keyboard does, one stop after the other. */
export async function tabTo(page: Page, element: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await element.waitFor({ state: 'attached' });
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if (await hasFocus(element)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Cannot reach ${String(element)} by the keyboard: not within ${mostTabs} stops`);
}

/** Waits until the heading of a page has the focus: the page has arrived, for a keyboard too. */
export async function arrive(page: Page, heading: string | RegExp): Promise<void> {
  const element = page.getByRole('heading', { level: 1, name: heading });
  await element.waitFor();
  await page.locator('h1:focus').waitFor();
}

/** What a page needed of script so far, compressed as it came. */
export const scriptBytesOf = async (page: Page): Promise<number> =>
  Number(
    await page.evaluate(
      "performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)",
    ),
  );
