import type { IsoDate } from '../content/verification.ts';
import { hourMs, minuteMs, type Instant } from './calendar.ts';

/** Minutes east of UTC at an instant, as the zone's own rules have it. */
export type OffsetOf = (instant: Instant) => number;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

/** The offsets of an IANA zone such as `Europe/Athens`. */
export const offsetsOf =
  (zone: string): OffsetOf =>
  (instant) => {
    const parts = new Map(
      formatOf(zone)
        .formatToParts(new Date(instant))
        .map(({ type, value }) => [type, Number(value)]),
    );
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return Math.round((wall - instant) / minuteMs);
  };

/** What a clock on the wall shows. */
export type WallTime = { readonly date: IsoDate; readonly time: string };

/** The wall clock of a zone at an instant, to the minute. */
export function wallTimeAt(instant: Instant, offsetOf: OffsetOf): WallTime {
  const text = new Date(instant + offsetOf(instant) * minuteMs).toISOString();
  return { date: text.slice(0, 10) as IsoDate, time: text.slice(11, 16) };
}

/**
 * The instants at which a wall clock shows this: one; two where the clock went back, and then the person has to say which;
 * none where it went forward over it. Earliest first (K6).
 */
export function instantsAt({ date, time }: WallTime, offsetOf: OffsetOf): readonly Instant[] {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const offsets = new Set([offsetOf(asUtc - 24 * hourMs), offsetOf(asUtc + 24 * hourMs)]);
  return [...offsets]
    .map((offset) => ({ instant: asUtc - offset * minuteMs, offset }))
    .filter(({ instant, offset }) => offsetOf(instant) === offset)
    .map(({ instant }) => instant)
    .toSorted((left, right) => left - right);
}
