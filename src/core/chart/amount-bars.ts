import { chartWidth, type Chart, type Shape } from './chart.ts';

/** An amount with its name; `shown` is the amount as the reader writes it. */
export type Amount = { readonly name: string; readonly value: number; readonly shown: string };

const rowHeight = 20;
const barHeight = 13;
const labelWidth = 150;
const amountWidth = 70;

/** One bar an amount, on one scale that begins at zero, each with its amount at the end. */
export function amountBars(amounts: readonly Amount[]): Chart {
  const most = Math.max(1, ...amounts.map(({ value }) => value));
  const scale = (chartWidth - labelWidth - amountWidth) / most;
  return {
    width: chartWidth,
    height: amounts.length * rowHeight,
    shapes: amounts.flatMap((amount, index) => barOf(amount, index * rowHeight, scale)),
  };
}

function barOf({ name, value, shown }: Amount, y: number, scale: number): readonly Shape[] {
  const base = y + barHeight / 2 + 3;
  const width = Math.max(1, value * scale);
  return [
    { kind: 'text', x: labelWidth - 8, y: base, text: name, anchor: 'end', ink: 'ink' },
    { kind: 'rectangle', x: labelWidth, y, width, height: barHeight, fill: 'mid', stroke: 'navy' },
    { kind: 'text', x: labelWidth + width + 6, y: base, text: shown, anchor: 'start', ink: 'ink', bold: true },
  ];
}
