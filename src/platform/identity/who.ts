import { z } from 'zod';
import type { Writer } from '../db/database.ts';

/** Who changed something: a person or a program by its name, the command line, or someone who has left. */
export const whoView = z.object({
  kind: z.enum(['person', 'program', 'command', 'other']),
  name: z.string().nullable(),
});

/** Names of those who acted, by what the trail calls them; whoever has left is not among them. */
export async function readNames(db: Writer, actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const idsOf = (kind: string): readonly string[] =>
    [...new Set(actors)].flatMap((actor) => (actor.startsWith(`${kind}/`) ? [actor.slice(kind.length + 1)] : []));
  const [people, tokens] = [idsOf('account'), idsOf('token')];
  const [accounts, programs] = await Promise.all([
    people.length === 0 ? [] : db.selectFrom('account').select(['id', 'name']).where('id', 'in', people).execute(),
    tokens.length === 0
      ? []
      : db.selectFrom('service_token').select(['id', 'name']).where('id', 'in', tokens).execute(),
  ]);
  return new Map([
    ...accounts.map(({ id, name }) => [`account/${id}`, name] as const),
    ...programs.map(({ id, name }) => [`token/${id}`, name] as const),
  ]);
}

/** Who the trail means, by the names of those who are still here. */
export function whoOf(actor: string, names: ReadonlyMap<string, string>): z.infer<typeof whoView> {
  const name = names.get(actor) ?? null;
  if (actor === 'command') return { kind: 'command', name };
  if (name === null) return { kind: 'other', name };
  return { kind: actor.startsWith('token/') ? 'program' : 'person', name };
}
