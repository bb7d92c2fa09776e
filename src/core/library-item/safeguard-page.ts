import type { Safeguard } from '../content/safeguard.ts';
import { sizeClasses } from '../content/safeguard.ts';
import { refOf } from './item.ts';
import { linksTo, type Lookup, spineRef } from './lookup.ts';
import type { PageInput } from './own.ts';
import type { PageParts, Row, Section } from './page.ts';
import { obligationRow, points, practicesSection, prose, roleLinks, rows, safeguardRow, topicLinks } from './rows.ts';

/** A safeguard, whole: what, why, how, when it is done, who, what it takes, what it acts on and where it stands. */
export function safeguardPage(input: PageInput, item: Safeguard): PageParts {
  const { lookup } = input;
  const spine = spineRef(item);
  return {
    title: item.title,
    language: item.language,
    code: item.id,
    lead: item.what,
    crumbs: topicLinks(lookup, [item.topic]),
    neighbours: lookup.content.safeguards.map(({ id }) => id),
    facts: [
      { id: 'tier', word: `tier.${item.tier}` },
      { id: 'topic', links: topicLinks(lookup, [item.topic]) },
      { id: 'spine', links: linksTo(lookup, [spine]) },
      { id: 'phase', word: `library.phase.${item.phase}` },
      {
        id: 'chapters',
        links: linksTo(
          lookup,
          item.chapters.map((id) => refOf('chapter', id)),
        ),
      },
      { id: 'measure', text: item.measure },
    ],
    sections: [
      prose('why', item.whyItMatters.patients, item.whyItMatters.also),
      points('how', item.how, 'steps'),
      { id: 'doneWhen', kind: 'levels', ...item.doneWhen },
      points('evidence', item.evidence),
      points('pitfalls', item.pitfalls),
      prose('decision', item.decision.ifNothing, item.decision.effect),
      peopleSection(lookup, item),
      effortSection(item),
      rows('needs', linkedSafeguards(input, item.needs)),
      rows('neededBy', neededBy(input, item)),
      rows('threats', threatRows(lookup, item)),
      rows('namedDuties', dutyRows(input, item)),
      ...mappingSections(lookup, item),
      voicesSection(lookup, item),
      practicesSection(lookup, ({ safeguards }) => safeguards.includes(item.id)),
      prose('tierBecause', item.tierBecause),
      prose('review', item.review?.note),
    ],
    verification: item.verification,
  };
}

const peopleSection = (lookup: Lookup, { roles }: Safeguard): Section => ({
  id: 'people',
  kind: 'people',
  rows: [
    { part: 'accountable', roles: roleLinks(lookup, [roles.accountable]) },
    { part: 'responsible', roles: roleLinks(lookup, roles.responsible) },
    { part: 'consulted', roles: roleLinks(lookup, roles.consulted) },
    { part: 'informed', roles: roleLinks(lookup, roles.informed) },
  ].filter((row) => row.roles.length > 0),
});

const voicesSection = (lookup: Lookup, { forRoles }: Safeguard): Section => ({
  id: 'forRoles',
  kind: 'voices',
  rows: Object.entries(forRoles).flatMap(([id, text]) => roleLinks(lookup, [id]).map((role) => ({ role, text }))),
});

const effortSection = ({ effortDays, costEur, costNote }: Safeguard): Section => ({
  id: 'effort',
  kind: 'effort',
  rows: sizeClasses.map((size) => ({ size, days: effortDays[size], costEur: costEur[size] })),
  note: costNote,
});

const linkedSafeguards = (input: PageInput, ids: readonly string[]): readonly Row[] =>
  input.lookup.content.safeguards.filter(({ id }) => ids.includes(id)).map((other) => safeguardRow(input, other));

const neededBy = (input: PageInput, { id }: Safeguard): readonly Row[] =>
  input.lookup.content.safeguards.filter(({ needs }) => needs.includes(id)).map((other) => safeguardRow(input, other));

const threatRows = ({ links }: Lookup, { threats }: Safeguard): readonly Row[] =>
  threats
    .toSorted((left, right) => right.strength - left.strength)
    .flatMap(({ id, strength, because }) => {
      const link = links.get(refOf('threat', id));
      return link === undefined ? [] : [{ ...link, strength, note: because }];
    });

const dutyRows = (input: PageInput, { namedDuties }: Safeguard): readonly Row[] =>
  input.lookup.content.obligations
    .filter(({ id }) => namedDuties.includes(id))
    .map((rule) => obligationRow(input, rule, { isNamed: true }));

/** One list of clauses a framework; each with the relation and the reason, never as coverage. */
function mappingSections(
  { content, requirements, links }: Lookup,
  { mappings }: Safeguard,
): readonly (Section | null)[] {
  const lines = mappings.flatMap(({ to, relation, because }): readonly Row[] => {
    const [placed, link] = [requirements.get(to), links.get(to)];
    if (placed === undefined || link === undefined) return [];
    return [{ ...link, note: because, clauses: [{ ref: to, relation, code: placed.requirement.cite }] }];
  });
  const inOrder = content.frameworks.flatMap(({ id }) => lines.filter(({ ref }) => ref.startsWith(`${id}:`)));
  return [rows('mappings', inOrder)];
}
