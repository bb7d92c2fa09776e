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
  { text: '2.400', problem: 'ambiguous' },
  { text: '2.400,50', problem: 'ambiguous' },
  { text: '7,5', problem: 'decimalMark' },
  { text: '24,00', problem: 'decimalMark' },
];

for (const { text, value, problem } of cases) {
  test(`readNumber: "${text}"`, () => {
    const read = readNumber(text, '.');
    expect(read.ok ? read.value : read.error).toBe(value ?? problem);
  });
}

const withComma = [
  { text: '2400', value: 2400 },
  { text: '2.400', value: 2400 },
  { text: '1.234.567,5', value: 1_234_567.5 },
  { text: '7,5', value: 7.5 },
  { text: '2,400', problem: 'ambiguous' },
  { text: '7.5', problem: 'decimalMark' },
];

for (const { text, value, problem } of withComma) {
  test(`readNumber: "${text}" where the comma is decimal`, () => {
    const read = readNumber(text, ',');
    expect(read.ok ? read.value : read.error).toBe(value ?? problem);
  });
}
