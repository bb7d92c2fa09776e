import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  askedOf,
  fieldsOf,
  type AskContext,
  type Asked,
  type FactGroupId,
  type ProfileField,
} from '../../../core/profile/fact-groups.ts';
import type { Facts } from '../../../core/profile/facts.ts';
import type { Failure } from '../../../web/client/ask.ts';
import { profileQuery, saveAnswers, type ProfileAnswer } from '../../../web/client/profile.ts';
import { unnamed } from '../../../web/say.ts';
import { draftOf, readField, unknown, type FieldDraft, type FieldProblem } from './field-draft.ts';
import { kindOf } from './field-kinds.ts';
import { storedAnswer } from './known-fields.ts';
import { notePassed, passedFields } from './passed-fields.ts';

/** What stopped the last attempt to save. */
type Stop = {
  readonly problems: readonly FieldProblem[];
  readonly failure: Failure | null;
  readonly attempt: number;
};

export type Asking = { readonly field: ProfileField; readonly asking: Asked };

export type GroupForm = {
  /** Every field of the group, and whether the answers as they stand in the form ask it. */
  readonly askings: readonly Asking[];
  readonly draftFor: (field: ProfileField) => FieldDraft;
  readonly change: (field: ProfileField, part: Partial<FieldDraft>) => void;
  /** What was stored by someone else since the form was opened, and differs from what stands in the field. */
  readonly changedElsewhere: (field: ProfileField) => unknown;
  readonly stop: Stop | null;
  readonly isSaving: boolean;
  /** Stores what changed; answers whether all is stored. */
  readonly submit: () => Promise<boolean>;
};

type Drafts = Readonly<Partial<Record<ProfileField, FieldDraft>>>;

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left ?? null) === JSON.stringify(right ?? null);

/** The form of a group. It sends only what was changed, against the version that was opened. */
export function useGroupForm(group: FactGroupId, answer: ProfileAnswer, context: AskContext): GroupForm {
  const client = useQueryClient();
  const [opened, setOpened] = useState(answer);
  const [before, setBefore] = useState<ProfileAnswer | null>(null);
  const [drafts, setDrafts] = useState<Drafts>({});
  const [stop, setStop] = useState<Stop | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [passed] = useState(passedFields);
  const draftFor = (field: ProfileField): FieldDraft =>
    drafts[field] ?? draftOf(kindOf(field), storedAnswer(opened.profile, field), passed.has(field));
  const facts = factsIn(fieldsOf(group), draftFor, opened);
  const askings = fieldsOf(group).map((field) => ({ field, asking: askedOf(field, facts, context) }));
  const fields = askings.flatMap(({ field, asking }) => (asking.kind === 'asked' ? [field] : []));
  const stopWith = (problems: readonly FieldProblem[], failure: Failure | null): void =>
    setStop((last) => ({ problems, failure, attempt: (last?.attempt ?? 0) + 1 }));

  const submit = async (): Promise<boolean> => {
    const read = readAll(fields, draftFor, opened);
    if (read.problems.length > 0) {
      stopWith(read.problems, null);
      return false;
    }
    setSaving(true);
    const hasChanges = Object.keys(read.answers).length > 0;
    const saved = hasChanges ? await saveAnswers(client, read.answers, opened.version) : null;
    setSaving(false);
    if (saved?.ok === false) {
      setBefore(opened);
      setOpened(await client.ensureQueryData(profileQuery));
      stopWith([], saved.error);
      return false;
    }
    notePassed(fields, new Set(fields.filter((field) => isUnknown(draftFor(field)))));
    return true;
  };

  return {
    askings,
    draftFor,
    stop,
    isSaving,
    submit,
    change: (field, part) => setDrafts((all) => ({ ...all, [field]: { ...draftFor(field), ...part } })),
    changedElsewhere: (field) => {
      const [then, now] = [before, opened].map((one) => storedAnswer(one?.profile ?? null, field));
      return before === null || drafts[field] === undefined || same(then, now) ? undefined : (now ?? null);
    },
  };
}

const isUnknown = ({ isUnknown: ticked, choice }: FieldDraft): boolean => ticked || choice === unknown;

/** What is stored, with what stands in the form laid over it as far as it can be read. */
function factsIn(
  fields: readonly ProfileField[],
  draftFor: (field: ProfileField) => FieldDraft,
  { profile }: ProfileAnswer,
): Facts {
  const read = fields.map((field) => [field, readField(field, kindOf(field), draftFor(field))] as const);
  const known = read.flatMap(([field, result]) => (result.ok ? [[field, result.value ?? undefined] as const] : []));
  return { ...profile, ...(Object.fromEntries(known) as Facts) };
}

/** The answers that differ from what is stored, and whatever cannot be read. */
function readAll(
  fields: readonly ProfileField[],
  draftFor: (field: ProfileField) => FieldDraft,
  { profile }: ProfileAnswer,
): { readonly answers: Readonly<Record<string, unknown>>; readonly problems: readonly FieldProblem[] } {
  const read = fields
    .filter((field) => kindOf(field).kind !== 'elsewhere')
    .map((field) => ({ field, result: readField(field, kindOf(field), draftFor(field)) }));
  const changed = read.flatMap(({ field, result }) =>
    result.ok && !same(result.value, storedAnswer(profile, field)) ? [[field, result.value] as const] : [],
  );
  return {
    problems: read.flatMap(({ result }) => (result.ok ? [] : result.error)),
    answers: Object.fromEntries(
      changed.map(([field, value]) => [field, field === 'name' ? (value ?? unnamed) : value]),
    ),
  };
}
