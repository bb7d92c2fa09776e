import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Failure } from '../../../web/client/ask.ts';
import {
  readSheet,
  storeChanges,
  type SheetChange,
  type SheetFile,
  type SheetReading,
} from '../../../web/client/rating-sheet.ts';
import { base64Of } from '../../../web/kit/file-drop/file-bytes.ts';
import { refreshRatings } from './use-outbox.ts';

/** Where a sheet is on its way: chosen, read, stored. */
export type SheetStage =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' | 'storing'; readonly name: string }
  | {
      readonly kind: 'read';
      readonly file: SheetFile;
      readonly reading: SheetReading;
      readonly failure: Failure | null;
    }
  | { readonly kind: 'stored'; readonly reading: SheetReading }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type SheetHandling = {
  readonly stage: SheetStage;
  readonly read: (file: File) => Promise<void>;
  readonly store: (chosen: readonly SheetChange[]) => Promise<void>;
  readonly cancel: () => void;
};

/** Takes a sheet from the file to stored ratings. A refusal when storing keeps what was chosen on the page. */
export function useSheetFile(): SheetHandling {
  const client = useQueryClient();
  const [stage, setStage] = useState<SheetStage>({ kind: 'none' });
  const abort = useRef<AbortController | null>(null);
  const readAgain = async (file: SheetFile, failure: Failure | null): Promise<void> => {
    abort.current = new AbortController();
    const answer = await readSheet(file, abort.current.signal);
    if (answer.ok) return setStage({ kind: 'read', file, reading: answer.value, failure });
    return setStage(answer.error.kind === 'cancelled' ? { kind: 'none' } : { kind: 'failed', failure: answer.error });
  };
  return {
    stage,
    cancel: () => abort.current?.abort(),
    read: async (file) => {
      setStage({ kind: 'reading', name: file.name });
      const content = await base64Of(file).catch(() => null);
      if (content === null)
        return setStage({ kind: 'failed', failure: { kind: 'unreadable_file', message: file.name } });
      return readAgain({ name: file.name, content }, null);
    },
    store: async (chosen) => {
      if (stage.kind !== 'read') return;
      const { file, reading } = stage;
      setStage({ kind: 'storing', name: file.name });
      const answer = await storeChanges(file, chosen);
      if (answer.ok) {
        await refreshRatings(client);
        return setStage({ kind: 'stored', reading: answer.value });
      }
      // Someone changed one of them since: what the sheet suggests is another thing now.
      if (answer.error.kind === 'conflict') return readAgain(file, answer.error);
      return setStage({ kind: 'read', file, reading, failure: answer.error });
    },
  };
}
