/** Mail: whether it is on, a test of it, and the daily mail of what is due. Sending itself is in platform/mail. */
import { z } from 'zod';
import { fail, ok } from '../../core/base.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { dueDigests, thingOfDuty, thingOfRating, type DigestThing } from '../../core/digest/due-digest.ts';
import type { FollowUps } from '../../core/follow-up/standing.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, type ActionContext, type Failure } from '../../platform/action.ts';
import { readMailCounts, readOrganisationName, writeMail } from '../../platform/mail/queries.ts';
import { refusedMail } from '../../platform/mail/transport.ts';
import { followUpsFor } from '../follow-up/stored.ts';
import { readRatings, type StoredRating } from '../profile/rating-queries.ts';
import { digestMail } from './digest-mail.ts';
import { readRecipients } from './queries.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const said = ({ library }: Services, key: string, values: Readonly<Record<string, string | number>> = {}): string =>
  library.words('en').translate(`mail.${key}`, values);

const statusView = z.object({
  isOn: z.boolean(),
  /** Host and port; null where mail is off. */
  server: z.string().nullable(),
  encryption: z.enum(['tls', 'starttls', 'none']).nullable(),
  from: z.string().nullable(),
  waiting: z.number().int(),
  sent: z.number().int(),
  failed: z.number().int(),
  /** What a server last said against a mail that waits or was given up. */
  lastError: z.string().nullable(),
});
type StatusView = z.infer<typeof statusView>;

const status = defineAction({
  name: 'mail.status',
  summary: 'Whether mail is on, by which server it goes, and what became of the organisation’s',
  permission: 'administrator',
  kind: 'query',
  method: 'get',
  path: '/api/mail',
  needsStore: true,
  input: z.strictObject({}),
  output: statusView,
  command: {
    usage: 'mail status',
    example: './theriac mail status',
    toInput: async () => ok({}),
    print: printStatus,
  },
  run: async ({ store, mail }: Context) => {
    const counts = await store.read(readMailCounts);
    const { server = null, encryption = null, from = null } = mail ?? {};
    return ok({ isOn: mail !== null, server, encryption, from, ...counts });
  },
});

function printStatus({ isOn, server, encryption, from, lastError, ...counts }: StatusView, services: Services): string {
  return [
    isOn
      ? said(services, 'on', { server: server ?? '', encryption: encryption ?? '', from: from ?? '' })
      : said(services, 'off'),
    said(services, 'counts', counts),
    ...(lastError === null ? [] : [said(services, 'lastError', { lastError })]),
  ].join('\n');
}

const mailIsOff: Failure = {
  kind: 'mail_off',
  message: 'Mail is off. It is set up by the person who runs this installation: see "Mail" in docs/operating.md.',
};

const test = defineAction({
  name: 'mail.test',
  summary: 'Sends a test to one address at once, and says what the server answered',
  permission: 'administrator',
  kind: 'command',
  method: 'post',
  path: '/api/mail/test',
  needsStore: true,
  input: z.strictObject({ address: z.email().max(254) }),
  sample: { address: 'ciso@hospital.example' },
  output: z.object({ server: z.string() }),
  command: {
    usage: 'mail test <address>',
    example: './theriac mail test you@hospital.example',
    toInput: async ({ args: [address] }) => ok({ address }),
    print: ({ server }, services) => said(services, 'tested', { server }),
  },
  run: async ({ identity, mail, store, services, now }: Context, { address }) => {
    if (!identity.isOperator) return fail(notOperator);
    if (mail === null) return fail(mailIsOff);
    const { origin, server } = mail;
    await store.change({ action: 'mail.test', object: 'mail', detail: {} }, async () => undefined);
    const one = {
      to: address,
      subject: said(services, 'test.subject'),
      text: said(services, 'test.text', { origin }),
    };
    const sent = await (await mail.transport()).send(one, `test.${now().getTime()}`);
    return sent.ok ? ok({ server }) : fail(refusedMail(sent.error));
  },
});

const notOperator: Failure = {
  kind: 'forbidden',
  message: 'Mail is set up and tested by whoever operates this installation',
};

const remind = defineAction({
  name: 'mail.remind',
  summary: 'Writes today’s mail of what is due, one to each person; the server does it by itself each morning',
  permission: 'administrator',
  kind: 'command',
  method: 'post',
  path: '/api/mail/reminders',
  needsStore: true,
  input: z.strictObject({}),
  output: z.object({ written: z.number().int() }),
  command: {
    usage: 'mail remind',
    example: './theriac mail remind',
    toInput: async () => ok({}),
    print: ({ written }, services) => said(services, 'reminded', { written }),
  },
  run: async (context: Context) => {
    const { mail, store, services, now, today } = context;
    if (mail === null) return fail(mailIsOff);
    const [ratings, members, name] = await store.read(
      async (db) => [await readRatings(db), await readRecipients(db), await readOrganisationName(db)] as const,
    );
    const people = members.map(({ role, ...member }) => ({ ...member, isAdministrator: role === 'administrator' }));
    const digests = dueDigests(thingsIn(services, ratings, await followUpsFor(context)), people, today as IsoDate);
    const { translate: say } = services.library.words('en');
    const around = { say, origin: mail.origin, organisation: name ?? say('mail.unnamed') };
    const mails = digests.map((digest) => ({
      ...digestMail(digest, around),
      kind: 'digest' as const,
      key: `digest/${digest.member.id}/${today}`,
    }));
    let written = 0;
    await store.attempt({ action: 'mail.remind', object: 'mail', detail: {} }, async (db) => {
      for (const one of mails) if (await writeMail(db, one, now())) written += 1;
      return written === 0 ? undefined : true;
    });
    return ok({ written });
  },
});

/** What content still knows of all that is rated or followed up. */
function thingsIn(
  { library: { content } }: Services,
  ratings: readonly StoredRating[],
  followUps: FollowUps,
): readonly DigestThing[] {
  const states = new Map(ratings.map(({ id, state }) => [id, state]));
  return [
    ...content.safeguards.flatMap((safeguard) => {
      const state = states.get(safeguard.id);
      return state === undefined ? [] : [thingOfRating(safeguard, state)];
    }),
    ...content.obligations.flatMap((rule) => {
      const record = followUps.get(rule.id);
      return record === undefined ? [] : [thingOfDuty(rule, record)];
    }),
  ];
}

export const mailActions = [status, test, remind] as const;
