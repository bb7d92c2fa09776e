import { expect, test } from 'vitest';
import { chief } from './chief-report.ts';
import { card, practice } from './one-page-reports.ts';
import { openPdfWorker } from '../../src/outputs/pdf-worker-pool.ts';
import { renderPdf } from '../../src/outputs/pdf.ts';

test('pdf worker: answers several at once with the bytes that this thread would make', async () => {
  const worker = openPdfWorker();
  const reports = [chief, practice, card];
  const [there, here] = [
    await Promise.all(reports.map(worker.render)),
    await Promise.all(reports.map((report) => renderPdf(report))),
  ];
  expect(there.map((bytes) => Buffer.from(bytes).toString('base64'))).toEqual(
    here.map((bytes) => Buffer.from(bytes).toString('base64')),
  );
  await worker.close();
});

test('pdf worker: a report that fails is told to who asked, and the next is made', async () => {
  const worker = openPdfWorker();
  await expect(worker.render({ ...chief, title: '' })).rejects.toThrow(/^Cannot make a PDF of "" \(chief, ceo\)/u);
  expect((await worker.render(practice)).length).toBeGreaterThan(1000);
  await worker.close();
});

test('pdf worker: when it dies, whoever waits is told, and the next render starts another', async () => {
  const worker = openPdfWorker(new URL('./dying-worker.ts', import.meta.url));
  const waiting = [chief, { ...chief, title: 'die' }, chief].map((report) => worker.render(report));
  const outcomes = await Promise.allSettled(waiting);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect([...(await worker.render(chief))]).toEqual([1]);
  await worker.close();
});

test('pdf worker: after forty documents another takes over, and nobody is forgotten', async () => {
  const worker = openPdfWorker(new URL('./dying-worker.ts', import.meta.url));
  const answers = await Promise.all(Array.from({ length: 100 }, () => worker.render(chief)));
  expect(answers.map(([count]) => count)).toEqual(
    Array.from({ length: 100 }, (_, index) => (index < 39 ? index + 1 : ((index - 39) % 40) + 1)),
  );
  await worker.close();
});

test('pdf worker: closing may be repeated, ends who waits, and refuses who comes later', async () => {
  const worker = openPdfWorker();
  const waiting = worker.render(chief).then(() => 'a document', String);
  await Promise.all([worker.close(), worker.close()]);
  expect(await waiting).toBe('Error: Cannot make a PDF: the worker ended');
  await worker.close();
  await expect(worker.render(chief)).rejects.toThrow(/the worker is closed/u);
});

test('pdf worker: one that was never used is closed like any', async () => {
  await expect(openPdfWorker().close()).resolves.toBeUndefined();
});
