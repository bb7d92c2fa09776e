import type { ImportBundle } from './bundle.ts';
import type { EditionText, FrameworkEdition } from './edition.ts';

/** How much of each kind a bundle holds. */
export type BundleCounts = {
  readonly frameworks: number;
  readonly requirements: number;
  readonly assessable: number;
  readonly questions: number;
  readonly groups: number;
  readonly mappingSets: number;
  readonly relations: number;
  readonly threats: number;
  readonly controls: number;
  readonly metrics: number;
  readonly components: number;
  readonly matrices: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly losses: number;
};

/** Counts what a file brings. */
export function countsOf({
  frameworks,
  mappingSets,
  catalogue,
  matrices,
  findings,
  losses,
}: Pick<ImportBundle, 'frameworks' | 'mappingSets' | 'catalogue' | 'matrices' | 'findings' | 'losses'>): BundleCounts {
  const requirements = frameworks.flatMap((framework) => framework.requirements);
  return {
    frameworks: frameworks.length,
    requirements: requirements.length,
    assessable: requirements.filter(({ isAssessable }) => isAssessable).length,
    questions: requirements.reduce((sum, { questions }) => sum + questions.length, 0),
    groups: frameworks.reduce((sum, { groups }) => sum + groups.length, 0),
    mappingSets: mappingSets.length,
    relations: mappingSets.reduce((sum, { relations }) => sum + relations.length, 0),
    threats: catalogue.filter(({ kind }) => kind === 'threat').length,
    controls: catalogue.filter(({ kind }) => kind === 'control').length,
    metrics: catalogue.filter(({ kind }) => kind === 'metric').length,
    components: catalogue.filter(({ kind }) => kind === 'component').length,
    matrices: matrices.length,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    notes: findings.filter(({ severity }) => severity === 'note').length,
    losses: losses.length,
  };
}

/** Languages in which an edition says something, its own first. */
export function languagesOf({ language, translations, requirements }: FrameworkEdition): readonly string[] {
  const others = [translations, ...requirements.map((one) => one.translations)].flatMap(saying);
  return [...new Set([language, ...others.toSorted()])];
}

const saying = (translations: Readonly<Record<string, EditionText>>): readonly string[] =>
  Object.entries(translations).flatMap(([language, { title, text, note }]) =>
    (title ?? text ?? note) === null ? [] : [language],
  );
