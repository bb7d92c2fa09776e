/**
 * What some tests need from the machine. Where it is absent the test is skipped and says so; where THERIAC_REQUIRE names
 * it ("chromium,postgres"), as continuous integration does, its absence is a failure.
 *
 *   test.skipIf(!requires('chromium'))('guide reader: keyboard alone suffices', async () => { … chromiumPath() … });
 */
import { existsSync, globSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export type Need = 'chromium' | 'libreoffice' | 'postgres' | 'testdata';

const remedies: Readonly<Record<Need, string>> = {
  chromium: "install Debian's chromium, or set CHROMIUM_PATH",
  libreoffice: "install Debian's libreoffice-writer and libreoffice-calc",
  postgres: "install Debian's postgresql",
  testdata: 'set THERIAC_TESTDATA to the folder of test data',
};

/** The browser to start, or nothing where there is none. Debian's Chromium without a window takes a sixth less time. */
export function chromiumPath(): string | null {
  const given = process.env['CHROMIUM_PATH'];
  const paths = given === undefined ? ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'] : [given];
  return paths.find((path) => existsSync(path)) ?? null;
}

/** The folder with the programs of the newest PostgreSQL, or nothing where there is none. */
export function postgresBin(): string | null {
  const found = globSync('/usr/lib/postgresql/*/bin/initdb');
  const newestFirst = found.toSorted((left, right) => versionOf(right) - versionOf(left));
  return newestFirst[0] === undefined ? null : dirname(newestFirst[0]);
}

const versionOf = (path: string): number => Number(path.split('/')[4]);

/** The office that opens documents as people do, or nothing where there is none. */
export function libreOfficePath(): string | null {
  return existsSync('/usr/bin/soffice') ? '/usr/bin/soffice' : null;
}

function testdataPath(): string | null {
  const path = process.env['THERIAC_TESTDATA'] ?? join(import.meta.dirname, '../../../shared/testdata');
  return existsSync(path) ? resolve(path) : null;
}

const finders: Readonly<Record<Need, () => string | null>> = {
  chromium: chromiumPath,
  libreoffice: libreOfficePath,
  postgres: postgresBin,
  testdata: testdataPath,
};

/** Whether the machine has what a test needs. Throws where it lacks what THERIAC_REQUIRE names. */
export function requires(need: Need): boolean {
  return find(need) !== null;
}

/** The folder of others' test data, which is not part of the project; nothing where it is absent. */
export function testdata(): string | null {
  return find('testdata');
}

function find(need: Need): string | null {
  const path = finders[need]();
  if (path !== null) return path;
  const sentence = `"${need}" is not on this machine: ${remedies[need]}`;
  const isDemanded = (process.env['THERIAC_REQUIRE'] ?? '').split(',').includes(need);
  if (isDemanded) throw new Error(`Cannot test what needs it: ${sentence}`);
  process.stderr.write(`Skipped: ${sentence}\n`);
  return null;
}
