import { chartWidth, type Chart, type Ink, type Shape } from './chart.ts';

/** States in the order in which bars show them, best first. */
export const states = ['fully', 'largely', 'partially', 'not_implemented', 'unknown'] as const;
/** A rating, or unknown. */
export type State = (typeof states)[number];
/** How many safeguards are in each state. */
export type StateCounts = Readonly<Record<State, number>>;

/** The fill of each state; hatching and a dotted edge tell them apart without colour. */
export const stateFill: Readonly<Record<State, Ink>> = {
  fully: 'navy',
  largely: 'mid',
  partially: 'pale',
  not_implemented: 'hatch',
  unknown: 'white',
};
const stateText: Readonly<Record<State, Ink>> = {
  fully: 'white',
  largely: 'white',
  partially: 'ink',
  not_implemented: 'ink',
  unknown: 'ink',
};

const rowHeight = 26;
const barHeight = 18;
const labelWidth = 150;
const totalWidth = 26;
/** The legend begins further left than the bars: its words are longer than the numbers. */
const legendFrom = 60;

/** One bar: a domain and its counts. */
export type StateRow = { readonly name: string; readonly counts: StateCounts };

/** All safeguards of a bar. */
export const totalOf = (counts: StateCounts): number => states.reduce((sum, state) => sum + counts[state], 0);

/** One bar a domain, all on one scale, each part with its number; the legend is the words of the states, in order. */
export function stateBars(rows: readonly StateRow[], words: Readonly<Record<State, string>>): Chart {
  const most = Math.max(1, ...rows.map(({ counts }) => totalOf(counts)));
  const scale = (chartWidth - labelWidth - totalWidth) / most;
  const bars = rows.flatMap((row, index) => barOf(row, index * rowHeight, scale));
  const legendY = rows.length * rowHeight + 12;
  return { width: chartWidth, height: legendY + 12, shapes: [...bars, ...legend(words, legendY)] };
}

function barOf({ name, counts }: StateRow, y: number, scale: number): readonly Shape[] {
  const middle = y + barHeight / 2 + 3;
  const shapes: Shape[] = [{ kind: 'text', x: labelWidth - 8, y: middle, text: name, anchor: 'end', ink: 'ink' }];
  let x = labelWidth;
  for (const state of states) {
    const width = counts[state] * scale;
    if (width === 0) continue;
    shapes.push({
      kind: 'rectangle',
      x,
      y,
      width: Math.max(1, width - 2),
      height: barHeight,
      fill: stateFill[state],
      stroke: 'navy',
      dotted: state === 'unknown',
    });
    if (width >= 12) {
      if (state === 'not_implemented')
        shapes.push({
          kind: 'rectangle',
          x: x + width / 2 - 7,
          y: y + 3,
          width: 12,
          height: barHeight - 6,
          fill: 'white',
          stroke: 'none',
        });
      shapes.push({
        kind: 'text',
        x: x + width / 2 - 1,
        y: middle,
        text: String(counts[state]),
        anchor: 'middle',
        ink: stateText[state],
        bold: true,
      });
    }
    x += width;
  }
  shapes.push({
    kind: 'text',
    x: chartWidth,
    y: middle,
    text: String(totalOf(counts)),
    anchor: 'end',
    ink: 'ink',
    bold: true,
  });
  return shapes;
}

function legend(words: Readonly<Record<State, string>>, y: number): readonly Shape[] {
  const step = (chartWidth - legendFrom) / states.length;
  return states.flatMap((state, index): readonly Shape[] => [
    {
      kind: 'rectangle',
      x: legendFrom + index * step,
      y: y - 8,
      width: 9,
      height: 9,
      fill: stateFill[state],
      stroke: 'navy',
      dotted: state === 'unknown',
    },
    { kind: 'text', x: legendFrom + index * step + 12, y, text: words[state], anchor: 'start', ink: 'ink' },
  ]);
}
