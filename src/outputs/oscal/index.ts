/** What is written in OSCAL, by the word that a person asks for it with. */
import { fail, ok, type Result } from '../../core/base.ts';
import type { JsonObject, Model } from '../../oscal/model.ts';
import { assessmentPlan, assessmentPlanFile, assessmentResults, securityPlanFile } from './assessment.ts';
import { frameworkCatalog, safeguardCatalog } from './catalog.ts';
import type { OscalSource } from './frame.ts';
import { mappingCollection } from './mapping.ts';
import { planOfAction } from './plan-of-action.ts';
import { profileFile, securityPlan } from './plan-of-security.ts';
import { catalogFile, minimumSetProfile } from './profile.ts';

/** The documents. `framework` and `mapping` are about one framework; the others about the organisation, or the content. */
export const oscalDocuments = [
  'catalog',
  'framework',
  'profile',
  'ssp',
  'assessment-plan',
  'assessment-results',
  'poam',
  'mapping',
] as const;
/** One of them. */
export type OscalDocument = (typeof oscalDocuments)[number];

/** A document with the name under which others of ours look for it, its form's ending left to the writer. */
export type MadeDocument = { readonly model: Model; readonly root: JsonObject; readonly fileName: string };

/** Makes one document; a framework is wanted for two of them. */
export function makeOscal(
  which: OscalDocument,
  source: OscalSource,
  frameworkId: string | undefined,
): Result<MadeDocument, 'no_framework' | 'no_mappings'> {
  if (which === 'framework' || which === 'mapping') return aboutFramework(which, source, frameworkId);
  const [model, make, fileName] = ofOrganisation[which];
  return ok({ model, root: make(source), fileName });
}

type Row = readonly [model: Model, make: (source: OscalSource) => JsonObject, fileName: string];

const ofOrganisation: Readonly<Record<Exclude<OscalDocument, 'framework' | 'mapping'>, Row>> = {
  catalog: ['catalog', safeguardCatalog, catalogFile],
  profile: ['profile', minimumSetProfile, profileFile],
  ssp: ['system-security-plan', securityPlan, securityPlanFile],
  'assessment-plan': ['assessment-plan', assessmentPlan, assessmentPlanFile],
  'assessment-results': ['assessment-results', assessmentResults, 'assessment-results.json'],
  poam: ['plan-of-action-and-milestones', planOfAction, 'plan-of-action-and-milestones.json'],
};

function aboutFramework(
  which: 'framework' | 'mapping',
  source: OscalSource,
  frameworkId: string | undefined,
): Result<MadeDocument, 'no_framework' | 'no_mappings'> {
  const framework = source.content.frameworks.find(({ id }) => id === frameworkId);
  if (framework === undefined) return fail('no_framework');
  if (which === 'framework')
    return ok({
      model: 'catalog',
      root: frameworkCatalog(source, framework),
      fileName: `${framework.id}-catalog.json`,
    });
  const root = mappingCollection(source, framework);
  if (root === null) return fail('no_mappings');
  return ok({ model: 'mapping-collection', root, fileName: `${framework.id}-mapping.json` });
}
