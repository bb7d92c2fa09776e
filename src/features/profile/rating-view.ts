import { z } from 'zod';
import type { Evidence } from '../../core/profile/profile.ts';
import { evidenceText, type RatingState } from '../../core/profile/rating-state.ts';
import { ratingWords } from '../../library/profile-schema.ts';
import { keyOf } from '../../platform/files/accept-file.ts';
import { whoOf, whoView } from '../../platform/identity/who.ts';
import type { FileFacts } from './evidence-queries.ts';
import type { StoredChange, StoredRating } from './rating-queries.ts';

const evidenceView = z.object({
  /** Names this piece of evidence in addresses. */
  key: z.string(),
  what: z.string(),
  dated: z.string().nullable(),
  owner: z.string().nullable(),
  expires: z.string().nullable(),
  link: z.string().nullable(),
  file: z.string().nullable(),
  /** Null where there is no file, or where it lies in another installation. */
  stored: z.object({ name: z.string(), mediaType: z.string(), size: z.number().int() }).nullable(),
});

const stateShape = {
  rating: z.enum(ratingWords),
  reason: z.string().nullable(),
  ratedOn: z.string().nullable(),
  owner: z.string().nullable(),
  due: z.string().nullable(),
  note: z.string().nullable(),
  evidence: z.array(evidenceView),
};

export const ratingView = z.object({
  id: z.string(),
  ...stateShape,
  /** What a change must name, so that it does not overwrite another; 0 before anything was said. */
  version: z.number().int(),
  changedAt: z.string().nullable(),
  changedBy: whoView.nullable(),
});
export type RatingView = z.infer<typeof ratingView>;

export const changeView = z.object({
  version: z.number().int(),
  at: z.string(),
  by: whoView,
  action: z.string(),
  /** Who proposed it, where that was somebody without an account; whoever accepted it is `by`. */
  proposedBy: z.string().nullable(),
  before: z.object(stateShape),
  after: z.object(stateShape),
});

/** What views need besides the row: names of people, and facts of files. */
export type Around = {
  readonly names: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, FileFacts>;
};

export const viewRating = (
  { id, state, version, changedAt, changedBy }: StoredRating,
  { names, files }: Around,
): RatingView => ({
  id,
  ...viewState(state, files),
  version,
  changedAt: changedAt?.toISOString() ?? null,
  changedBy: changedBy === null ? null : whoOf(changedBy, names),
});

export const viewChange = (
  { version, at, actor, action, proposedBy, before, after }: StoredChange,
  { names, files }: Around,
): z.infer<typeof changeView> => ({
  version,
  at: at.toISOString(),
  by: whoOf(actor, names),
  action,
  proposedBy,
  before: viewState(before, files),
  after: viewState(after, files),
});

const viewState = ({ evidence, ...state }: RatingState, files: Around['files']) => ({
  ...state,
  evidence: evidence.map((one) => viewEvidence(one, files)),
});

/** The key of a piece of evidence: that of its file, or of its text. */
export const evidenceKey = (evidence: Evidence): string => evidence.file ?? keyOf(evidenceText(evidence));

function viewEvidence(evidence: Evidence, files: Around['files']): z.infer<typeof evidenceView> {
  const { what, dated = null, owner = null, expires = null, link = null, file = null } = evidence;
  const stored = file === null ? undefined : files.get(file);
  return {
    key: evidenceKey(evidence),
    what,
    dated,
    owner,
    expires,
    link,
    file,
    stored: stored === undefined ? null : { name: stored.name, mediaType: stored.mediaType, size: stored.size },
  };
}
