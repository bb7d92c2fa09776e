import { timeLine } from '../../src/core/chart/time-line.ts';
import type { RichText } from '../../src/core/report/prose.ts';
import type { Block, Report, Section } from '../../src/core/report/report.ts';
import { finished } from '../../src/outputs/index.ts';
import { common, mastheadFor, noTable, publicSources, runs, safeguards } from './report-parts.ts';
import { chapterTexts, chapterTitles, safeguardTitles } from './sentences.ts';

const readingTable: Block = {
  kind: 'table',
  label: 'What to read',
  table: {
    columns: [
      { head: 'No.', width: { mm: 8 }, align: 'end' },
      { head: 'Document', width: { mm: 44 }, align: 'start' },
      { head: 'Why', width: { fr: 1 }, align: 'start' },
      { head: 'Date', width: { mm: 27 }, align: 'start' },
      { head: 'Status', width: { mm: 22 }, align: 'start' },
    ],
    rows: publicSources
      .slice(0, 5)
      .map(({ id, title, date, status }, index) => [
        [String(index + 1)],
        [{ strong: title.slice(0, 40) }, ' ', { cite: id }],
        ['Says what is asked of a provider of this size, and in which words an auditor will ask for it.'],
        [date],
        [status],
      ]),
  },
};

const evidenceTable: Block = {
  kind: 'table',
  label: 'Evidence to keep',
  table: {
    columns: [
      { head: 'Artefact', width: { fr: 1 }, align: 'start' },
      { head: 'Proves', width: { fr: 1 }, align: 'start' },
      { head: 'Renew', width: { mm: 30 }, align: 'start' },
    ],
    rows: [
      [
        'Minutes of the management body with the decision and its date',
        'That the measures were approved and followed up',
        'each year',
      ],
      [
        'Report of the last restore test, signed by the ward',
        'That a copy outside the network can be read and used',
        'every 6 months',
      ],
      ['List of exceptions with owner and end date', 'Where S-021 stands', 'each year'],
    ].map((row) => row.map((cell) => [cell])),
  },
};

const events = [
  { date: '2024-10-17', shown: '17 October 2024', text: 'NIS 2: measures, governance, reporting', isPast: true },
  {
    date: '2026-09-11',
    shown: '11 September 2026',
    text: 'Cyber Resilience Act: manufacturers report exploited weaknesses',
    isPast: true,
  },
  {
    date: '2027-03-26',
    shown: '26 March 2027',
    text: 'Health Data Space: general application; duties of data holders',
    isPast: false,
  },
  { date: '2027-12-11', shown: '11 December 2027', text: 'Cyber Resilience Act: full application', isPast: false },
  {
    date: '2029-03-26',
    shown: '26 March 2029',
    text: 'Health Data Space: summaries, prescriptions, record systems',
    isPast: false,
  },
];

const legalChart: Block = {
  kind: 'chart',
  caption: 'Obligations by date',
  alt: events.map(({ shown, text }) => `${shown}: ${text}.`).join(' '),
  chart: timeLine(events, '2026-11-23'),
  table: noTable,
};

const legalTable: Block = {
  kind: 'table',
  label: 'What binds',
  table: {
    columns: [
      { head: 'Force', width: { mm: 30 }, align: 'start' },
      { head: 'Duty', width: { mm: 46 }, align: 'start' },
      { head: 'Why', width: { fr: 1 }, align: 'start' },
    ],
    rows: Array.from({ length: 24 }, (_, index): readonly RichText[] => [
      [index < 16 ? 'Binding now' : 'Binding from 26 March 2027'],
      [{ strong: safeguardTitles[index % safeguardTitles.length] ?? '' }],
      runs(
        'Because you provide healthcare in a Member State, have more than 250 staff and are named in Annex I, sector health [eu-nis2, Art. 21(1)].',
      ),
    ]),
  },
};

function chapter(title: string, index: number): Section {
  const pick = (list: readonly string[], count: number): readonly RichText[] =>
    Array.from({ length: count }, (_, item) => runs(list[(index * 3 + item) % list.length] ?? ''));
  const list = (label: string, items: readonly RichText[], ordered = false): Block => ({
    kind: 'list',
    label,
    ordered,
    items,
  });
  return {
    id: String(index + 1),
    number: index + 1,
    title,
    blocks: [
      {
        kind: 'labelled',
        label: 'State',
        text: runs(
          'Information security officer: in this chapter of the minimum set, 2 fully, 1 largely, 2 partially, 1 not implemented and 1 unknown [own:ratings].',
        ),
      },
      {
        kind: 'labelled',
        label: 'Why it concerns you',
        text: runs(chapterTexts.why[index % chapterTexts.why.length] ?? ''),
      },
      list('What holds', pick(chapterTexts.facts, 5)),
      list('To decide', pick(chapterTexts.decide, 2)),
      list('To do', pick(chapterTexts.actions, 6), true),
      safeguards(index * 3, 4 + (index % 6)),
      ...(index === 3 ? [legalTable, legalChart] : []),
      ...(index === 8
        ? [
            {
              kind: 'callout',
              title: 'Wording for a contract',
              items: [
                [
                  'The supplier tells the hospital of an incident that affects, or can affect, the service within twelve hours of becoming aware of it, at the contact point named in annex 1.',
                ],
              ],
            } as const,
          ]
        : []),
      { kind: 'labelled', label: 'What good looks like', text: runs(chapterTexts.good) },
      list('To ask', pick(chapterTexts.questions, 3)),
      list('What goes wrong', pick(chapterTexts.mistakes, 2)),
      readingTable,
      evidenceTable,
      ...(index === 12
        ? [
            {
              kind: 'labelled',
              label: 'In Greece',
              text: ['The reporting clocks run from awareness of a significant incident.'],
            } as const,
          ]
        : []),
    ],
  };
}

/** The security officer's guide: first things, then seventeen chapters with their tables. */
export const chapters: Report = finished({
  ...common,
  layout: 'chapters',
  role: 'ciso',
  title: 'Cybersecurity guide: Information security officer',
  forWhom: 'Information security officer',
  masthead: mastheadFor('Information security officer'),
  lead: [
    runs(
      'You carry 41 safeguards; 26 still have a gap. Of the 62 in the minimum set, 36 are in place and 5 are not rated [own:ratings].',
    ),
    runs('By the published rules the hospital is an essential entity [eu-nis2, Art. 3(1)].'),
  ],
  sections: [
    {
      id: 'first',
      title: 'First things',
      blocks: [
        { kind: 'paragraph', text: ['In the order of the ranking, as you would drive them:'] },
        {
          kind: 'list',
          ordered: true,
          items: chapterTexts.actions
            .slice(0, 8)
            .map((text, index) => [
              { strong: `S-0${index + 11} ` },
              ...runs(text),
              ' ',
              { em: `rank between ${index + 1} and ${index + 5}` },
            ]),
        },
        {
          kind: 'facts',
          rows: [
            {
              label: 'Rank',
              text: ['7 (4–12) means rank 7 of 62, between 4 and 12 when weights, efforts and unknown ratings vary.'],
            },
          ],
        },
      ],
    },
    ...chapterTitles.map(chapter),
  ],
});
