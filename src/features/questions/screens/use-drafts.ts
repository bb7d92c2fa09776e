import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../web/client/ask.ts';
import { saveAnswer, type Draft, type OpenAnswer } from '../../../web/client/questions.ts';

/** Writing is saved when it pauses. */
const pauseMs = 600;

/** What was answered so far, and how the saving of it goes. */
export type Drafts = {
  readonly of: (id: string) => Draft;
  readonly change: (id: string, patch: Partial<Draft>) => void;
  /** Saves what is not saved yet; answers whether all is. */
  readonly saveAll: () => Promise<boolean>;
  readonly state: 'untouched' | 'waiting' | 'saving' | 'saved' | 'failed';
  readonly failure: Failure | null;
};

const nothing: Draft = { answer: null, reason: null, note: null };
/** Empty texts are none. */
const tidy = ({ answer, reason, note }: Draft): Draft => ({
  answer,
  reason: reason?.trim() || null,
  note: note?.trim() || null,
});

/** Keeps each answer on the server as it is given; what could not be saved stays here, and is tried again. */
export function useDrafts(link: string, { items }: OpenAnswer): Drafts {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(
    () => new Map(items.map(({ id, answer, reason, note }) => [id, { answer, reason, note }])),
  );
  const [state, setState] = useState<Drafts['state']>('untouched');
  const [failure, setFailure] = useState<Failure | null>(null);
  const unsaved = useRef(new Map<string, Draft>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));

  const saveNow = async (): Promise<boolean> => {
    for (const [id, draft] of unsaved.current) {
      setState('saving');
      const saved = await saveAnswer(link, id, tidy(draft));
      setFailure(saved.ok ? null : saved.error);
      if (!saved.ok) {
        setState('failed');
        return false;
      }
      // What was typed meanwhile is still to be saved.
      if (unsaved.current.get(id) === draft) unsaved.current.delete(id);
    }
    setState((before) => (before === 'untouched' ? before : unsaved.current.size === 0 ? 'saved' : 'waiting'));
    return unsaved.current.size === 0;
  };
  const saveAll = (): Promise<boolean> => {
    clearTimeout(timer.current);
    running.current = running.current.then(saveNow);
    return running.current;
  };
  const change: Drafts['change'] = (id, patch) => {
    const next = { ...(drafts.get(id) ?? nothing), ...patch };
    unsaved.current.set(id, next);
    setDrafts(new Map(drafts).set(id, next));
    setState('waiting');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void saveAll(), pauseMs);
  };
  useWarning(state === 'waiting' || state === 'saving' || state === 'failed');
  return { of: (id) => drafts.get(id) ?? nothing, change, saveAll, state, failure };
}

/** The browser asks before a page goes that holds what is not saved. */
function useWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}
