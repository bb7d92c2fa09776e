import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Evidence } from '../../../core/profile/profile.ts';
import type { Failure } from '../../../web/client/ask.ts';
import { sendFile } from '../../../web/client/assessment.ts';
import { base64Of } from '../../../web/kit/file-drop/file-bytes.ts';
import { remember } from './use-outbox.ts';

export type Upload = {
  readonly isSending: boolean;
  readonly failure: Failure | null;
  /** Whether the file is stored. */
  readonly send: (id: string, file: File, said: Evidence) => Promise<boolean>;
  readonly cancel: () => void;
};

/** Sends a file at once: it is too large to be kept in the browser. */
export function useUpload(): Upload {
  const client = useQueryClient();
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const abort = useRef<AbortController | null>(null);
  return {
    isSending,
    failure,
    cancel: () => abort.current?.abort(),
    send: async (id, file, { what, dated, owner, expires }) => {
      setSending(true);
      setFailure(null);
      abort.current = new AbortController();
      const content = await base64Of(file).catch(() => null);
      const answer =
        content === null
          ? { ok: false as const, error: unreadable(file) }
          : await sendFile(id, { name: file.name, content, what, dated, owner, expires }, abort.current.signal);
      setSending(false);
      if (answer.ok) remember(client, answer.value);
      else if (answer.error.kind !== 'cancelled') setFailure(answer.error);
      return answer.ok;
    },
  };
}

const unreadable = ({ name }: File): Failure => ({ kind: 'unreadable_file', message: `Cannot read "${name}"` });
