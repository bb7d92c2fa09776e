/** Accounts: who may enter, and as what. Signing in itself is in platform/identity. */
import { z } from 'zod';
import { ok } from '../../core/base.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, type ActionContext } from '../../platform/action.ts';
import type { OrgId } from '../../platform/db/tables.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const membershipView = z.object({ id: z.string(), name: z.string(), role: z.string() });
const sessionView = z.object({
  account: z
    .object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      isOperator: z.boolean(),
      isMailedDue: z.boolean().describe('is told by mail what is due'),
    })
    .nullable()
    .describe('null: nobody is signed in'),
  organisation: membershipView.nullable().describe('the one whose rows are read and written'),
  organisations: z.array(membershipView),
  isMailOn: z.boolean().describe('whether the installation sends mail'),
});
type SessionView = z.infer<typeof sessionView>;

const nobody = { account: null, organisation: null, organisations: [] };
const done = z.strictObject({});
const link = z.string().max(100);
const password = z.string().max(1000);
const email = z.email().max(254);

async function shown({ door, identity, mail }: Context): Promise<SessionView> {
  const person = await door.personOf(identity);
  const isMailOn = mail !== null;
  if (person === null) return { ...nobody, isMailOn };
  const { organisations, ...account } = person;
  return {
    account,
    organisation: organisations.find(({ id }) => id === identity.orgId) ?? null,
    organisations: [...organisations],
    isMailOn,
  };
}

/** None is a command: a command is let in by the data folder. */
const browserOnly = { permission: 'everyone', command: null, needsStore: false } as const;

const showSession = defineAction({
  ...browserOnly,
  name: 'session.show',
  summary: 'Who is signed in, in which organisation, as what',
  kind: 'query',
  method: 'get',
  path: '/api/session',
  input: done,
  output: sessionView,
  run: async (context: Context) => ok(await shown(context)),
});

const signIn = defineAction({
  ...browserOnly,
  name: 'session.open',
  summary: 'Signs in by e-mail address and password, and sets the cookie of the session',
  kind: 'command',
  method: 'post',
  path: '/api/session',
  input: z.strictObject({ email, password }),
  sample: { email: 'ciso@hospital.example', password: 'four words nobody guesses' },
  output: done,
  run: async ({ door, reply, address }: Context, given) => {
    const opened = await door.signIn(given.email, given.password, address);
    if (!opened.ok) return opened;
    reply.session(opened.value);
    return ok({});
  },
});

const signOut = defineAction({
  ...browserOnly,
  name: 'session.close',
  summary: 'Signs out, here or in all browsers',
  kind: 'command',
  method: 'delete',
  path: '/api/session',
  input: z.strictObject({ everywhere: z.enum(['true', 'false']).default('false') }),
  sample: { everywhere: 'false' },
  output: done,
  run: async ({ door, reply, identity }: Context, { everywhere }) => {
    await door.signOut(identity, everywhere === 'true');
    reply.session(null);
    return ok({});
  },
});

const enterOrganisation = defineAction({
  ...browserOnly,
  name: 'session.enter',
  summary: 'Goes on in another organisation of the same person',
  kind: 'command',
  method: 'patch',
  path: '/api/session',
  input: z.strictObject({ organisation: z.uuid() }),
  sample: { organisation: '0b1c3c9e-0000-4000-8000-000000000001' },
  output: done,
  run: async ({ door, identity }: Context, { organisation }) => {
    const entered = await door.enter(identity, organisation as OrgId);
    return entered.ok ? ok({}) : entered;
  },
});

const showOffer = defineAction({
  ...browserOnly,
  name: 'session.offer',
  summary: 'What a link offers: which organisation, as what',
  kind: 'query',
  method: 'post',
  path: '/api/session/offer',
  input: z.strictObject({ link }),
  sample: { link: 'thl_…' },
  output: z.object({ organisation: z.string(), role: z.string(), email: z.string().nullable() }),
  run: ({ door, address }: Context, given) => door.offerOf(given.link, address),
});

const acceptOffer = defineAction({
  ...browserOnly,
  name: 'session.accept',
  summary: 'Comes in by a link, with a new account or an existing one',
  kind: 'command',
  method: 'post',
  path: '/api/session/accept',
  input: z.strictObject({ link, email, name: z.string().trim().min(1).max(200), password }),
  sample: {
    link: 'thl_…',
    email: 'ciso@hospital.example',
    name: 'Head of security',
    password: 'four words nobody guesses',
  },
  output: done,
  run: async ({ door, reply, address }: Context, { link: given, ...newcomer }) => {
    const opened = await door.accept(given, newcomer, address);
    if (!opened.ok) return opened;
    reply.session(opened.value);
    return ok({});
  },
});

const changePassword = defineAction({
  ...browserOnly,
  name: 'session.password',
  summary: 'Changes the password, and signs out all other browsers',
  kind: 'command',
  method: 'put',
  path: '/api/session/password',
  input: z.strictObject({ present: password, next: password }),
  sample: { present: 'four words nobody guesses', next: 'five other words nobody knows' },
  output: done,
  run: async ({ door, identity }: Context, { present, next }) => {
    const changed = await door.changePassword(identity, present, next);
    return changed.ok ? ok({}) : changed;
  },
});

const setMail = defineAction({
  ...browserOnly,
  name: 'session.mail',
  summary: 'Whether the person who is signed in is told by mail what is due',
  kind: 'command',
  method: 'put',
  path: '/api/session/mail',
  input: z.strictObject({ due: z.boolean() }),
  sample: { due: false },
  output: done,
  run: async ({ door, identity }: Context, { due }) => {
    const changed = await door.setMailDue(identity, due);
    return changed.ok ? ok({}) : changed;
  },
});

export const sessionActions = [
  showSession,
  signIn,
  signOut,
  enterOrganisation,
  showOffer,
  acceptOffer,
  changePassword,
  setMail,
] as const;
