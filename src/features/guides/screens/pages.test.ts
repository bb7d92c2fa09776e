import { expect, test } from 'vitest';
import type { Report, Section } from '../../../core/report/report.ts';
import { idOf, neighboursOf, openingSections, pageAt, pagesOf } from './pages.ts';

const section = (id: string, number?: number): Section => ({
  id,
  title: id,
  blocks: [],
  ...(number === undefined ? {} : { number }),
});
const chapters = {
  layout: 'chapters',
  sections: [section('first'), section('1', 1), section('2', 2)],
} as unknown as Report;
const short = { layout: 'chief', sections: [section('stand'), section('decisions')] } as unknown as Report;

test('pagesOf: start, numbered chapters, sources', () => {
  expect(pagesOf(chapters).map(idOf)).toEqual([undefined, '1', '2', 'sources']);
  expect(openingSections(chapters).map(({ id }) => id)).toEqual(['first']);
});

test('pagesOf: a short guide has a place for each section, all on its first page', () => {
  expect(pagesOf(short).map(idOf)).toEqual([undefined, 'stand', 'decisions', 'sources']);
  expect(openingSections(short)).toHaveLength(2);
});

test('pageAt: an address that the guide lacks shows nothing', () => {
  expect(pageAt(chapters, '99')).toBe(undefined);
  expect(pageAt(chapters, undefined)).toEqual({ kind: 'start' });
});

test('neighboursOf: none before the start, none after the sources', () => {
  expect(neighboursOf(chapters, undefined).previous).toBe(undefined);
  expect(idOf(neighboursOf(chapters, '1').next ?? { kind: 'start' })).toBe('2');
  expect(neighboursOf(chapters, 'sources').next).toBe(undefined);
});
