import { z } from 'zod';
import { fail, ok } from '../../core/base.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, type ActionContext } from '../../platform/action.ts';
import { peopleActions } from './people-actions.ts';
import { printed, said } from './print.ts';
import { sessionActions } from './session-actions.ts';
import { tokenActions } from './token-actions.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const notOperator = {
  kind: 'forbidden',
  message: 'Organisations are added and listed by whoever operates this installation',
} as const;

const listOrganisations = defineAction({
  name: 'organisations.list',
  summary: 'All organisations of this installation, for whoever operates it',
  permission: 'administrator',
  kind: 'query',
  method: 'get',
  path: '/api/organisations',
  needsStore: true,
  input: z.strictObject({}),
  output: z.object({ organisations: z.array(z.object({ id: z.string(), name: z.string() })) }),
  command: {
    usage: 'organisations list',
    example: './theriac organisations list',
    toInput: async () => ok({}),
    print: ({ organisations }, services) =>
      printed(
        services,
        ['id', 'name'],
        organisations.map(({ id, name }) => [id, name]),
      ),
  },
  run: async ({ door, identity }: Context) =>
    identity.isOperator ? ok({ organisations: [...(await door.organisations())] }) : fail(notOperator),
});

const addOrganisation = defineAction({
  name: 'organisations.add',
  summary: 'Adds an organisation to this installation; whoever adds it is its first administrator',
  permission: 'administrator',
  kind: 'command',
  method: 'post',
  path: '/api/organisations',
  needsStore: true,
  input: z.strictObject({ name: z.string().trim().min(1).max(400) }),
  sample: { name: 'Hospital of Arda' },
  output: z.object({ id: z.string() }),
  command: {
    usage: 'organisations add <name>',
    example: './theriac organisations add "District clinic"',
    toInput: async ({ args: [name] }) => ok({ name }),
    print: ({ id }, services) => said(services, 'organisationAdded', { id }),
  },
  run: async ({ door, identity }: Context, { name }) =>
    identity.isOperator ? ok({ id: await door.addOrganisation(identity, name) }) : fail(notOperator),
});

export const accountActions = [
  ...sessionActions,
  ...peopleActions,
  ...tokenActions,
  listOrganisations,
  addOrganisation,
] as const;
