/** What the reports of these tests share: words, sources, the invented hospital. */
import { stateBars, type StateRow } from '../../src/core/chart/state-bars.ts';
import type { RichText } from '../../src/core/report/prose.ts';
import type { Block, Report, ReportWord, RowState, SafeguardRow, Source, Table } from '../../src/core/report/report.ts';
import { safeguardTitles } from './sentences.ts';

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

export const stateWords = {
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

export const publicSources: readonly Source[] = documentTitles.map(([id, title, publisher, date, status], index) => ({
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

export const common = {
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

export const mastheadFor = (role: string): Report['masthead'] => [
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

export const noTable: Table = { columns: [{ head: 'Domain', width: { fr: 1 }, align: 'start' }], rows: [] };

export const standChart: Block = {
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

export const safeguards = (from: number, count: number): Block => ({
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
