import type { Body } from '../content/country.ts';
import { forces, type Force } from '../content/obligation-rule.ts';
import type { FollowUps } from '../follow-up/standing.ts';
import type { Obligation } from '../obligations/assess.ts';
import { authoritiesFor, countriesOf, hasRecordedAuthority } from '../obligations/authorities.ts';
import { touchesOf, type Touch } from '../ranking/touches.ts';
import { contextOf, framed } from './frame.ts';
import type { GuideInput, OrganisationInput } from './guide-input.ts';
import { citeOf, forceWords, isConfirmed, obligationTimeLine, openQuestions } from './legal.ts';
import type { RichText, Run } from './prose.ts';
import { followUpSection, followUpText, goneSection, type FollowedContext } from './register-follow-up.ts';
import type { Block, Column, Report, Section, Table } from './report.ts';

type RegisterContext = FollowedContext & { readonly touches: ReadonlyMap<string, readonly Touch[]> };

/** `followUps` absent: nobody knows what is followed up, as of a profile that was handed in. */
export type RegisterInput = GuideInput & {
  readonly organisation: OrganisationInput;
  readonly followUps?: FollowUps | undefined;
};

/** Forces that ask something, each a section of its own. */
const asking: readonly Force[] = forces.filter((force) => force !== 'does_not_apply');

/** Every obligation of an organisation with what a register keeps: force, reason, source, authority, safeguards and their state. */
export function buildRegister(input: RegisterInput): Report {
  const { organisation } = input;
  const context: RegisterContext = {
    ...contextOf(input),
    organisation,
    followUps: input.followUps ?? null,
    touches: touchesOf(organisation.ranking, organisation.profile),
  };
  const { say } = context;
  return framed(context, {
    layout: 'register',
    title: say('register.title'),
    forWhom: say('register.forWhom'),
    lead: leadOf(context),
    sections: [
      overview(context),
      ...followUpSection(context, confirmedOf(context, asking)),
      ...asking.flatMap((force) => forceSection(context, force)),
      ...questionSection(context),
      ...unconfirmedSection(context),
      ...leftOutSection(context),
      ...goneSection(context),
    ],
  });
}

function leadOf(context: RegisterContext): readonly RichText[] {
  const { assessment } = context.organisation;
  const count = (force: Force): number => confirmedOf(context, [force]).length;
  const counts = { binding: count('binding_now'), later: count('binding_from'), open: count('needs_answer') };
  return [
    [assessment.classReason, ' ', citeOf(context, { cite: assessment.classCite })],
    [context.say('register.counts', counts)],
  ];
}

/** The strongest first, then by date, as a reader looks them up. */
const confirmedOf = ({ organisation }: RegisterContext, wanted: readonly Force[]): readonly Obligation[] =>
  organisation.assessment.obligations
    .filter((obligation) => wanted.includes(obligation.force) && isConfirmed(obligation))
    .toSorted(
      (left, right) =>
        forces.indexOf(left.force) - forces.indexOf(right.force) ||
        (left.from ?? '').localeCompare(right.from ?? '') ||
        left.order - right.order,
    );

const columnOf = (head: string, width: Column['width']): Column => ({ head, width, align: 'start' });

function overview(context: RegisterContext): Section {
  const { say, organisation } = context;
  const duties = confirmedOf(context, asking);
  const head = (name: string) => say(`register.heads.${name}`);
  const table: Table = {
    caption: say('register.overviewCaption'),
    columns: [
      columnOf(head('duty'), { fr: 1 }),
      columnOf(head('force'), { mm: 34 }),
      columnOf(head('source'), { mm: 34 }),
      columnOf(head('checked'), { mm: 24 }),
      columnOf(head('inPlace'), { mm: 26 }),
    ],
    rows: duties.map((duty) => [
      [context.citer.text(duty.title)],
      [forceWords(context, duty)],
      [citeOf(context, duty)],
      [say(`verification.${duty.verification.status}`)],
      [inPlaceWords(context, duty)],
    ]),
  };
  const line = obligationTimeLine(context, organisation);
  const none: Block = { kind: 'paragraph', text: [say('register.none')] };
  return {
    id: 'overview',
    title: say('register.overview'),
    blocks: [duties.length === 0 ? none : { kind: 'table', table }, ...(line === null ? [] : [line])],
  };
}

/** How many of the safeguards that touch a duty are fully or largely there; what does not apply is not counted. */
function inPlaceWords({ say, touches }: RegisterContext, { id }: Obligation): string {
  const counted = (touches.get(id) ?? []).filter(({ rating }) => rating !== 'not_applicable');
  if (counted.length === 0) return say('register.noSafeguard');
  const inPlace = counted.filter(({ rating }) => rating === 'fully' || rating === 'largely').length;
  const unknown = counted.filter(({ rating }) => rating === 'unknown').length;
  return say('register.inPlace', { inPlace, of: counted.length, unknown });
}

function forceSection(context: RegisterContext, force: Force): readonly Section[] {
  const duties = confirmedOf(context, [force]);
  if (duties.length === 0) return [];
  const blocks = duties.flatMap((duty): readonly Block[] => [
    { kind: 'heading', text: duty.title },
    { kind: 'facts', rows: particulars(context, duty) },
  ]);
  return [{ id: force.replaceAll('_', '-'), title: context.say(`force.${force}`), blocks }];
}

type Row = { readonly label: string; readonly text: RichText };

/** What the register keeps of one duty. */
function particulars(context: RegisterContext, duty: Obligation): readonly Row[] {
  const { say } = context;
  const row = (label: string, text: RichText): Row => ({ label: say(`register.${label}`), text });
  return [
    row('force', forceText(context, duty)),
    row('asks', [context.citer.text(duty.sentence)]),
    row('why', [context.citer.text(duty.reason)]),
    row('source', sourceText(context, duty)),
    ...(duty.nationalAct === undefined ? [] : [row('nationalAct', [actRun(duty.nationalAct)])]),
    row('authority', authorityText(context, duty)),
    row('touchedBy', safeguardText(context, duty)),
    ...(context.followUps === null ? [] : [row('followUp.title', followUpText(context, duty))]),
  ];
}

function forceText(context: RegisterContext, duty: Obligation): RichText {
  const { say } = context;
  const remarks = [
    ...(duty.startNotConfirmed === true ? [say('register.startNotConfirmed')] : []),
    ...(duty.onEvent ? [say('register.onEvent')] : []),
    ...(duty.contested ? [say('register.contested')] : []),
  ];
  return [{ strong: `${forceWords(context, duty)}.` }, ...(remarks.length === 0 ? [] : [' ', remarks.join(' ')])];
}

function sourceText(context: RegisterContext, duty: Obligation): RichText {
  const { say, formats, content } = context;
  const document = content.documents.find(({ id }) => id === duty.cite.document);
  const { status, checkedOn } = duty.verification;
  const checked = say('register.sourceChecked', {
    status: say(`verification.${status}`),
    date: formats.date(checkedOn),
  });
  return [document?.shortTitle ?? duty.cite.document, ' ', citeOf(context, duty), '. ', checked];
}

const actRun = ({ title, url }: { readonly title: string; readonly url: string | null }): Run =>
  url === null ? title : { text: title, href: url };

/** Authorities by name and address with how well they were checked, then whom the organisation knows itself. */
function authorityText(context: RegisterContext, duty: Obligation): RichText {
  const { say, content, organisation } = context;
  const { document } = duty.cite;
  const own = context.followUps?.get(duty.id)?.contact ?? null;
  const countries = countriesOf(
    content.countries,
    organisation.profile.facts.country,
    organisation.assessment.jurisdiction,
  );
  const bodies = authoritiesFor({ document, onEvent: duty.onEvent }, countries);
  const named: readonly RichText[] = [
    ...bodies.map((body) => bodyRuns(context, body)),
    ...(own === null ? [] : [[`${own} (${say('verification.own')})`]]),
  ];
  if (named.length > 0)
    return named.flatMap((runs, index) => [...(index === 0 ? [] : [say('report.semicolon')]), ...runs]);
  return [say(hasRecordedAuthority(document) ? 'register.authorityUnknown' : 'register.authorityNotRecorded')];
}

const bodyRuns = ({ say }: RegisterContext, { name, url, email, verification }: Body): readonly Run[] => [
  name,
  ...(email === undefined ? [] : [', ', { text: email, href: `mailto:${email}` }]),
  ...(url === undefined ? [] : [', ', { text: url.replace(/^https?:\/\/|\/$/gu, ''), href: url }]),
  ` (${say(`verification.${verification.status}`)})`,
];

function safeguardText({ say, touches }: RegisterContext, { id }: Obligation): RichText {
  const found = touches.get(id) ?? [];
  if (found.length === 0) return [say('register.touchedByNone')];
  return found.flatMap((touch, index): readonly Run[] => [
    ...(index === 0 ? [] : [say('report.semicolon')]),
    say('register.touch', { title: touch.title, id: touch.id, rating: say(`rating.${touch.rating}`) }),
    ...(touch.isNamed ? [', ', { em: say('register.named') }] : []),
  ]);
}

function questionSection(context: RegisterContext): readonly Section[] {
  const items = openQuestions(context, context.organisation);
  if (items.length === 0) return [];
  const list: Block = { kind: 'list', ordered: false, items };
  return [{ id: 'open', title: context.say('register.open'), blocks: [list] }];
}

function unconfirmedSection(context: RegisterContext): readonly Section[] {
  const { say, organisation, content } = context;
  const duties = organisation.assessment.obligations.filter(
    (duty) => !isConfirmed(duty) && duty.force !== 'does_not_apply',
  );
  if (duties.length === 0) return [];
  const titleOf = (id: string): string => content.documents.find((document) => document.id === id)?.shortTitle ?? id;
  return [
    {
      id: 'unconfirmed',
      title: say('register.unconfirmed'),
      blocks: [
        { kind: 'paragraph', text: [say('register.unconfirmedIntro')] },
        {
          kind: 'list',
          ordered: false,
          items: duties.map(({ title, cite }) => [context.citer.text(`${title} (${titleOf(cite.document)})`)]),
        },
      ],
    },
  ];
}

function leftOutSection(context: RegisterContext): readonly Section[] {
  const { say } = context;
  const duties = confirmedOf(context, ['does_not_apply']);
  if (duties.length === 0) return [];
  const table: Table = {
    columns: [columnOf(say('register.heads.duty'), { mm: 52 }), columnOf(say('register.heads.because'), { fr: 1 })],
    rows: duties.map((duty) => [
      [context.citer.text(duty.title)],
      [context.citer.text(duty.reason), ' ', citeOf(context, duty)],
    ]),
  };
  return [
    {
      id: 'left-out',
      title: say('register.doesNotApply'),
      blocks: [
        { kind: 'paragraph', text: [say('register.doesNotApplyIntro')] },
        { kind: 'table', table },
      ],
    },
  ];
}
