import {
  annexA,
  applicabilities,
  applicabilityRows,
  type Applicability,
  type ApplicabilityRow,
  type TouchingSafeguard,
} from './applicability-rows.ts';
import { contextOf, framed } from './frame.ts';
import type { GuideContext, GuideInput, OrganisationInput } from './guide-input.ts';
import { citeOf, forceWords } from './legal.ts';
import type { RichText, Run } from './prose.ts';
import type { Block, Column, Report, Section } from './report.ts';
import { otherLanguage } from './sources.ts';

type Context = GuideContext & { readonly organisation: OrganisationInput; readonly rows: readonly ApplicabilityRow[] };

/** What a statement is made from. */
export type ApplicabilityInput = GuideInput & { readonly organisation: OrganisationInput };

/**
 * The statement of applicability, drawn up from ratings: for each control of Annex A whether it applies, why, and how far
 * the safeguards that touch it are. It proposes; management decides.
 * @source ISO/IEC 27001:2022, clause 6.1.3 d)
 */
export function buildApplicability(input: ApplicabilityInput): Report {
  const rows = applicabilityRows(input.content, input.organisation);
  const context: Context = { ...contextOf(input), organisation: input.organisation, rows };
  const { say } = context;
  return framed(context, {
    layout: 'register',
    title: say('applicability.title'),
    forWhom: say('applicability.forWhom'),
    lead: leadOf(context),
    sections: [
      overview(context),
      ...listSection(context, 'proposed_not_applicable'),
      ...listSection(context, 'not_decided'),
      ...[...Map.groupBy(rows, ({ theme }) => theme)].map(([theme, controls]) =>
        themeSection(context, theme, controls),
      ),
    ],
  });
}

const countOf = (rows: readonly ApplicabilityRow[], wanted: Applicability): number =>
  rows.filter(({ applicability }) => applicability === wanted).length;

/** Numbers and titles alone are quoted of the standard, and what counts is said to be touches. */
function leadOf({ say, rows, citer, content }: Context): readonly RichText[] {
  const framework = content.frameworks.find(({ id }) => id === annexA);
  const standard: RichText = framework === undefined ? [] : [' ', citer.cite(framework.document)];
  const [applicable, proposed, open] = applicabilities.map((kind) => countOf(rows, kind));
  return [
    [say('applicability.lead', { of: rows.length }), ...standard],
    [say('applicability.counts', { applicable: applicable ?? 0, proposed: proposed ?? 0, open: open ?? 0 })],
    [say('applicability.touches')],
  ];
}

const column = (head: string, width: Column['width']): Column => ({ head, width, align: 'start' });

function overview({ say, rows, citer }: Context): Section {
  const head = (name: string): string => say(`applicability.heads.${name}`);
  return {
    id: 'overview',
    title: say('applicability.overview'),
    blocks: [
      {
        kind: 'table',
        table: {
          caption: say('applicability.overviewCaption'),
          columns: [
            column(head('control'), { mm: 18 }),
            column(head('title'), { fr: 1 }),
            column(head('applicable'), { mm: 34 }),
            column(head('inPlaceCount'), { mm: 40 }),
          ],
          rows: rows.map((row) => [
            [row.requirement.cite],
            [citer.text(row.requirement.title)],
            [say(`applicability.is.${row.applicability}`)],
            [shortWords(say, row)],
          ]),
        },
      },
    ],
  };
}

/** How far what touches a control is; never whether the control is met. */
export const inPlaceWords = (say: GuideInput['say'], { inPlace, of, unknown, touching }: ApplicabilityRow): string =>
  of === 0
    ? say(touching.length === 0 ? 'applicability.untouched' : 'applicability.allNotApplicable')
    : say('applicability.inPlace', { inPlace, of, unknown });

const shortWords = (say: Context['say'], row: ApplicabilityRow): string =>
  row.of === 0
    ? inPlaceWords(say, row)
    : say('register.inPlace', { inPlace: row.inPlace, of: row.of, unknown: row.unknown });

/** Controls that somebody has to decide on, before the long list. */
function listSection({ say, rows, citer }: Context, wanted: Exclude<Applicability, 'applicable'>): readonly Section[] {
  const found = rows.filter(({ applicability }) => applicability === wanted);
  if (found.length === 0) return [];
  const items = found.map(({ requirement, touching }): RichText => [
    { strong: requirement.cite },
    ' ',
    citer.text(requirement.title),
    ...(wanted === 'not_decided' ? [] : [`: ${exclusionWords(touching)}`]),
  ]);
  return [
    {
      id: wanted.replaceAll('_', '-'),
      title: say(`applicability.sections.${wanted}`),
      blocks: [
        { kind: 'paragraph', text: [say(`applicability.intro.${wanted}`)] },
        { kind: 'list', ordered: false, items },
      ],
    },
  ];
}

function themeSection(context: Context, theme: string, controls: readonly ApplicabilityRow[]): Section {
  const blocks = controls.flatMap((row): readonly Block[] => [
    { kind: 'heading', text: `${row.requirement.cite} ${row.requirement.title}` },
    { kind: 'facts', rows: particulars(context, row) },
  ]);
  const id = (controls[0]?.requirement.parent ?? theme).replaceAll('.', '-').toLowerCase();
  return { id, title: theme, titleLanguage: otherLanguage(context), blocks };
}

type Fact = { readonly label: string; readonly text: RichText };

function particulars(context: Context, row: ApplicabilityRow): readonly Fact[] {
  const { say } = context;
  const fact = (name: string, text: RichText): readonly Fact[] =>
    text.length === 0 ? [] : [{ label: say(`applicability.${name}`), text }];
  const evidence = evidenceOf(row.touching);
  return [
    ...fact('heads.applicable', [say(`applicability.is.${row.applicability}`)]),
    ...fact('law', obligationRuns(context, row.law)),
    ...fact('scheme', obligationRuns(context, row.schemes)),
    ...fact('threats', threatRuns(context, row)),
    ...fact('heads.inPlace', [inPlaceWords(say, row)]),
    ...fact('safeguards', safeguardRuns(context, row)),
    ...fact('evidence', evidence.length === 0 ? [] : [evidence.join(say('report.semicolon'))]),
    ...fact('exclusion', row.applicability === 'proposed_not_applicable' ? [exclusionWords(row.touching)] : []),
  ];
}

/** Titles of evidence, each once. */
export const evidenceOf = (touching: readonly TouchingSafeguard[]): readonly string[] => [
  ...new Set(touching.flatMap(({ evidence }) => evidence)),
];

/** The reasons of the ratings, each with the safeguard that it was given for. */
export const exclusionWords = (touching: readonly TouchingSafeguard[]): string =>
  touching.flatMap(({ safeguard, reason }) => (reason === null ? [] : [`${reason} (${safeguard.id})`])).join('; ');

/** More than these tell a reader of one line nothing more. */
export const mostNamed = 3;

function joined(say: Context['say'], items: readonly RichText[], more: number): RichText {
  const all = more > 0 ? [...items, [say('applicability.more', { count: more })]] : items;
  return all.flatMap((runs, index) => [...(index === 0 ? [] : [say('report.semicolon')]), ...runs]);
}

const obligationRuns = (context: Context, duties: Context['organisation']['assessment']['obligations']): RichText =>
  joined(
    context.say,
    duties
      .slice(0, mostNamed)
      .map((duty): readonly Run[] => [
        context.citer.text(duty.title),
        ` (${forceWords(context, duty)}) `,
        citeOf(context, duty),
      ]),
    duties.length - mostNamed,
  );

const threatRuns = ({ say, citer }: Context, { threats }: ApplicabilityRow): RichText =>
  joined(
    say,
    threats.slice(0, mostNamed).map(({ title }) => [citer.text(title)]),
    threats.length - mostNamed,
  );

const safeguardRuns = ({ say }: Context, { touching }: ApplicabilityRow): RichText =>
  touching.length === 0
    ? []
    : joined(
        say,
        touching.map(({ safeguard: { id, title }, rating }) => [
          say('register.touch', { title, id, rating: say(`rating.${rating}`) }),
        ]),
        0,
      );
