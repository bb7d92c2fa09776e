/** What a person waits for in a browser: the first load, and the ranking drawn anew after a weight was moved. Needs Debian's Chromium. */
import type { Page } from 'playwright-core';
import { openBrowser, scriptBytesOf } from '../tests/e2e/browser.ts';
import { serve } from '../tests/e2e/serve.ts';
import { stated, store } from '../tests/e2e/stated.ts';
import { chromiumPath } from '../tests/support/require.ts';

type Item = { readonly id: string };
const moves = 40;

/** The real answer, its rows repeated under other names until there are `count`. */
async function repeatRows(page: Page, count: number): Promise<void> {
  await page.route('**/api/rank', async (route) => {
    const answer = await route.fetch();
    const view = (await answer.json()) as { items: readonly Item[] };
    const items = Array.from({ length: count }, (_, index) => {
      const item = view.items[index % view.items.length] as Item;
      return index < view.items.length ? item : { ...item, id: `S-${500 + index}`, waitsFor: [], unlocks: [] };
    });
    await route.fulfill({ response: answer, json: { ...view, items } });
  });
}

/** From each key to the first frame after the rows changed; the rows are drawn after the slider, so its own paint is too early. */
const watchRows = `
  window.drawnMs = [];
  let pressedAt = null;
  document.addEventListener('keydown', () => { pressedAt = performance.now(); }, true);
  new MutationObserver(() => {
    const from = pressedAt;
    if (from === null) return;
    pressedAt = null;
    requestAnimationFrame(() => setTimeout(() => window.drawnMs.push(performance.now() - from)));
  }).observe(document.querySelector('.ranks').closest('div'), { subtree: true, childList: true, attributes: true, characterData: true });
`;

export type Drawn = {
  /** Milliseconds from each move of a weight until the ranking is drawn anew. */
  readonly movedMs: readonly number[];
  /** Script of the first load of `/`, compressed. */
  readonly firstLoadBytes: number;
};

/** Measures with so many safeguards in the ranking; null without a browser. */
export async function benchBrowser(count: number): Promise<Drawn | null> {
  if (chromiumPath() === null) return null;
  const server = await serve();
  const browser = await openBrowser(server);
  try {
    await store(server, stated('hospital-greece'));
    const page = await browser.context.newPage();
    await page.goto(server.address);
    await page.locator('.next-title').first().waitFor();
    const firstLoadBytes = await scriptBytesOf(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await repeatRows(page, count);
    await page.goto(`${server.address}/ranking`);
    await page.getByRole('button', { name: 'Change the weights' }).click();
    const slider = page.getByRole('slider').first();
    await slider.focus();
    await page.evaluate(watchRows);
    for (let move = 0; move < moves; move += 1) {
      await slider.press(move % 20 < 10 ? 'ArrowRight' : 'ArrowLeft');
      await page.waitForTimeout(150);
    }
    return { movedMs: (await page.evaluate('window.drawnMs')) as readonly number[], firstLoadBytes };
  } finally {
    await browser.close();
    await server.stop();
  }
}
