import { fail, ok, type Result } from '../../../core/base.ts';
import type { GivenCapacity } from '../../../web/client/plan.ts';
import type { StoredCapacity, StoredProfile } from '../../../web/client/profile.ts';
import { formatReadable, readNumber, type NumberProblem } from '../../../web/read-number.ts';

/** What stands in the fields. `from` null: the next quarter, whatever the day. */
export type CapacityDraft = { readonly days: string; readonly money: string; readonly from: string | null };
export type CapacityProblem = {
  readonly field: 'days' | 'money';
  readonly kind: NumberProblem | 'tooLarge';
};

/** The most that a profile takes. */
export const most = { days: 100_000, money: 1e12 } as const;

/** People and money of a profile; null where nobody said. */
export const capacityIn = (profile: StoredProfile | null): StoredCapacity | null => profile?.capacity ?? null;

export const draftOf = (capacity: StoredCapacity | null): CapacityDraft =>
  capacity === null
    ? { days: '', money: '', from: null }
    : {
        days: formatReadable(capacity.person_days_per_quarter),
        money: formatReadable(capacity.money_eur_per_quarter),
        from: capacity.first_quarter ?? null,
      };

/** Reads the draft; every field that cannot be read is named. */
export function readCapacity({ days, money, from }: CapacityDraft): Result<GivenCapacity, readonly CapacityProblem[]> {
  const read = { days: readField('days', days), money: readField('money', money) };
  const problems = [read.days, read.money].flatMap((one) => (one.ok ? [] : [one.error]));
  if (!read.days.ok || !read.money.ok) return fail(problems);
  return ok({
    personDays: read.days.value,
    moneyEur: read.money.value,
    ...(from === null ? {} : { firstQuarter: from }),
  });
}

function readField(field: 'days' | 'money', text: string): Result<number, CapacityProblem> {
  const read = readNumber(text);
  if (!read.ok) return fail({ field, kind: read.error });
  return read.value > most[field] ? fail({ field, kind: 'tooLarge' }) : ok(read.value);
}
