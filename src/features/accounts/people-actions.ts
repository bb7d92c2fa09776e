import { z } from 'zod';
import { fail, ok } from '../../core/base.ts';
import { languageInput, libraryIn } from '../../library/language-input.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, type ActionContext, type Failure } from '../../platform/action.ts';
import { dropMail } from '../../platform/mail/queries.ts';
import { linkMs } from '../../platform/identity/door.ts';
import { newKey } from '../../platform/identity/secrets.ts';
import { invitationKey, mailInvitation } from './invitation-mail.ts';
import { printed, said } from './print.ts';
import { changeMember, deleteInvitation, insertInvitation, readInvitations, readMembers } from './queries.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const role = z.enum(['administrator', 'contributor', 'reader']);
const done = z.strictObject({});
const byId = z.strictObject({ id: z.uuid() });
const roleOption = {
  flags: '--role <role>',
  description: 'what the person may do',
  choices: role.options,
  required: true,
} as const;

const member = z.object({ id: z.string(), name: z.string(), email: z.string(), role, since: z.string() });
const invitation = z.object({
  id: z.string(),
  email: z.string().nullable(),
  role,
  at: z.string(),
  endsAt: z.string(),
});

const listPeople = defineAction({
  name: 'people.list',
  summary: 'Members of the organisation, and links that nobody used yet',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/people',
  needsStore: true,
  input: done,
  output: z.object({ members: z.array(member), invitations: z.array(invitation) }),
  command: {
    usage: 'people list',
    example: './theriac people list',
    toInput: async () => ok({}),
    print: ({ members, invitations }, services) =>
      printed(
        services,
        ['id', 'name', 'email', 'role'],
        [
          ...members.map(({ id, name, email, role: as }) => [id, name, email, as]),
          ...invitations.map(({ id, email, role: as, endsAt }) => [
            id,
            said(services, 'linkUntil', { endsAt }),
            email ?? '–',
            as,
          ]),
        ],
      ),
  },
  run: async ({ store, now, level }: Context) => {
    const [members, invitations] = await store.read((db) => Promise.all([readMembers(db), readInvitations(db, now())]));
    return ok({
      members: members.map((row) => ({ ...row, since: row.since.toISOString() })),
      // A reader has no use for them.
      invitations:
        level === 'administrator'
          ? invitations.map((row) => ({ ...row, at: row.at.toISOString(), endsAt: row.endsAt.toISOString() }))
          : [],
    });
  },
});

const invite = defineAction({
  name: 'people.invite',
  summary: 'Makes a link that lets one person in; it is shown this once',
  permission: 'administrator',
  kind: 'command',
  method: 'post',
  path: '/api/people/invitations',
  needsStore: true,
  input: z.strictObject({
    email: z.email().max(254).toLowerCase().optional(),
    role,
    language: languageInput.describe('Language of the mail, where one is sent'),
  }),
  sample: { email: 'nurse@hospital.example', role: 'contributor' },
  output: z.object({
    id: z.string(),
    link: z.string(),
    endsAt: z.string(),
    /** Whether it was sent to the address as well. */
    isMailed: z.boolean(),
  }),
  command: {
    usage: 'people invite [email]',
    options: [roleOption, { flags: '--language <language>', description: 'language of the mail (default: en)' }],
    example: './theriac people invite nurse@hospital.example --role contributor',
    toInput: async ({ args: [email], options }) =>
      ok({ ...(email === undefined ? {} : { email }), role: options['role'], language: options['language'] }),
    print: ({ link, endsAt, isMailed }, services) =>
      said(services, isMailed ? 'invitedByMail' : 'invited', { path: `/welcome#${link}`, endsAt }),
  },
  run: async (context: Context, { email = null, role: as, language }) => {
    const { store, services, now, actor } = context;
    const library = libraryIn(services, language);
    if (!library.ok) return library;
    const { id, secret, digest } = newKey('link');
    const endsAt = new Date(now().getTime() + linkMs);
    const note = { action: 'people.invite', object: `invitation/${id}`, detail: { role: as } };
    const isMailed = await store.change(note, async (db) => {
      await insertInvitation(db, { id, digest, email, role: as, invitedBy: actor, at: now(), endsAt });
      return email !== null && mailInvitation(db, context, { id, email, role: as, secret, language, endsAt });
    });
    return ok({ id, link: secret, endsAt: endsAt.toISOString(), isMailed });
  },
});

const noInvitation: Failure = { kind: 'not_found', message: 'There is no such link, or it was used already' };
const noMember: Failure = { kind: 'not_found', message: 'Nobody with this id belongs to the organisation' };
const lastOne: Failure = {
  kind: 'last_administrator',
  message: 'Nobody would be left who may let others in. Make someone else an administrator first. Nothing was changed.',
};

const withdraw = defineAction({
  name: 'people.withdraw',
  summary: 'Withdraws a link that nobody used',
  permission: 'administrator',
  kind: 'command',
  method: 'delete',
  path: '/api/people/invitations/{id}',
  needsStore: true,
  input: byId,
  sample: { id: '0b1c3c9e-0000-4000-8000-000000000001' },
  output: done,
  command: {
    usage: 'people withdraw <id>',
    example: './theriac people withdraw 0b8f1f0e-3d0c-4f8e-9a55-3f2d6c1f7a10',
    toInput: async ({ args: [id] }) => ok({ id }),
    print: (_, services) => said(services, 'withdrawn'),
  },
  run: async ({ store }: Context, { id }) => {
    const note = { action: 'people.withdraw', object: `invitation/${id}`, detail: {} };
    const gone = await store.attempt(note, async (db) => {
      await dropMail(db, invitationKey(id));
      return deleteInvitation(db, id);
    });
    return gone === undefined ? fail(noInvitation) : ok({});
  },
});

/** What changing a role and taking it away share. */
async function changed({ store, door }: Context, action: string, id: string, to: z.infer<typeof role> | null) {
  const outcomes: Awaited<ReturnType<typeof changeMember>>[] = [];
  const note = { action, object: `account/${id}`, detail: { role: to } };
  await store.attempt(note, async (db) => {
    const outcome = await changeMember(db, id, to);
    outcomes.push(outcome);
    return outcome === 'changed' ? true : undefined;
  });
  door.forget();
  const [outcome] = outcomes;
  return outcome === 'changed' ? ok({}) : fail(outcome === 'last' ? lastOne : noMember);
}

const setRole = defineAction({
  name: 'people.role',
  summary: 'Gives a member another role',
  permission: 'administrator',
  kind: 'command',
  method: 'put',
  path: '/api/people/{id}',
  needsStore: true,
  input: z.strictObject({ id: z.uuid(), role }),
  sample: { id: '0b1c3c9e-0000-4000-8000-000000000001', role: 'reader' },
  output: done,
  command: {
    usage: 'people role <id>',
    options: [roleOption],
    example: './theriac people role 0b8f1f0e-3d0c-4f8e-9a55-3f2d6c1f7a10 --role reader',
    toInput: async ({ args: [id], options }) => ok({ id, role: options['role'] }),
    print: (_, services) => said(services, 'memberChanged'),
  },
  run: (context: Context, { id, role: to }) => changed(context, 'people.role', id, to),
});

const remove = defineAction({
  name: 'people.remove',
  summary: 'Takes a member out of the organisation; what it did stays in the trail',
  permission: 'administrator',
  kind: 'command',
  method: 'delete',
  path: '/api/people/{id}',
  needsStore: true,
  input: byId,
  sample: { id: '0b1c3c9e-0000-4000-8000-000000000001' },
  output: done,
  command: {
    usage: 'people remove <id>',
    example: './theriac people remove 0b8f1f0e-3d0c-4f8e-9a55-3f2d6c1f7a10',
    toInput: async ({ args: [id] }) => ok({ id }),
    print: (_, services) => said(services, 'memberChanged'),
  },
  run: (context: Context, { id }) => changed(context, 'people.remove', id, null),
});

export const peopleActions = [listPeople, invite, withdraw, setRole, remove] as const;
