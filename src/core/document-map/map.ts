/** The map of the documents: which there are, how they hang together, and which bear on one organisation. */
import type { Document, DocumentKind, DocumentRelation } from '../content/document.ts';
import type { Force } from '../content/obligation-rule.ts';
import type { PipelineLaw } from '../content/shared.ts';
import type { VerificationStatus } from '../content/verification.ts';
import { isDuty, linksTo, spineRef, type Lookup } from '../library-item/lookup.ts';
import { refOf, type ItemLink, type ItemRef } from '../library-item/item.ts';
import { forceOf, type PageInput } from '../library-item/own.ts';
import { placeOf } from '../library-item/place.ts';
import { subjectOf, type Subject } from './subjects.ts';

/** Rows of the map: how much force a text of that sort has for anyone, the strongest first. */
export const bands = ['union-law', 'national-law', 'standard', 'guidance', 'evidence', 'ahead', 'past'] as const;
export type Band = (typeof bands)[number];

/** How two documents hang together; `bears-on`: law on its way that would change what another asks. */
export type TieKind = DocumentRelation | 'superseded-by' | 'bears-on';
export type Tie = { readonly from: ItemRef; readonly to: ItemRef; readonly as: TieKind };

/** A document, or law on its way, with what content knows of it. */
export type MapNode = {
  readonly ref: ItemRef;
  readonly title: string;
  readonly fullTitle: string;
  readonly sort: DocumentKind | 'pipeline-law';
  readonly publisher: string | null;
  /** Null where it is not confirmed. */
  readonly date: string | null;
  /** A key of the words: `documentStatus.in-force`, `library.stage.proposed`. Null where it is only recalled. */
  readonly status: string | null;
  readonly band: Band;
  readonly subject: Subject;
  readonly topics: readonly ItemLink[];
  /** Citable parts; null where the document is not broken down into any, which is unknown and not none. */
  readonly requirements: number | null;
  /** Safeguards that touch a part of it, answer a clause or discharge a duty by themselves; null where that is not listed. */
  readonly safeguards: number | null;
  readonly duties: number;
  readonly chapters: number;
  /** Null without an organisation, and where no duty of its own rests on the document. */
  readonly force: Force | null;
  readonly from: string | null;
  readonly check: VerificationStatus;
};

/** The law that turns NIS2 into duties where the organisation is. */
export type NationalAct = {
  readonly country: ItemLink;
  /** Null where it is only recalled. */
  readonly title: string | null;
  readonly status: string;
  readonly check: VerificationStatus;
};

/** All of it, for nobody or for one organisation. */
export type DocumentMap = {
  readonly hasOrganisation: boolean;
  readonly nationalAct: NationalAct | null;
  readonly nodes: readonly MapNode[];
  readonly ties: readonly Tie[];
};

/** How many safeguards touch the document that most of them touch. */
export const mostSafeguards = ({ nodes }: Pick<DocumentMap, 'nodes'>): number =>
  Math.max(1, ...nodes.map(({ safeguards }) => safeguards ?? 0));

/** Every document and every law on its way. A proposal that is a document stands for its entry in the pipeline. */
export function mapOf(input: PageInput): DocumentMap {
  const { content } = input.lookup;
  const proposals = new Set(content.documents.filter(({ status }) => status === 'proposed').map(({ id }) => id));
  const ahead = content.pipeline.filter(({ documents }) => !documents.some((id) => proposals.has(id)));
  return {
    hasOrganisation: input.organisation !== null,
    nationalAct: nationalActOf(input),
    nodes: [
      ...content.documents.map((item) => documentNode(input, item)),
      ...ahead.map((law) => pipelineNode(input.lookup, law)),
    ],
    ties: [
      ...content.documents.flatMap(tiesOf),
      ...ahead
        .filter(isKnown)
        .flatMap(({ id, documents }) =>
          documents.map((to): Tie => ({ from: refOf('pipeline-law', id), to, as: 'bears-on' })),
        ),
    ],
  };
}

/** What is only recalled of an item is not told. */
const isKnown = ({ verification }: Pick<Document, 'verification'>): boolean => verification.status !== 'recall';

const tiesOf = (document: Document): readonly Tie[] => {
  const { id, relations = [], supersededBy } = document;
  if (!isKnown(document)) return [];
  return [
    ...(supersededBy === undefined ? [] : [{ from: id, to: supersededBy, as: 'superseded-by' as const }]),
    ...relations.map(({ as, to }): Tie => ({ from: id, to, as })),
  ];
};

function documentNode(input: PageInput, item: Document): MapNode {
  const { lookup } = input;
  const link: ItemLink = { ref: item.id, kind: 'document', title: item.shortTitle };
  const force = forceOf(input, link);
  const { content } = lookup;
  const requirements = content.frameworks
    .filter(({ document }) => document === item.id)
    .flatMap((framework) => framework.requirements);
  return {
    ref: item.id,
    title: item.shortTitle === '' ? item.title : item.shortTitle,
    fullTitle: item.title,
    sort: item.kind,
    publisher: item.publisher,
    date: isKnown(item) ? item.date : null,
    status: isKnown(item) ? `documentStatus.${item.status}` : null,
    band: bandOf(item),
    subject: subjectOf(item.topics),
    topics: linksTo(
      lookup,
      item.topics.map((id) => refOf('topic', id)),
    ),
    requirements: requirements.length === 0 ? null : requirements.length,
    safeguards: safeguardCount(lookup, item),
    duties: content.obligations.filter((rule) => isDuty(rule) && rule.document === item.id).length,
    chapters: content.chapters.filter(
      ({ id, read }) => item.chapters.includes(id) || read.some(({ document }) => document === item.id),
    ).length,
    force: force?.force ?? null,
    from: force?.from ?? null,
    check: item.verification.status,
  };
}

function pipelineNode(lookup: Lookup, law: PipelineLaw): MapNode {
  const documents = lookup.content.documents.filter(({ id }) => law.documents.includes(id));
  const topics = [...new Set(documents.flatMap((document) => document.topics))];
  return {
    ref: refOf('pipeline-law', law.id),
    title: law.title,
    fullTitle: law.title,
    sort: 'pipeline-law',
    publisher: null,
    date: isKnown(law) ? law.seenOn : null,
    status: isKnown(law) ? `library.stage.${law.stage}` : null,
    band: 'ahead',
    subject: subjectOf(topics),
    topics: linksTo(
      lookup,
      topics.map((id) => refOf('topic', id)),
    ),
    requirements: null,
    safeguards: null,
    duties: 0,
    chapters: law.chapters.length,
    force: null,
    from: null,
    check: law.verification.status,
  };
}

const past: ReadonlySet<Document['status']> = new Set(['superseded', 'repealed', 'historical', 'closed']);

const bandOfKind: Readonly<Record<Exclude<DocumentKind, 'law'>, Band>> = {
  proposal: 'ahead',
  standard: 'standard',
  'audit-framework': 'standard',
  policy: 'standard',
  guideline: 'guidance',
  'good-practice': 'guidance',
  strategy: 'guidance',
  programme: 'guidance',
  body: 'guidance',
  study: 'evidence',
  tool: 'evidence',
  project: 'evidence',
};

/** What no longer holds stands apart, whatever it was. */
function bandOf({ id, kind, status }: Document): Band {
  if (past.has(status)) return 'past';
  if (kind === 'law') return placeOf(id) === 'EU' ? 'union-law' : 'national-law';
  return bandOfKind[kind];
}

/**
 * Each safeguard once, by whichever way it meets the document. A duty that rests on clauses of another document says nothing
 * of this one, so only what discharges it by itself counts.
 */
function safeguardCount({ content }: Lookup, { id }: Document): number | null {
  const { frameworks, safeguards, obligations, variation } = content;
  const own = frameworks.filter(({ document }) => document === id).map((framework) => `${framework.id}:`);
  const duties = new Set(obligations.filter((rule) => isDuty(rule) && rule.document === id).map((rule) => rule.id));
  const clauses = variation
    .flatMap(({ texts }) => texts)
    .filter(({ document }) => document === id)
    .flatMap((text) => text.clauses);
  const isOwn = (ref: string): boolean => own.some((prefix) => ref.startsWith(prefix));
  const meeting = safeguards.filter(
    (safeguard) =>
      isOwn(spineRef(safeguard)) ||
      safeguard.mappings.some(({ to }) => isOwn(to)) ||
      safeguard.namedDuties.some((duty) => duties.has(duty)) ||
      clauses.some((clause) => clause.safeguards.includes(safeguard.id)),
  ).length;
  return meeting === 0 && own.length + clauses.length === 0 ? null : meeting;
}

function nationalActOf({ lookup, organisation }: PageInput): NationalAct | null {
  const code = organisation?.profile.facts.country;
  const country = lookup.content.countries.find((one) => one.code === code);
  const link = lookup.links.get(refOf('country', country?.code ?? ''));
  if (country === undefined || link === undefined || country.nis2.status === 'not_applicable') return null;
  const check = country.nis2.verification.status;
  return {
    country: link,
    title: check === 'recall' ? null : country.nis2.title,
    status: `actStatus.${country.nis2.status}`,
    check,
  };
}
