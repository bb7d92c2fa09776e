/** Prints each report of the tests in a process of its own and says the digest of its bytes. */
import { createHash } from 'node:crypto';
import { renderPdf } from '../../src/outputs/pdf.ts';
import { chapters } from './chapters-report.ts';
import { chief } from './chief-report.ts';
import { card, practice } from './one-page-reports.ts';

for (const report of [chief, chapters, practice, card]) {
  const digest = createHash('sha256')
    .update(await renderPdf(report))
    .digest('hex');
  process.stdout.write(`${report.layout} ${digest}\n`);
}
