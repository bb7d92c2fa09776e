import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportPreview } from '../../../core/guidance/import-view.ts';
import type { Failure } from '../../../web/client/ask.ts';
import {
  loadImport,
  lookAtSheet,
  previewImport,
  type ImportFile,
  type SheetAsked,
  type SheetLook,
  type SheetSaid,
} from '../../../web/client/imports.ts';
import { base64Of } from '../../../web/kit/file-drop/file-bytes.ts';

/** Where a file is on its way: chosen, read, loaded. A spreadsheet waits in between until somebody said what it holds. */
export type ImportStage =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' | 'storing'; readonly name: string }
  | { readonly kind: 'sheet'; readonly failure: Failure | null }
  | {
      readonly kind: 'read';
      readonly file: ImportFile;
      readonly preview: ImportPreview;
      readonly failure: Failure | null;
    }
  | { readonly kind: 'loaded'; readonly id: string; readonly title: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A spreadsheet on its way, which stays in view until it is loaded or put away. */
export type SheetOnItsWay = { readonly file: ImportFile; readonly look: SheetLook };

export type ImportHandling = {
  readonly stage: ImportStage;
  readonly sheet: SheetOnItsWay | null;
  readonly read: (file: File, source: string) => Promise<void>;
  readonly lookAgain: (asked: SheetAsked) => Promise<void>;
  readonly readSheet: (said: SheetSaid) => Promise<void>;
  /** What was said of a sheet changed: what was seen of it is no longer what would be loaded. */
  readonly reconsider: () => void;
  readonly load: () => Promise<void>;
  readonly putAway: () => void;
};

/** Takes a file from the browser to stored frameworks; what was refused stays on the page with its reason. */
export function useImport(): ImportHandling {
  const client = useQueryClient();
  const [stage, setStage] = useState<ImportStage>({ kind: 'none' });
  const [sheet, setSheet] = useState<SheetOnItsWay | null>(null);
  const preview = async (file: ImportFile): Promise<void> => {
    const answer = await previewImport(file, new AbortController().signal);
    if (answer.ok) return setStage({ kind: 'read', file, preview: answer.value, failure: null });
    if (answer.error.kind === 'unsaid_sheet') return look(file, {});
    return setStage({ kind: file.sheet === undefined ? 'failed' : 'sheet', failure: answer.error });
  };
  const look = async (file: ImportFile, asked: SheetAsked): Promise<void> => {
    const answer = await lookAtSheet(file.file, asked);
    if (answer.ok) setSheet({ file, look: answer.value });
    setStage({ kind: 'sheet', failure: answer.ok ? null : answer.error });
  };
  return {
    stage,
    sheet,
    putAway: () => {
      setSheet(null);
      setStage({ kind: 'none' });
    },
    read: async (chosen, source) => {
      setSheet(null);
      setStage({ kind: 'reading', name: chosen.name });
      const content = await base64Of(chosen).catch(() => null);
      if (content === null)
        return setStage({ kind: 'failed', failure: { kind: 'unreadable_file', message: chosen.name } });
      const file = { file: { name: chosen.name, content }, ...(source === '' ? {} : { source }) };
      return preview(file);
    },
    lookAgain: async (asked) => {
      if (sheet !== null) await look(sheet.file, asked);
    },
    readSheet: async (said) => {
      if (sheet === null || stage.kind === 'reading' || stage.kind === 'storing') return;
      setStage({ kind: 'reading', name: sheet.file.file.name });
      await preview({ ...sheet.file, sheet: said });
    },
    reconsider: () => {
      if (stage.kind === 'read' || stage.kind === 'sheet') setStage({ kind: 'sheet', failure: null });
    },
    load: async () => {
      if (stage.kind !== 'read') return;
      const { file, preview: seen } = stage;
      setStage({ kind: 'storing', name: file.file.name });
      const answer = await loadImport(client, file);
      if (answer.ok) setSheet(null);
      setStage(
        answer.ok
          ? { kind: 'loaded', id: answer.value.id, title: seen.title }
          : { kind: 'read', file, preview: seen, failure: answer.error },
      );
    },
  };
}
