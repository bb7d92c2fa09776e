/** Poppler reads PDFs as a stranger does. Where it is absent, tests that need it are skipped and say so. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const programs = ['/usr/bin/pdfinfo', '/usr/bin/pdffonts', '/usr/bin/pdftotext'];

/** Whether the machine has poppler. Throws where THERIAC_REQUIRE demands it. */
export function hasPoppler(): boolean {
  if (programs.every((program) => existsSync(program))) return true;
  const sentence = '"poppler" is not on this machine: install Debian’s poppler-utils';
  if ((process.env['THERIAC_REQUIRE'] ?? '').split(',').includes('poppler')) {
    throw new Error(`Cannot test what needs it: ${sentence}`);
  }
  process.stderr.write(`Skipped: ${sentence}\n`);
  return false;
}

/** What one of its programs says of a document. */
export function poppler(
  program: 'pdfinfo' | 'pdffonts' | 'pdftotext',
  bytes: Uint8Array,
  options: readonly string[] = [],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'theriac-pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, bytes);
    const output = program === 'pdftotext' ? ['-'] : [];
    return execFileSync(program, [...options, file, ...output], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64_000_000,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
