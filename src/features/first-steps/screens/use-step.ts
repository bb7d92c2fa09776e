import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Result } from '../../../core/base.ts';
import type { Failure } from '../../../web/client/ask.ts';
import { saveAnswers, saveRating, type StoredProfile } from '../../../web/client/profile.ts';
import { draftOf, readDraft, unknown, type Draft, type Problem, type Reading } from './draft.ts';
import { passedSteps, setPassed } from './passed.ts';
import { numberOf, steps, type Step, type StepName } from './steps.ts';

/** What stopped the last attempt to save one question. */
type Stop = {
  readonly step: StepName;
  readonly problems: readonly Problem[];
  readonly failure: Failure | null;
  readonly attempt: number;
};

export type Way = 'continue' | 'leave';

export type StepState = {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly stop: Stop | null;
  readonly isSaving: boolean;
  readonly savedAt: Date | null;
  readonly submit: (way: Way) => Promise<void>;
  readonly later: () => void;
};

/** One question at a time: drafts outlive the way from question to question, and whatever fails. */
export function useStep(step: Step, profile: StoredProfile | null, cameFrom: 'check' | undefined): StepState {
  const client = useQueryClient();
  const [drafts, setDrafts] = useState<Readonly<Partial<Record<StepName, Draft | undefined>>>>({});
  const [stop, setStop] = useState<Stop | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const go = useGo(step, cameFrom);
  const stored = draftOf(step, profile, passedSteps().has(step.name));
  const draft = drafts[step.name] ?? stored;
  const stopWith = (problems: readonly Problem[], failure: Failure | null): void =>
    setStop((last) => ({ step: step.name, problems, failure, attempt: (last?.attempt ?? 0) + 1 }));

  const submit = async (way: Way): Promise<void> => {
    if (isSaving) return;
    const isUntouched = JSON.stringify(draft) === JSON.stringify(stored);
    if (way === 'leave' && isUntouched) return go('leave');
    const read = readDraft(step, draft);
    if (!read.ok) return stopWith(read.error, null);
    setSaving(true);
    const saved = isUntouched ? null : await save(client, read.value);
    setSaving(false);
    if (saved?.ok === false) return stopWith([], saved.error);
    if (saved !== null) setSavedAt(new Date());
    setPassed(step, draft.isUnknown || draft.choice === unknown);
    setStop(null);
    setDrafts((before) => ({ ...before, [step.name]: undefined }));
    return go(way);
  };

  return {
    draft,
    isSaving,
    savedAt,
    submit,
    stop: stop?.step === step.name ? stop : null,
    change: (part) =>
      setDrafts((before) => ({ ...before, [step.name]: { ...(before[step.name] ?? stored), ...part } })),
    later: () => {
      setStop(null);
      go('continue');
    },
  };
}

const save = (client: ReturnType<typeof useQueryClient>, reading: Reading): Promise<Result<null, Failure>> =>
  reading.kind === 'facts'
    ? saveAnswers(client, reading.answers)
    : saveRating(client, reading.safeguard, reading.rating);

/** On to the next question, to the list of answers, or out. */
function useGo(step: Step, cameFrom: 'check' | undefined): (way: Way) => void {
  const navigate = useNavigate();
  const next = numberOf(step) + 1;
  return (way) => {
    if (way === 'leave') void navigate({ to: '/' });
    else if (cameFrom === 'check' || next > steps.length) void navigate({ to: '/first-steps/check' });
    else void navigate({ to: '/first-steps/$step', params: { step: String(next) } });
  };
}
