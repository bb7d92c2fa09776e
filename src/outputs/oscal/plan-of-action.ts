/** What is still missing and when it is planned, as an OSCAL plan of action and milestones. */
import type { Ranked } from '../../core/ranking/rank.ts';
import type { JsonObject } from '../../oscal/model.ts';
import { line, metadata, property, prose, timeOf, uuidOf, type OscalSource } from './frame.ts';

/** The plan of action: one item and one risk for each safeguard that is not fully in place, in the order of the ranking. */
export function planOfAction(source: OscalSource): JsonObject {
  const { organisation } = source;
  const items = organisation.ranking.items.filter(({ inSet }) => inSet);
  return {
    uuid: uuidOf(source, 'poam', source.digest),
    metadata: metadata(source, {
      title: `What ${organisation.profile.name} still has to do`,
      remarks: 'The order is that of the ranking. An unknown rating counts as missing, and is marked as unknown.',
    }),
    'system-id': { 'identifier-type': 'https://www.ietf.org/rfc/rfc4122', id: uuidOf(source, 'system') },
    ...(items.length > 0 ? { risks: items.map((item) => riskOf(source, item)) } : {}),
    'poam-items': items.length > 0 ? items.map((item) => itemOf(source, item)) : [nothingLeft(source)],
  } as unknown as JsonObject;
}

/** The schema wants at least one item. */
const nothingLeft = (source: OscalSource) => ({
  uuid: uuidOf(source, 'poam-item', 'none'),
  title: 'Nothing is open',
  description: 'Every safeguard of the minimum set is fully in place, or not applicable.',
});

function itemOf(source: OscalSource, { safeguard, entry, placed }: Ranked) {
  const { id, title, what } = safeguard;
  const quarter = source.organisation.plan?.endsIn.get(id);
  return {
    uuid: uuidOf(source, 'poam-item', id),
    title: line(`${id} ${title}`),
    description: prose(what),
    props: [
      property('safeguard', id),
      property('rank', placed.rank),
      property('rating', entry?.rating.kind ?? 'unknown'),
      ...(quarter === undefined ? [] : [property('quarter', quarter)]),
    ],
    'related-risks': [{ 'risk-uuid': uuidOf(source, 'risk', id) }],
  };
}

function riskOf(source: OscalSource, { safeguard, effort }: Ranked) {
  const { id, title, decision } = safeguard;
  const quarter = source.organisation.plan?.endsIn.get(id);
  return {
    uuid: uuidOf(source, 'risk', id),
    title: line(title),
    description: prose(decision.ifNothing),
    statement: prose(decision.ifNothing),
    status: 'open',
    ...(quarter === undefined ? {} : { deadline: timeOf(lastDay(quarter)) }),
    remediations: [
      {
        uuid: uuidOf(source, 'remediation', id),
        lifecycle: quarter === undefined ? 'recommendation' : 'planned',
        title: line(title),
        description: prose(decision.effect),
        props: [property('effort-person-days', effort.days.join('-')), property('cost-eur', effort.costEur.join('-'))],
        ...(quarter === undefined ? {} : { tasks: [milestone(source, id, quarter)] }),
      },
    ],
  };
}

const milestone = (source: OscalSource, id: string, quarter: string) => ({
  uuid: uuidOf(source, 'milestone', id, quarter),
  type: 'milestone',
  title: `Done by the end of ${quarter}`,
  timing: { 'on-date': { date: timeOf(lastDay(quarter)) } },
});

const ends: Readonly<Record<string, string>> = { Q1: '03-31', Q2: '06-30', Q3: '09-30', Q4: '12-31' };

/** The last day of a quarter such as `2027-Q1`. */
const lastDay = (quarter: string): string => `${quarter.slice(0, 4)}-${ends[quarter.slice(5)] ?? '12-31'}`;
