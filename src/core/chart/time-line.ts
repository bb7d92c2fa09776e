import { chartWidth, type Chart, type Shape } from './chart.ts';

/** A date with what happens on it; `shown` is the date as the reader writes it. */
export type TimeLineEvent = {
  readonly date: string;
  readonly shown: string;
  readonly text: string;
  readonly isPast: boolean;
};

const rowHeight = 18;
const lineHeight = 11;
const dateWidth = 84;
const scaleWidth = 110;
/** About as many letters as the text column takes at chart size. */
const lineLetters = 66;

/** One row a date on one scale of years, so that labels cannot collide; the day assessed is a dashed line. */
export function timeLine(events: readonly TimeLineEvent[], today: string): Chart {
  const days = [...events.map(({ date }) => dayNumber(date)), dayNumber(today)];
  const first = Math.min(...days);
  const range = Math.max(1, Math.max(...days) - first);
  const at = (date: string) => dateWidth + 8 + ((dayNumber(date) - first) / range) * (scaleWidth - 16);
  const shapes: Shape[] = [];
  let y = 0;
  for (const event of events) {
    const lines = linesOf(event.text);
    shapes.push(...rowOf(event, lines, y + 12, at(event.date)));
    y += rowHeight + (lines.length - 1) * lineHeight;
  }
  const height = y + 4;
  const todayLine: Shape = {
    kind: 'line',
    x1: at(today),
    y1: 0,
    x2: at(today),
    y2: height,
    stroke: 'alert',
    weight: 1,
    dashed: true,
  };
  return { width: chartWidth, height, shapes: [todayLine, ...shapes] };
}

const rowOf = (event: TimeLineEvent, lines: readonly string[], y: number, x: number): readonly Shape[] => [
  { kind: 'text', x: 0, y, text: event.shown, anchor: 'start', ink: 'ink', bold: true },
  { kind: 'line', x1: dateWidth, y1: y - 3, x2: dateWidth + scaleWidth, y2: y - 3, stroke: 'pale', weight: 0.5 },
  { kind: 'dot', x, y: y - 3, radius: 3.2, fill: event.isPast ? 'navy' : 'white', stroke: 'navy' },
  ...lines.map((text, index): Shape => ({
    kind: 'text',
    x: dateWidth + scaleWidth + 10,
    y: y + index * lineHeight,
    text,
    anchor: 'start',
    ink: 'ink',
  })),
];

/** The text in lines of the column, broken at spaces; a word longer than a line stands alone. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= lineLetters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Days since 1970 of an ISO date, in UTC; only differences matter. */
const dayNumber = (date: string): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000;
