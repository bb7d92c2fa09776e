import { fail, ok, type Result } from '../../../core/base.ts';
import { isDay } from '../../../core/incident/calendar.ts';
import type { ProfileField } from '../../../core/profile/fact-groups.ts';
import { formatReadable, readNumber, type NumberProblem } from '../../../web/read-number.ts';
import { neededIn, type FieldKind, type RecordKind, type RecordsKind } from './field-kinds.ts';

/** A record of a list as it stands in its fields, by the names of the fields. */
export type RecordDraft = { readonly key: string; readonly values: Readonly<Record<string, string>> };

/** What stands in a field, as typed and chosen. */
export type FieldDraft = {
  readonly text: string;
  readonly choice: string | null;
  readonly choices: readonly string[];
  readonly records: readonly RecordDraft[];
  readonly isNone: boolean;
  readonly isUnknown: boolean;
};

export type ProblemKind =
  | Exclude<NumberProblem, 'empty'>
  | 'tooLarge'
  | 'tooSmall'
  | 'notWhole'
  | 'date'
  | 'missing'
  | 'tooLong';
/** Which field cannot be read, and why. `within`: the limits of a number. */
export type FieldProblem = {
  readonly at: string;
  readonly kind: ProblemKind;
  readonly within?: { readonly min: number; readonly max: number };
};

export const unknown = 'unknown';
const mostLetters = 400;
const blank: FieldDraft = { text: '', choice: null, choices: [], records: [], isNone: false, isUnknown: false };

/** Where the fields of a record stand in the page. */
export const recordId = (field: string, key: string, name: string): string => `${field}-${key}-${name}`;

/** The stored answer as a draft. `isPassed`: it was left with "I do not know yet". */
export function draftOf(kind: FieldKind, value: unknown, isPassed: boolean): FieldDraft {
  if (value === undefined || value === null)
    return { ...blank, isUnknown: isPassed, choice: isPassed && isRadio(kind) ? unknown : null };
  switch (kind.kind) {
    case 'elsewhere':
      return blank;
    case 'choices':
    case 'countries':
      return { ...blank, choices: value as readonly string[], isNone: (value as readonly string[]).length === 0 };
    case 'records':
      return recordsDraft(kind, value as readonly Readonly<Record<string, unknown>>[]);
    case 'bool':
    case 'choice':
    case 'country':
      return { ...blank, choice: written(kind, value) };
    default:
      return { ...blank, text: written(kind, value) };
  }
}

const isRadio = ({ kind }: FieldKind): boolean => kind === 'bool' || kind === 'choice';

function recordsDraft(kind: RecordsKind, value: readonly Readonly<Record<string, unknown>>[]): FieldDraft {
  const records = value.map((record, index) => ({
    key: String(index + 1),
    values: Object.fromEntries(
      Object.entries(kind.fields).map(([name, inner]) => [
        name,
        record[name] === undefined || record[name] === null ? '' : written(inner, record[name]),
      ]),
    ),
  }));
  return { ...blank, records, isNone: records.length === 0 };
}

/** A single value as its field holds it. */
function written(kind: RecordKind, value: unknown): string {
  if (kind.kind === 'bool') return value === true ? 'yes' : 'no';
  if (kind.kind !== 'number') return String(value);
  return formatReadable(value as number);
}

/** Reads a draft: null is "not known". Every part that cannot be read is named. */
export function readField(
  field: ProfileField,
  kind: FieldKind,
  draft: FieldDraft,
): Result<unknown, readonly FieldProblem[]> {
  if (draft.isUnknown || kind.kind === 'elsewhere') return ok(null);
  switch (kind.kind) {
    case 'choices':
    case 'countries':
      return ok(draft.choices.length > 0 ? draft.choices : draft.isNone ? [] : null);
    case 'records':
      return readRecords(field, kind, draft);
    default: {
      const read = readScalar(
        kind,
        kind.kind === 'text' || kind.kind === 'number' || kind.kind === 'date' ? draft.text : (draft.choice ?? ''),
      );
      return read.ok ? read : fail([{ ...read.error, at: field }]);
    }
  }
}

type ScalarProblem = Omit<FieldProblem, 'at'>;

function readScalar(kind: RecordKind, given: string): Result<unknown, ScalarProblem> {
  const text = given.trim();
  if (text === '' || text === unknown) return ok(null);
  switch (kind.kind) {
    case 'bool':
      return ok(text === 'yes');
    case 'number':
      return readAmount(kind, text);
    case 'date':
      return isDay(text) ? ok(text) : fail({ kind: 'date' });
    case 'text':
      return text.length > mostLetters ? fail({ kind: 'tooLong' }) : ok(text);
    default:
      return ok(text);
  }
}

function readAmount(kind: Extract<RecordKind, { kind: 'number' }>, text: string): Result<number, ScalarProblem> {
  const read = readNumber(text);
  const within = { min: kind.min, max: kind.max };
  if (!read.ok) return fail({ kind: read.error === 'empty' ? 'notOnlyNumber' : read.error });
  if (read.value > kind.max) return fail({ kind: 'tooLarge', within });
  if (read.value < kind.min) return fail({ kind: 'tooSmall', within });
  return kind.whole && !Number.isInteger(read.value) ? fail({ kind: 'notWhole' }) : ok(read.value);
}

function readRecords(
  field: ProfileField,
  kind: RecordsKind,
  { records, isNone }: FieldDraft,
): Result<unknown, readonly FieldProblem[]> {
  if (records.length === 0) return ok(isNone ? [] : null);
  const read = records.map((record) => readRecord(field, kind, record));
  const problems = read.flatMap((one) => (one.ok ? [] : one.error));
  return problems.length > 0 ? fail(problems) : ok(read.map((one) => (one.ok ? one.value : {})));
}

function readRecord(
  field: ProfileField,
  kind: RecordsKind,
  { key, values }: RecordDraft,
): Result<Readonly<Record<string, unknown>>, readonly FieldProblem[]> {
  const read = Object.entries(kind.fields).map(
    ([name, inner]) => [name, readScalar(inner, values[name] ?? '')] as const,
  );
  const needed = neededIn(field);
  const problems = read.flatMap(([name, one]): readonly FieldProblem[] => {
    const at = recordId(field, key, name);
    if (!one.ok) return [{ ...one.error, at }];
    return one.value === null && needed.includes(name) ? [{ at, kind: 'missing' }] : [];
  });
  if (problems.length > 0) return fail(problems);
  return ok(
    Object.fromEntries(read.flatMap(([name, one]) => (one.ok && one.value !== null ? [[name, one.value]] : []))),
  );
}
