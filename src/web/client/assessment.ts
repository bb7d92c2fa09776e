import { queryOptions } from '@tanstack/react-query';
import { ok, type Result } from '../../core/base.ts';
import type { RoleId } from '../../core/content/ids.ts';
import type { VerificationStatus } from '../../core/content/verification.ts';
import type { Evidence } from '../../core/profile/profile.ts';
import type { RatingPatch, RatingState } from '../../core/profile/rating-state.ts';
import { ask, askOrThrow, type Failure } from './ask.ts';

/** One safeguard in the list. */
export type AssessmentRow = {
  readonly id: string;
  readonly title: string;
  readonly language?: string;
  readonly inMinimumSet: boolean;
  readonly rank: number | null;
  readonly waitsFor: readonly string[];
};
export type AssessmentGroup = { readonly id: string; readonly title: string; readonly rows: readonly AssessmentRow[] };
export type AssessmentDomain = {
  readonly id: string;
  readonly title: string;
  readonly language?: string;
  readonly groups: readonly AssessmentGroup[];
};
export type Assessment = {
  readonly organisation: string;
  readonly actor: string;
  readonly mayRate: boolean;
  readonly on: string;
  readonly hasProfile: boolean;
  readonly domains: readonly AssessmentDomain[];
  readonly outside: readonly { readonly id: string; readonly title: string; readonly language?: string }[];
};

export const assessmentQuery = queryOptions({
  queryKey: ['assessment-list'],
  queryFn: ({ signal }) => askOrThrow<Assessment>({ method: 'GET', path: '/api/assessment', signal, isSpoken: true }),
});

export type Who = { readonly kind: 'person' | 'program' | 'command' | 'other'; readonly name: string | null };
export type FileFacts = { readonly name: string; readonly mediaType: string; readonly size: number };
/** What is stored of one safeguard, and what is known of the files that its evidence names. */
export type Rating = {
  readonly id: string;
  readonly state: RatingState;
  readonly version: number;
  readonly changedAt: string | null;
  readonly changedBy: Who | null;
  readonly files: Readonly<Record<string, FileFacts>>;
};

type EvidenceView = { readonly [Key in keyof Evidence]: Evidence[Key] | null } & {
  readonly key: string;
  readonly what: string;
  readonly stored: FileFacts | null;
};
type StateView = Omit<RatingState, 'evidence'> & { readonly evidence: readonly EvidenceView[] };
type RatingView = StateView & {
  readonly id: string;
  readonly version: number;
  readonly changedAt: string | null;
  readonly changedBy: Who | null;
};

const evidenceOf = ({ key: _key, stored: _stored, ...evidence }: EvidenceView): Evidence =>
  Object.fromEntries(Object.entries(evidence).filter(([, value]) => value !== null)) as Evidence;

const stateOf = ({ rating, reason, ratedOn, owner, due, note, evidence }: StateView): RatingState => ({
  rating,
  reason,
  ratedOn,
  owner,
  due,
  note,
  evidence: evidence.map(evidenceOf),
});

const ratingOf = (view: RatingView): Rating => ({
  id: view.id,
  state: stateOf(view),
  version: view.version,
  changedAt: view.changedAt,
  changedBy: view.changedBy,
  files: Object.fromEntries(
    view.evidence.flatMap(({ file, stored }) => (file && stored !== null ? [[file, stored]] : [])),
  ),
});

export type Ratings = ReadonlyMap<string, Rating>;

/** All ratings, by safeguard. */
export const ratingsQuery = queryOptions({
  queryKey: ['ratings'],
  queryFn: async ({ signal }): Promise<Ratings> => {
    const { ratings } = await askOrThrow<{ ratings: readonly RatingView[] }>({
      method: 'GET',
      path: '/api/ratings',
      signal,
    });
    return new Map(ratings.map((view) => [view.id, ratingOf(view)]));
  },
  structuralSharing: false,
});

/** Why a change was refused; with what stands there now, where someone else was first. */
export type RatingFailure = Failure & { readonly stored?: Rating | undefined };

/** Sends a change of one rating, made on the version that its author saw. */
export async function sendPatch(
  id: string,
  patch: RatingPatch,
  version: number,
): Promise<Result<Rating, RatingFailure>> {
  const answer = await ask<RatingView>({ method: 'PATCH', path: `/api/ratings/${id}`, body: { ...patch, version } });
  if (answer.ok) return ok(ratingOf(answer.value));
  const { stored } = answer.error as Failure & { readonly stored?: RatingView };
  return { ok: false, error: { ...answer.error, stored: stored === undefined ? undefined : ratingOf(stored) } };
}

/** A file with what is said of it. */
export type Upload = Omit<Evidence, 'file' | 'link'> & {
  readonly name: string;
  /** Base64. */
  readonly content: string;
};

export async function sendFile(
  id: string,
  { name, content, ...said }: Upload,
  signal: AbortSignal,
): Promise<Result<Rating, Failure>> {
  const body = { ...said, file: { name, content } };
  const answer = await ask<RatingView>({ method: 'POST', path: `/api/ratings/${id}/evidence`, body, signal });
  return answer.ok ? ok(ratingOf(answer.value)) : answer;
}

export type Change = {
  readonly version: number;
  readonly at: string;
  readonly by: Who;
  /** Who proposed it, where that was somebody without an account. */
  readonly proposedBy: string | null;
  readonly before: RatingState;
  readonly after: RatingState;
};

/** Every change of one rating, latest first. */
export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['rating-history', id],
    queryFn: async ({ signal }): Promise<readonly Change[]> => {
      const { changes } = await askOrThrow<{
        changes: readonly (Omit<Change, 'before' | 'after'> & { before: StateView; after: StateView })[];
      }>({ method: 'GET', path: `/api/ratings/${id}/history`, signal });
      return changes.map((change) => ({ ...change, before: stateOf(change.before), after: stateOf(change.after) }));
    },
  });

export type Cited = { readonly cite: string; readonly text: string; readonly status: VerificationStatus };
export type Prose = readonly (string | Cited | { readonly strong: string })[];
/** What one needs to judge a safeguard. */
export type Guidance = {
  readonly id: string;
  readonly what: Prose;
  readonly doneWhen: { readonly partially: Prose; readonly largely: Prose; readonly fully: Prose };
  readonly patients: Prose;
  readonly evidence: readonly Prose[];
  readonly accountable: RoleId;
  readonly sources: readonly {
    readonly document: string;
    readonly text: string;
    readonly status: VerificationStatus;
    readonly relation: string;
  }[];
};

/** Does not change while a server runs. */
export const guidanceQuery = (id: string) =>
  queryOptions({
    queryKey: ['library', 'guidance', id],
    queryFn: ({ signal }) =>
      askOrThrow<Guidance>({ method: 'GET', path: `/api/assessment/${id}`, signal, isSpoken: true }),
    staleTime: Infinity,
  });
