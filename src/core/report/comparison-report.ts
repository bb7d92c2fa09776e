import { stateBars, states, totalOf } from '../chart/state-bars.ts';
import type { RatingCounts } from '../assessment/overview.ts';
import { changeKinds, compare, type Change, type ChangeKind, type Comparison, type Side } from '../snapshot/compare.ts';
import { comparisonLead, sideWord, siteWords } from '../snapshot/comparison-words.ts';
import { contextOf, framed } from './frame.ts';
import type { GuideContext, GuideInput, OrganisationInput } from './guide-input.ts';
import type { RichText } from './prose.ts';
import type { Block, Column, Report, Section, Table } from './report.ts';
import { countsInWords } from './safeguard-rows.ts';

/** One of the two days: a snapshot, or now, which has no name. */
export type ComparedSide = Side & {
  readonly name: string | null;
  readonly day: string;
  readonly profileDigest: string;
};

/** What the comparison is made from. */
export type ComparisonInput = GuideInput & {
  readonly organisation: OrganisationInput;
  readonly from: ComparedSide;
  readonly to: ComparedSide;
};

type Context = GuideContext & { readonly from: ComparedSide; readonly to: ComparedSide; readonly found: Comparison };

/** What changed from one day to another, on one or two pages for the board. */
export function buildComparison(input: ComparisonInput): Report {
  const { from, to, say } = input;
  const context: Context = { ...contextOf(input), from, to, found: compare(from, to) };
  const { formats, found } = context;
  const days = { from: formats.date(from.day), to: to.name === null ? null : formats.date(to.day) };
  return framed(context, {
    layout: 'comparison',
    title: say('compared.title'),
    forWhom: say('compared.forWhom'),
    lead: comparisonLead(found, days, say).map((sentence) => [sentence]),
    masthead: [
      { label: say('compared.masthead.from'), text: sideName(context, from) },
      { label: say('compared.masthead.to'), text: sideName(context, to) },
    ],
    sections: [byDomain(context), whatChanged(context), ...bySite(context), ...firstTen(context)],
    about: aboutRows(context),
  });
}

const sideName = ({ say, formats }: Context, { name, day }: ComparedSide): string =>
  name === null
    ? say('compared.now', { date: formats.date(day) })
    : say('compared.named', { name, date: formats.date(day) });

const column = (head: string, width: Column['width'], align: Column['align'] = 'start'): Column => ({
  head,
  width,
  align,
});

function byDomain(context: Context): Section {
  const { say, found } = context;
  const bars = found.heads.flatMap(({ title, before, after }) => {
    const head = title ?? say('compared.minimumSet');
    return [
      ...(before === null ? [] : [{ head, side: 'before' as const, counts: before }]),
      ...(after === null ? [] : [{ head, side: 'after' as const, counts: after }]),
    ];
  });
  const nameOf = ({ head, side }: (typeof bars)[number]): string => say(`compared.side.${side}`, { head });
  const rows = bars.map((bar) => ({ name: nameOf(bar), counts: bar.counts }));
  const words = Object.fromEntries(states.map((state) => [state, say(`rating.${state}`)])) as Record<
    (typeof states)[number],
    string
  >;
  return {
    id: 'domains',
    title: say('compared.byDomain'),
    blocks: [
      {
        kind: 'chart',
        caption: say('compared.byDomainCaption'),
        alt: rows.map((row) => barInWords(context, row)).join(' '),
        chart: stateBars(rows, words),
        table: countTable(context, rows),
      },
      { kind: 'paragraph', text: [say('compared.leftOut')] },
    ],
  };
}

type Bar = { readonly name: string; readonly counts: RatingCounts };

const barInWords = (context: Context, { name, counts }: Bar): string =>
  context.say('compared.barOf', { name, total: totalOf(counts), counts: countsInWords(context, counts) });

const countTable = ({ say }: Context, rows: readonly Bar[]): Table => ({
  columns: [
    column(say('compared.heads.domain'), { fr: 1 }),
    ...states.map((state) => column(say(`rating.${state}`), { mm: 20 }, 'end')),
    column(say('compared.heads.total'), { mm: 12 }, 'end'),
  ],
  rows: rows.map(({ name, counts }) => [
    [name],
    ...states.map((state): RichText => [String(counts[state])]),
    [String(totalOf(counts))],
  ]),
});

/** Bad news is told whole; of the rest as much as two pages bear. */
const mostListed: Readonly<Record<ChangeKind, number>> = {
  improved: 12,
  fell_back: Infinity,
  newly_known: 6,
  newly_unknown: Infinity,
  not_applicable: 6,
  applies_again: 6,
  came: 6,
  went: 6,
};

function whatChanged(context: Context): Section {
  const { say, found } = context;
  const tables = changeKinds.flatMap((kind): readonly Block[] =>
    found.changes[kind].length === 0 ? [] : [{ kind: 'table', table: changeTable(context, kind) }],
  );
  const none: Block = { kind: 'paragraph', text: [say('compared.unchanged')] };
  return { id: 'changes', title: say('compared.whatChanged'), blocks: tables.length === 0 ? [none] : tables };
}

function changeTable(context: Context, kind: ChangeKind): Table {
  const { say, found } = context;
  const changes = found.changes[kind];
  const shown = changes.slice(0, mostListed[kind]);
  const rest = changes.length - shown.length;
  return {
    caption: `${say(`compared.kinds.${kind}`)} (${changes.length})`,
    columns: sideColumns(context, say('compared.heads.safeguard')),
    rows: [
      ...shown.map((change) => changeRow(context, change)),
      ...(rest === 0 ? [] : [[[say('compared.more', { count: rest })], [], []]]),
    ],
  };
}

const sideColumns = ({ say }: Context, first: string, mm = 40): readonly Column[] => [
  column(first, { fr: 1 }),
  column(say('compared.heads.before'), { mm }),
  column(say('compared.heads.after'), { mm }),
];

function changeRow({ say }: Context, { id, title, before, after, reason }: Change): readonly RichText[] {
  const word = (rating: Change['before']): string =>
    rating === 'not_applicable' && reason !== null
      ? say('compared.because', { word: sideWord(rating, say), reason })
      : sideWord(rating, say);
  return [[`${title} (${id})`], [word(before)], [word(after)]];
}

function bySite(context: Context): readonly Section[] {
  const { say, found } = context;
  if (found.sites.length === 0) return [];
  const table: Table = {
    caption: say('compared.bySiteCaption'),
    columns: sideColumns(context, say('compared.heads.site'), 56),
    rows: found.sites.map(({ name, before, after }) => [[name], [siteWords(before, say)], [siteWords(after, say)]]),
  };
  return [{ id: 'sites', title: say('compared.bySite'), blocks: [{ kind: 'table', table }] }];
}

function firstTen(context: Context): readonly Section[] {
  const { say, formats, found, from } = context;
  if (found.firstTen.length === 0) return [];
  const table: Table = {
    caption: say('compared.firstTenCaption', { date: formats.date(from.day) }),
    columns: sideColumns(context, say('compared.heads.safeguard')),
    rows: found.firstTen.map((change) => changeRow(context, { ...change, reason: null })),
  };
  return [{ id: 'first', title: say('compared.firstTen'), blocks: [{ kind: 'table', table }] }];
}

function aboutRows(context: Context): Report['about'] {
  const { say, from, to } = context;
  const made = (side: ComparedSide): string =>
    say('compared.madeFromText', {
      name: sideName(context, side),
      content: side.contentDigest.slice(0, 12),
      profile: side.profileDigest.slice(0, 12),
    });
  return [
    { label: say('compared.madeFrom'), text: [made(from), ' ', made(to)] },
    { label: say('compared.howCompared'), text: [say('compared.howComparedText')] },
    { label: 'TLP:AMBER', text: [say('report.amber')] },
  ];
}
