import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { libreOfficePath } from '../support/require.ts';

/**
 * Opens files as a person's office would and has it save them in another form. All in one start, because a start takes
 * most of the time. A file that does not open is missing in the answer, which throws.
 */
export function savedByOffice(
  files: Readonly<Record<string, Uint8Array>>,
  wanted: 'pdf' | 'xlsx',
): ReadonlyMap<string, Uint8Array> {
  const office = libreOfficePath();
  if (office === null) throw new Error('Cannot open a file: LibreOffice is not on this machine');
  const folder = mkdtempSync(join(tmpdir(), 'theriac-office-'));
  try {
    const given = Object.entries(files).map(([name, bytes]) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    });
    // A profile of its own: two at once would wait for each other.
    const options = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', wanted];
    execFileSync(office, [...options, '--outdir', join(folder, 'out'), ...given], {
      stdio: 'ignore',
      timeout: 170_000,
    });
    const saved = (name: string): Uint8Array =>
      readFileSync(join(folder, 'out', name.replace(/\.\w+$/u, `.${wanted}`)));
    return new Map(Object.keys(files).map((name) => [name, saved(name)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
