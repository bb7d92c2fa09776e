/** The sending of what stands in the outbox: tried again with growing pauses, then given up. */
import type { Database } from '../db/database.ts';
import { endMail, forgetEnded, putOff, takeDue, type TakenMail } from './queries.ts';
import type { Transport } from './transport.ts';

const minute = 60_000;
const hour = 60 * minute;
const pausesMs = [minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour];
const keptMs = 30 * 24 * hour;
const mostAtOnce = 20;

/** How long to wait after so many tries; null where it is given up. Six pauses make about a day. */
export const pauseAfter = (tries: number): number | null => pausesMs[tries - 1] ?? null;

/** What the sender works with. */
export type SenderParts = { readonly database: Database; readonly transport: Transport; readonly now: () => Date };

/** Sends what is due, one after the other; answers how many were taken. A failure of one stops no other. */
export async function sendDue({ database, transport, now }: SenderParts): Promise<number> {
  const at = now();
  const againAt = new Date(at.getTime() + (pausesMs[0] ?? minute));
  const taken = await database.inInstallation((db) => takeDue(db, { at, againAt, most: mostAtOnce }));
  // One connection at a time is what a small mail server bears.
  for (const mail of taken) await sendOne({ database, transport, now }, mail);
  return taken.length;
}

async function sendOne({ database, transport, now }: SenderParts, mail: TakenMail): Promise<void> {
  const sent = await transport.send(mail, mail.id);
  const at = now();
  const pauseMs = sent.ok || sent.error.isFinal ? null : pauseAfter(mail.tries);
  await database.inInstallation((db) =>
    sent.ok || pauseMs === null
      ? endMail(db, mail.id, { at, error: sent.ok ? null : sent.error.message })
      : putOff(db, mail.id, { dueAt: new Date(at.getTime() + pauseMs), error: sent.error.message }),
  );
}

/** Forgets to whom was written more than thirty days ago. */
export const forgetOld = ({ database, now }: Pick<SenderParts, 'database' | 'now'>): Promise<unknown> =>
  database.inInstallation((db) => forgetEnded(db, new Date(now().getTime() - keptMs)));

/** Runs work again and again, never two at once, until it is stopped; stopping waits for what runs. */
export function repeat(work: () => Promise<unknown>, everyMs: number, onError: (error: unknown) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  const next = (): void => {
    if (isStopped) return;
    timer = setTimeout(
      () =>
        (running = work()
          .then(() => undefined, onError)
          .finally(next)),
      everyMs,
    );
    timer.unref();
  };
  next();
  return {
    stop: (): Promise<void> => {
      isStopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
