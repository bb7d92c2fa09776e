import { expect, test } from 'vitest';
import { readNumber } from './read-number.ts';

const cases = [
  { text: '2400', value: 2400 },
  { text: ' 2,400 ', value: 2400 },
  { text: '2 400', value: 2400 },
  { text: '2\u202f400\u202f000', value: 2_400_000 },
  { text: "2'400", value: 2400 },
  { text: '1,234,567.5', value: 1_234_567.5 },
  { text: '7.5', value: 7.5 },
  { text: '0', value: 0 },
  { text: '', problem: 'empty' },
  { text: '   ', problem: 'empty' },
  { text: '2400 FTE', problem: 'notOnlyNumber' },
  { text: 'about 40', problem: 'notOnlyNumber' },
  { text: '2,400 000', problem: 'notOnlyNumber' },
  { text: '1e3', problem: 'notOnlyNumber' },
  { text: '-3', problem: 'negative' },
  { text: '2.400', problem: 'dots' },
  { text: '2.400,50', problem: 'dots' },
  { text: '7,5', problem: 'decimalComma' },
  { text: '24,00', problem: 'decimalComma' },
];

for (const { text, value, problem } of cases) {
  test(`readNumber: "${text}"`, () => {
    const read = readNumber(text);
    expect(read.ok ? read.value : read.error).toBe(value ?? problem);
  });
}
