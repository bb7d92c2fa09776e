import { sizeClasses, tiers, type Safeguard } from '../content/safeguard.ts';
import { effortSize } from '../ranking/effort.ts';
import { kindOf, safeguardsOf, type GuideBody } from './frame.ts';
import type { GuideContext } from './guide-input.ts';
import { citeOf } from './legal.ts';
import type { RichText } from './prose.ts';
import type { Section } from './report.ts';
import { stateOf } from './safeguard-rows.ts';

const things = 10;
const wrongSteps = ['1', '2', '3', '4', '5'] as const;

/** One page for the wall of a small practice: ten things, what to do when something is wrong, and whether NIS2 applies. */
export function practiceGuide(context: GuideContext): GuideBody {
  const { say, organisation } = context;
  const items = thingsOf(context).map((safeguard, index) => ({
    number: index + 1,
    what: whatOf(context, safeguard),
    how: [],
    time: timeOf(context, safeguard),
  }));
  const head = (name: string) => say(`practice.heads.${name}`);
  const law: RichText =
    organisation === null
      ? [say('practice.law.common'), ' ', context.citer.cite('eu-nis2', 'Art. 2(1)')]
      : [
          context.citer.text(organisation.assessment.classReason),
          ' ',
          citeOf(context, { cite: organisation.assessment.classCite }),
        ];
  const sections: readonly Section[] = [
    {
      id: 'things',
      title: say('practice.things.title'),
      blocks: [{ kind: 'things', heads: { what: head('what'), time: head('time'), done: head('done') }, items }],
    },
    {
      id: 'wrong',
      title: say('practice.wrong.title'),
      blocks: [{ kind: 'list', ordered: true, items: wrongSteps.map((step) => [say(`practice.wrong.${step}`)]) }],
    },
    {
      id: 'law',
      title: say('practice.law.title'),
      blocks: [
        {
          kind: 'paragraph',
          text: [...law, ' ', say('practice.law.gdpr'), ' ', context.citer.cite('eu-gdpr', 'Art. 32, 33')],
        },
      ],
    },
  ];
  return {
    layout: 'practice',
    title: say('guide.title.practice'),
    lead: [[say(organisation === null ? 'practice.lead.common' : 'practice.lead.own', { open: items.length })]],
    sections,
  };
}

/** What is open, in rank order, the individual tier first; where fewer than ten are open, what is done stays on the wall. */
function thingsOf(context: GuideContext): readonly Safeguard[] {
  const { organisation } = context;
  const byTier = (safeguards: readonly Safeguard[]) =>
    safeguards.toSorted((left, right) => tiers.indexOf(left.tier) - tiers.indexOf(right.tier));
  if (organisation === null) return byTier(safeguardsOf(context)).slice(0, things);
  const open = organisation.ranking.items.map(({ safeguard }) => safeguard);
  const done = safeguardsOf(context).filter(
    (safeguard) => !open.includes(safeguard) && stateOf(organisation, safeguard) !== 'not_applicable',
  );
  return [...byTier(open), ...byTier(done)].slice(0, things);
}

/** Only what a practice can be told in its own words; a safeguard that is done says so. */
function whatOf({ citer, organisation, say }: GuideContext, safeguard: Safeguard): RichText {
  const done =
    organisation !== null && stateOf(organisation, safeguard) === 'fully' ? [' ', { em: say('practice.keepUp') }] : [];
  return [...citer.prose(safeguard.forRoles.practice), ...done];
}

/** The page is a practice's, so a larger organisation sees what it takes in the smallest one. */
function timeOf({ organisation, say, formats }: GuideContext, safeguard: Safeguard): string {
  const isPractice = organisation !== null && kindOf(organisation) === 'practice';
  const size = isPractice ? effortSize(organisation.profile.facts).size : sizeClasses[0];
  return say('guide.days', { days: formats.span(safeguard.effortDays[size]) });
}
