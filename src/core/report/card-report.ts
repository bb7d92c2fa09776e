import { incidentCard, type CardClock, type CardLine, type Said } from '../incident/card.ts';
import { contextOf, framed, kindOf } from './frame.ts';
import type { GuideContext, GuideInput, OrganisationInput } from './guide-input.ts';
import type { RichText, Run } from './prose.ts';
import type { Block, Report } from './report.ts';

type ContactItem = Extract<Block, { kind: 'contacts' }>['items'][number];
const steps = ['1', '2', '3', '4'] as const;

/** The incident card as a document: one page for the wall, with room to write what nobody could look up. */
export function buildCard(input: GuideInput & { readonly organisation: OrganisationInput }): Report {
  const context = contextOf(input);
  const { say, formats } = context;
  const { profile, assessment } = input.organisation;
  const card = incidentCard(profile.facts, assessment, input.content.countries);
  const on = formats.date(card.on);
  const lead =
    card.country === null
      ? say('card.subtitle_without_country')
      : say('card.subtitle', { country: card.country.name, on });
  const head = (name: string) => say(`card.heads.${name}`);
  // A practice has no downtime procedure by service and nobody on duty: its steps are those of its one page.
  const stepsKey = kindOf(input.organisation) === 'practice' ? 'practice.wrong' : 'card.steps';
  const rule = [
    [say('card.clock.rule')],
    [say('card.where')],
    ...(card.country === null ? [] : [[say('card.as_of', { asOf: formats.date(card.country.asOf) })]]),
  ];
  return framed(context, {
    layout: 'card',
    title: say('card.title', { name: profile.shortName ?? profile.name }),
    forWhom: say('card.forWhom'),
    lead: [[lead]],
    sections: [
      {
        id: 'first',
        title: say('card.steps.title'),
        blocks: [{ kind: 'list', ordered: true, items: steps.map((step) => [say(`${stepsKey}.${step}`)]) }],
      },
      {
        id: 'tell',
        title: say('card.section.tell'),
        blocks: [
          {
            kind: 'contacts',
            heads: { who: head('who'), when: head('when'), how: head('how') },
            items: card.lines.map((line) => contact(context, line)),
          },
          { kind: 'list', ordered: false, items: rule },
        ],
      },
      {
        id: 'ready',
        title: say('card.section.ready'),
        blocks: [{ kind: 'list', ordered: true, items: card.ready.map((fact) => [said(context, fact)]) }],
      },
    ],
  });
}

const said = ({ say }: GuideContext, { key, values }: Said): string => say(key, values);

function contact(context: GuideContext, line: CardLine): ContactItem {
  const { say, citer } = context;
  const clocks = line.clocks.map((clock) => clockText(context, clock));
  const force = line.force === 'needs_answer' || line.force === 'recommended' ? [say(`card.force.${line.force}`)] : [];
  const unread = line.isNationalUnread && line.clocks.length > 0 ? [say('card.national_unread')] : [];
  const note = [said(context, line.when), ...(line.note === null ? [] : [line.note.text]), ...force, ...unread]
    .map((text) => (/[.!?]$/u.test(text) ? text : `${text}.`))
    .join(' ');
  const cite: RichText = line.cite === null ? [] : [' ', citer.cite(line.cite.document, line.cite.locator)];
  return {
    who: said(context, line.who),
    when: clocks.length === 0 ? say('card.noHours') : clocks.join('\n'),
    how: channels(context, line),
    blank: line.writeIn !== null,
    note: [note, ...cite],
  };
}

/** The term that the alarm is set on; both where either may come first. */
function clockText(context: GuideContext, { stage, directive, national, alarm }: CardClock): string {
  const { say } = context;
  const term = (wanted: Said | null, key: string): readonly string[] =>
    wanted === null ? [] : [say(key, { term: said(context, wanted) })];
  const both =
    alarm === 'either' ? [...term(directive, 'card.term.directive'), ...term(national, 'card.term.national')] : [];
  const shown =
    both.length > 0
      ? both.join(say('report.semicolon'))
      : said(context, (alarm === 'national' ? national : directive) ?? national ?? directive ?? stage);
  return `${said(context, stage)}: ${shown}`;
}

function channels({ say }: GuideContext, { bodies, writeIn, id }: CardLine): RichText {
  const known = bodies.flatMap(({ name, url, email }, index): readonly Run[] => [
    index > 0 ? say('report.semicolon') : '',
    name,
    ...(email === undefined ? [] : [', ', { text: email, href: `mailto:${email}` }]),
    ...(url === undefined ? [] : [', ', { text: url.replace(/^https?:\/\/|\/$/gu, ''), href: url }]),
  ]);
  return writeIn === null
    ? known
    : [...known, stopAfter(bodies.at(-1)?.name), say(`card.write_in.${id}`).replace(/[: ]*_+\s*$/u, '.')];
}

/** A name that ends in an abbreviation has its full stop already. */
const stopAfter = (name: string | undefined): string => (name === undefined ? '' : name.endsWith('.') ? ' ' : '. ');
