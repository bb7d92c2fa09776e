import type { Force } from '../content/obligation-rule.ts';
import type { IsoDate, Verification } from '../content/verification.ts';
import { addDays } from '../incident/calendar.ts';
import type { Formats } from '../report/formats.ts';
import type { FollowUp } from './follow-up.ts';

/** So many days ahead a due day is near. */
export const soonDays = 30;

/** How near the next due day is. */
export type Nearness = 'none' | 'overdue' | 'soon' | 'later';

/** The day itself is not overdue yet. */
export function nearnessOf({ nextDue }: Pick<FollowUp, 'nextDue'>, today: IsoDate): Nearness {
  if (nextDue === null) return 'none';
  if (nextDue < today) return 'overdue';
  return nextDue <= addDays(today, soonDays) ? 'soon' : 'later';
}

/** Whether anybody follows the duty up. */
export const isFollowed = ({ state }: Pick<FollowUp, 'state'>): boolean => state !== 'not_followed';

/** As much of a duty as follow-up needs. */
export type ListedDuty = {
  readonly id: string;
  readonly force: Force;
  readonly verification: Pick<Verification, 'status'>;
};

/** Records by the id of their duty. */
export type FollowUps = ReadonlyMap<string, FollowUp>;

/** What is to be counted of them. */
export type FollowCounts = {
  /** Confirmed duties that apply, may apply or are recommended. */
  readonly duties: number;
  readonly followed: number;
  readonly overdue: number;
  readonly dueSoon: number;
};

const applies = ({ force }: ListedDuty): boolean => force !== 'does_not_apply';

/** Counts the duties that apply. One that is only recalled counts once somebody follows it up. */
export function countFollowUps(duties: readonly ListedDuty[], followUps: FollowUps, today: IsoDate): FollowCounts {
  const found = duties.filter(applies).map((duty) => ({ duty, record: followUps.get(duty.id) }));
  const followed = found.flatMap(({ record }) => (record !== undefined && isFollowed(record) ? [record] : []));
  const near = (wanted: Nearness): number => followed.filter((record) => nearnessOf(record, today) === wanted).length;
  const listed = found.filter(
    ({ duty, record }) => duty.verification.status !== 'recall' || (record !== undefined && isFollowed(record)),
  );
  return {
    duties: listed.length,
    followed: followed.length,
    overdue: near('overdue'),
    dueSoon: near('soon'),
  };
}

/** Records of duties that no longer apply, or are no longer listed: they stay on record, and nothing is due. */
export function noLongerApplying(duties: readonly ListedDuty[], followUps: FollowUps): readonly string[] {
  const applying = new Set(duties.filter(applies).map(({ id }) => id));
  return [...followUps].flatMap(([id, record]) => (isFollowed(record) && !applying.has(id) ? [id] : []));
}

/** A sentence of the catalogue, under `followUp`. */
export type FollowWords = {
  readonly key:
    | 'state.not_followed'
    | 'state.not_started'
    | 'state.in_progress'
    | 'state.done'
    | 'doneOn'
    | 'lastDoneOn'
    | 'due.overdue'
    | 'due.soon'
    | 'due.later';
  readonly values: Readonly<Record<string, string>>;
};

/** A record in words, from the state to the next due day. */
export function followWords(record: FollowUp, today: IsoDate, { date }: Formats): readonly FollowWords[] {
  const { state, doneOn, nextDue } = record;
  const nearness = nearnessOf(record, today);
  const done = doneOn === null ? {} : { date: date(doneOn) };
  return [
    state === 'done' && doneOn !== null ? { key: 'doneOn', values: done } : { key: `state.${state}`, values: {} },
    ...(state === 'done' || doneOn === null ? [] : [{ key: 'lastDoneOn', values: done } as const]),
    ...(nearness === 'none' || nextDue === null
      ? []
      : [{ key: `due.${nearness}`, values: { date: date(nextDue) } } as const]),
  ];
}
