/** Guidance of others in the browser: from an empty page over a preview to two editions side by side. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frameworkFile, laterNodes, mappingFile, node, wardNodes } from '../support/guidance-files.ts';
import { requires } from '../support/require.ts';
import { arrive, hasFocus, openBrowser, openPage, tabTo, type Opened } from './browser.ts';
import { findingsInLooks } from './findings.ts';
import { serve, type Served } from './serve.ts';

const isHere = requires('chromium');
let server: Served;
let browser: Opened;
beforeAll(async () => {
  if (!isHere) return;
  server = await serve({ hasFewSafeguards: true });
  browser = await openBrowser(server);
});
afterAll(async () => {
  if (!isHere) return;
  await browser.close();
  await server.stop();
});

const found: string[] = [];
const shots = process.env['THERIAC_SHOTS'];
async function look(page: Page, where: string): Promise<void> {
  found.push(...(await findingsInLooks(page, where)));
  if (shots !== undefined) await page.screenshot({ path: `${shots}/imports-${where}.png`, fullPage: true });
}

const choose = (page: Page, buffer: Buffer, name = 'ward.yaml'): Promise<void> =>
  page.getByLabel('File with guidance').setInputFiles({ name, mimeType: 'application/yaml', buffer });

async function preview(page: Page, buffer: Buffer): Promise<void> {
  await choose(page, buffer);
  await page.getByRole('button', { name: 'Show what it would bring' }).click();
  await page.getByRole('heading', { level: 2, name: /would bring/u }).waitFor();
}

test.skipIf(!isHere)('imports: from an empty page to two editions side by side', { timeout: 240_000 }, async () => {
  const { page, faults } = await openPage(browser, server.address);
  await page.goto(`${server.address}/library`);
  await page.getByRole('main').getByRole('link', { name: 'Imported guidance' }).click();
  await arrive(page, 'Which guidance of others do we keep here?');
  await page.getByText('Nothing was imported yet.').waitFor();
  await look(page, 'empty');

  // By keyboard, and without a file.
  await tabTo(page, page.getByRole('button', { name: 'Show what it would bring' }));
  await page.keyboard.press('Enter');
  await page.getByText('File with guidance: choose a file first').waitFor();
  await look(page, 'no-file');

  await choose(page, Buffer.from('hello: world'));
  await page.getByRole('button', { name: 'Show what it would bring' }).click();
  await page.getByRole('alert').getByText('The file is of no kind that can be read here.').waitFor();
  await look(page, 'refused');

  await page.getByLabel('Where the file comes from').fill('https://nurses.example/ward');
  const labels = Array.from({ length: 130 }, (_, index) => `label ${index}`);
  await preview(page, frameworkFile({ labels }));
  await page.getByText('130 things in the file are not carried.').waitFor();
  await page.getByRole('button', { name: 'Further rows' }).click();
  await page.getByText('101 to 130 of 130').waitFor();
  await look(page, 'preview');
  await page.getByRole('button', { name: 'Load all of it' }).click();
  await page.getByText('“Ward rules” is loaded.').waitFor();
  await page.getByText('1 edition of a framework from 1 file.').waitFor();

  await page.getByRole('link', { name: 'See that import' }).click();
  await arrive(page, 'Ward rules');
  await page.getByText('https://nurses.example/ward').waitFor();
  await page.getByText('1 to 100 of 130').waitFor();
  await look(page, 'one');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Get the file as it came' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('ward.yaml');

  await page.getByRole('main').getByRole('link', { name: 'Ward rules' }).click();
  await page.getByText('5 requirements, 3 of them to be assessed').waitFor();
  await page.getByText('2 requirements below').click();
  await page.getByText('Keep three copies').waitFor();
  await look(page, 'edition');
  await page.locator('#words button').click();
  await page.getByRole('option', { name: 'French' }).click();
  await page.getByText('Gardez trois copies').waitFor();
  expect(new URL(page.url()).search).toBe('?words=fr');
  await page.getByLabel('Search within').fill('copies sauvegardes');
  await page.getByText('1 requirement has these words.').waitFor();
  await look(page, 'search');

  await page.goto(`${server.address}/library/imports`);
  await preview(page, frameworkFile({ nodes: laterNodes }));
  await page.getByText('One finding is an error.').waitFor();
  expect(await page.getByRole('button', { name: 'Load all of it' }).count()).toBe(0);
  await look(page, 'altered');
  await preview(page, frameworkFile());
  await page.getByText('1 finding.').waitFor({ state: 'detached' });
  await preview(page, frameworkFile({ version: 2, nodes: laterNodes, copyright: '© Board of nurses. '.repeat(20) }));
  await page.getByText('Compared with the stored edition 1').waitFor();
  await page.getByText('Removed: 1').click();
  await page.getByText('1.2 Printed lists').waitFor();
  await look(page, 'another-edition');
  await page.getByRole('button', { name: 'Load all of it' }).click();
  await page.getByText('is loaded.').waitFor();
  await preview(page, mappingFile('urn:nobody:framework', [['1.1', 'urn:nobody:1']]));
  await page.getByText('which is neither in this file nor known').waitFor();
  await look(page, 'mapping');
  await page.getByRole('button', { name: 'Load all of it' }).click();
  await page.getByText('“Ward to other” is loaded.').waitFor();
  await look(page, 'list');

  await page
    .getByRole('row', { name: /Ward rules 2/u })
    .first()
    .getByRole('link')
    .click();
  await page.getByRole('heading', { level: 2, name: 'Other editions' }).waitFor();
  await page.getByText('to urn:nobody:framework').waitFor();
  await page.getByRole('link', { name: 'What changed from edition 1' }).click();
  await arrive(page, 'What changed from edition 1 to edition 2?');
  await page.getByText('one of them elsewhere').waitFor();
  await look(page, 'comparison');

  await page.goto(`${server.address}/library/imports`);
  await page.locator('#files').locator('..').getByRole('link', { name: 'Ward to other' }).click();
  await page.getByRole('button', { name: 'Take this import away' }).click();
  await page.getByRole('button', { name: 'Take it away', exact: true }).click();
  await arrive(page, 'Which guidance of others do we keep here?');
  await page.getByText('2 editions of frameworks from 2 files.').waitFor();

  await page.goto(`${server.address}/library/imports/0b1c3c9e-0000-4000-8000-000000000001`);
  await page.getByRole('heading', { level: 1, name: 'There is no such import' }).waitFor();
  await look(page, 'missing');

  expect(found).toEqual([]);
  // Refusals are answers of the server that a browser also notes.
  expect((await faults()).filter((fault) => !/status of (?:404|415)/u.test(fault))).toEqual([]);
});

test.skipIf(!isHere)('imports: a tree of many levels opens level by level', { timeout: 120_000 }, async () => {
  const nodes = [...wardNodes, node('2.1.1', 'At night'), node('2.1.1.1', 'In the dark')];
  const file = { name: 'deep.yaml', content: frameworkFile({ version: 9, nodes }).toString('base64') };
  const loaded = await server.api('POST', '/api/imports', { file });
  expect(loaded.status).toBe(200);
  const { editions } = (await (await server.api('GET', '/api/frameworks')).json()) as {
    editions: { id: string; edition: string }[];
  };
  const { page, faults } = await openPage(browser, server.address);
  await page.goto(`${server.address}/library/editions/${editions.find(({ edition }) => edition === '9')?.id}`);
  for (const below of ['3 requirements below', '2 requirements below 2.1', '1 requirement below'])
    await page.getByText(below).last().click();
  await page.getByText('In the dark').waitFor();
  expect([...(await findingsInLooks(page, 'deep')), ...(await faults())]).toEqual([]);
});

const sheet = Buffer.from(
  'Nr;Titel;Text;Aisle\nW1;Backup;Backups are kept.;4\nW1.1;Offline;One copy is offline.;5\n;No number;;\n',
);

test.skipIf(!isHere)(
  'imports: a sheet is said what it is, by keyboard, seen and loaded',
  { timeout: 240_000 },
  async () => {
    const { page, faults } = await openPage(browser, server.address);
    await page.goto(`${server.address}/library/imports`);
    await page.getByRole('link', { name: 'Framework to fill in (CSV)' }).waitFor();
    await choose(page, sheet, 'corridor.csv');
    await page.getByRole('button', { name: 'Show what it would bring' }).click();
    await page.getByRole('heading', { level: 2, name: 'What “corridor.csv” holds' }).waitFor();
    await page.locator('h2:focus').waitFor();
    await page.getByText('4 · 5').waitFor();
    await look(page, 'sheet');

    const show = page.getByRole('button', { name: 'Read it like this' });
    await tabTo(page, show);
    await page.keyboard.press('Enter');
    await page.getByText('Title: say what it is called').waitFor();
    expect(await hasFocus(page.getByRole('textbox', { name: 'Title' }))).toBe(true);
    await page.keyboard.type('Corridor rules');
    // What was typed stays when the purpose changes, and so does the keyboard.
    await page.getByRole('button', { name: /It holds/u }).click();
    await page.getByRole('option', { name: 'a mapping' }).click();
    await page.getByRole('button', { name: /First framework/u }).waitFor();
    await page.getByRole('button', { name: /It holds/u }).click();
    await page.getByRole('option', { name: 'a framework' }).click();
    await page.getByRole('button', { name: /First framework/u }).waitFor({ state: 'detached' });
    expect(await hasFocus(page.getByRole('button', { name: /It holds/u }))).toBe(true);
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Corridor rules');
    await page.getByRole('button', { name: /What “Aisle” is/u }).click();
    await page.getByRole('option', { name: 'Number', exact: true }).click();
    await show.click();
    await page.getByText('Two columns are “Number”').waitFor();
    expect(await hasFocus(page.getByRole('button', { name: /What “Aisle” is/u }))).toBe(true);
    await look(page, 'sheet-problems');
    await page.getByRole('button', { name: /What “Aisle” is/u }).click();
    await page.getByRole('option', { name: 'Note', exact: true }).click();
    await show.click();
    await page.getByRole('heading', { level: 2, name: 'What “corridor.csv” would bring' }).waitFor();
    await page.getByText('This row has no number').waitFor();
    await look(page, 'sheet-preview');
    // What was seen is taken back with what was said, and seen again.
    await page.getByRole('textbox', { name: 'Edition' }).fill('2026');
    await page
      .getByRole('heading', { level: 2, name: 'What “corridor.csv” would bring' })
      .waitFor({ state: 'detached' });
    await show.click();
    await page.locator('h2:focus', { hasText: 'would bring' }).waitFor();
    await page.getByRole('button', { name: 'Load all of it' }).click();
    await page.getByText('“Corridor rules” is loaded.').waitFor();
    await page.getByRole('link', { name: 'See that import' }).click();
    await arrive(page, 'Corridor rules');
    await page.getByRole('heading', { level: 2, name: 'Read as a framework' }).waitFor();
    await look(page, 'sheet-one');

    await page.goto(`${server.address}/library/imports`);
    await choose(page, Buffer.from('Source,Target,Relationship\nW1,PR.DS-11,subset\n'), 'map.csv');
    await page.getByRole('button', { name: 'Show what it would bring' }).click();
    await page.getByRole('button', { name: /First framework/u }).waitFor();
    await look(page, 'sheet-mapping');
    expect((await faults()).filter((fault) => !/status of 422/u.test(fault))).toEqual([]);
    expect(found).toEqual([]);
    await page.close();
  },
);
