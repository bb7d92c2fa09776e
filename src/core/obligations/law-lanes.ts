import type { Document } from '../content/document.ts';
import type { DocumentId, ObligationId } from '../content/ids.ts';
import type { IsoDate, VerificationStatus } from '../content/verification.ts';
import { worstStatus } from './decide.ts';
import type { Obligation } from './assess.ts';

/** A day on which something of a law begins. Without duties nothing is due from the organisation, but the law moves. */
export type LawStage = {
  readonly date: IsoDate;
  readonly duties: readonly ObligationId[];
  /** What the life of the document says of the day. */
  readonly event: string | null;
  readonly status: VerificationStatus;
};

/** A law on a time line. */
export type LawLane = {
  readonly document: DocumentId;
  readonly title: string;
  /** Some duty of it binds on the day assessed. */
  readonly isBinding: boolean;
  /** A binding duty has no confirmed first day, so that the line has no known beginning. */
  readonly isSinceUnknown: boolean;
  readonly stages: readonly LawStage[];
};

/** Farther ahead, days on which nothing is due say more about the calendar than about the organisation. */
const yearsAhead = 5;

/**
 * The laws that touch an organisation, each with its days: what is confirmed and begins for it at any time, and ahead
 * also the days on which nothing is due but the law moves. Unconfirmed duties and documents are left out.
 */
export function lawLanes(
  obligations: readonly Obligation[],
  documents: readonly Document[],
  on: IsoDate,
): readonly LawLane[] {
  const listed = obligations.filter(
    ({ force, verification }) => force !== 'does_not_apply' && verification.status !== 'recall',
  );
  const last = listed.flatMap((obligation) => dayOf(obligation) ?? []).reduce(latest, yearsAfter(on, yearsAhead));
  return [...Map.groupBy(listed, ({ cite }) => cite.document)]
    .flatMap(([id, duties]) => {
      const document = documents.find((candidate) => candidate.id === id);
      return document === undefined ? [] : [laneOf(document, duties, on, last)];
    })
    .filter(({ isBinding, stages }) => isBinding || stages.length > 0)
    .toSorted((left, right) => sortKey(left).localeCompare(sortKey(right)));
}

const latest = (left: IsoDate, right: IsoDate): IsoDate => (left > right ? left : right);
const yearsAfter = (on: IsoDate, years: number): IsoDate =>
  `${Number(on.slice(0, 4)) + years}${on.slice(4)}` as IsoDate;

/** The day on which a duty begins to bind, where one is known. */
const dayOf = ({ force, from }: Obligation): IsoDate | undefined =>
  force === 'binding_now' || force === 'binding_from' ? from : undefined;

/** What binds comes first, then what begins sooner. */
const sortKey = ({ isBinding, isSinceUnknown, stages, document }: LawLane): string =>
  [isBinding ? 0 : 1, isSinceUnknown ? '' : (stages[0]?.date ?? ''), document].join(' ');

function laneOf(document: Document, duties: readonly Obligation[], on: IsoDate, last: IsoDate): LawLane {
  const binding = duties.filter(({ force }) => force === 'binding_now');
  const events =
    document.verification.status === 'recall' ? [] : document.lifecycle.filter(({ date }) => date > on && date <= last);
  const dates = new Set([...duties.flatMap((duty) => dayOf(duty) ?? []), ...events.map(({ date }) => date)]);
  return {
    document: document.id,
    title: document.shortTitle,
    isBinding: binding.length > 0,
    isSinceUnknown: binding.some(({ from }) => from === undefined),
    stages: [...dates].toSorted().map((date) => {
      const begins = duties.filter((duty) => dayOf(duty) === date);
      return {
        date,
        duties: begins.map(({ id }) => id),
        event:
          events
            .filter((event) => event.date === date)
            .map(({ event }) => event)
            .join('; ') || null,
        status: worstStatus(
          begins.length === 0 ? [document.verification.status] : begins.map(({ verification }) => verification.status),
        ),
      };
    }),
  };
}
