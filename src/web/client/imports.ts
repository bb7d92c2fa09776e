import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { ok, type Result } from '../../core/base.ts';
import type { EditionDifference } from '../../core/guidance/differs.ts';
import type {
  EditionFacts,
  EditionTree,
  ImportDetail,
  ImportFacts,
  ImportPreview,
} from '../../core/guidance/import-view.ts';
import { ask, askFor, askOrThrow, type Failure } from './ask.ts';
import { madeFile, type MadeFile } from './file.ts';

/** A file on its way: its bytes in base64, and where it comes from. */
export type ImportFile = {
  readonly file: { readonly name: string; readonly content: string };
  readonly source?: string;
  readonly sheet?: SheetSaid;
};

/** What a spreadsheet holds. */
export const sheetKinds = ['framework', 'mapping'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** What somebody says of a spreadsheet. Columns are letters by role. */
export type SheetSaid = {
  readonly as: SheetKind;
  readonly page?: string;
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly title: string;
  readonly reference?: string;
  readonly edition: string;
  readonly publisher?: string;
  readonly language: string;
  readonly licence?: string;
  readonly from?: string;
  readonly to?: string;
};

/** What the columns of a spreadsheet seem to be. */
export type SheetLook = {
  readonly as: SheetKind;
  readonly page: string | null;
  readonly pages: readonly string[];
  readonly headRow: number;
  readonly columns: readonly {
    readonly letter: string;
    readonly head: string;
    readonly samples: readonly string[];
    readonly role: string | null;
  }[];
};

export type SheetAsked = { readonly as?: SheetKind; readonly page?: string };

/** Looks at a spreadsheet; nothing is stored. */
export const lookAtSheet = (file: ImportFile['file'], asked: SheetAsked): Promise<Result<SheetLook, Failure>> =>
  ask({ method: 'POST', path: '/api/imports/sheet', body: { file, ...asked } });

const key = 'imports';

export const importsQuery = queryOptions({
  queryKey: [key, 'list'],
  queryFn: ({ signal }) =>
    askOrThrow<{ readonly imports: readonly ImportFacts[]; readonly mayLoad: boolean; readonly mayRemove: boolean }>({
      method: 'GET',
      path: '/api/imports',
      signal,
    }),
});

export const editionsQuery = queryOptions({
  queryKey: [key, 'editions'],
  queryFn: async ({ signal }) =>
    (
      await askOrThrow<{ readonly editions: readonly EditionFacts[] }>({
        method: 'GET',
        path: '/api/frameworks',
        signal,
      })
    ).editions,
});

/** One import; its findings and losses from a place on. */
export const importQuery = (id: string, findingsFrom: number, lossesFrom: number) =>
  queryOptions({
    queryKey: [key, 'one', id, findingsFrom, lossesFrom],
    queryFn: ({ signal }) =>
      askOrThrow<ImportDetail>({
        method: 'GET',
        path: `/api/imports/${encodeURIComponent(id)}?findingsFrom=${findingsFrom}&lossesFrom=${lossesFrom}`,
        signal,
      }),
    retry: false,
    placeholderData: (before) => before,
  });

/** An edition with its tree, in a language that it has; its own where none is named. */
export const editionQuery = (id: string, words: string | undefined) =>
  queryOptions({
    queryKey: [key, 'edition', id, words],
    queryFn: ({ signal }) =>
      askOrThrow<EditionTree>({
        method: 'GET',
        path: `/api/frameworks/${encodeURIComponent(id)}${words === undefined ? '' : `?words=${encodeURIComponent(words)}`}`,
        signal,
      }),
    retry: false,
    placeholderData: (before) => (before?.id === id ? before : undefined),
  });

type Side = { readonly id: string; readonly edition: string; readonly title: string };
export type Comparison = { readonly from: Side; readonly to: Side; readonly difference: EditionDifference };

export const editionComparisonQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: [key, 'comparison', from, to],
    queryFn: ({ signal }) =>
      askOrThrow<Comparison>({
        method: 'GET',
        path: `/api/framework-comparison?${new URLSearchParams({ from, to }).toString()}`,
        signal,
      }),
    retry: false,
  });

/** The forms in which an edition can be handed on. */
export const exportFormats = ['oscal-json', 'oscal-yaml', 'oscal-xml', 'xlsx', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** An edition as a file, without what its licence keeps out. */
export async function editionFile(id: string, format: ExportFormat): Promise<Result<MadeFile, Failure>> {
  const response = await askFor({
    method: 'GET',
    path: `/api/frameworks/${encodeURIComponent(id)}/export?format=${format}`,
    isSpoken: true,
  });
  return response.ok ? ok(await madeFile(response.value)) : response;
}

/** What a file would bring; nothing is stored. */
export const previewImport = (file: ImportFile, signal: AbortSignal): Promise<Result<ImportPreview, Failure>> =>
  ask({ method: 'POST', path: '/api/imports/preview', body: file, signal });

export type Loaded = {
  readonly id: string;
  readonly state: 'loaded' | 'already';
  readonly import: ImportPreview;
};

/** Loads all of a file, or nothing. */
export async function loadImport(client: QueryClient, file: ImportFile): Promise<Result<Loaded, Failure>> {
  const answer = await ask<Loaded>({ method: 'POST', path: '/api/imports', body: file });
  await client.invalidateQueries({ queryKey: [key] });
  return answer;
}

export async function removeImport(client: QueryClient, id: string): Promise<Result<unknown, Failure>> {
  const answer = await ask({ method: 'DELETE', path: `/api/imports/${id}` });
  if (answer.ok) await client.invalidateQueries({ queryKey: [key, 'list'] });
  if (answer.ok) client.removeQueries({ queryKey: [key, 'one', id] });
  if (answer.ok) await client.invalidateQueries({ queryKey: [key, 'editions'] });
  return answer;
}
