/** How far each safeguard is in place, as an OSCAL system security plan. What has no rating says so, and has no state. */
import type { Safeguard } from '../../core/content/safeguard.ts';
import type { RatingEntry } from '../../core/profile/profile.ts';
import type { JsonObject } from '../../oscal/model.ts';
import { line, metadata, minimumSet, property, prose, resource, uuidOf, type OscalSource } from './frame.ts';

/** Name under which the profile of the minimum set is looked for beside a plan. */
export const profileFile = 'minimum-set-profile.json';

/** The system security plan. */
export function securityPlan(source: OscalSource): JsonObject {
  const { organisation } = source;
  const { name } = organisation.profile;
  const profile = uuidOf(source, 'resource', 'profile');
  return {
    uuid: uuidOf(source, 'ssp', source.digest),
    metadata: metadata(source, { title: `State of the safeguards of ${name}` }),
    'import-profile': { href: `#${profile}` },
    'system-characteristics': characteristics(source),
    'system-implementation': {
      users: [{ uuid: uuidOf(source, 'user'), title: 'Staff', props: [property('kind', 'staff')] }],
      components: [
        {
          uuid: componentUuid(source),
          type: 'this-system',
          title: line(name),
          description: 'The organisation as a whole, with its sites.',
          status: { state: 'operational' },
        },
      ],
    },
    'control-implementation': {
      description: 'How far the organisation itself says that each safeguard of its minimum set is in place.',
      'implemented-requirements': minimumSet(source).map((safeguard) => implemented(source, safeguard)),
    },
    'back-matter': { resources: [resource(profile, 'Minimum set', profileFile)] },
  } as unknown as JsonObject;
}

function characteristics(source: OscalSource) {
  const { name } = source.organisation.profile;
  return {
    'system-ids': [{ 'identifier-type': 'https://www.ietf.org/rfc/rfc4122', id: uuidOf(source, 'system') }],
    'system-name': name,
    description: prose(`${name} as a healthcare provider: people, processes and technology that care depends on.`),
    'security-sensitivity-level': 'not stated',
    'system-information': {
      'information-types': [
        {
          uuid: uuidOf(source, 'information'),
          title: 'Health data',
          description: 'Records of patients, and what is needed to care for them.',
        },
      ],
    },
    'security-impact-level': {
      'security-objective-confidentiality': 'not-stated',
      'security-objective-integrity': 'not-stated',
      'security-objective-availability': 'not-stated',
    },
    status: { state: 'operational' },
    'authorization-boundary': { description: 'All that the organisation runs, or has others run for it.' },
  };
}

const componentUuid = (source: OscalSource): string => uuidOf(source, 'component');

/** Safeguards of the set with their rating; those without one are not among them. */
export const rated = (source: OscalSource): readonly (readonly [Safeguard, RatingEntry])[] =>
  minimumSet(source).flatMap((safeguard) => {
    const entry = source.organisation.profile.ratings.get(safeguard.id);
    return entry === undefined ? [] : [[safeguard, entry] as const];
  });

/** Which safeguards of the set nobody has rated, in one sentence. */
export function unratedNote(source: OscalSource): string {
  const { ratings } = source.organisation.profile;
  const unknown = minimumSet(source).filter(({ id }) => !ratings.has(id));
  return unknown.length === 0
    ? 'Every safeguard of the minimum set has a rating.'
    : `Unknown, and left out since OSCAL has no word for it: ${unknown.map(({ id }) => id).join(', ')}.`;
}

/** In OSCAL's words; what is not begun has none, unless the plan says when it will be. */
function stateOf({ rating }: RatingEntry, quarter: string | undefined): string | null {
  switch (rating.kind) {
    case 'fully':
      return 'implemented';
    case 'largely':
    case 'partially':
      return 'partial';
    case 'not_applicable':
      return 'not-applicable';
    case 'not_implemented':
      return quarter === undefined ? null : 'planned';
  }
}

function implemented(source: OscalSource, { id, title }: Safeguard) {
  const { organisation } = source;
  const entry = organisation.profile.ratings.get(id);
  const quarter = organisation.plan?.endsIn.get(id);
  const state = entry === undefined ? null : stateOf(entry, quarter);
  return {
    uuid: uuidOf(source, 'requirement', id),
    'control-id': id,
    props: [property('rating', entry?.rating.kind ?? 'unknown')],
    'by-components': [
      {
        'component-uuid': componentUuid(source),
        uuid: uuidOf(source, 'by-component', id),
        description: descriptionOf(title, entry),
        ...(state === null ? {} : { 'implementation-status': { state } }),
      },
    ],
    ...remarksOf(entry, quarter),
  };
}

function descriptionOf(title: string, entry: RatingEntry | undefined): string {
  if (entry === undefined) return prose(`${title}. Unknown: nobody has rated it.`);
  const { rating, note } = entry;
  const reason = rating.kind === 'not_applicable' ? ` Not applicable: ${rating.reason}` : '';
  return prose(`${title}.${reason}${note === undefined ? '' : `\n\n${note}`}`);
}

function remarksOf(entry: RatingEntry | undefined, quarter: string | undefined) {
  const { ratedOn, owner, due, evidence = [] } = entry ?? {};
  const said = [
    ratedOn === undefined ? null : `Rated on ${ratedOn}.`,
    owner === undefined ? null : `Owner: ${owner}.`,
    due === undefined ? null : `Due: ${due}.`,
    quarter === undefined ? null : `Planned to be done by the end of ${quarter}.`,
    ...evidence.map(({ what, dated }) => `Evidence: ${what}${dated === undefined ? '' : `, ${dated}`}.`),
  ].filter((each) => each !== null);
  return said.length === 0 ? {} : { remarks: prose(said.join('\n\n')) };
}
