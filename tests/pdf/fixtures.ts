/** Reports of full length for the tests of PDF: an invented hospital, real kinds of sentence, and one that means harm. */
import { stateBars, type StateRow } from '../../src/core/chart/state-bars.ts';
import { timeLine } from '../../src/core/chart/time-line.ts';
import type { RichText } from '../../src/core/report/prose.ts';
import type {
  Block,
  Report,
  ReportWord,
  RowState,
  SafeguardRow,
  Section,
  Source,
  Table,
} from '../../src/core/report/report.ts';
import { finished } from '../../src/outputs/index.ts';
import { chapterTexts, chapterTitles, decisionTexts, safeguardTitles } from './texts.ts';

const words: Readonly<Record<ReportWord, string>> = {
  product: 'Theriac',
  contents: 'Contents',
  sources: 'Sources',
  about: 'About this document',
  page: 'Page',
  of: 'of',
  number: 'No.',
  source: 'Source',
  publisher: 'Published by',
  date: 'Date',
  status: 'Status',
  checked: 'Checked',
  asTable: 'Show as a table',
  backTo: 'Back to the text',
  citedAs: 'Source',
  printed: 'Printed',
  skip: 'Skip to the content',
  figure: 'Figure',
  table: 'Table',
  keyToMarks: 'Key to marks',
};

const stateWords = {
  fully: 'Fully',
  largely: 'Largely',
  partially: 'Partially',
  not_implemented: 'Not implemented',
  unknown: 'Unknown',
} as const;
const rowStateWords: Readonly<Record<RowState, string>> = { ...stateWords, not_applicable: 'Not applicable' };

const documentTitles = [
  [
    'eu-nis2',
    'Directive (EU) 2022/2555 on measures for a high common level of cybersecurity across the Union (NIS 2)',
    'European Parliament and Council',
    '14 December 2022',
    'in force',
  ],
  [
    'eu-gdpr',
    'Regulation (EU) 2016/679 (General Data Protection Regulation)',
    'European Parliament and Council',
    '27 April 2016',
    'in force',
  ],
  [
    'eu-mdr',
    'Regulation (EU) 2017/745 on medical devices',
    'European Parliament and Council',
    '5 April 2017',
    'in force',
  ],
  [
    'enisa-tl-health-2023',
    'ENISA threat landscape: health sector, January 2021 to March 2023',
    'ENISA',
    '5 July 2023',
    'in use',
  ],
  [
    'enisa-procurement-2020',
    'Procurement guidelines for cybersecurity in hospitals',
    'ENISA',
    '24 February 2020',
    'in use',
  ],
  [
    'iso-27001-2022',
    'ISO/IEC 27001:2022, Information security management systems. Requirements',
    'ISO and IEC',
    'October 2022',
    'in use',
  ],
  [
    'eu-ehds',
    'Regulation (EU) 2025/327 on the European Health Data Space',
    'European Parliament and Council',
    '11 February 2025',
    'in force, in steps',
  ],
  [
    'ST-18',
    'ST-18. Surgery restored at the time of the report, Hospital Clínic Barcelona: 40 %',
    'Hospital Clínic Barcelona',
    '2023',
    'figure',
  ],
] as const;

const publicSources: readonly Source[] = documentTitles.map(([id, title, publisher, date, status], index) => ({
  number: String(index + 1),
  id,
  title,
  url: `https://example.org/${id}`,
  publisher,
  date,
  status,
  checked: index % 3 === 2 ? 'secondary' : 'verified',
  checkedWord: index % 3 === 2 ? 'Secondary source' : 'Verified',
  note: index === 0 ? 'Articles 1–32 read; national acts may ask for more.' : '',
}));
const ownSources: readonly Source[] = [
  ['own:profile', 'Profile of the organisation'],
  ['own:ratings', 'Ratings of the organisation'],
].map(([id = '', title = ''], index) => ({
  number: `H${index + 1}`,
  id,
  title,
  url: null,
  publisher: 'the organisation',
  date: '9 November 2026',
  status: 'own record',
  checked: 'own',
  checkedWord: 'Own record',
  note: '',
}));

const common = {
  schema: 'theriac-report-1',
  language: 'en',
  date: '2026-11-23',
  dateShown: '23 November 2026',
  edition: '2026.2',
  words,
  id: '',
  digest: '',
  owner: {
    name: 'University General Hospital of Axios (example)',
    nativeName: { text: 'Πανεπιστημιακό Γενικό Νοσοκομείο Αξιού (παράδειγμα)', language: 'el' },
    shortName: 'University General Hospital of Axios',
  },
  tlp: 'TLP:AMBER',
  sources: [...publicSources, ...ownSources],
  banners: [
    ['Example. The organisation, its figures and its ratings are invented.'],
    ['The minimum set is proposed by the editors, not yet agreed.'],
  ],
  about: [
    {
      label: 'Made from',
      text: [
        'Content 1f0c3a5be2d4, method 77ac01d9be10, profile c0ffee123456. The same inputs give the same document, byte for byte.',
      ],
    },
    {
      label: 'How it is ranked',
      text: [
        'Benefit is the part still missing, times 0.5 of risk, 0.35 of legal duty and 0.15 of agreed priority. Value is benefit divided by the effort, which is counted in powers of ten. Named duties that bind now come first, then what is missing of the minimum set.',
      ],
    },
    {
      label: 'Records used',
      text: ['Profile and ratings as stated on 9 November 2026 ', { cite: 'own:profile' }, '.'],
    },
    {
      label: 'Not legal advice',
      text: ['Law is shown by published rules and dated data. A question of law is for counsel or the authority.'],
    },
  ],
} as const satisfies Partial<Report>;

const mastheadFor = (role: string): Report['masthead'] => [
  { label: 'For', text: role },
  { label: 'Law of', text: 'Greece, as of 23 November 2026' },
  { label: 'Edition', text: '2026.2, 23 November 2026' },
];

/** The marks of a text in brackets, as runs: `care stops [ST-18]` cites. */
export function runs(text: string): RichText {
  return text
    .split(/(\[[^\]]+\])/u)
    .filter((part) => part !== '')
    .map((part) => {
      if (!part.startsWith('[')) return part;
      const [cite = '', locator] = part.slice(1, -1).split(/, /u);
      return locator === undefined ? { cite } : { cite, locator };
    });
}

const domainRows: readonly StateRow[] = [
  { name: 'Governance and ecosystem', counts: { fully: 5, largely: 4, partially: 3, not_implemented: 3, unknown: 1 } },
  { name: 'Protection', counts: { fully: 10, largely: 7, partially: 4, not_implemented: 3, unknown: 2 } },
  { name: 'Defence', counts: { fully: 3, largely: 2, partially: 3, not_implemented: 2, unknown: 1 } },
  { name: 'Resilience', counts: { fully: 3, largely: 2, partially: 2, not_implemented: 1, unknown: 1 } },
];
const noTable: Table = { columns: [{ head: 'Domain', width: { fr: 1 }, align: 'start' }], rows: [] };

const standChart: Block = {
  kind: 'chart',
  caption: 'State of the minimum set (tier: enhanced) by domain, number of safeguards',
  alt: domainRows
    .map(
      ({ name, counts }) =>
        `${name}: ${Object.entries(counts)
          .map(([state, count]) => `${count} ${state}`)
          .join(', ')}.`,
    )
    .join(' '),
  chart: stateBars(domainRows, stateWords),
  table: noTable,
};

const liable: readonly Block[] = [
  {
    kind: 'facts',
    rows: [
      {
        label: 'Management approves and oversees',
        text: runs(
          'Binding now. Your management body approves the risk measures, oversees them and can be held liable for infringements [eu-nis2, Art. 20(1)].',
        ),
      },
      {
        label: 'Management is trained',
        text: runs(
          'Binding now. Members of the management body follow training, so that they can recognise risks and judge practices [eu-nis2, Art. 20(2)].',
        ),
      },
      {
        label: 'Supervision, essential',
        text: runs(
          'Binding now. The authority inspects before and after an incident, orders audits and may give binding instructions [eu-nis2, Art. 32].',
        ),
      },
      {
        label: 'Fines',
        text: runs(
          'Binding now. Up to €10 million or 2 % of turnover, whichever is higher. States decide whether public bodies can be fined [eu-nis2, Art. 34].',
        ),
      },
      {
        label: 'Incident clocks',
        text: runs(
          'Binding now. Early warning within 24 hours, notification within 72 hours, final report a month later [eu-nis2, Art. 23(4)].',
        ),
      },
      {
        label: 'Breach of personal data',
        text: runs(
          'Binding now. The data protection authority is told within 72 hours, unless nobody is at risk [eu-gdpr, Art. 33(1)].',
        ),
      },
    ],
  },
  {
    kind: 'callout',
    title: 'Questions for counsel and management',
    items: [
      [
        { strong: 'Is the hospital a public administration entity?' },
        ' decides: the class under NIS 2, fines and the ban on managers.',
      ],
      [
        { strong: 'Has the state designated us as a critical entity?' },
        ' decides: background checks and the resilience plan.',
      ],
      [{ strong: 'Do we make devices for our own use?' }, ' decides: conditions for in-house devices.'],
    ],
  },
];

const decisions = decisionTexts.map(([what, effect, ifNothing, cost, deadline], index) => ({
  number: index + 1,
  what: runs(what),
  effect: runs(effect),
  ifNothing: runs(ifNothing),
  cost,
  deadline,
}));

const decisionSections: readonly Section[] = [
  {
    id: 'decisions',
    title: 'What to decide',
    blocks: [
      {
        kind: 'decisions',
        words: { cost: 'Cost', effect: 'Effect', deadline: 'When', ifNothing: 'If nothing is done' },
        items: decisions,
        total: [
          'Together about 214 person-days and €638,000, counting only what is still missing. That is 45 % of the person-days of a year.',
        ],
      },
    ],
  },
  {
    id: 'cost',
    title: 'What doing nothing costs',
    blocks: [
      {
        kind: 'facts',
        rows: [
          {
            label: 'Emergency department',
            text: runs('€4,200 an hour, €100,800 a day without the service, by our own estimate [own:profile]'),
          },
          {
            label: 'Surgery',
            text: runs('€5,900 an hour, €141,600 a day without the service, by our own estimate [own:profile]'),
          },
          {
            label: 'Laboratory',
            text: runs('€2,250 an hour, €54,000 a day without the service, by our own estimate [own:profile]'),
          },
        ],
      },
    ],
  },
];

/** The board's paper: six decisions, four domains, six duties, three open questions. */
export const chief: Report = finished({
  ...common,
  layout: 'chief',
  role: 'ceo',
  title: 'Cybersecurity: what the board decides',
  forWhom: 'Chief executive and board',
  masthead: mastheadFor('Chief executive and board'),
  lead: [
    runs(
      'By the published rules the hospital is an essential entity: a healthcare provider in Annex I with more than 250 staff [eu-nis2, Art. 3(1)].',
    ),
    runs('36 of 62 safeguards in the minimum set are in place; 5 are unknown [own:ratings].'),
    ['Six decisions wait for you below, in order.'],
  ],
  sections: [
    { id: 'stand', title: 'Where we stand', blocks: [standChart] },
    { id: 'liable', title: 'Are we liable?', blocks: liable },
    ...decisionSections,
    {
      id: 'peers',
      title: 'Against others',
      blocks: [
        {
          kind: 'paragraph',
          text: [
            'No comparison: we have not joined a comparison group. Joining shows our place in a group of at least five, without showing anyone’s figures.',
          ],
        },
      ],
    },
    {
      id: 'unknown',
      title: 'What we do not know',
      blocks: [
        {
          kind: 'paragraph',
          text: runs(
            '5 safeguards have no rating: supplier register and security terms in contracts (S-008), logs that would show an intruder (S-052), offline backup restored in a test (S-071) and two more. Unknown counts as missing in the ranking [own:ratings].',
          ),
        },
      ],
    },
    {
      id: 'resolution',
      title: 'Resolution',
      blocks: [
        {
          kind: 'resolution',
          intro: ['The management body has considered this paper and resolves:'],
          choices: ['Approved', 'With changes', 'Refused'],
          decisions: decisionTexts.map(([what], index) => ({
            number: index + 1,
            what: what.replace(/\s*\[[^\]]+\]/gu, ''),
          })),
          signatures: [{ role: 'Chair of the management body' }, { role: 'Chief executive' }],
          words: { name: 'Name', date: 'Date', signature: 'Signature', decision: 'Decision' },
        },
      ],
    },
  ],
});

const rowStates: readonly RowState[] = [
  'not_implemented',
  'partially',
  'unknown',
  'largely',
  'fully',
  'not_applicable',
];

function safeguardRow(index: number): SafeguardRow {
  const state = rowStates[index % rowStates.length] ?? 'unknown';
  const isRanked = state !== 'fully' && state !== 'not_applicable';
  const at = 1 + ((index * 5) % 58);
  const [best, worst] = [Math.max(1, at - (index % 5)), Math.min(62, at + ((index * 3) % 11))];
  return {
    id: `S-${String(index + 1).padStart(3, '0')}`,
    title: safeguardTitles[index % safeguardTitles.length] ?? '',
    state,
    stateWord: rowStateWords[state],
    rank: isRanked ? { at, best, worst, of: 62 } : null,
    rankWord: !isRanked ? 'done' : best === worst ? String(at) : `${at} (${best}–${worst})`,
    duty: isRanked ? ['Binding now ', { cite: 'eu-nis2', locator: 'Art. 21(2)(d)' }] : ['none'],
    effort: `${4 + index}–${12 + index * 2}`,
    quarter: isRanked ? 'Q2 2027' : '–',
  };
}

const safeguards = (from: number, count: number): Block => ({
  kind: 'safeguards',
  label: 'Safeguards',
  heads: {
    safeguard: 'Safeguard',
    state: 'State',
    rank: 'Rank',
    duty: 'Duty touched',
    effort: 'Effort, person-days',
    quarter: 'Quarter',
  },
  rows: Array.from({ length: count }, (_, index) => safeguardRow(from + index)),
});

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

/** One page for a small practice: ten things, five steps, the law. */
export const practice: Report = finished({
  ...common,
  layout: 'practice',
  role: 'practice',
  title: 'Ten things for a safe practice',
  forWhom: 'Small practice',
  masthead: mastheadFor('Small practice'),
  tlp: 'TLP:CLEAR',
  owner: { name: 'Practice of two general practitioners (example)', shortName: 'Practice (example)' },
  banners: [['Example. The practice is invented.']],
  lead: [['Ten things, the most useful first. Write the day beside each when it is done.']],
  sections: [
    {
      id: 'things',
      title: 'Ten things',
      blocks: [
        {
          kind: 'things',
          heads: { what: 'What to do', time: 'Person-days', done: 'Done on' },
          items: chapterTexts.things.map((what, index) => ({
            number: index + 1,
            what: runs(what),
            how: [],
            time: index % 3 === 0 ? '0.5–1' : '1–2',
          })),
        },
      ],
    },
    {
      id: 'wrong',
      title: 'Something is wrong?',
      blocks: [{ kind: 'list', ordered: true, items: chapterTexts.wrong.map((step) => [step]) }],
    },
    {
      id: 'law',
      title: 'Does the law apply to us?',
      blocks: [
        {
          kind: 'paragraph',
          text: runs(
            'NIS 2 reaches practices with 50 people or more, or with turnover and balance sheet both above €10 million, and those that the state named [eu-nis2, Art. 2(1)]. Data protection law always applies to patient records: [eu-gdpr, Art. 32 and 33].',
          ),
        },
      ],
    },
  ],
  sources: publicSources.slice(0, 2),
  about: [],
});

const contact = (who: string, when: string, how: RichText, blank: boolean, note: string) => ({
  who,
  when,
  how,
  blank,
  note: runs(note),
});

/** One page beside the telephone. */
export const card: Report = finished({
  ...common,
  layout: 'card',
  role: 'ciso',
  title: 'Incident card: University General Hospital of Axios',
  forWhom: 'Information security officer',
  masthead: mastheadFor('Information security officer'),
  lead: [['Whom to tell, how, and within what time. Greece, state of the law on 23 November 2026.']],
  banners: [],
  sections: [
    {
      id: 'first',
      title: 'First',
      blocks: [{ kind: 'list', ordered: true, items: chapterTexts.first.map((step) => [step]) }],
    },
    {
      id: 'tell',
      title: 'Whom to tell',
      blocks: [
        {
          kind: 'contacts',
          heads: { who: 'Whom to tell', when: 'Within', how: 'Channel' },
          items: [
            contact(
              'Cybersecurity authority or CSIRT (NIS 2)',
              'Early warning: 24 hours from the moment you become aware\nNotification: 72 hours from the moment you become aware\nFinal report: one month after the notification was sent',
              [
                'National Cybersecurity Authority, ',
                { text: 'incidents@example.gr', href: 'mailto:incidents@example.gr' },
              ],
              false,
              'When an incident stops or may stop care, costs a lot, or may harm others: a significant incident. [eu-nis2, Art. 23(4)]',
            ),
            contact(
              'Data protection authority',
              'Notice of the breach: 72 hours from the moment you become aware',
              ['Form at ', { text: 'www.example.gr/breach', href: 'https://www.example.gr/breach' }],
              false,
              'When personal data were lost, changed, seen by others or out of reach, unless nobody is at risk. [eu-gdpr, Art. 33(1)]',
            ),
            contact(
              'CSIRT for health',
              '',
              ['Address or telephone: look it up now and write it in.'],
              true,
              'For help, at any time, and to warn other hospitals.',
            ),
            contact(
              'Authority for critical entities',
              'Early warning: 24 hours from the moment you become aware',
              ['The notice that named you says whom to tell. Write it in.'],
              true,
              'When care is disrupted significantly, whatever the cause. Whether this binds you is open. Act as if it did.',
            ),
            contact(
              'Device manufacturer and national device authority',
              '',
              ['Service lines of your manufacturers and the national device authority: write them in.'],
              true,
              'When a medical device may have harmed someone, or could have. Not binding on this day, or to be confirmed. [eu-mdr, Art. 87]',
            ),
          ],
        },
        {
          kind: 'list',
          ordered: false,
          items: [
            ['Hours run through nights, weekends and holidays. Write down the moment, the zone and who noticed.'],
            ['National law last looked up on 23 November 2026. Print again when it changes.'],
          ],
        },
      ],
    },
    {
      id: 'ready',
      title: 'Have ready',
      blocks: [{ kind: 'list', ordered: true, items: chapterTexts.ready.map((fact) => [fact]) }],
    },
  ],
  sources: publicSources.slice(0, 3),
  about: [],
});

/** Letters that would be markup, had anyone read them as markup. */
export const hostileText =
  '#panic("x") *bold* _under_ $x^2$ @label <tag> \\u{41} // comment /* */ `raw` = heading [link](x) ~ -- ---';
const longName =
  'Πανεπιστημιακό Γενικό Νοσοκομείο της Περιφερειακής Ενότητας Βορειοανατολικής Μακεδονίας και Θράκης με Αποκεντρωμένες Μονάδες '
    .repeat(4)
    .slice(0, 390);
const manySources: readonly Source[] = Array.from({ length: 200 }, (_, index) => ({
  ...(publicSources[index % publicSources.length] as Source),
  number: String(index + 1),
  id: index < 8 ? (publicSources[index] as Source).id : `source-${index + 1}`,
  title:
    index % 9 === 0
      ? `${hostileText} ${'Donaudampfschifffahrtsgesellschaft'.repeat(4)}`
      : `Source number ${index + 1} of many, with a title of usual length`,
}));

/** A report that tries what data can try: long names and words, markup, letters without glyphs, empty parts, 200 sources. */
export const hostile = (layout: Report['layout']): Report =>
  finished({
    ...common,
    layout,
    role: 'ciso',
    title: `Guide ${hostileText}`,
    forWhom: hostileText,
    tlp: 'TLP:AMBER+STRICT',
    masthead: [
      { label: 'For', text: hostileText },
      { label: 'Law of', text: longName },
    ],
    owner: { name: longName, nativeName: { text: longName, language: 'el' }, shortName: `${longName.slice(0, 69)}…` },
    banners: [[hostileText]],
    lead: [
      [
        hostileText,
        ' ',
        { foreign: '漢字 😀 العربية \u202Eabc\u0007', language: 'zh' },
        ' ',
        { cite: 'eu-nis2', locator: 'Annex, points 6.7.1 to 6.7.3 and 12.4, second subparagraph' },
      ],
    ],
    sections: [
      {
        id: 'first',
        title: hostileText,
        blocks: [
          { kind: 'list', label: hostileText, ordered: true, items: [[hostileText], [], ['W'.repeat(300)]] },
          { kind: 'list', label: 'Empty', ordered: false, items: [] },
          { kind: 'table', label: 'Empty table', table: noTable },
        ],
      },
      { id: 'empty', title: 'Empty section', blocks: [] },
      {
        id: 'wide',
        title: 'W'.repeat(120),
        blocks: [
          {
            kind: 'table',
            table: {
              caption: hostileText,
              columns: Array.from({ length: 8 }, () => ({
                head: 'Unabhängigkeitserklärung',
                width: { mm: 20 },
                align: 'start' as const,
              })),
              rows: Array.from({ length: 70 }, (_, row) =>
                Array.from({ length: 8 }, (__, column) =>
                  column === row % 8 ? [] : [column === 0 ? 'Datenschutzgrundverordnungsumsetzung' : `cell ${row}`],
                ),
              ),
            },
          },
          { kind: 'callout', title: hostileText, items: [[hostileText]] },
          { kind: 'facts', rows: [{ label: 'W'.repeat(80), text: manySources.map(({ id }) => ({ cite: id })) }] },
          {
            ...standChart,
            kind: 'chart',
            caption: hostileText,
            chart: stateBars(
              [
                {
                  name: 'A domain whose name is far longer than the column that charts keep for names',
                  counts: { fully: 1, largely: 0, partially: 0, not_implemented: 60, unknown: 1 },
                },
              ],
              stateWords,
            ),
          } as Block,
          safeguards(0, 12),
        ],
      },
    ],
    sources: manySources,
    about: [],
  });
