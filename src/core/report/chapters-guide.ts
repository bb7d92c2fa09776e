import type { Chapter } from '../content/chapter.ts';
import type { Safeguard } from '../content/safeguard.ts';
import type { Ranked } from '../ranking/rank.ts';
import type { GuideBody } from './frame.ts';
import { nationalSource, otherLanguage } from './sources.ts';
import { pipelineBlock, practicesBlock } from './shared-blocks.ts';
import { safeguardsOf, setInPlace, setOf } from './frame.ts';
import type { GuideContext } from './guide-input.ts';
import { citeOf, nationalLaw, obligationTable, obligationTimeLine, openQuestions } from './legal.ts';
import type { RichText } from './prose.ts';
import type { Block, Section } from './report.ts';
import { wordsSection } from './words-section.ts';
import {
  countsInWords,
  countStates,
  inRankOrder,
  intervalWords,
  rankedOf,
  safeguardTable,
  stateOf,
} from './safeguard-rows.ts';

/** How many actions a chapter shows: the safeguards that are open, then what the chapter itself asks. */
const fewestActions = 3;
const mostActions = 7;
const mostSafeguardActions = 4;
const firstThings = 8;
const fewestOwn = 3;

/** The guide in seventeen chapters, for every role but the board and the small practice. */
export function chaptersGuide(context: GuideContext): GuideBody {
  const { say, content, role } = context;
  const sections = [...firstSections(context), ...content.chapters.map((chapter) => chapterSection(context, chapter))];
  const words = wordsSection(context, sections);
  return {
    layout: 'chapters',
    title: say('guide.title.chapters', { role: say(`role.${role}`) }),
    lead: leadOf(context),
    sections: words === null ? sections : [...sections, words],
  };
}

function leadOf(context: GuideContext): readonly RichText[] {
  const { organisation, say, role } = context;
  if (organisation === null) return [[say(`guide.lead.common.${role}`)]];
  const { inPlace, unknown, of } = setInPlace(context, organisation);
  const mine = safeguardsOf(context).filter((safeguard) => isMine(context, safeguard));
  const open = mine.filter((safeguard) => rankedOf(organisation, safeguard) !== undefined).length;
  return [
    [say(`guide.lead.for.${role}`, { open, mine: mine.length, inPlace, of, unknown }), ' ', { cite: 'own:ratings' }],
    [
      context.citer.text(organisation.assessment.classReason),
      ' ',
      citeOf(context, { cite: organisation.assessment.classCite }),
    ],
  ];
}

/** A safeguard in which the role answers, acts or is asked. */
export const isMine = ({ role }: GuideContext, { roles }: Safeguard): boolean =>
  roles.accountable === role || roles.responsible.includes(role) || roles.consulted.includes(role);

function firstSections(context: GuideContext): readonly Section[] {
  const { organisation, say } = context;
  if (organisation === null) return [];
  const items = firstOf(context, organisation.ranking.items);
  if (items.length === 0)
    return [
      {
        id: 'first',
        title: say('guide.first.title'),
        blocks: [{ kind: 'paragraph', text: [say('guide.first.none')] }],
      },
    ];
  return [
    {
      id: 'first',
      title: say('guide.first.title'),
      blocks: [
        { kind: 'paragraph', text: [say(`guide.first.intro.${context.role}`)] },
        { kind: 'list', ordered: true, items: items.map((item) => firstThing(context, item)) },
        {
          kind: 'facts',
          rows: [
            {
              label: say('guide.keyToRank'),
              text: [say('guide.keyToRankText', { of: organisation.ranking.items.length })],
            },
          ],
        },
      ],
    },
  ];
}

/** What of the ranking is the role's own; a role that is named in little of it reads the whole. */
function firstOf(context: GuideContext, items: readonly Ranked[]): readonly Ranked[] {
  const own = items.filter(({ safeguard }) => isMine(context, safeguard));
  return (own.length < fewestOwn ? items : own).slice(0, firstThings);
}

const firstThing = ({ role, say, citer }: GuideContext, { safeguard, interval }: Ranked): RichText => [
  { strong: safeguard.id },
  ' ',
  ...citer.prose(safeguard.forRoles[role]),
  ' ',
  { em: intervalWords(say, interval) },
];

function chapterSection(context: GuideContext, chapter: Chapter): Section {
  const { say, citer, role } = context;
  const mine = chapter.roles[role];
  const safeguards = inRankOrder(
    context,
    safeguardsOf(context).filter(({ chapters }) => chapters.includes(chapter.id)),
  );
  const list = (name: string, texts: readonly string[], ordered = false): Block => ({
    kind: 'list',
    label: say(`guide.labels.${name}`),
    ordered,
    items: texts.map(citer.prose),
  });
  const blocks: readonly (Block | null)[] = [
    stateStrip(
      context,
      safeguards.filter(({ chapters }) => chapters[0] === chapter.id),
    ),
    { kind: 'labelled', label: say('guide.labels.why'), text: citer.prose(mine.why) },
    list('facts', chapter.facts),
    list('decide', mine.decide),
    { kind: 'list', label: say('guide.labels.actions'), ordered: true, items: actionsOf(context, chapter, safeguards) },
    ...safeguardBlocks(context, chapter, safeguards),
    ...(chapter.id === 'legal' ? legalBlocks(context) : []),
    role === 'ciso' ? { kind: 'labelled', label: say('guide.labels.good'), text: citer.prose(chapter.good) } : null,
    list('questions', mine.questions),
    list('mistakes', mine.mistakes),
    practicesBlock(context, chapter, (safeguard) => concerns(context, safeguard)),
    readingTable(context, chapter),
    evidenceTable(context, chapter, safeguards),
    nationalBlock(context, chapter),
    pipelineBlock(context, chapter),
  ];
  return {
    id: String(chapter.number),
    number: chapter.number,
    title: chapter.title,
    titleLanguage: otherLanguage(context),
    blocks: blocks.filter((block) => block !== null),
  };
}

/**
 * Rows only for what is at home in this chapter and is this reader's. The rest stays in sight by its title, so that no guide shows one safeguard
 * five times, and no ward lead reads forty rows on certificates. Who answers for the whole, or looks from outside, sees every row.
 */
function safeguardBlocks(
  context: GuideContext,
  chapter: Chapter,
  safeguards: readonly Safeguard[],
): readonly (Block | null)[] {
  const [home, away] = parted(safeguards, ({ chapters }) => chapters[0] === chapter.id);
  const [rows, others] = parted(home, (safeguard) => concerns(context, safeguard));
  return [
    rows.length > 0 ? safeguardTable(context, rows) : null,
    titlesBlock(context, 'byOthers', others),
    titlesBlock(context, 'elsewhere', away),
  ];
}

/** Whether a reader sees the whole of a safeguard: who answers for the whole or looks from outside does, and who takes part in it. */
function concerns(context: GuideContext, safeguard: Safeguard): boolean {
  const { role } = context;
  const readsAll = role === 'ciso' || role === 'authority' || role === 'ncpeh';
  return readsAll || isMine(context, safeguard) || safeguard.roles.informed.includes(role);
}

const parted = <T>(all: readonly T[], isFirst: (one: T) => boolean): readonly [readonly T[], readonly T[]] => [
  all.filter(isFirst),
  all.filter((one) => !isFirst(one)),
];

function titlesBlock(
  context: GuideContext,
  name: 'byOthers' | 'elsewhere',
  safeguards: readonly Safeguard[],
): Block | null {
  const { say, content } = context;
  if (safeguards.length === 0) return null;
  const text = safeguards.flatMap((safeguard, index): RichText => {
    const language = otherLanguage(context, safeguard.language);
    const home = content.chapters.find(({ id }) => id === safeguard.chapters[0]);
    const place =
      name === 'byOthers' || home === undefined ? '' : ` (${say('guide.inChapter', { number: home.number })})`;
    return [
      { strong: safeguard.id },
      ' ',
      language === undefined ? safeguard.title : { foreign: safeguard.title, language },
      `${place}${index < safeguards.length - 1 ? '; ' : '.'}`,
    ];
  });
  return { kind: 'labelled', label: say(`guide.labels.${name}`), text };
}

/** One sentence on where this chapter's safeguards stand, said to this role. */
function stateStrip(context: GuideContext, safeguards: readonly Safeguard[]): Block | null {
  const { organisation, say, role } = context;
  if (organisation === null || safeguards.length === 0) return null;
  const inSet = safeguards.filter((safeguard) => setOf(context).includes(safeguard));
  const counts = countStates(organisation, inSet);
  if (Object.values(counts).every((count) => count === 0)) return null;
  return {
    kind: 'labelled',
    label: say('guide.labels.state'),
    text: [
      say('guide.strip', { role: say(`role.${role}`), counts: countsInWords(context, counts) }),
      ' ',
      { cite: 'own:ratings' },
    ],
  };
}

/** Three to seven: first what is open in this chapter and asks something of this role, in rank order, then the chapter's own. */
function actionsOf(context: GuideContext, chapter: Chapter, safeguards: readonly Safeguard[]): readonly RichText[] {
  const { role, citer, organisation } = context;
  const open = safeguards.filter(
    (safeguard) =>
      safeguard.chapters[0] === chapter.id &&
      concerns(context, safeguard) &&
      (organisation === null || rankedOf(organisation, safeguard) !== undefined),
  );
  const first = open.slice(0, mostSafeguardActions).map((safeguard) => actionOf(context, safeguard));
  const own = chapter.roles[role].actions.map(citer.prose);
  const room = Math.max(fewestActions - first.length, mostActions - first.length);
  return [...first, ...own.slice(0, room)];
}

function actionOf({ role, organisation, say, formats, citer }: GuideContext, safeguard: Safeguard): RichText {
  const item = organisation === null ? undefined : rankedOf(organisation, safeguard);
  const quarter = organisation?.plan?.endsIn.get(safeguard.id);
  const where =
    item === undefined
      ? ''
      : quarter === undefined
        ? say('guide.rankOnly', { rank: item.placed.rank })
        : say('guide.rankAndQuarter', { rank: item.placed.rank, quarter: formats.quarter(quarter) });
  return [
    ...citer.prose(safeguard.forRoles[role]),
    ' ',
    { em: where === '' ? safeguard.id : `${safeguard.id}, ${where}` },
  ];
}

function legalBlocks(context: GuideContext): readonly (Block | null)[] {
  const { organisation, say, role } = context;
  if (organisation === null) return [];
  const questions = openQuestions(context, organisation);
  const isOutside = role === 'authority' || role === 'ncpeh';
  return [
    {
      kind: 'table',
      label: say(isOutside ? 'guide.labels.bindingProvider' : 'guide.labels.binding'),
      table: obligationTable(context, organisation, ['binding_now', 'binding_from', 'sector_scheme']),
    },
    obligationTimeLine(context, organisation),
    {
      kind: 'table',
      label: say('guide.labels.softer'),
      table: obligationTable(context, organisation, ['recommended', 'benchmark', 'needs_answer']),
    },
    questions.length === 0
      ? null
      : { kind: 'list', label: say('guide.labels.openQuestions'), ordered: false, items: questions },
  ];
}

function readingTable(context: GuideContext, chapter: Chapter): Block | null {
  const { say, citer, role, content, formats } = context;
  const documents = new Map(content.documents.map((document) => [document.id, document]));
  const rows = chapter.read
    .filter(({ roles }) => roles.includes(role))
    .flatMap(({ document: id, why }, index): readonly (readonly RichText[])[] => {
      const document = documents.get(id);
      if (document === undefined) return [];
      const date = document.date === null ? say('report.dateNotConfirmed') : formats.date(document.date);
      return [
        [
          [String(index + 1)],
          [{ strong: document.shortTitle }, ' ', citer.cite(id)],
          citer.prose(why),
          [date],
          [say(`documentStatus.${document.status}`)],
        ],
      ];
    });
  if (rows.length === 0) return null;
  const head = (name: string) => say(`guide.heads.${name}`);
  const columns = [
    { head: head('number'), width: { mm: 8 }, align: 'end' as const },
    { head: head('document'), width: { mm: 44 }, align: 'start' as const },
    { head: head('why'), width: { fr: 1 }, align: 'start' as const },
    { head: head('date'), width: { mm: 27 }, align: 'start' as const },
    { head: head('status'), width: { mm: 22 }, align: 'start' as const },
  ];
  return { kind: 'table', label: say('guide.labels.read'), table: { columns, rows } };
}

/** What this role keeps: from the chapter, and from the safeguards it answers for. */
function evidenceTable(context: GuideContext, chapter: Chapter, safeguards: readonly Safeguard[]): Block | null {
  const { say, role, organisation, citer } = context;
  const own = chapter.evidence
    .filter(({ keptBy }) => keptBy === role)
    .map(({ what, proves, renewMonths }) => [
      [citer.text(what)],
      [citer.text(proves)],
      [say('guide.everyMonths', { months: renewMonths })],
    ]);
  const fromSafeguards = safeguards
    .filter(
      (safeguard) =>
        safeguard.chapters[0] === chapter.id &&
        (safeguard.roles.accountable === role || safeguard.roles.responsible.includes(role)),
    )
    .filter((safeguard) => organisation === null || stateOf(organisation, safeguard) !== 'not_applicable')
    .map((safeguard) => [
      [citer.text(safeguard.evidence[0] ?? safeguard.id)],
      provedSafeguard(context, safeguard),
      [say('guide.everyMonths', { months: 12 })],
    ]);
  const rows = [...own, ...fromSafeguards];
  if (rows.length === 0) return null;
  const columns = [
    { head: say('guide.heads.artefact'), width: { fr: 1 }, align: 'start' as const },
    { head: say('guide.heads.proves'), width: { fr: 1 }, align: 'start' as const },
    { head: say('guide.heads.renew'), width: { mm: 30 }, align: 'start' as const },
  ];
  return { kind: 'table', label: say('guide.labels.evidence'), table: { columns, rows } };
}

function provedSafeguard(context: GuideContext, { id, title, language }: Safeguard): RichText {
  const foreign = otherLanguage(context, language);
  return [{ strong: id }, ' ', foreign === undefined ? title : { foreign: title, language: foreign }];
}

/** What differs in the organisation's country, in the chapters where national law decides. */
function nationalBlock(context: GuideContext, chapter: Chapter): Block | null {
  const { organisation, content, say } = context;
  const country = content.countries.find(({ code }) => code === organisation?.profile.facts.country);
  if (country === undefined) return null;
  const label = say('guide.labels.national', { country: country.name });
  const source = { cite: nationalSource(country.code) };
  const law = nationalLaw(context, country);
  if (chapter.id === 'legal' && law !== null) {
    const confirmed = country.notes.filter(({ verification }) => verification.status !== 'recall');
    const notes = confirmed.map(({ value }): RichText => [context.citer.text(value), ' ', source]);
    return { kind: 'list', label, ordered: false, items: [law, ...notes] };
  }
  if (chapter.id !== 'incidents' || country.incident.verification.status === 'recall') return null;
  const { anchor, note } = country.incident;
  const remark = note === undefined ? [] : [' ', context.citer.text(note)];
  return { kind: 'labelled', label, text: [say(`guide.anchor.${anchor}`), ...remark, ' ', source] };
}
