import type { Document } from '../content/document.ts';
import type { Framework } from '../content/framework.ts';
import { refOf } from './item.ts';
import { branchOf, isDuty, linksTo, rootsOf, type Lookup } from './lookup.ts';
import { countriesOf, nationalSections, questionRows, tieFacts } from './document-parts.ts';
import type { PageInput } from './own.ts';
import type { Fact, LifeEvent, PageParts, Row } from './page.ts';
import {
  dutySections,
  mappedRows,
  pipelineSection,
  requirementRow,
  roleLinks,
  rows,
  stateSection,
  topicLinks,
  treeRows,
} from './rows.ts';

/** The directive whose duties national acts turn into law. */
const transposed = 'eu-nis2';

/** A document: what it is good for, its life, what in it concerns a hospital and who recommends it. */
export function documentPage(input: PageInput, item: Document): PageParts {
  const { lookup } = input;
  const { content } = lookup;
  const frameworks = content.frameworks.filter(({ document }) => document === item.id);
  const roots = frameworks.flatMap((framework) => rootsOf(lookup, framework));
  const within = roots.flatMap((ref) => branchOf(lookup, ref));
  const rules = content.obligations.filter((rule) => isDuty(rule) && rule.document === item.id);
  const national = nationalSections(input, item);
  return {
    title: item.shortTitle === '' ? item.title : item.shortTitle,
    sort: item.kind,
    lead: item.purpose,
    url: item.url,
    notes: [item.statusNote, item.note],
    facts: [
      ...documentFacts(lookup, item),
      ...tieFacts(lookup, item),
      ...linked('usedIn', countriesOf(lookup, item, rules)),
      ...(frameworks.length === 0 && national.every((section) => section === null)
        ? [{ id: 'asFramework', word: 'library.notBrokenDown' }]
        : linked(
            'asFramework',
            linksTo(
              lookup,
              frameworks.map(({ id }) => refOf('framework', id)),
            ),
          )),
    ],
    life: lifeOf(item, input.on),
    sections: [
      rows(
        'clauses',
        roots.flatMap((ref) => requirementRow(lookup, ref)),
      ),
      rows('questions', questionRows(lookup, within)),
      stateSection(input, roots),
      ...dutySections(input, rules),
      ...national,
      rows('mapped', mappedRows(input, within)),
      rows('recommended', readingRows(lookup, item)),
      rows('statistics', statisticRows(lookup, item)),
      rows('nationalActs', item.id === transposed ? actRows(lookup) : []),
      pipelineSection(lookup, ({ documents }) => documents.includes(item.id)),
    ],
    verification: item.verification,
  };
}

function documentFacts(lookup: Lookup, item: Document): readonly Fact[] {
  const replaced = lookup.content.documents.filter(({ supersededBy }) => supersededBy === item.id);
  return [
    { id: 'fullName', text: item.title },
    { id: 'publisher', text: item.publisher },
    ...(item.date === null ? [{ id: 'date', word: 'library.dateNotConfirmed' }] : [{ id: 'date', date: item.date }]),
    { id: 'status', word: `documentStatus.${item.status}` },
    ...linked('supersededBy', linksTo(lookup, item.supersededBy === undefined ? [] : [item.supersededBy])),
    ...linked(
      'replaces',
      linksTo(
        lookup,
        replaced.map(({ id }) => id),
      ),
    ),
    ...linked('audience', roleLinks(lookup, item.audience)),
    ...linked('topics', topicLinks(lookup, item.topics)),
    ...Object.entries(item.identifiers).map(([id, text]) => ({ id: `identifier.${id}`, text })),
  ];
}

const linked = (id: string, links: Fact['links'] & {}): readonly Fact[] => (links.length === 0 ? [] : [{ id, links }]);

/** Publication, where its day is known, and every event since; what lies ahead is drawn apart. */
function lifeOf(item: Document, on: string): readonly LifeEvent[] {
  const published =
    item.date === null || item.lifecycle.some(({ date }) => date === item.date)
      ? []
      : [{ date: item.date, event: 'published' }];
  return [...published, ...item.lifecycle]
    .toSorted((left, right) => (left.date < right.date ? -1 : 1))
    .map(({ date, event }) => ({ date, event, isAhead: date > on }));
}

/** Chapters that tell someone to read it say why; others only belong to its subject. */
function readingRows({ content }: Lookup, item: Document): readonly Row[] {
  return content.chapters.flatMap((chapter): readonly Row[] => {
    const reading = chapter.read.find(({ document }) => document === item.id);
    if (reading === undefined && !item.chapters.includes(chapter.id)) return [];
    return [
      {
        ref: refOf('chapter', chapter.id),
        kind: 'chapter',
        code: String(chapter.number),
        title: chapter.title,
        note: reading?.why,
      },
    ];
  });
}

const statisticRows = ({ content }: Lookup, item: Document): readonly Row[] =>
  content.statistics
    .filter(({ document }) => document === item.id)
    .map(({ id, figure, verification }) => ({
      ref: id,
      kind: 'statistic',
      code: id,
      title: figure.trim(),
      check: verification.status,
    }));

const actRows = ({ content }: Lookup): readonly Row[] =>
  content.countries
    .filter(({ nis2 }) => nis2.status !== 'not_applicable')
    .map(({ code, name, nis2 }) => ({
      ref: refOf('country', code),
      kind: 'country',
      title: name,
      // An act that is only recalled is not named as one.
      note: nis2.verification.status === 'recall' ? undefined : nis2.title,
      status: `actStatus.${nis2.status}`,
      check: nis2.verification.status,
    }));

/** A framework: its tree with the safeguards that touch each part. */
export function frameworkPage(input: PageInput, item: Framework): PageParts {
  const { lookup } = input;
  const roots = rootsOf(lookup, item);
  const document = lookup.content.documents.find(({ id }) => id === item.document);
  return {
    title: item.title,
    code: item.shortTitle,
    lead: document?.purpose,
    url: document?.url,
    notes: [item.note],
    crumbs: linksTo(lookup, [item.document]),
    facts: [
      { id: 'document', links: linksTo(lookup, [item.document]) },
      { id: 'edition', text: item.edition },
      { id: 'titles', word: `library.titles.${item.titles}` },
      document === undefined ? null : { id: 'status', word: `documentStatus.${document.status}` },
    ],
    sections: [
      rows('tree', treeRows(lookup, roots)),
      stateSection(input, roots),
      rows(
        'mapped',
        mappedRows(
          input,
          roots.flatMap((ref) => branchOf(lookup, ref)),
        ),
      ),
    ],
    verification: item.verification,
  };
}
