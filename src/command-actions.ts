/** Which actions a command needs: loading all of them takes longer than most of what is asked of OSCAL. */
import type { Services } from './library/services.ts';
import type { AnyAction } from './platform/action.ts';

type Actions = readonly AnyAction<Services>[];

/** Commands whose actions stand in one feature and are wanted fast, by their first word. */
const alone: Readonly<Record<string, () => Promise<Actions>>> = {
  oscal: async () => (await import('./features/oscal/actions.ts')).oscalActions,
};

/** The words that load one feature alone. */
export const wordsAlone: readonly string[] = Object.keys(alone);

/** The actions for what was typed; all of them where the first word is not one of those. */
export async function actionsFor([word = '']: readonly string[]): Promise<Actions> {
  const load = Object.hasOwn(alone, word) ? alone[word] : undefined;
  return load === undefined ? (await import('./actions.ts')).actions : load();
}
