/**
 * Shipped content with few safeguards: what tests of screens are written against, so that new content neither breaks nor slows
 * them. How the screens bear all of it, tests/e2e/pages.test.ts looks at.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const shipped = join(import.meta.dirname, '../../content');

export const fewSafeguards: readonly string[] = [
  'S-001',
  'S-002',
  'S-005',
  'S-008',
  'S-015',
  'S-021',
  'S-031',
  'S-041',
  'S-043',
  'S-048',
  'S-052',
  'S-061',
  'S-071',
  'S-081',
];

/** A content folder with these safeguards only; whoever asks for it removes it. */
export function smallContent(): string {
  const folder = mkdtempSync(join(tmpdir(), 'theriac-content-'));
  for (const name of readdirSync(shipped))
    if (name !== 'safeguards') symlinkSync(join(shipped, name), join(folder, name));
  mkdirSync(join(folder, 'safeguards'));
  for (const id of fewSafeguards)
    copyFileSync(join(shipped, 'safeguards', `${id}.yaml`), join(folder, 'safeguards', `${id}.yaml`));
  return folder;
}
