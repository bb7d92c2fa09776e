import { expect, test } from 'vitest';
import { amountBars } from './amount-bars.ts';
import type { Shape } from './chart.ts';
import { peerRange } from './peer-range.ts';
import { timeLine } from './time-line.ts';

const rectangles = (shapes: readonly Shape[]) => shapes.filter((shape) => shape.kind === 'rectangle');
const texts = (shapes: readonly Shape[]) => shapes.filter((shape) => shape.kind === 'text');

test('amount bars begin at zero and are as long as their amounts', () => {
  const { shapes, width } = amountBars([
    { name: 'Emergency department', value: 200, shown: '€200' },
    { name: 'Laboratory', value: 50, shown: '€50' },
    { name: 'Unused', value: 0, shown: '€0' },
  ]);
  const [first, second, third] = rectangles(shapes);
  expect(second?.width).toBeCloseTo((first?.width ?? 0) / 4);
  expect(third?.width).toBe(1);
  expect(new Set(rectangles(shapes).map(({ x }) => x)).size).toBe(1);
  expect((first?.x ?? 0) + (first?.width ?? 0)).toBeLessThan(width);
  expect(texts(shapes).map(({ text }) => text)).toEqual([
    'Emergency department',
    '€200',
    'Laboratory',
    '€50',
    'Unused',
    '€0',
  ]);
});

test.each([
  { share: 0, mark: 20, anchor: 'start' },
  { share: 0.5, mark: 235, anchor: 'middle' },
  { share: 1, mark: 450, anchor: 'end' },
] as const)('our own mark at $share stands in the frame, its label inside the page', ({ share, mark, anchor }) => {
  const { shapes } = peerRange(share, { own: 'ours', empty: 'no comparison' });
  expect(shapes.find((shape) => shape.kind === 'line')).toMatchObject({ x1: mark, x2: mark });
  expect(texts(shapes).find(({ text }) => text === 'ours')?.anchor).toBe(anchor);
  expect(Math.abs((texts(shapes).find(({ text }) => text === 'no comparison')?.x ?? mark) - mark)).toBeGreaterThan(90);
});

test('a time line keeps every word: long texts take more lines, and the rows after them move down', () => {
  const long =
    'Keep personal data intact and confidential; A legal ground for health data; Organise data protection; Records';
  const events = [
    { date: '2018-05-25', shown: '25 May 2018', text: long, isPast: true },
    { date: '2028-12-01', shown: '1 December 2028', text: 'AI in certified medical devices', isPast: false },
  ];
  const { shapes, height } = timeLine(events, '2026-11-25');
  const right = texts(shapes).filter(({ x }) => x > 100);
  expect(right.map(({ text }) => text).join(' ')).toBe(`${long} AI in certified medical devices`);
  const dots = shapes.filter((shape) => shape.kind === 'dot');
  expect((dots[1]?.y ?? 0) - (dots[0]?.y ?? 0)).toBe(29);
  expect(Math.max(...right.map(({ y }) => y))).toBeLessThan(height);
});
