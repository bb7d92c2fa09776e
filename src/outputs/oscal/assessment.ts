/** What is to be assessed and what was found, as an OSCAL assessment plan and its results. */
import type { Safeguard } from '../../core/content/safeguard.ts';
import type { RatingEntry } from '../../core/profile/profile.ts';
import type { JsonObject } from '../../oscal/model.ts';
import {
  line,
  metadata,
  minimumSet,
  property,
  prose,
  resource,
  statementId,
  timeOf,
  uuidOf,
  type OscalSource,
} from './frame.ts';
import { rated, unratedNote } from './plan-of-security.ts';

/** Names under which documents look for each other. */
export const securityPlanFile = 'system-security-plan.json';
export const assessmentPlanFile = 'assessment-plan.json';

const reviewed = (source: OscalSource) => ({
  'control-selections': [{ 'include-controls': minimumSet(source).map(({ id }) => ({ 'control-id': id })) }],
});

/** The assessment plan: every safeguard of the set, by the organisation itself. */
export function assessmentPlan(source: OscalSource): JsonObject {
  const plan = uuidOf(source, 'resource', 'ssp');
  return {
    uuid: uuidOf(source, 'ap', source.digest),
    metadata: metadata(source, { title: `Self-assessment of ${source.organisation.profile.name}` }),
    'import-ssp': { href: `#${plan}` },
    'reviewed-controls': reviewed(source),
    'back-matter': { resources: [resource(plan, 'System security plan', securityPlanFile)] },
  } as unknown as JsonObject;
}

/** The results. OSCAL knows satisfied and not satisfied only: what is unknown or not applicable is left out, and named. */
export function assessmentResults(source: OscalSource): JsonObject {
  const plan = uuidOf(source, 'resource', 'ap');
  const judged = rated(source).filter(([, { rating }]) => rating.kind !== 'not_applicable');
  const left = rated(source).filter(([, { rating }]) => rating.kind === 'not_applicable');
  const observations = judged.flatMap(([safeguard, entry]) => observationOf(source, safeguard, entry));
  return {
    uuid: uuidOf(source, 'ar', source.digest),
    metadata: metadata(source, { title: `Self-assessment of ${source.organisation.profile.name}: results` }),
    'import-ap': { href: `#${plan}` },
    results: [
      {
        uuid: uuidOf(source, 'result', source.digest),
        title: `As of ${source.on}`,
        description: prose(
          [
            unratedNote(source),
            ...(left.length > 0 ? [`Not applicable: ${left.map(([{ id }]) => id).join(', ')}.`] : []),
          ].join('\n\n'),
        ),
        start: timeOf(source.organisation.profile.statedOn ?? source.on),
        'reviewed-controls': reviewed(source),
        ...(observations.length > 0 ? { observations } : {}),
        ...(judged.length > 0
          ? { findings: judged.map(([safeguard, entry]) => findingOf(source, safeguard, entry)) }
          : {}),
      },
    ],
    'back-matter': { resources: [resource(plan, 'Assessment plan', assessmentPlanFile)] },
  } as unknown as JsonObject;
}

function observationOf(source: OscalSource, { id, title }: Safeguard, { evidence, ratedOn }: RatingEntry) {
  if (evidence.length === 0) return [];
  return [
    {
      uuid: uuidOf(source, 'observation', id),
      title: line(title),
      description: prose(`What was looked at for ${id}.`),
      methods: ['EXAMINE'],
      collected: timeOf(ratedOn ?? source.on),
      'relevant-evidence': evidence.map(({ what, link }) => ({
        ...(link === undefined ? {} : { href: link }),
        description: prose(what),
      })),
    },
  ];
}

function findingOf(source: OscalSource, { id, title, doneWhen }: Safeguard, { rating, evidence }: RatingEntry) {
  const reached =
    rating.kind === 'partially' || rating.kind === 'largely' || rating.kind === 'fully' ? doneWhen[rating.kind] : null;
  return {
    uuid: uuidOf(source, 'finding', id),
    title: line(title),
    description: prose(reached ?? 'Not implemented.'),
    props: [property('rating', rating.kind)],
    target: {
      type: 'statement-id',
      'target-id': statementId(id),
      status: { state: rating.kind === 'fully' ? 'satisfied' : 'not-satisfied' },
    },
    ...(evidence.length > 0
      ? { 'related-observations': [{ 'observation-uuid': uuidOf(source, 'observation', id) }] }
      : {}),
  };
}
