import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { IsoDate } from '../../../core/content/verification.ts';
import { followFields, isSameField, type FollowField, type FollowPatch } from '../../../core/follow-up/follow-up.ts';
import type { Failure } from '../../../web/client/ask.ts';
import { saveFollowUp, type FollowUpRecord } from '../../../web/client/follow-up.ts';
import { changeDraft, draftOf, readDraft, type DraftProblem, type FollowDraft } from './follow-draft.ts';

/** Someone else was first: what is stored now, what was to be stored, and the parts in which they differ. */
export type Conflict = {
  readonly stored: FollowUpRecord;
  readonly patch: FollowPatch;
  readonly fields: readonly FollowField[];
};

/** What stopped the last attempt to save. */
export type Stop = {
  readonly attempt: number;
  readonly problems: readonly DraftProblem[];
  readonly failure: Failure | null;
  readonly conflict: Conflict | null;
};

export type FollowForm = {
  readonly draft: FollowDraft;
  readonly change: (part: Partial<FollowDraft>) => void;
  readonly stop: Stop | null;
  readonly isSaving: boolean;
  readonly submit: () => Promise<void>;
  /** Ends a conflict: one's own parts over what is stored, or what is stored. */
  readonly decide: (whose: 'mine' | 'theirs') => Promise<void>;
};

/** The form of one record. It sends only what was changed, against the version that was opened. */
export function useFollowForm(record: FollowUpRecord, today: IsoDate, onSaved: () => void): FollowForm {
  const client = useQueryClient();
  const [opened, setOpened] = useState(record);
  const [draft, setDraft] = useState(() => draftOf(record));
  const [stop, setStop] = useState<Stop | null>(null);
  const [isSaving, setSaving] = useState(false);
  const stopWith = (why: Partial<Stop>): void =>
    setStop((last) => ({
      problems: [],
      failure: null,
      conflict: null,
      ...why,
      attempt: (last?.attempt ?? 0) + 1,
    }));

  const send = async (patch: FollowPatch, version: number): Promise<void> => {
    setSaving(true);
    const saved = await saveFollowUp(client, record.id, patch, version);
    setSaving(false);
    if (saved.ok) return onSaved();
    const { stored } = saved.error;
    return stored === undefined
      ? stopWith({ failure: saved.error })
      : stopWith({ conflict: { stored, patch, fields: differing(patch, stored) } });
  };
  const submit = async (): Promise<void> => {
    const read = readDraft(draft, opened, today);
    if (!read.ok) return stopWith({ problems: read.error });
    return Object.keys(read.value).length === 0 ? onSaved() : send(read.value, opened.version);
  };
  const decide = async (whose: 'mine' | 'theirs'): Promise<void> => {
    const conflict = stop?.conflict ?? null;
    if (conflict === null) return;
    const { stored, patch } = conflict;
    setOpened(stored);
    setDraft(draftOf(whose === 'mine' ? { ...stored, ...(patch as Partial<FollowUpRecord>) } : stored));
    setStop(null);
    if (whose === 'mine') await send(patch, stored.version);
  };
  return {
    draft,
    stop,
    isSaving,
    submit,
    decide,
    change: (part) => setDraft((before) => changeDraft(before, part, today)),
  };
}

const differing = (patch: FollowPatch, stored: FollowUpRecord): readonly FollowField[] =>
  followFields.filter((field) => patch[field] !== undefined && !isSameField(patch, stored, field));
