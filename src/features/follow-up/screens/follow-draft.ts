import { fail, ok, type Result } from '../../../core/base.ts';
import { isDay } from '../../../core/incident/calendar.ts';
import type { IsoDate } from '../../../core/content/verification.ts';
import {
  applyFollow,
  followFields,
  followProblems,
  isSameField,
  proposedDue,
  type FollowPatch,
  type FollowState,
  type FollowUp,
  type Proof,
} from '../../../core/follow-up/follow-up.ts';

/** What stands in the form. `nextDue` null: nobody wrote one, so that the proposal stands there. */
export type FollowDraft = {
  readonly state: FollowState;
  readonly doneOn: string;
  readonly repeat: string;
  readonly nextDue: string | null;
  readonly owner: string;
  readonly note: string;
  readonly contact: string;
  readonly evidence: readonly Proof[];
  /** One more piece of evidence. */
  readonly what: string;
  readonly link: string;
  readonly dated: string;
};

export type DraftField = 'state' | 'doneOn' | 'repeat' | 'nextDue' | 'what' | 'link' | 'dated';
export type DraftProblem = {
  readonly field: DraftField;
  readonly kind:
    | 'needs_state'
    | 'done_later'
    | 'due_before_done'
    | 'not_a_day'
    | 'not_months'
    | 'needs_what'
    | 'not_a_link';
};

export const draftOf = (record: FollowUp): FollowDraft => ({
  state: record.state,
  doneOn: record.doneOn ?? '',
  repeat: record.repeatMonths === null ? '' : String(record.repeatMonths),
  nextDue: record.nextDue ?? '',
  owner: record.owner ?? '',
  note: record.note ?? '',
  contact: record.contact ?? '',
  evidence: record.evidence,
  what: '',
  link: '',
  dated: '',
});

/** A change in the form. Finishing fills in today, and what the next due day follows from makes it a proposal again. */
export function changeDraft(draft: FollowDraft, part: Partial<FollowDraft>, today: IsoDate): FollowDraft {
  const next = { ...draft, ...part };
  const isFinished = part.state === 'done' && draft.state !== 'done';
  const doneOn = isFinished ? today : next.doneOn;
  const isMoved = isFinished || (next.state === 'done' && (part.doneOn !== undefined || part.repeat !== undefined));
  return { ...next, doneOn, nextDue: isMoved ? null : next.nextDue };
}

const months = (repeat: string): number | null => (/^\d{1,3}$/u.test(repeat.trim()) ? Number(repeat.trim()) : null);

/** The next due day that stands in the form, proposed or written. */
export function shownDue({ doneOn, repeat, nextDue }: FollowDraft): {
  readonly day: string;
  readonly isProposed: boolean;
} {
  if (nextDue !== null) return { day: nextDue, isProposed: false };
  const day = proposedDue(isDay(doneOn) ? doneOn : null, months(repeat)) ?? '';
  return { day, isProposed: day !== '' };
}

const isNearDay = (text: string): boolean => isDay(text) && text >= '1990' && text < '2200';
const isMonths = (repeat: string): boolean => {
  const count = months(repeat);
  return repeat.trim() === '' || (count !== null && count >= 1 && count <= 120);
};

/** What to send: the parts that differ from the record that was opened. Else everything that is wrong. */
export function readDraft(
  draft: FollowDraft,
  opened: FollowUp,
  today: IsoDate,
): Result<FollowPatch, readonly DraftProblem[]> {
  const wrong = unreadable(draft);
  if (wrong.length > 0) return fail(wrong);
  const written = recordIn(draft, opened);
  const changed = followFields.filter((field) => !isSameField(written, opened, field));
  const patch: FollowPatch = Object.fromEntries(changed.map((field) => [field, written[field]]));
  const problems = followProblems(applyFollow(opened, patch, today), today);
  return problems.length === 0
    ? ok(patch)
    : fail(problems.map(({ field, kind }) => ({ field: field as DraftField, kind })));
}

function unreadable(draft: FollowDraft): readonly DraftProblem[] {
  const { doneOn, repeat, what, link, dated } = draft;
  const days = { doneOn, nextDue: shownDue(draft).day, dated } as const;
  const isProof = what.trim() !== '';
  return [
    ...(Object.entries(days) as [keyof typeof days, string][]).flatMap(([field, day]) =>
      day === '' || isNearDay(day) ? [] : [{ field, kind: 'not_a_day' } as const],
    ),
    ...(isMonths(repeat) ? [] : [{ field: 'repeat', kind: 'not_months' } as const]),
    ...(isProof || (link.trim() === '' && dated === '') ? [] : [{ field: 'what', kind: 'needs_what' } as const]),
    ...(link.trim() === '' || /^https?:\/\/\S+$/u.test(link.trim())
      ? []
      : [{ field: 'link', kind: 'not_a_link' } as const]),
  ];
}

/** Not followed up, only whom to tell is said; what else was recorded goes with the state. */
function recordIn(draft: FollowDraft, opened: FollowUp): FollowUp {
  const text = (value: string): string | null => value.trim() || null;
  const day = (value: string): IsoDate | null => (isDay(value) ? value : null);
  const contact = text(draft.contact);
  if (draft.state === 'not_followed') return { ...opened, state: draft.state, contact };
  const proof = text(draft.what);
  return {
    state: draft.state,
    doneOn: day(draft.doneOn),
    nextDue: day(shownDue(draft).day),
    repeatMonths: months(draft.repeat),
    owner: text(draft.owner),
    note: text(draft.note),
    contact,
    evidence: [
      ...draft.evidence,
      ...(proof === null ? [] : [{ what: proof, link: text(draft.link), dated: day(draft.dated) }]),
    ],
  };
}
