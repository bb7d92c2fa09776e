/** Questions: safeguards put to somebody without an account, whose answer is a proposal until it is accepted. */
import { z } from 'zod';
import type { Content } from '../../core/content/content.ts';
import { isPending, isProposal, standingOf, standings } from '../../core/question/standing.ts';
import { unrated } from '../../core/profile/rating-state.ts';
import { ratingWords } from '../../library/profile-schema.ts';
import type { Library } from '../../library/library.ts';
import type { StoredRating } from '../profile/rating-queries.ts';
import type { StoredItem, StoredQuestion } from './queries.ts';

const rating = z.enum(ratingWords);

const summaryShape = {
  id: z.string(),
  /** Who was asked. */
  colleague: z.string(),
  email: z.string().nullable(),
  /** Null: the command line, a program, or someone who has left. */
  askedBy: z.string().nullable(),
  at: z.string(),
  endsAt: z.string(),
  sentAt: z.string().nullable(),
  standing: z.enum(standings),
  safeguards: z.number().int(),
  /** Answers that say how far something is, and how many of them nobody has decided. */
  proposals: z.number().int(),
  pending: z.number().int(),
};
export const summaryView = z.object(summaryShape);
export type SummaryView = z.infer<typeof summaryView>;

const itemView = z.object({
  id: z.string(),
  /** Of the title. */
  language: z.string().optional(),
  title: z.string(),
  /** Null before it was sent, and where it was not answered. */
  answer: rating.nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  decision: z.enum(['accepted', 'declined']).nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  current: z.object({ rating, reason: z.string().nullable(), note: z.string().nullable(), version: z.number().int() }),
  /** Somebody changed the rating after the question was asked. */
  isChanged: z.boolean(),
});

export const questionView = z.object({ ...summaryShape, message: z.string().nullable(), items: z.array(itemView) });
export type QuestionView = z.infer<typeof questionView>;

/** What views need besides the rows. */
export type Around = {
  readonly now: Date;
  readonly names: ReadonlyMap<string, string>;
};

/** Who acted, as the rows name them. */
export const actorsIn = (questions: readonly StoredQuestion[]): readonly string[] =>
  questions.flatMap(({ askedBy, items }) => [askedBy, ...items.flatMap(({ decidedBy }) => decidedBy ?? [])]);

export function viewSummary(question: StoredQuestion, { now, names }: Around): SummaryView {
  const { id, colleague, email, askedBy, at, sentAt, endsAt, withdrawnAt, items } = question;
  const facts = { endsAt: endsAt.toISOString(), sentAt: isoOf(sentAt), withdrawnAt: isoOf(withdrawnAt), items };
  const isSent = sentAt !== null;
  return {
    id,
    colleague,
    email,
    askedBy: names.get(askedBy) ?? null,
    at: at.toISOString(),
    endsAt: facts.endsAt,
    sentAt: facts.sentAt,
    standing: standingOf(facts, now.toISOString()),
    safeguards: items.length,
    proposals: isSent ? items.filter(isProposal).length : 0,
    pending: isSent ? items.filter(isPending).length : 0,
  };
}

const isoOf = (at: Date | null): string | null => at?.toISOString() ?? null;

export function viewQuestion(
  question: StoredQuestion,
  ratings: ReadonlyMap<string, StoredRating>,
  { content }: Library,
  around: Around,
): QuestionView {
  const isSent = question.sentAt !== null;
  return {
    ...viewSummary(question, around),
    message: question.message,
    items: question.items.map((item) => ({
      id: item.safeguard,
      ...titleOf(item, content),
      // A draft is nobody's business before it is sent.
      ...(isSent ? answerOf(item) : { answer: null, reason: null, note: null }),
      decision: item.decision,
      decidedBy: item.decidedBy === null ? null : (around.names.get(item.decidedBy) ?? null),
      decidedAt: isoOf(item.decidedAt),
      ...currentOf(item, ratings.get(item.safeguard)),
    })),
  };
}

const titleOf = ({ safeguard }: StoredItem, { safeguards }: Content) => {
  const found = safeguards.find(({ id }) => id === safeguard);
  return found === undefined ? { title: safeguard } : { title: found.title, language: found.language };
};

const answerOf = ({ answer, reason, note }: StoredItem) => ({ answer, reason, note });

function currentOf({ askedVersion, decision }: StoredItem, stored: StoredRating | undefined) {
  const { state, version } = stored ?? { state: unrated, version: 0 };
  return {
    current: { rating: state.rating, reason: state.reason, note: state.note, version },
    isChanged: decision === null && version !== askedVersion,
  };
}
