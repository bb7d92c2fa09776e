import type { IsoDate } from '../content/verification.ts';
import type { FollowUp } from '../follow-up/follow-up.ts';
import type { Evidence } from '../profile/profile.ts';
import type { RatingState } from '../profile/rating-state.ts';

/** Somebody who may be told. */
export type DigestMember = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isAdministrator: boolean;
  /** Has not switched it off. */
  readonly wantsMail: boolean;
};

/** A safeguard or a duty, as far as somebody has to see to it. */
export type DigestThing = {
  readonly id: string;
  readonly title: string;
  readonly owner: string | null;
  /** By when more is due; null where nothing is. */
  readonly due: IsoDate | null;
  /** What proves it, and until when. */
  readonly evidence: readonly Pick<Evidence, 'what' | 'expires' | 'owner'>[];
};

type Named = { readonly id: string; readonly title: string };

/** A safeguard: nothing is due of what is done, and nothing has to be proved of what does not apply. */
export const thingOfRating = ({ id, title }: Named, { rating, owner, due, evidence }: RatingState): DigestThing => ({
  id,
  title,
  owner,
  due: rating === 'fully' || rating === 'not_applicable' ? null : due,
  evidence: rating === 'not_applicable' ? [] : evidence,
});

/** A duty that is followed up: what is done once may be due again. */
export const thingOfDuty = ({ id, title }: Named, { owner, nextDue }: FollowUp): DigestThing => ({
  id,
  title,
  owner,
  due: nextDue,
  evidence: [],
});

/** One thing that somebody should see to. */
export type DigestLine = {
  readonly id: string;
  readonly title: string;
  /** Of evidence: what it proves. */
  readonly what: string | null;
  readonly on: IsoDate;
};

/** What one person is told on a day, the most urgent first. */
export type Digest = {
  readonly member: DigestMember;
  readonly overdue: readonly DigestLine[];
  readonly due: readonly DigestLine[];
  readonly expiring: readonly DigestLine[];
};

const dueDays = 7;
const expiryDays = 30;

type Kind = 'overdue' | 'due' | 'expiring';
type Item = { readonly kind: Kind; readonly owners: readonly (string | null | undefined)[]; readonly line: DigestLine };

/**
 * Who is told what on a day: what is due within seven days or overdue, and evidence whose last day is within thirty. It goes
 * to the members whom its owner names by address or name; where no member is named, to the administrators.
 */
export function dueDigests(
  things: readonly DigestThing[],
  members: readonly DigestMember[],
  today: IsoDate,
): readonly Digest[] {
  const items = things.flatMap((thing) => [...dueIn(thing, today), ...expiringIn(thing, today)]);
  const told = items.map((item) => ({ ...item, to: new Set(recipientsOf(item.owners, members)) }));
  return members
    .filter(({ wantsMail }) => wantsMail)
    .map((member) => {
      const own = told.filter(({ to }) => to.has(member)).toSorted((left, right) => compare(left.line, right.line));
      const of = (kind: Kind): readonly DigestLine[] =>
        own.filter((item) => item.kind === kind).map(({ line }) => line);
      return { member, overdue: of('overdue'), due: of('due'), expiring: of('expiring') };
    })
    .filter(({ overdue, due, expiring }) => overdue.length + due.length + expiring.length > 0);
}

function dueIn({ id, title, owner, due }: DigestThing, today: IsoDate): readonly Item[] {
  if (due === null || due > daysAfter(today, dueDays)) return [];
  return [{ kind: due < today ? 'overdue' : 'due', owners: [owner], line: { id, title, what: null, on: due } }];
}

const expiringIn = ({ id, title, owner, evidence }: DigestThing, today: IsoDate): readonly Item[] =>
  evidence.flatMap(({ what, expires, owner: keeper }) =>
    expires === undefined || expires < today || expires > daysAfter(today, expiryDays)
      ? []
      : [{ kind: 'expiring' as const, owners: [keeper, owner], line: { id, title, what, on: expires } }],
  );

/** The first owner that members answer to counts: evidence may have one of its own. */
function recipientsOf(owners: Item['owners'], members: readonly DigestMember[]): readonly DigestMember[] {
  for (const owner of owners) {
    const wanted = plain(owner ?? '');
    const named = members.filter(({ name, email }) => wanted !== '' && [plain(name), plain(email)].includes(wanted));
    if (named.length > 0) return named;
  }
  return members.filter(({ isAdministrator }) => isAdministrator);
}

const plain = (text: string): string => text.trim().toLowerCase();

const compare = (left: DigestLine, right: DigestLine): number =>
  left.on.localeCompare(right.on) || left.id.localeCompare(right.id);

const dayMs = 86_400_000;
const daysAfter = (day: IsoDate, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
