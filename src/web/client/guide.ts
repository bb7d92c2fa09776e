import { queryOptions } from '@tanstack/react-query';
import { ok, type Result } from '../../core/base.ts';
import type { RoleId } from '../../core/content/ids.ts';
import type { Report } from '../../core/report/report.ts';
import { askFor, askOrThrow, type Failure } from './ask.ts';

export type GuideFormat = 'pdf' | 'html' | 'md' | 'json';

/** The guide of the stored profile as its model. */
export const guideQuery = (role: RoleId) =>
  queryOptions({
    queryKey: ['guide', role],
    queryFn: ({ signal }) =>
      askOrThrow<Report>({ method: 'POST', path: '/api/guide', body: { role, format: 'json' }, signal }),
  });

export type GuideFile = { readonly blob: Blob; readonly name: string };

/** The guide as a file. */
export async function guideFile(
  role: RoleId,
  format: GuideFormat,
  signal: AbortSignal,
): Promise<Result<GuideFile, Failure>> {
  const response = await askFor({ method: 'POST', path: '/api/guide', body: { role, format }, signal });
  if (!response.ok) return response;
  const named = /filename="([^"]+)"/u.exec(response.value.headers.get('Content-Disposition') ?? '');
  return ok({ blob: await response.value.blob(), name: named?.[1] ?? `guide-${role}.${format}` });
}

/** Hands a file to the browser's downloads. */
export function saveFile({ blob, name }: GuideFile): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
