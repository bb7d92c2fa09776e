import type { Block, Report, Section } from '../../src/core/report/report.ts';
import { finished } from '../../src/outputs/index.ts';
import { common, mastheadFor, runs, standChart } from './report-parts.ts';
import { decisionTexts } from './sentences.ts';

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
