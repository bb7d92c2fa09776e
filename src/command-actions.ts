/** Which actions a command needs: loading all of them takes longer than most of what is asked. */
import type { Services } from './library/services.ts';
import type { AnyAction } from './platform/action.ts';

type Actions = readonly AnyAction<Services>[];

const accounts = async (): Promise<Actions> => (await import('./features/accounts/actions.ts')).accountActions;
const analysis = async (): Promise<Actions> => (await import('./features/analysis/actions.ts')).analysisActions;
const crosswalk = async (): Promise<Actions> => (await import('./features/crosswalk/actions.ts')).crosswalkActions;
const guides = async (): Promise<Actions> => (await import('./features/guides/actions.ts')).guideActions;
const imports = async (): Promise<Actions> => (await import('./features/imports/actions.ts')).importActions;
const profile = async (): Promise<Actions> => (await import('./features/profile/actions.ts')).profileActions;

/** Commands whose actions all stand in one feature, by their first word. A word that is not here is looked for in all of them. */
const alone: Readonly<Record<string, () => Promise<Actions>>> = {
  answers: crosswalk,
  applicability: guides,
  assessment: async () => (await import('./features/assessment/actions.ts')).assessmentActions,
  calendar: guides,
  card: guides,
  crosswalk,
  evidence: profile,
  explain: analysis,
  frameworks: imports,
  guidance: async () => (await import('./features/templates/actions.ts')).templateActions,
  guide: guides,
  import: imports,
  imports,
  library: async () => (await import('./features/library/actions.ts')).libraryActions,
  mail: async () => (await import('./features/mail/actions.ts')).mailActions,
  organisations: accounts,
  oscal: async () => (await import('./features/oscal/actions.ts')).oscalActions,
  people: accounts,
  profile,
  questions: async () => (await import('./features/questions/actions.ts')).questionActions,
  rank: analysis,
  ratings: profile,
  register: guides,
  settings: async () => (await import('./features/settings/actions.ts')).settingsActions,
  sites: async () => (await import('./features/sites/actions.ts')).siteActions,
  snapshots: async () => (await import('./features/snapshots/actions.ts')).snapshotActions,
  steps: analysis,
  tokens: accounts,
  translations: async () => (await import('./features/library/actions.ts')).libraryActions,
};

/** The words that load one feature alone. */
export const wordsAlone: readonly string[] = Object.keys(alone);

/** The actions for what was typed; all of them where the first word is not one of those. */
export async function actionsFor([word = '']: readonly string[]): Promise<Actions> {
  const load = Object.hasOwn(alone, word) ? alone[word] : undefined;
  return load === undefined ? (await import('./actions.ts')).actions : load();
}
