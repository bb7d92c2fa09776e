import type { Chapter } from '../content/chapter.ts';
import type { ObligationRule } from '../content/obligation-rule.ts';
import type { AssetGroup, Role, Statistic, Threat, Topic } from '../content/reference.ts';
import { refOf } from './item.ts';
import { linksTo, safeguardsFor, type Lookup } from './lookup.ts';
import type { PageInput } from './own.ts';
import type { PageParts, Row } from './page.ts';
import {
  pipelineSection,
  points,
  practicesSection,
  prose,
  requirementRow,
  rows,
  safeguardRow,
  topicLinks,
} from './rows.ts';

const documentRows = (
  lookup: Lookup,
  ids: readonly string[],
  why: ReadonlyMap<string, string> = new Map(),
): readonly Row[] =>
  lookup.content.documents
    .filter(({ id }) => ids.includes(id))
    .map(({ id, shortTitle, purpose, status, verification }) => ({
      ref: id,
      kind: 'document',
      title: shortTitle,
      note: why.get(id) ?? purpose,
      status: `documentStatus.${status}`,
      check: verification.status,
    }));

/** A duty: what it asks, which law says so, its force, and what touches it. */
export function obligationPage(input: PageInput, item: ObligationRule): PageParts {
  const { lookup } = input;
  const document = lookup.content.documents.find(({ id }) => id === item.document);
  return {
    title: item.title,
    // What is only recalled is not stated, not even beside a warning.
    lead: item.verification.status === 'recall' ? null : item.sentence,
    url: document?.url,
    crumbs: linksTo(lookup, [item.document]),
    facts: [
      { id: 'law', links: linksTo(lookup, [item.document]) },
      { id: 'cite', text: item.cite },
      item.country === undefined ? null : { id: 'country', links: linksTo(lookup, [refOf('country', item.country)]) },
      item.validFrom === undefined ? null : { id: 'validFrom', date: item.validFrom },
      item.validTo === undefined ? null : { id: 'validTo', date: item.validTo },
      item.onEvent ? { id: 'onEvent', word: 'library.onEvent' } : null,
    ],
    sections: [
      rows(
        'duty',
        safeguardsFor(lookup, item).map((safeguard) =>
          safeguardRow(input, safeguard, { isNamed: safeguard.namedDuties.includes(item.id) }),
        ),
      ),
      rows(
        'restsOn',
        item.requirements.flatMap((ref) => requirementRow(lookup, ref)),
      ),
    ],
    verification: item.verification,
  };
}

/** A subject: its definition, and everything that belongs to it. */
export function topicPage(input: PageInput, item: Topic): PageParts {
  const { lookup } = input;
  const { content } = lookup;
  return {
    title: item.title,
    lead: item.definition,
    facts: [{ id: 'chapter', links: linksTo(lookup, [refOf('chapter', item.chapter)]) }],
    sections: [
      rows(
        'safeguards',
        content.safeguards.filter(({ topic }) => topic === item.id).map((safeguard) => safeguardRow(input, safeguard)),
      ),
      rows(
        'documents',
        documentRows(
          lookup,
          content.documents.filter(({ topics }) => topics.includes(item.id)).map(({ id }) => id),
        ),
      ),
    ],
    verification: item.verification,
  };
}

/** What can happen, how it is weighed and what acts on it. */
export function threatPage(input: PageInput, item: Threat): PageParts {
  const { lookup } = input;
  const { weight } = item;
  return {
    title: item.title,
    lead: item.description,
    facts: [
      { id: 'group', word: `library.threatGroup.${item.group}` },
      weight.kind === 'counted'
        ? { id: 'share', text: `${weight.sharePercent} %`, links: linksTo(lookup, [weight.statistic]) }
        : { id: 'share', word: 'library.remainder' },
      {
        id: 'assetGroups',
        links: linksTo(
          lookup,
          item.assetGroups.map((id) => refOf('asset-group', id)),
        ),
      },
    ],
    sections: [
      rows('actsOn', actingOn(input, item)),
      points(
        'scaledBy',
        item.scaledBy.map(({ because }) => because),
      ),
    ],
    verification: item.verification,
  };
}

const actingOn = (input: PageInput, { id }: Threat): readonly Row[] =>
  input.lookup.content.safeguards
    .flatMap((safeguard) =>
      safeguard.threats
        .filter((threat) => threat.id === id)
        .map(({ strength, because }) => safeguardRow(input, safeguard, { strength, note: because })),
    )
    .toSorted((left, right) => (right.strength ?? 0) - (left.strength ?? 0));

/** Systems that fail together, and what stops in care when they do. */
export function assetGroupPage({ lookup }: PageInput, item: AssetGroup): PageParts {
  const threats = lookup.content.threats.filter(({ assetGroups }) => assetGroups.includes(item.id));
  return {
    title: item.title,
    lead: item.ifDown,
    sections: [
      points('examples', item.examples),
      rows(
        'hitBy',
        linksTo(
          lookup,
          threats.map(({ id }) => refOf('threat', id)),
        ),
      ),
    ],
    verification: item.verification,
  };
}

/** A reader: what they ask, what they answer for and what they should read. */
export function rolePage(input: PageInput, item: Role): PageParts {
  const { lookup } = input;
  const { content } = lookup;
  return {
    title: item.title,
    lead: item.asks,
    sections: [
      rows(
        'accountableFor',
        content.safeguards
          .filter(({ roles }) => roles.accountable === item.id)
          .map((safeguard) => safeguardRow(input, safeguard, { note: safeguard.forRoles[item.id] })),
      ),
      rows(
        'responsibleFor',
        content.safeguards
          .filter(({ roles }) => roles.responsible.includes(item.id) && roles.accountable !== item.id)
          .map((safeguard) => safeguardRow(input, safeguard, { note: safeguard.forRoles[item.id] })),
      ),
      rows(
        'documents',
        documentRows(
          lookup,
          content.documents.filter(({ audience }) => audience.includes(item.id)).map(({ id }) => id),
        ),
      ),
    ],
    verification: item.verification,
  };
}

/** A published figure, and who uses it. */
export function statisticPage({ lookup }: PageInput, item: Statistic): PageParts {
  const weighing = lookup.content.threats.filter(
    ({ weight }) => weight.kind === 'counted' && weight.statistic === item.id,
  );
  return {
    title: item.figure.trim(),
    code: item.id,
    url: item.url,
    notes: [item.caution],
    neighbours: lookup.content.statistics.map(({ id }) => id),
    facts: [
      { id: 'publisher', text: item.publisher },
      { id: 'year', text: item.year },
      item.document === undefined ? null : { id: 'document', links: linksTo(lookup, [item.document]) },
    ],
    sections: [
      rows(
        'weighs',
        linksTo(
          lookup,
          weighing.map(({ id }) => refOf('threat', id)),
        ),
      ),
    ],
    verification: item.verification,
  };
}

/** A chapter of the guide: what holds for every role; what each role reads stands in its guide. */
export function chapterPage(input: PageInput, item: Chapter): PageParts {
  const { lookup } = input;
  const { content } = lookup;
  const why = new Map(item.read.map((reading) => [reading.document as string, reading.why]));
  return {
    title: item.title,
    code: String(item.number),
    lead: item.purpose,
    neighbours: content.chapters.map(({ id }) => refOf('chapter', id)),
    facts: [
      { id: 'topics', links: topicLinks(lookup, item.topics) },
      { id: 'guide', word: 'library.guideChapter', url: `/guides/ciso/${item.number}` },
    ],
    sections: [
      points('facts', item.facts),
      prose('good', item.good),
      rows(
        'safeguards',
        content.safeguards
          .filter(({ chapters }) => chapters.includes(item.id))
          .map((safeguard) => safeguardRow(input, safeguard)),
      ),
      rows(
        'read',
        item.read.flatMap(({ document }) => documentRows(lookup, [document], why)),
      ),
      practicesSection(lookup, ({ chapters }) => chapters.includes(item.id)),
      pipelineSection(lookup, ({ chapters }) => chapters.includes(item.id)),
      points(
        'evidence',
        item.evidence.map(({ what, proves }) => `${what}: ${proves}`),
      ),
    ],
    verification: item.verification,
  };
}
