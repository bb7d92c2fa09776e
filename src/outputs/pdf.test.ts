import { expect, test } from 'vitest';
import { exampleNames, guideOf } from '../../tests/support/examples.ts';
import { finished } from './index.ts';
import { pagesOf, renderPdf } from './pdf.ts';

// How each layout looks and what it refuses is tested in tests/pdf; here are the guides that people get.
test.each([...exampleNames, 'common'] as const)(
  'pdf: the board’s paper of %s takes at most three pages',
  async (name) => {
    const { pages, bodyPages } = await pagesOf(finished(guideOf(name, 'ceo')));
    expect(bodyPages).toBeLessThanOrEqual(3);
    expect(pages).toBeGreaterThan(bodyPages);
  },
);

test.each([...exampleNames, 'common'] as const)('pdf: the ten things of %s take one page', async (name) => {
  expect(await pagesOf(finished(guideOf(name, 'practice')))).toEqual({ pages: 1, bodyPages: 1 });
});

test.each(['ciso', 'dpo'] as const)('pdf: the seventeen chapters for %s are printed', async (role) => {
  const bytes = await renderPdf(finished(guideOf('hospital-greece', role)));
  expect(Buffer.from(bytes.subarray(0, 5)).toString('latin1')).toBe('%PDF-');
});
