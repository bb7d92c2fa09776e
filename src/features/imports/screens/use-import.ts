import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportPreview } from '../../../core/guidance/import-view.ts';
import type { Failure } from '../../../web/client/ask.ts';
import { loadImport, previewImport, type ImportFile } from '../../../web/client/imports.ts';
import { base64Of } from '../../../web/kit/file-drop/file-bytes.ts';

/** Where a file is on its way: chosen, read, loaded. */
export type ImportStage =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' | 'storing'; readonly name: string }
  | {
      readonly kind: 'read';
      readonly file: ImportFile;
      readonly preview: ImportPreview;
      readonly failure: Failure | null;
    }
  | { readonly kind: 'loaded'; readonly id: string; readonly title: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type ImportHandling = {
  readonly stage: ImportStage;
  readonly read: (file: File, source: string) => Promise<void>;
  readonly load: () => Promise<void>;
  readonly putAway: () => void;
};

/** Takes a file from the browser to stored frameworks; what was refused stays on the page with its reason. */
export function useImport(): ImportHandling {
  const client = useQueryClient();
  const [stage, setStage] = useState<ImportStage>({ kind: 'none' });
  return {
    stage,
    putAway: () => setStage({ kind: 'none' }),
    read: async (chosen, source) => {
      setStage({ kind: 'reading', name: chosen.name });
      const content = await base64Of(chosen).catch(() => null);
      if (content === null)
        return setStage({ kind: 'failed', failure: { kind: 'unreadable_file', message: chosen.name } });
      const file = { file: { name: chosen.name, content }, ...(source === '' ? {} : { source }) };
      const answer = await previewImport(file, new AbortController().signal);
      return setStage(
        answer.ok
          ? { kind: 'read', file, preview: answer.value, failure: null }
          : { kind: 'failed', failure: answer.error },
      );
    },
    load: async () => {
      if (stage.kind !== 'read') return;
      const { file, preview } = stage;
      setStage({ kind: 'storing', name: file.file.name });
      const answer = await loadImport(client, file);
      setStage(
        answer.ok
          ? { kind: 'loaded', id: answer.value.id, title: preview.title }
          : { kind: 'read', file, preview, failure: answer.error },
      );
    },
  };
}
