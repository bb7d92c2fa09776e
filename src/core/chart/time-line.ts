import { chartWidth, type Chart, type Shape } from './chart.ts';

/** A date with what happens on it; `shown` is the date as the reader writes it. */
export type TimeLineEvent = {
  readonly date: string;
  readonly shown: string;
  readonly text: string;
  readonly isPast: boolean;
};

const rowHeight = 18;
const dateWidth = 84;
const scaleWidth = 110;
/** About as many letters as the text column takes at chart size; longer texts are cut at a word, the table has them whole. */
const longestLetters = 68;

/** One row a date on one scale of years, so that labels cannot collide; the day assessed is a dashed line. */
export function timeLine(events: readonly TimeLineEvent[], today: string): Chart {
  const days = [...events.map(({ date }) => dayNumber(date)), dayNumber(today)];
  const first = Math.min(...days);
  const range = Math.max(1, Math.max(...days) - first);
  const at = (date: string) => dateWidth + 8 + ((dayNumber(date) - first) / range) * (scaleWidth - 16);
  const height = events.length * rowHeight + 4;
  const shapes = events.flatMap((event, index) => rowOf(event, index * rowHeight + 12, at(event.date)));
  return {
    width: chartWidth,
    height,
    shapes: [
      { kind: 'line', x1: at(today), y1: 0, x2: at(today), y2: height, stroke: 'alert', weight: 1, dashed: true },
      ...shapes,
    ],
  };
}

const rowOf = (event: TimeLineEvent, y: number, x: number): readonly Shape[] => [
  { kind: 'text', x: 0, y, text: event.shown, anchor: 'start', ink: 'ink', bold: true },
  { kind: 'line', x1: dateWidth, y1: y - 3, x2: dateWidth + scaleWidth, y2: y - 3, stroke: 'pale', weight: 0.5 },
  { kind: 'dot', x, y: y - 3, radius: 3.2, fill: event.isPast ? 'navy' : 'white', stroke: 'navy' },
  { kind: 'text', x: dateWidth + scaleWidth + 10, y, text: cut(event.text), anchor: 'start', ink: 'ink' },
];

const cut = (text: string): string =>
  text.length <= longestLetters ? text : `${text.slice(0, longestLetters).replace(/\s+\S*$/u, '')}…`;

/** Days since 1970 of an ISO date, in UTC; only differences matter. */
const dayNumber = (date: string): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000;
