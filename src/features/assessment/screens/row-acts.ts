import type { Assessment, AssessmentRow, Rating } from '../../../web/client/assessment.ts';
import type { Outbox } from './outbox.ts';
import type { Place } from './place.ts';
import { rowsOf } from './rows-of.ts';
import type { Part, RowActs } from './sheet-context.ts';

/** What acts see of the page, and what they change in it. */
export type ActsInput = {
  readonly assessment: Assessment;
  readonly visible: ReadonlyMap<string, readonly AssessmentRow[]>;
  readonly outbox: Outbox;
  readonly place: Place;
  readonly goTo: (place: Place) => void;
  readonly ratingOf: (id: string) => Rating;
  readonly reasonFor: string | null;
  readonly focus: (id: string, part: Part) => void;
  readonly setReasonFor: (id: string | null) => void;
  readonly setAtEnd: (isAtEnd: boolean) => void;
};

/** Everything that can be done to a row. */
export function actsOn(input: ActsInput): RowActs {
  const { assessment, outbox, place, ratingOf, focus, setReasonFor } = input;
  const change: RowActs['change'] = (id, patch, settleMs) => outbox.change(ratingOf(id), patch, settleMs);
  const askReason: RowActs['askReason'] = (id) => {
    setReasonFor(id);
    if (id !== null) focus(id, 'reason');
  };
  const move: RowActs['move'] = (id, by) => goToNeighbour(input, id, by);
  return {
    change,
    askReason,
    move,
    ...openActs(input),
    rate: (id, rating, settleMs) => {
      if (!assessment.mayRate) return;
      if (rating === 'not_applicable') return askReason(id);
      setReasonFor(null);
      change(id, { rating }, settleMs);
    },
    giveReason: (id, reason) => {
      setReasonFor(null);
      change(id, { rating: 'not_applicable', reason });
      move(id, 1);
    },
    focus: (id, part) => {
      const home = domainOf(assessment, id);
      if (home !== undefined && home !== place.domainId) input.goTo({ openId: null, domainId: home });
      focus(id, part);
    },
    decide: (id, whose) => {
      outbox.decide(id, whose);
      focus(id, 'row');
    },
    giveUp: (id) => {
      outbox.giveUp(id);
      focus(id, 'row');
    },
    again: (id) => change(id, {}),
  };
}

/** Opening and closing a row, which the address tells. */
function openActs({
  place,
  goTo,
  reasonFor,
  focus,
  setReasonFor,
}: ActsInput): Pick<RowActs, 'toggle' | 'openTo' | 'close'> {
  return {
    toggle: (id) => goTo({ ...place, openId: place.openId === id ? null : id }),
    openTo: (id, part) => {
      goTo({ ...place, openId: id });
      focus(id, part);
    },
    close: (id) => {
      if (reasonFor === id) setReasonFor(null);
      else if (place.openId === id) goTo({ ...place, openId: null });
      focus(id, 'row');
    },
  };
}

/** To the row before or after, over the border of a domain where need be. */
function goToNeighbour(
  { assessment: { domains }, visible, place, goTo, focus, setAtEnd }: ActsInput,
  id: string,
  by: 1 | -1,
): void {
  const all = domains.flatMap((domain) =>
    (visible.get(domain.id) ?? []).map((row) => ({ domainId: domain.id, id: row.id })),
  );
  const at = all.findIndex((row) => row.id === id);
  const found = all[at + by];
  setAtEnd(found === undefined && by === 1);
  if (found === undefined) return focus(id, 'row');
  if (found.domainId !== place.domainId) goTo({ openId: null, domainId: found.domainId });
  focus(found.id, 'row');
}

const domainOf = ({ domains }: Assessment, row: string): string | undefined =>
  domains.find((domain) => rowsOf(domain).some(({ id }) => id === row))?.id;
