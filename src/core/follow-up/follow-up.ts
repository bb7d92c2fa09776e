/** Follow-up: what an organisation keeps of a duty of law: how far it is, what proves it, and by when more is due. */
import type { IsoDate } from '../content/verification.ts';
import { addMonths } from '../incident/calendar.ts';

/** How far a duty is. `not_followed` is what no record says: unknown, and never "not started". */
export const followStates = ['not_followed', 'not_started', 'in_progress', 'done'] as const;
/** One of them. */
export type FollowState = (typeof followStates)[number];

/** Something that shows what was done: in words, perhaps behind an address. */
export type Proof = {
  readonly what: string;
  readonly link: string | null;
  readonly dated: IsoDate | null;
};

/** The record of one duty. */
export type FollowUp = {
  readonly state: FollowState;
  /** The day on which it was last done; null: never, or not known. */
  readonly doneOn: IsoDate | null;
  readonly nextDue: IsoDate | null;
  /** It is due again so many months after it was done. */
  readonly repeatMonths: number | null;
  readonly owner: string | null;
  readonly note: string | null;
  readonly evidence: readonly Proof[];
  /** Whom the organisation itself knows to be the one to tell. It may be known of a duty that nobody follows up. */
  readonly contact: string | null;
};

/** What is kept of a duty that nobody follows up. */
export const notFollowed: FollowUp = {
  state: 'not_followed',
  doneOn: null,
  nextDue: null,
  repeatMonths: null,
  owner: null,
  note: null,
  evidence: [],
  contact: null,
};

/** In the order in which they are shown. */
export const followFields = [
  'state',
  'doneOn',
  'nextDue',
  'repeatMonths',
  'owner',
  'note',
  'evidence',
  'contact',
] as const;
/** A part of a record. */
export type FollowField = (typeof followFields)[number];

/** A change: what is absent stays as it is, null takes away. */
export type FollowPatch = { readonly [Field in FollowField]?: FollowUp[Field] | undefined };

/** The day that finishing proposes: so many months after it was done, at the latest the last day of that month. */
export const proposedDue = (doneOn: IsoDate | null, repeatMonths: number | null): IsoDate | null =>
  doneOn === null || repeatMonths === null ? null : addMonths(doneOn, repeatMonths);

/**
 * The record after a change. What is finished without a day was done today; a day or a repeat that changes proposes the
 * next due day, unless the change names one. Following up no longer keeps only whom to tell.
 */
export function applyFollow(before: FollowUp, patch: FollowPatch, today: IsoDate): FollowUp {
  const given = givenIn(patch);
  const next: FollowUp = { ...before, ...given };
  if (given.state === 'not_followed') return { ...notFollowed, contact: next.contact };
  if (next.state !== 'done') return next;
  const isFinished = before.state !== 'done';
  const doneOn = given.doneOn === undefined && isFinished ? today : next.doneOn;
  const isProposed = isFinished || given.doneOn !== undefined || given.repeatMonths !== undefined;
  const nextDue = given.nextDue === undefined && isProposed ? proposedDue(doneOn, next.repeatMonths) : next.nextDue;
  return { ...next, doneOn, nextDue };
}

/** What a change names. Texts lose the spaces around them; an empty one is none. */
function givenIn(patch: FollowPatch): Partial<FollowUp> {
  const given = Object.entries(patch).flatMap(([field, value]): readonly (readonly [string, unknown])[] => {
    if (value === undefined) return [];
    return [[field, typeof value === 'string' ? value.trim() || null : value]];
  });
  return Object.fromEntries(given) as Partial<FollowUp>;
}

/** What a record may not say. */
export type FollowProblem = {
  readonly field: FollowField;
  readonly kind: 'needs_state' | 'done_later' | 'due_before_done';
};

/** Everything that is wrong with a record on a day. */
export function followProblems(record: FollowUp, today: IsoDate): readonly FollowProblem[] {
  const { state, doneOn, nextDue } = record;
  const isSaid = followFields.some(
    (field) => field !== 'state' && field !== 'contact' && !isSameField(record, notFollowed, field),
  );
  return [
    ...(state === 'not_followed' && isSaid ? [{ field: 'state', kind: 'needs_state' } as const] : []),
    ...(doneOn !== null && doneOn > today ? [{ field: 'doneOn', kind: 'done_later' } as const] : []),
    ...(state === 'done' && doneOn !== null && nextDue !== null && nextDue <= doneOn
      ? [{ field: 'nextDue', kind: 'due_before_done' } as const]
      : []),
  ];
}

const fieldText = (record: FollowPatch, field: FollowField): string =>
  field === 'evidence'
    ? JSON.stringify((record.evidence ?? []).map(({ what, link, dated }) => [what, link, dated]))
    : JSON.stringify(record[field] ?? null);

/** Whether two records say the same in one part. */
export const isSameField = (left: FollowPatch, right: FollowPatch, field: FollowField): boolean =>
  fieldText(left, field) === fieldText(right, field);

/** The parts in which two records differ. */
export const changedFields = (before: FollowUp, after: FollowUp): readonly FollowField[] =>
  followFields.filter((field) => !isSameField(before, after, field));
