import type { Lane, Stage } from '../../../web/client/obligations.ts';
import { dayNumber } from './days.ts';

/** Where a stage stands, in percent of the width, and where its day is written: nowhere, if there is no room. */
export type PlacedStage = {
  readonly stage: Stage;
  readonly at: number;
  readonly label: 'above' | 'below' | null;
  readonly anchor: 'start' | 'middle' | 'end';
};

export type PlacedLane = {
  readonly lane: Lane;
  readonly stages: readonly PlacedStage[];
  /** The first day of a law that began before the picture does. */
  readonly since: string | null;
  /** From where to where it applies in stages, and from where in full; null where it does not, or not yet. */
  readonly dotted: readonly [number, number] | null;
  readonly solid: readonly [number, number] | null;
};

export type TimeLineLayout = {
  readonly years: readonly { readonly year: number; readonly at: number }[];
  readonly today: number;
  readonly lanes: readonly PlacedLane[];
};

/** A label is about as wide as this share of the narrowest picture. */
const labelPercent = 15;
const yearsBefore = 2;
const yearsAfter = 2;
/** Room at the right, so that the last stage does not lie on the edge. */
const marginShare = 0.06;

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** One scale for all lanes. Pure, so that what a reader sees can be tested without a browser. */
export function layOut(lanes: readonly Lane[], today: string): TimeLineLayout {
  const firstYear = yearOf(today) - yearsBefore;
  const days = lanes.flatMap(({ stages }) => stages.map(({ date }) => date));
  const last = [...days, `${yearOf(today) + yearsAfter}${today.slice(4)}`].reduce((left, right) =>
    left > right ? left : right,
  );
  const first = dayNumber(`${firstYear}-01-01`);
  const range = (dayNumber(last) - first) * (1 + marginShare);
  const at = (day: string): number => (100 * (dayNumber(day) - first)) / range;
  const years = Array.from({ length: yearOf(last) - firstYear + 1 }, (_, index) => firstYear + index);
  return {
    years: years.map((year) => ({ year, at: at(`${year}-01-01`) })).filter(({ at: place }) => place <= 96),
    today: at(today),
    lanes: lanes.map((lane) => placeLane(lane, at)),
  };
}

function placeLane(lane: Lane, at: (day: string) => number): PlacedLane {
  const begins = lane.stages.filter(({ duties }) => duties.length > 0).map(({ date }) => date);
  const firstAt = lane.isSinceUnknown ? 0 : begins[0] === undefined ? null : Math.max(0, at(begins[0]));
  const lastAt = begins.length === 0 ? firstAt : Math.max(0, at(begins.at(-1) ?? ''), firstAt ?? 0);
  const earliest = begins[0];
  return {
    lane,
    stages: placeLabels(
      lane.stages.filter(({ date }) => at(date) >= 0).map((stage) => ({ stage, at: at(stage.date) })),
    ),
    since: earliest !== undefined && at(earliest) < 0 ? earliest : null,
    dotted: firstAt !== null && lastAt !== null && lastAt > firstAt ? [firstAt, lastAt] : null,
    solid: lastAt === null ? null : [lastAt, 100],
  };
}

/** Above the line where there is room, else below it, else the day is left to the list. */
function placeLabels(stages: readonly { readonly stage: Stage; readonly at: number }[]): readonly PlacedStage[] {
  const lastAt = { above: -Infinity, below: -Infinity };
  return stages.map(({ stage, at }) => {
    const anchor = at < labelPercent / 2 ? 'start' : at > 100 - labelPercent / 2 ? 'end' : 'middle';
    const label = (['above', 'below'] as const).find((level) => at - lastAt[level] >= labelPercent) ?? null;
    if (label !== null) lastAt[label] = at;
    return { stage, at, label, anchor };
  });
}
