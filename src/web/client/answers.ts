import { queryOptions, skipToken } from '@tanstack/react-query';
import type { Result } from '../../core/base.ts';
import type { Conclusion } from '../../core/assessment/answers-from-framework.ts';
import type { Relation } from '../../core/content/safeguard.ts';
import type { SetRelation } from '../../core/guidance/mapping-set.ts';
import type { AnswerRole } from '../../core/guidance/column-names.ts';
import { ask, type Failure } from './ask.ts';

/** One answer as it bears on one safeguard, with the way from the one to the other. */
export type AnswerHint = {
  readonly safeguard: { readonly id: string; readonly title: string };
  readonly path: {
    readonly framework: string;
    readonly requirement: string;
    /** Null where a way leads there, and nothing follows. */
    readonly relation: Relation | null;
    readonly because: string | null;
    readonly through: readonly {
      readonly framework: string;
      readonly requirement: string;
      readonly relation: SetRelation;
      readonly sources: readonly string[];
    }[];
  };
  readonly answer: {
    readonly row: number;
    readonly reason: string | null;
    readonly evidence: string | null;
    readonly note: string | null;
  };
  readonly concluded: Conclusion | null;
  readonly sentence: string;
  readonly caution: string;
};

export type AnswerColumn = {
  readonly letter: string;
  readonly head: string;
  readonly samples: readonly string[];
  readonly role: AnswerRole | null;
};

/** What a filled sheet says of our safeguards. Nothing of it is stored. */
export type AnswersReading = {
  readonly file: string;
  readonly framework: string;
  readonly answered: number;
  readonly unanswered: number;
  readonly suggestions: readonly AnswerHint[];
  readonly untouched: readonly string[];
  readonly findings: readonly { readonly code: string; readonly at: string; readonly message: string }[];
  readonly columns: readonly AnswerColumn[];
  readonly ignored: readonly string[];
};

/** Columns by letter, as a person chose them; none where no column has the role. */
export type ChosenColumns = Readonly<Partial<Record<AnswerRole, readonly string[]>>>;

export type AnswersQuestion = {
  /** Its content in base64. */
  readonly file: { readonly name: string; readonly content: string };
  readonly framework: string;
  readonly columns: ChosenColumns;
};

export const readAnswers = (asked: AnswersQuestion, signal: AbortSignal): Promise<Result<AnswersReading, Failure>> =>
  ask({ method: 'POST', path: '/api/answers/suggest', body: asked, signal, isSpoken: true });

/** Where a filled sheet is on its way. */
export type AnswersStage =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'read'; readonly asked: AnswersQuestion; readonly reading: AnswersReading }
  | { readonly kind: 'failed'; readonly asked: AnswersQuestion | null; readonly failure: Failure };

/**
 * The last sheet that was read. It is kept in this window, and nowhere else, while somebody goes to rate a safeguard
 * and comes back; signing out forgets it.
 */
export const keptAnswersQuery = queryOptions<AnswersStage>({
  queryKey: ['answers-kept'],
  queryFn: skipToken,
  gcTime: Infinity,
  staleTime: Infinity,
});
