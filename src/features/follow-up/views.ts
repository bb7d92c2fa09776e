/** Follow-up: what an organisation keeps of each duty of law. Views are the JSON that API and `--json` share. */
import { z } from 'zod';
import type { Body } from '../../core/content/country.ts';
import { forces } from '../../core/content/obligation-rule.ts';
import { followStates, type FollowUp } from '../../core/follow-up/follow-up.ts';
import { isoDate } from '../../library/schema/parts.ts';
import { whoOf, whoView } from '../../platform/identity/who.ts';
import type { StoredChange, StoredFollowUp } from './queries.ts';

const recordShape = {
  state: z.enum(followStates),
  doneOn: isoDate.nullable(),
  nextDue: isoDate.nullable(),
  repeatMonths: z.number().int().nullable(),
  owner: z.string().nullable(),
  note: z.string().nullable(),
  evidence: z.array(z.object({ what: z.string(), link: z.string().nullable(), dated: isoDate.nullable() })),
  /** Whom to tell, in the organisation's own words. */
  contact: z.string().nullable(),
};

export const followUpView = z.object({
  id: z.string(),
  ...recordShape,
  /** What a change must name, so that it does not overwrite another; 0 before anything was said. */
  version: z.number().int(),
  changedAt: z.string().nullable(),
  changedBy: whoView.nullable(),
});
export type FollowUpView = z.infer<typeof followUpView>;

const changeView = z.object({
  version: z.number().int(),
  at: z.string(),
  by: whoView,
  before: z.object(recordShape),
  after: z.object(recordShape),
});

const authorityView = z.object({
  name: z.string(),
  role: z.string(),
  url: z.string().nullable(),
  email: z.string().nullable(),
  status: z.string(),
  checkedOn: z.string(),
});

/** Whether the duty applies now: `no_longer` is kept on record; null without a profile, which decides it. */
const appliesView = z.enum(['applies', 'no_longer']).nullable();

export const followedView = z.object({
  today: z.string(),
  /** Whether who asks may change records. */
  mayChange: z.boolean(),
  /** Null without a profile. */
  counts: z
    .object({
      duties: z.number().int(),
      followed: z.number().int(),
      overdue: z.number().int(),
      dueSoon: z.number().int(),
    })
    .nullable(),
  followUps: z.array(followUpView.extend({ title: z.string(), applies: appliesView })),
});
export type FollowedView = z.infer<typeof followedView>;

export const obligationView = z.object({
  title: z.string(),
  today: z.string(),
  mayChange: z.boolean(),
  /** Null where it is not listed for this organisation, or nothing is known of it. */
  force: z.enum(forces).nullable(),
  applies: appliesView,
  /** Whom it goes to by what we know; empty: not known to us. */
  authorities: z.array(authorityView),
  followUp: followUpView,
  /** Latest first. */
  changes: z.array(changeView),
});
export type ObligationView = z.infer<typeof obligationView>;

const viewRecord = ({ evidence, ...record }: FollowUp) => ({
  ...record,
  evidence: evidence.map((proof) => ({ ...proof })),
});

type Names = ReadonlyMap<string, string>;

export const viewFollowUp = (
  { id, record, version, changedAt, changedBy }: StoredFollowUp,
  names: Names,
): FollowUpView => ({
  id,
  ...viewRecord(record),
  version,
  changedAt: changedAt?.toISOString() ?? null,
  changedBy: changedBy === null ? null : whoOf(changedBy, names),
});

export const viewChange = ({ version, at, actor, before, after }: StoredChange, names: Names) => ({
  version,
  at: at.toISOString(),
  by: whoOf(actor, names),
  before: viewRecord(before),
  after: viewRecord(after),
});

export const viewAuthority = ({ name, role, url, email, verification }: Body) => ({
  name,
  role,
  url: url ?? null,
  email: email ?? null,
  status: verification.status,
  checkedOn: verification.checkedOn,
});
