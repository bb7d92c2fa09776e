/** Mail beside the server: sends what waits, and has the mail of what is due written each morning. */
import { setTimeout } from 'node:timers/promises';
import { actions } from './actions.ts';
import { storeOf } from './data.ts';
import { contextOf, today } from './installation.ts';
import type { Services } from './library/services.ts';
import type { AnyAction } from './platform/action.ts';
import type { Database, OrgId } from './platform/db/database.ts';
import type { Door } from './platform/identity/door.ts';
import { command } from './platform/identity/identity.ts';
import type { Mailing } from './platform/mail/mailing.ts';
import { giveUpAll } from './platform/mail/queries.ts';
import { forgetOld, repeat, sendDue } from './platform/mail/sender.ts';

const lookEveryMs = 3_000;
const closingMs = 3_000;
const remindEveryMs = 60_000;
/** On the clock of the machine. What was missed while the server did not run is made up for. */
const firstHour = 7;

export type MailRoomParts = {
  readonly database: Database;
  readonly door: Door;
  readonly services: Services;
  readonly mail: Mailing | null;
  readonly now: () => Date;
  readonly log: (error: unknown) => void;
};

/** Opens the mail room. Where mail is off, what still waits is given up, so that no secret rests there. */
export async function openMailRoom(parts: MailRoomParts): Promise<{ readonly close: () => Promise<void> }> {
  const { database, mail, now, log } = parts;
  if (mail === null) {
    await database.inInstallation((db) => giveUpAll(db, { at: now(), error: 'Mail was switched off' }));
    return { close: async () => undefined };
  }
  const transport = await mail.transport();
  let toldOn = '';
  const remind = async (): Promise<void> => {
    if (!isTimeToRemind(now(), toldOn)) return;
    const day = today(now());
    await remindAll(parts);
    await forgetOld({ database, now });
    toldOn = day;
  };
  const loops = [
    repeat(() => sendDue({ database, transport, now }), lookEveryMs, log),
    repeat(remind, remindEveryMs, log),
  ];
  // A server that does not answer must not hold up the end; what it did not take is tried again.
  return {
    close: () =>
      Promise.race([setTimeout(closingMs), Promise.all(loops.map(({ stop }) => stop()))]).then(() => undefined),
  };
}

/** Once a day, from the first hour of the morning on. */
export const isTimeToRemind = (now: Date, toldOn: string): boolean =>
  today(now) !== toldOn && now.getHours() >= firstHour;

/** Has each organisation's mail of the day written; the same person is told once a day there, however often this runs. */
export async function remindAll(parts: Omit<MailRoomParts, 'log'>): Promise<void> {
  for (const { id } of await parts.door.organisations()) await remindOne(parts, id);
}

async function remindOne(
  { database, door, services, mail, now }: Omit<MailRoomParts, 'log'>,
  orgId: OrgId,
): Promise<void> {
  const action = (actions as readonly AnyAction<Services>[]).find(({ name }) => name === 'mail.remind');
  if (action === undefined) throw new Error('Cannot remind: there is no action "mail.remind"');
  const identity = { ...command(orgId), actor: 'installation' };
  const store = storeOf(database, identity.actor, now, orgId);
  const context = { ...contextOf(services, { store, identity, door, mail }), now, today: today(now()) };
  const written = await action.execute(context, {});
  if (!written.ok) throw new Error(`Cannot remind in ${orgId}: ${written.error.message}`);
}
