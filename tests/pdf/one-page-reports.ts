import type { RichText } from '../../src/core/report/prose.ts';
import type { Report } from '../../src/core/report/report.ts';
import { finished } from '../../src/outputs/index.ts';
import { common, mastheadFor, publicSources, runs } from './report-parts.ts';
import { chapterTexts } from './sentences.ts';

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
