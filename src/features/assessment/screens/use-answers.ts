import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import {
  keptAnswersQuery,
  readAnswers,
  type AnswersQuestion,
  type AnswersStage,
  type ChosenColumns,
} from '../../../web/client/answers.ts';
import { base64Of } from '../../../web/kit/file-drop/file-bytes.ts';

export type AnswersHandling = {
  readonly stage: AnswersStage;
  readonly read: (file: File, framework: string) => Promise<void>;
  /** The same file once more, with columns that a person chose. */
  readonly readWith: (columns: ChosenColumns) => Promise<void>;
};

/** Takes a filled sheet to the server and back. Nothing is stored by it. */
export function useAnswers(): AnswersHandling {
  const client = useQueryClient();
  const { data: stage = { kind: 'none' } } = useQuery(keptAnswersQuery);
  const abort = useRef<AbortController | null>(null);
  const setStage = (next: AnswersStage): void => void client.setQueryData(keptAnswersQuery.queryKey, next);
  const ask = async (asked: AnswersQuestion): Promise<void> => {
    // Only the answer to what was asked last is wanted.
    abort.current?.abort();
    abort.current = new AbortController();
    setStage({ kind: 'reading', name: asked.file.name });
    const answer = await readAnswers(asked, abort.current.signal);
    if (answer.ok) return setStage({ kind: 'read', asked, reading: answer.value });
    return answer.error.kind === 'cancelled' ? undefined : setStage({ kind: 'failed', asked, failure: answer.error });
  };
  return {
    stage,
    read: async (file, framework) => {
      const content = await base64Of(file).catch(() => null);
      if (content !== null) return ask({ file: { name: file.name, content }, framework, columns: {} });
      return setStage({ kind: 'failed', asked: null, failure: { kind: 'unreadable_file', message: file.name } });
    },
    readWith: async (columns) => {
      if (stage.kind !== 'read' && stage.kind !== 'failed') return;
      if (stage.asked !== null) await ask({ ...stage.asked, columns });
    },
  };
}
