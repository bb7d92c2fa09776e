import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { refusalOfParts, refusalWords } from '../../../core/plan/refusal-words.ts';
import type { Failure } from '../../../web/client/ask.ts';
import { moveInPlan, type Move, type StoredPlan } from '../../../web/client/plan.ts';
import { failureText } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { formats, nameIn, quarterName } from './plan-words.ts';

/** A safeguard as moves know it. */
export type Moved = { readonly id: string; readonly title: string };

export type Moves = {
  readonly move: (what: Moved, to: Move) => void;
  /** The id of what is on its way. */
  readonly moving: string | null;
  /** What was refused, and why; it is said where it was asked. */
  readonly refused: { readonly id: string; readonly title: string; readonly text: string } | null;
  readonly forget: () => void;
  /** The last move that was made, in words. */
  readonly said: string | null;
};

/** Where the button that moves a safeguard is found again, wherever the plan put it. */
export const moveButtonId = (id: string): string => `move-${id}`;

/** Moves, one at a time. The focus follows what was moved. */
export function useMoves(plan: StoredPlan): Moves {
  const client = useQueryClient();
  const [moving, setMoving] = useState<string | null>(null);
  const [refused, setRefused] = useState<Moves['refused']>(null);
  const [said, setSaid] = useState<string | null>(null);
  const follow = useFollow(plan);
  const make = async (what: Moved, to: Move): Promise<void> => {
    setMoving(what.id);
    setRefused(null);
    setSaid(null);
    const made = await moveInPlan(client, what.id, to);
    setMoving(null);
    if (made.ok) setSaid(doneText(what, to));
    else setRefused({ ...what, ...refusedText(what, to, made.error, plan) });
    follow(what.id, made.ok);
  };
  return {
    moving,
    refused,
    said,
    forget: () => setRefused(null),
    move: (what, to) => void (moving === null && make(what, to)),
  };
}

/** After a move its button is somewhere else: the focus goes there once it is drawn. */
function useFollow(plan: StoredPlan): (id: string, hasMoved: boolean) => void {
  const [wanted, setWanted] = useState<{ readonly id: string; readonly before: StoredPlan | null } | null>(null);
  const seen = useRef(wanted);
  useEffect(() => {
    if (wanted === null || wanted === seen.current) return;
    document.getElementById(moveButtonId(wanted.id))?.focus();
    // The new plan can be drawn a moment later, which takes the button and its focus away once more.
    if (plan !== wanted.before) seen.current = wanted;
  }, [wanted, plan]);
  return (id, hasMoved) => setWanted({ id, before: hasMoved ? plan : null });
}

function doneText({ title }: Moved, to: Move): string {
  switch (to.kind) {
    case 'quarter':
      return say('plan.move.moved', { title, quarter: quarterName(to.quarter) });
    case 'aside':
      return say('plan.move.isAside', { title });
    case 'back':
      return say('plan.move.isBack', { title });
  }
}

/** What was refused in its own words, and the reason in those of the plan; other failures in the usual ones. */
function refusedText({ title }: Moved, to: Move, failure: Failure, plan: StoredPlan) {
  const refusal = failure.kind === 'pin_refused' ? refusalOfParts(failure.details ?? []) : null;
  const what =
    to.kind === 'quarter'
      ? say('plan.move.refused', { title, quarter: quarterName(to.quarter) })
      : say(to.kind === 'aside' ? 'plan.move.refusedAside' : 'plan.move.failed', { title });
  if (refusal === null) return { title: what, text: failureText(failure) };
  const { key, values } = refusalWords(refusal, formats, nameIn(plan));
  return { title: what, text: say(`plan.refused.${key}`, values) };
}
