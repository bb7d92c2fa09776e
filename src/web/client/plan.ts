import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { ok, type Result } from '../../core/base.ts';
import type { PinRefusal } from '../../core/plan/pins.ts';
import { ask, askOrThrow, type Failure, type Question } from './ask.ts';
import { forgetProfile } from './profile.ts';

type Named = {
  readonly id: string;
  readonly title: string;
  readonly language?: string;
  readonly inMinimumSet: boolean;
};

/** The part of a safeguard that is done in one quarter. */
export type PlanShare = Named & {
  readonly personDays: number;
  readonly moneyEur: number;
  readonly begins: boolean;
  readonly ends: boolean;
  readonly movedTo: string | null;
  readonly needs: readonly string[];
};

export type PlanQuarter = {
  readonly quarter: string;
  readonly usedDays: number;
  readonly freeDays: number;
  readonly usedEur: number;
  readonly freeEur: number;
  readonly shares: readonly PlanShare[];
};

export type NotPlanned = Named & {
  readonly stoppedBy: 'days' | 'money' | 'needs';
  readonly waitsFor: string | null;
  readonly needsDays: number;
  readonly needsEur: number;
  readonly missingDays: number;
  readonly missingEur: number;
};

export type StoredPlan = {
  readonly on: string;
  readonly capacity: { readonly personDaysPerQuarter: number; readonly moneyEurPerQuarter: number };
  readonly quarters: readonly PlanQuarter[];
  readonly notPlanned: readonly NotPlanned[];
  readonly setAside: readonly (Named & { readonly reason: string })[];
  readonly refusedMoves: readonly (Named & { readonly quarter: string; readonly refusal: PinRefusal })[];
};

/** The plan of the stored profile, with what people moved. Its key is under the profile, which changes it. */
export const planQuery = queryOptions({
  queryKey: ['profile', 'plan'],
  queryFn: ({ signal }) => askOrThrow<StoredPlan>({ method: 'GET', path: '/api/plan', signal, isSpoken: true }),
  retry: false,
});

/** Where a safeguard is to stand: in a quarter, left out for a reason, or where it is computed. */
export type Move =
  | { readonly kind: 'quarter'; readonly quarter: string }
  | { readonly kind: 'aside'; readonly reason: string }
  | { readonly kind: 'back' };

/** Asks for a move; the plan is read again before this answers. */
export async function moveInPlan(client: QueryClient, id: string, move: Move): Promise<Result<null, Failure>> {
  const answer = await ask(questionOf(encodeURIComponent(id), move));
  if (answer.ok) await forgetProfile(client);
  return answer.ok ? ok(null) : answer;
}

function questionOf(id: string, move: Move): Question {
  switch (move.kind) {
    case 'quarter':
      return { method: 'PUT', path: `/api/plan/pins/${id}`, body: { quarter: move.quarter } };
    case 'aside':
      return { method: 'PUT', path: `/api/plan/set-aside/${id}`, body: { reason: move.reason } };
    case 'back':
      return { method: 'DELETE', path: `/api/plan/pins/${id}` };
  }
}

/** People and money of each quarter. */
export type GivenCapacity = {
  readonly personDays: number;
  readonly moneyEur: number;
  readonly firstQuarter?: string | undefined;
};

/** Stores people and money, unless someone else changed the profile since that version. */
export async function saveCapacity(
  client: QueryClient,
  capacity: GivenCapacity,
  version: number,
): Promise<Result<null, Failure>> {
  const answer = await ask({ method: 'PUT', path: '/api/plan/capacity', body: { ...capacity, version } });
  await forgetProfile(client);
  return answer.ok ? ok(null) : answer;
}
