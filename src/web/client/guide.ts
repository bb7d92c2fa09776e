import { queryOptions } from '@tanstack/react-query';
import type { Result } from '../../core/base.ts';
import type { RoleId } from '../../core/content/ids.ts';
import type { Report } from '../../core/report/report.ts';
import { askOrThrow, type Failure } from './ask.ts';
import { fileFrom, type DocumentFormat, type MadeFile } from './file.ts';

/** The guide of the stored profile as its model. */
export const guideQuery = (role: RoleId) =>
  queryOptions({
    queryKey: ['guide', role],
    queryFn: ({ signal }) =>
      askOrThrow<Report>({
        method: 'POST',
        path: '/api/guide',
        body: { role, format: 'json' },
        signal,
        isSpoken: true,
      }),
  });

/** The guide as a file. */
export const guideFile = (
  role: RoleId,
  format: DocumentFormat,
  signal: AbortSignal,
): Promise<Result<MadeFile, Failure>> => fileFrom('/api/guide', { role, format }, signal);
