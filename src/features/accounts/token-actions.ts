import { z } from 'zod';
import { fail, ok } from '../../core/base.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, type ActionContext } from '../../platform/action.ts';
import { newKey } from '../../platform/identity/secrets.ts';
import { printed, said } from './print.ts';
import { insertToken, readTokens, revokeToken } from './queries.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const role = z.enum(['administrator', 'contributor', 'reader']);
const dayMs = 24 * 60 * 60 * 1000;
const token = z.object({
  id: z.string(),
  name: z.string(),
  role,
  at: z.string(),
  endsAt: z.string(),
  revokedAt: z.string().nullable(),
});

const listTokens = defineAction({
  name: 'tokens.list',
  summary: 'Service tokens: programs that may ask the API for this organisation',
  permission: 'administrator',
  kind: 'query',
  method: 'get',
  path: '/api/tokens',
  needsStore: true,
  input: z.strictObject({}),
  output: z.object({ tokens: z.array(token) }),
  command: {
    usage: 'tokens list',
    example: './theriac tokens list',
    toInput: async () => ok({}),
    print: ({ tokens }, services) =>
      printed(
        services,
        ['id', 'name', 'role', 'until'],
        tokens.map(({ id, name, role: as, endsAt, revokedAt }) => [id, name, as, revokedAt ?? endsAt]),
      ),
  },
  run: async ({ store }: Context) => {
    const rows = await store.read(readTokens);
    return ok({
      tokens: rows.map(({ at, endsAt, revokedAt, ...row }) => ({
        ...row,
        at: at.toISOString(),
        endsAt: endsAt.toISOString(),
        revokedAt: revokedAt?.toISOString() ?? null,
      })),
    });
  },
});

const addToken = defineAction({
  name: 'tokens.add',
  summary: 'Makes a service token; its secret is shown this once',
  permission: 'administrator',
  kind: 'command',
  method: 'post',
  path: '/api/tokens',
  needsStore: true,
  input: z.strictObject({
    name: z.string().trim().min(1).max(200),
    role,
    days: z.coerce.number().int().min(1).max(366).default(90),
  }),
  sample: { name: 'Nightly export', role: 'reader', days: 90 },
  output: z.object({ id: z.string(), secret: z.string(), endsAt: z.string() }),
  command: {
    usage: 'tokens add <name>',
    options: [
      { flags: '--role <role>', description: 'what the program may do', choices: role.options, required: true },
      { flags: '--days <days>', description: 'how long it works: 90 unless told, at most 366' },
    ],
    example: './theriac tokens add "nightly report" --role reader --days 30',
    toInput: async ({ args: [name], options: { role: as, days } }) =>
      ok({ name, role: as, ...(days === undefined ? {} : { days }) }),
    print: ({ secret, endsAt }, services) => said(services, 'tokenAdded', { secret, endsAt }),
  },
  run: async ({ store, now, actor }: Context, { name, role: as, days }) => {
    const { id, secret, digest } = newKey('token');
    const endsAt = new Date(now().getTime() + days * dayMs);
    await store.change({ action: 'tokens.add', object: `token/${id}`, detail: { name, role: as, days } }, (db) =>
      insertToken(db, { id, digest, name, role: as, createdBy: actor, at: now(), endsAt }),
    );
    return ok({ id, secret, endsAt: endsAt.toISOString() });
  },
});

const revoke = defineAction({
  name: 'tokens.revoke',
  summary: 'Revokes a service token at once',
  permission: 'administrator',
  kind: 'command',
  method: 'delete',
  path: '/api/tokens/{id}',
  needsStore: true,
  input: z.strictObject({ id: z.uuid() }),
  sample: { id: '0b1c3c9e-0000-4000-8000-000000000001' },
  output: z.strictObject({}),
  command: {
    usage: 'tokens revoke <id>',
    example: './theriac tokens revoke 0b8f1f0e-3d0c-4f8e-9a55-3f2d6c1f7a10',
    toInput: async ({ args: [id] }) => ok({ id }),
    print: (_, services) => said(services, 'tokenRevoked'),
  },
  run: async ({ store, now, door }: Context, { id }) => {
    const note = { action: 'tokens.revoke', object: `token/${id}`, detail: {} };
    const revoked = await store.attempt(note, (db) => revokeToken(db, id, now()));
    door.forget();
    return revoked === undefined
      ? fail({ kind: 'not_found', message: 'There is no such token, or it was revoked already' })
      : ok({});
  },
});

export const tokenActions = [listTokens, addToken, revoke] as const;
