import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Result } from '../../core/base.ts';
import type { RatingWord } from '../../core/profile/rating-state.ts';
import type { Decision, Standing } from '../../core/question/standing.ts';
import { language } from '../say.ts';
import { ask, askOrThrow, type Failure, type Question as Asked } from './ask.ts';

/** What was asked of somebody without an account, and where it stands. */
export type QuestionSummary = {
  readonly id: string;
  readonly colleague: string;
  readonly email: string | null;
  readonly askedBy: string | null;
  readonly at: string;
  readonly endsAt: string;
  readonly sentAt: string | null;
  readonly standing: Standing;
  readonly safeguards: number;
  readonly proposals: number;
  readonly pending: number;
};
export type QuestionItem = {
  readonly id: string;
  readonly language?: string;
  readonly title: string;
  readonly answer: RatingWord | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly decision: Decision | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly current: {
    readonly rating: RatingWord;
    readonly reason: string | null;
    readonly note: string | null;
    readonly version: number;
  };
  readonly isChanged: boolean;
};
export type Question = QuestionSummary & { readonly message: string | null; readonly items: readonly QuestionItem[] };

export const questionsQuery = queryOptions({
  queryKey: ['questions'],
  queryFn: async ({ signal }) =>
    (
      await askOrThrow<{ readonly questions: readonly QuestionSummary[] }>({
        method: 'GET',
        path: '/api/questions',
        signal,
      })
    ).questions,
});

export const questionQuery = (id: string) =>
  queryOptions({
    queryKey: ['questions', id],
    queryFn: ({ signal }) =>
      askOrThrow<Question>({ method: 'GET', path: `/api/questions/${id}?language=${language}`, signal }),
  });

/** Asks, and lets what was read of questions and ratings be read again. */
async function change<Answer>(client: QueryClient, asked: Asked): Promise<Result<Answer, Failure>> {
  const answer = await ask<Answer>(asked);
  await Promise.all(
    ['questions', 'ratings', 'rating-history', 'profile', 'assessment-list'].map((key) =>
      client.invalidateQueries({ queryKey: [key] }),
    ),
  );
  return answer;
}

export type NewQuestion = {
  readonly name: string;
  readonly email?: string;
  readonly message?: string;
  readonly safeguards: readonly string[];
  readonly days: number;
};

export type MadeQuestion = {
  readonly id: string;
  readonly link: string;
  readonly endsAt: string;
  /** Whether it was sent to the address as well. */
  readonly isMailed: boolean;
};

export const askColleague = (client: QueryClient, question: NewQuestion) =>
  change<MadeQuestion>(client, { method: 'POST', path: '/api/questions', body: { ...question, language } });

export const withdrawQuestion = (client: QueryClient, id: string) =>
  change(client, { method: 'DELETE', path: `/api/questions/${id}` });

/** What was decided, and what was left because its rating had changed. */
export type Decided = { readonly done: readonly string[]; readonly left: readonly string[] };

/** One safeguard on the version that was seen, or all that did not change since they were asked. */
export const decide = (
  client: QueryClient,
  id: string,
  how: 'accept' | 'decline',
  item?: { readonly safeguard: string; readonly version: number },
) =>
  change<Decided>(client, {
    method: 'POST',
    path: `/api/questions/${id}/${how}`,
    body: item === undefined ? {} : how === 'accept' ? item : { safeguard: item.safeguard },
  });

/** What somebody without an account is asked, in plain text. */
export type AskedItem = {
  readonly id: string;
  /** Of title and what; the rest is English. */
  readonly language?: string;
  readonly title: string;
  readonly what: string;
  readonly doneWhen: { readonly partially: string; readonly largely: string; readonly fully: string };
  readonly answer: RatingWord | null;
  readonly reason: string | null;
  readonly note: string | null;
};
export type OpenAnswer = {
  readonly state: 'open';
  readonly organisation: string;
  readonly askedBy: string | null;
  readonly colleague: string;
  readonly message: string | null;
  readonly endsAt: string;
  readonly items: readonly AskedItem[];
};

/** Read once: from then on the page knows better than the server what was typed. */
export const answerQuery = (link: string) =>
  queryOptions({
    queryKey: ['answer', link],
    queryFn: ({ signal }) =>
      askOrThrow<OpenAnswer | { readonly state: 'sent' }>({
        method: 'POST',
        path: '/api/answers/show',
        body: { link, language },
        signal,
      }),
    retry: false,
    staleTime: Infinity,
  });

export type Draft = Pick<AskedItem, 'answer' | 'reason' | 'note'>;

export const saveAnswer = (link: string, safeguard: string, draft: Draft): Promise<Result<unknown, Failure>> =>
  ask({ method: 'POST', path: '/api/answers/save', body: { link, safeguard, ...draft } });

export const sendAnswer = (link: string): Promise<Result<unknown, Failure>> =>
  ask({ method: 'POST', path: '/api/answers/send', body: { link } });
