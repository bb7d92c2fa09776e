/** Review: which facts of the library want checking again, and why. */
import type { Content, ContentKind } from '../content/content.ts';
import { contentKinds } from '../content/content.ts';
import type { Safeguard } from '../content/safeguard.ts';
import type { ReviewMethod } from '../content/method.ts';
import { supports, type SecondReading, type Support } from '../content/second-reading.ts';
import type { IsoDate, Verification, VerificationStatus } from '../content/verification.ts';
import { withoutMarks } from '../report/prose.ts';
import { addMonths } from '../incident/calendar.ts';

/**
 * `old`: checked too long ago. `unconfirmed`: only recalled. `unread`: no second reader challenged it yet. `unsupported`: a
 * sentence of law whose clause, read a second time, says it in part or could not be had.
 */
export const dueReasons = ['unconfirmed', 'unsupported', 'old', 'unread'] as const;
export type DueReason = (typeof dueReasons)[number];

/** One fact, or one item, that wants somebody. */
export type DueFact = {
  readonly kind: ContentKind;
  readonly id: string;
  readonly title: string;
  /** The field that the check is about, as `authority.health`; empty where it is about the whole item. */
  readonly field: string;
  readonly reason: DueReason;
  readonly status: VerificationStatus;
  readonly checkedOn: IsoDate;
  /** Last day before it counts as old; null where no interval is set for its kind. */
  readonly dueOn: IsoDate | null;
  readonly sources: readonly string[];
  readonly note: string | null;
};

/** What is due on a day, the unconfirmed first and then the oldest, beside how all facts were checked. */
export type Due = {
  readonly facts: readonly DueFact[];
  readonly counts: Readonly<Record<VerificationStatus, number>>;
  /** Sentences of law that were read a second time, by what was found. */
  readonly readings: Readonly<Record<Support, number>>;
};

type Place = { readonly field: string; readonly verification: Verification };
type Item = {
  readonly id?: string;
  readonly code?: string;
  readonly title?: string;
  readonly name?: string;
  readonly figure?: string;
};

/** Everything that is due on a day, by the intervals of a method. */
export function dueOn(content: Content, method: ReviewMethod, on: IsoDate): Due {
  const counts = { verified: 0, secondary: 0, editorial: 0, recall: 0 };
  const facts = contentKinds.flatMap((kind) => {
    const months = method.rows.find((row) => row.kind === kind)?.months ?? null;
    return content[kind].flatMap((item) => {
      const places = placesOf(item, '');
      for (const { verification } of places) counts[verification.status] += 1;
      return [
        ...places.flatMap((place) => dueFact(kind, item, place, months, on)),
        ...(kind === 'safeguards' ? unreadOf(item as Safeguard, months) : []),
        ...(kind === 'readings' ? unsupportedOf(item as SecondReading) : []),
      ];
    });
  });
  return { facts: facts.toSorted(byNeed), counts, readings: readingsOf(content.readings) };
}

function dueFact(
  kind: ContentKind,
  item: unknown,
  { field, verification }: Place,
  months: number | null,
  on: IsoDate,
): readonly DueFact[] {
  const { status, checkedOn, sources, note } = verification;
  const due = months === null ? null : addMonths(checkedOn, months);
  const reason = status === 'recall' ? 'unconfirmed' : due !== null && due < on ? 'old' : null;
  if (reason === null) return [];
  return [{ kind, ...namesOf(item), field, reason, status, checkedOn, dueOn: due, sources, note: note ?? null }];
}

function unreadOf(item: Safeguard, months: number | null): readonly DueFact[] {
  if (item.review !== undefined) return [];
  const { status, checkedOn, sources } = item.verification;
  const due = months === null ? null : addMonths(checkedOn, months);
  const kind = 'safeguards';
  return [{ kind, ...namesOf(item), field: '', reason: 'unread', status, checkedOn, dueOn: due, sources, note: null }];
}

const unsupportedOf = ({ id, readings, verification: { status, sources } }: SecondReading): readonly DueFact[] =>
  readings
    .filter(({ verdict }) => verdict !== 'supports')
    .map(({ sentence, note, on }) => ({
      kind: 'chapters',
      id,
      title: withoutMarks(sentence),
      field: '',
      reason: 'unsupported',
      status,
      checkedOn: on,
      dueOn: null,
      sources,
      note,
    }));

function readingsOf(all: readonly SecondReading[]): Due['readings'] {
  const verdicts = all.flatMap(({ readings }) => readings.map(({ verdict }) => verdict));
  const count = (verdict: Support): readonly [Support, number] => [
    verdict,
    verdicts.filter((one) => one === verdict).length,
  ];
  return Object.fromEntries(supports.map(count)) as Due['readings'];
}

function namesOf(item: unknown): { readonly id: string; readonly title: string } {
  const { id, code, title, name, figure } = item as Item;
  return { id: id ?? code ?? '', title: title ?? name ?? figure ?? '' };
}

const isVerification = (value: object): value is Verification =>
  'status' in value && 'checkedOn' in value && 'sources' in value;

/** Every verification inside an item, with the field that it is about. */
function placesOf(value: unknown, field: string): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isVerification(value)) return [{ field, verification: value }];
  const named = (key: string, inner: unknown): string => {
    if (key === 'verification') return field;
    const name = Array.isArray(value) ? ((inner as Item | null)?.id ?? key) : key;
    return field === '' ? name : `${field}.${name}`;
  };
  return Object.entries(value).flatMap(([key, inner]) => placesOf(inner, named(key, inner)));
}

const byNeed = (left: DueFact, right: DueFact): number =>
  dueReasons.indexOf(left.reason) - dueReasons.indexOf(right.reason) ||
  (left.checkedOn < right.checkedOn ? -1 : left.checkedOn > right.checkedOn ? 1 : 0);
