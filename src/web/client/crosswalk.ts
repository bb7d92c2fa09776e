import { queryOptions } from '@tanstack/react-query';
import type { Result } from '../../core/base.ts';
import type { CrosswalkView, Only, RequirementView, SideFacts } from '../../core/crosswalk/view.ts';
import { askOrThrow, type Failure } from './ask.ts';
import { fileFrom, type MadeFile } from './file.ts';

const key = 'crosswalk';

export const frameworksQuery = queryOptions({
  queryKey: [key, 'frameworks'],
  queryFn: async ({ signal }) =>
    (
      await askOrThrow<{ readonly frameworks: readonly SideFacts[] }>({
        method: 'GET',
        path: '/api/crosswalk/frameworks',
        signal,
        isSpoken: true,
      })
    ).frameworks,
});

/** Which crosswalk, and which part of it; what is left out is as the server takes it. */
export type CrosswalkQuestion = {
  readonly from: string;
  readonly to: string;
  readonly steps?: '1' | '2' | '3' | undefined;
  readonly only?: Only | undefined;
  readonly fromGroup?: string | undefined;
  readonly toGroup?: string | undefined;
  readonly skip?: number | undefined;
};

const asked = (question: Readonly<Record<string, string | number | undefined>>): string =>
  new URLSearchParams(
    Object.entries(question).flatMap(([name, value]) => (value === undefined ? [] : [[name, `${value}`]])),
  ).toString();

export const crosswalkQuery = (question: CrosswalkQuestion) =>
  queryOptions({
    queryKey: [key, 'show', question],
    queryFn: ({ signal }) =>
      askOrThrow<CrosswalkView>({
        method: 'GET',
        path: `/api/crosswalk?${asked(question)}`,
        signal,
        isSpoken: true,
      }),
    retry: false,
    // Leafing and filtering leave what is there until the rest comes; another pair of frameworks does not.
    placeholderData: (before) =>
      before?.from.id === question.from && before.to.id === question.to ? before : undefined,
  });

export const requirementQuery = (framework: string, id: string) =>
  queryOptions({
    queryKey: [key, 'requirement', framework, id],
    queryFn: ({ signal }) =>
      askOrThrow<RequirementView>({
        method: 'GET',
        path: `/api/crosswalk/requirement?${asked({ framework, id })}`,
        signal,
        isSpoken: true,
      }),
    retry: false,
  });

/** The crosswalk as a file. */
export const crosswalkSheet = (
  { from, to, steps }: CrosswalkQuestion,
  format: 'xlsx' | 'csv',
): Promise<Result<MadeFile, Failure>> =>
  fileFrom('/api/crosswalk/sheet', { from, to, format, ...(steps === undefined ? {} : { steps }) });
