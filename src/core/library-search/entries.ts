import type { Chapter } from '../content/chapter.ts';
import type { Document } from '../content/document.ts';
import type { ObligationRule } from '../content/obligation-rule.ts';
import type { Safeguard } from '../content/safeguard.ts';
import type { Verification } from '../content/verification.ts';
import { refOf, type ItemKind, type ItemRef } from '../library-item/item.ts';
import {
  branchOf,
  isDuty,
  safeguardsFor,
  safeguardsOn,
  type Lookup,
  type PlacedRequirement,
} from '../library-item/lookup.ts';
import { placeOf } from '../library-item/place.ts';
import { withoutMarks } from '../report/prose.ts';
import type { Entry, EntryState, Field } from './entry.ts';
import { headWeights, ownLanguage } from './search-index.ts';

/** What a word says about an item, by where it stands: what an item is for, its topics, statements, our prose. */
const weight = { purpose: 4, topic: 3, statement: 2, prose: 1 } as const;

/** What an item is called or described as in another language than that of the page: by it the item is found too. */
export type OtherText = {
  readonly of: ItemRef;
  readonly language: string;
  readonly title: string;
  readonly what?: string | undefined;
};

/** Every item of the library as search sees it. */
export function entriesOf(lookup: Lookup, others: readonly OtherText[] = []): readonly Entry[] {
  const byItem = Map.groupBy(others, ({ of }) => of);
  return ownEntries(lookup).map((own) => withOthers(own, byItem.get(own.ref) ?? []));
}

const withOthers = (own: Entry, others: readonly OtherText[]): Entry =>
  others.length === 0
    ? own
    : {
        ...own,
        fields: [
          ...own.fields,
          ...others.flatMap(({ language, title, what }): readonly Field[] => [
            { weight: headWeights.title, text: title, isShown: true, language },
            ...(what === undefined ? [] : [{ weight: weight.purpose, text: what, isShown: true, language }]),
          ]),
        ],
        writtenIn: unique([...own.writtenIn, ...others.map(({ language }) => language)]),
      };

function ownEntries(lookup: Lookup): readonly Entry[] {
  const { content } = lookup;
  return [
    ...content.documents.map((item) => documentEntry(item, lookup)),
    ...content.frameworks.map((item) => frameworkEntry(item, lookup)),
    ...[...lookup.requirements.values()].map((item) => requirementEntry(item, lookup)),
    ...content.safeguards.map((item) => safeguardEntry(item, lookup)),
    ...content.obligations.filter(isDuty).map((item) => obligationEntry(item, lookup)),
    ...smallEntries(lookup),
    ...content.chapters.map((item) => chapterEntry(item, lookup)),
  ];
}

type Named = {
  readonly id: string;
  readonly title: string;
  readonly language?: string | undefined;
  readonly verification: Verification;
};

/** The parts that every entry has; the rest is laid over them. */
function entry(kind: ItemKind, item: Named, fields: readonly (Field | null)[], more: Partial<Entry> = {}): Entry {
  return {
    ref: refOf(kind, item.id),
    kind,
    title: item.title,
    language: item.language,
    // What is laid over content translates a title and a description, and no more.
    writtenIn: unique([ownLanguage, item.language ?? ownLanguage]),
    fields: fields.filter((field) => field !== null),
    topics: [],
    roles: [],
    state: 'current',
    place: null,
    date: null,
    verification: item.verification.status,
    ...more,
  };
}

const field = (of: keyof typeof weight, ...texts: readonly (string | null | undefined)[]): Field | null => {
  const text = texts
    .filter((part) => typeof part === 'string')
    .map((part) => withoutMarks(part))
    .join(' ');
  return text === '' ? null : { weight: weight[of], text, isShown: true };
};

const inLanguage = (found: Field | null, language: string | undefined): Field | null =>
  found === null ? null : { ...found, language };

/** A list of names or ids: a word in it counts, but it is no sentence to show. */
const names = (of: keyof typeof weight, ...texts: readonly string[]): Field | null => {
  const found = field(of, ...texts);
  return found === null ? null : { ...found, isShown: false };
};

/** What belongs to more topics than this is found by none of them: it is about everything. */
const mostTopics = 3;

const topicField = ({ content }: Lookup, ids: readonly string[]): Field | null =>
  ids.length > mostTopics
    ? null
    : names('topic', ...content.topics.filter(({ id }) => ids.includes(id)).map(({ title }) => title));

const stateOf = (status: Document['status']): EntryState => {
  if (status === 'proposed') return 'proposed';
  return status === 'in-force' || status === 'in-steps' || status === 'in-use' ? 'current' : 'past';
};

const documentEntry = (item: Document, lookup: Lookup): Entry =>
  entry(
    'document',
    { ...item, title: item.shortTitle === '' ? item.title : item.shortTitle },
    [
      field('purpose', item.purpose),
      field('purpose', item.title),
      topicField(lookup, item.topics),
      field('statement', item.note, item.statusNote, ...item.lifecycle.map(({ event }) => event)),
      names('prose', item.publisher, item.id, ...Object.values(item.identifiers)),
    ],
    {
      topics: item.topics,
      roles: item.audience,
      state: stateOf(item.status),
      status: item.status,
      place: placeOf(item.id),
      sort: item.kind,
      date: item.date,
    },
  );

function frameworkEntry(item: Lookup['content']['frameworks'][number], lookup: Lookup): Entry {
  const document = lookup.content.documents.find(({ id }) => id === item.document);
  return entry('framework', item, [field('purpose', document?.purpose), field('statement', item.note, item.edition)], {
    code: item.shortTitle,
    framework: item.id,
    topics: document?.topics ?? [],
    roles: document?.audience ?? [],
    state: stateOf(document?.status ?? 'in-use'),
    status: document?.status,
    place: placeOf(item.document),
    date: document?.date ?? null,
  });
}

/** A requirement takes topics and readers from the safeguards that touch it or what stands below it. */
function requirementEntry({ framework, requirement, ref }: PlacedRequirement, lookup: Lookup): Entry {
  const document = lookup.content.documents.find(({ id }) => id === framework.document);
  const safeguards = safeguardsOn(lookup, branchOf(lookup, ref));
  const above = lookup.tree
    .chainOf(ref as never)
    .slice(1)
    .flatMap((other) => lookup.requirements.get(other)?.requirement.title ?? []);
  return entry(
    'requirement',
    { ...requirement, verification: requirement.verification ?? framework.verification },
    [
      field('statement', above.toReversed().join(' › ')),
      field('purpose', requirement.also),
      topicField(lookup, topicsOf(safeguards)),
      // Citations print "Art.", and people type the whole word.
      names('statement', requirement.cite.replace('Art.', 'Article')),
    ],
    {
      ref,
      code: `${framework.shortTitle} ${requirement.cite}`,
      framework: framework.id,
      topics: topicsOf(safeguards),
      roles: doersOf(safeguards),
      state: stateOf(document?.status ?? 'in-use'),
      status: document?.status,
      place: placeOf(framework.document),
      sort: framework.shortTitle,
      date: document?.date ?? null,
    },
  );
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
const topicsOf = (safeguards: readonly Safeguard[]): readonly string[] => unique(safeguards.map(({ topic }) => topic));
const doersOf = (safeguards: readonly Safeguard[]): readonly string[] =>
  unique(safeguards.flatMap(({ roles }) => [roles.accountable, ...roles.responsible]));

const safeguardEntry = (item: Safeguard, lookup: Lookup): Entry =>
  entry(
    'safeguard',
    item,
    [
      inLanguage(field('purpose', item.what), item.language),
      names('purpose', item.englishTitle ?? ''),
      topicField(lookup, [item.topic]),
      field('statement', item.whyItMatters.patients, item.whyItMatters.also),
      field('statement', ...Object.values(item.doneWhen)),
      field('prose', ...item.how),
      field('prose', ...item.evidence, item.measure),
      field('prose', ...item.pitfalls),
      field('prose', ...Object.values(item.forRoles)),
      field('prose', item.decision.ifNothing, item.decision.effect),
    ],
    {
      code: item.id,
      topics: [item.topic],
      roles: unique([item.roles.accountable, ...item.roles.responsible, ...item.roles.consulted]),
    },
  );

function obligationEntry(item: ObligationRule, lookup: Lookup): Entry {
  const document = lookup.content.documents.find(({ id }) => id === item.document);
  const topics = topicsOf(safeguardsFor(lookup, item));
  return entry(
    'obligation',
    item,
    [
      field('purpose', item.verification.status === 'recall' ? '' : item.sentence),
      topicField(lookup, topics),
      names('prose', document?.shortTitle ?? '', document?.title ?? '', item.cite),
    ],
    {
      topics,
      roles: document?.audience ?? [],
      place: item.country ?? placeOf(item.document),
      sort: document?.shortTitle,
      date: item.validFrom ?? null,
    },
  );
}

function smallEntries(lookup: Lookup): readonly Entry[] {
  const { content } = lookup;
  const documents = new Map(content.documents.map((document) => [document.id as string, document]));
  return [
    ...content.topics.map((item) => entry('topic', item, [field('purpose', item.definition)], { topics: [item.id] })),
    ...content.threats.map((item) => entry('threat', item, [field('purpose', item.description)])),
    ...content['asset-groups'].map((item) =>
      entry('asset-group', item, [field('purpose', item.ifDown), names('statement', item.examples.join(', '))]),
    ),
    ...content.roles.map((item) => entry('role', item, [field('purpose', item.asks)], { roles: [item.id] })),
    ...content.countries.map((item) =>
      entry(
        'country',
        { id: item.code, title: item.name, language: item.language, verification: item.verification },
        [
          field('purpose', item.nis2.statusNote),
          field('statement', item.nis2.title),
          field('prose', ...item.notes.map(({ value }) => value), item.nationalFramework?.value),
        ],
        { code: item.code, place: item.code },
      ),
    ),
    ...sharedEntries(lookup),
    ...content.statistics.map((item) =>
      entry(
        'statistic',
        { ...item, title: item.figure.trim() },
        [field('statement', item.caution), names('prose', item.publisher, item.year)],
        {
          code: item.id,
          topics: documents.get(item.document ?? '')?.topics ?? [],
          place: item.document === undefined ? null : placeOf(item.document),
          sort: item.publisher,
          date: item.year,
        },
      ),
    ),
  ];
}

function sharedEntries({ content }: Lookup): readonly Entry[] {
  return [
    ...content.practices.map((item) =>
      entry(
        'practice',
        item,
        [field('purpose', item.gist), field('statement', item.use, ...item.evidence), names('prose', item.by)],
        {
          place: item.country,
          date: item.sharedOn,
        },
      ),
    ),
    ...content.pipeline.map((item) =>
      entry(
        'pipeline-law',
        item,
        item.verification.status === 'recall'
          ? []
          : [field('purpose', item.effect), field('statement', item.stageNote)],
        {
          state: item.stage === 'adopted' ? 'current' : 'proposed',
          place: item.countries?.[0] ?? null,
          date: item.seenOn,
        },
      ),
    ),
    ...content.terms.map((item) =>
      entry('term', item, [field('purpose', item.meaning), names('purpose', ...item.also)]),
    ),
  ];
}

const chapterEntry = (item: Chapter, lookup: Lookup): Entry =>
  entry(
    'chapter',
    item,
    [
      field('purpose', item.purpose),
      topicField(lookup, item.topics),
      field('statement', ...item.facts),
      field('statement', item.good),
      ...Object.values(item.roles).map(({ why, decide, actions, questions, mistakes }) =>
        field('prose', why, ...decide, ...actions, ...questions, ...mistakes),
      ),
      field('prose', ...item.evidence.map(({ what, proves }) => `${what}. ${proves}`)),
    ],
    { code: String(item.number), topics: item.topics, roles: Object.keys(item.roles) },
  );
