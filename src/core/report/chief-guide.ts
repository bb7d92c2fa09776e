import { amountBars } from '../chart/amount-bars.ts';
import { peerRange } from '../chart/peer-range.ts';
import { stateBars, states, totalOf, type StateRow } from '../chart/state-bars.ts';
import { tiers, type Safeguard } from '../content/safeguard.ts';
import { workLeft } from '../plan/plan.ts';
import type { Ranked } from '../ranking/rank.ts';
import type { GuideBody } from './frame.ts';
import { setInPlace, setOf } from './frame.ts';
import type { GuideContext, OrganisationInput } from './guide-input.ts';
import { citeOf, isConfirmed, nationalLaw, openQuestions } from './legal.ts';
import { plainRun, type RichText } from './prose.ts';
import type { Block, Decision, Section, Table } from './report.ts';
import { countsInWords, countStates } from './safeguard-rows.ts';

/** Five to ten fit on the board's paper; the longer their texts, the fewer. */
const fewestDecisions = 5;
const mostDecisions = 6;
/** Letters of all decisions together that leave the body within three pages. */
const decisionLetters = 3600;
const mostQuestions = 4;
const mostUnknown = 4;
const mostServices = 6;
const mostCommon = 14;
const quartersOfYear = 4;

/** The board's paper: three pages and an annex. */
export function chiefGuide(context: GuideContext): GuideBody {
  const { say, organisation } = context;
  if (organisation === null) return commonChief(context);
  const decisions = decisionsOf(context, organisation);
  const sections: readonly (Section | null)[] = [
    { id: 'stand', title: say('chief.stand.title'), blocks: standBlocks(context, organisation) },
    { id: 'liable', title: say('chief.liable.title'), blocks: liableBlocks(context, organisation) },
    {
      id: 'decisions',
      title: say('chief.decisions.title'),
      blocks: [decisionsBlock(context, organisation, decisions)],
    },
    { id: 'cost', title: say('chief.cost.title'), blocks: costBlocks(context, organisation) },
    { id: 'peers', title: say('chief.peers.title'), blocks: peerBlocks(context, organisation) },
    { id: 'unknown', title: say('chief.unknown.title'), blocks: unknownBlocks(context, organisation) },
    decisions.length === 0
      ? null
      : { id: 'resolution', title: say('chief.resolution.title'), blocks: [resolution(context, decisions)] },
  ];
  return {
    layout: 'chief',
    title: say('guide.title.chief'),
    lead: leadOf(context, organisation, decisions),
    sections: sections.filter((section) => section !== null),
  };
}

function leadOf(
  context: GuideContext,
  organisation: OrganisationInput,
  decisions: readonly Decision[],
): readonly RichText[] {
  const { say } = context;
  const { inPlace, unknown, of } = setInPlace(context, organisation);
  const { classReason, classCite } = organisation.assessment;
  return [
    [classReason, ' ', citeOf(context, { cite: classCite })],
    [say('chief.lead.set', { inPlace, of, unknown }), ' ', { cite: 'own:ratings' }],
    [say('chief.lead.decisions', { count: decisions.length })],
  ];
}

function standBlocks(context: GuideContext, organisation: OrganisationInput): readonly Block[] {
  const { say } = context;
  const rows = domainRows(context, organisation);
  const words = Object.fromEntries(states.map((state) => [state, say(`rating.${state}`)])) as Record<
    (typeof states)[number],
    string
  >;
  const alt = rows
    .map(({ name, counts }) => say('chief.stand.row', { domain: name, counts: countsInWords(context, counts) }))
    .join(' ');
  const table: Table = {
    columns: [
      { head: say('guide.heads.domain'), width: { fr: 1 }, align: 'start' },
      ...states.map((state) => ({ head: words[state], width: { mm: 24 }, align: 'end' as const })),
    ],
    rows: rows.map(({ name, counts }) => [[name], ...states.map((state) => [String(counts[state])])]),
  };
  return [
    {
      kind: 'chart',
      caption: say('chief.stand.caption', { tier: say(`tier.${organisation.ranking.minimumSet.tier}`) }),
      alt,
      chart: stateBars(rows, words),
      table,
    },
  ];
}

/** The minimum set by the four domains of the spine. */
function domainRows(context: GuideContext, organisation: OrganisationInput): readonly StateRow[] {
  const spine = context.content.frameworks.find(({ id }) => id === 'nis-cg-2018');
  const inSet = setOf(context);
  const row = (name: string, safeguards: readonly Safeguard[]) => ({
    name,
    counts: countStates(organisation, safeguards),
  });
  return (spine?.requirements ?? [])
    .filter(({ parent }) => parent === undefined)
    .map(({ id, title }) =>
      row(
        title,
        inSet.filter((safeguard) => safeguard.spine.startsWith(`${id}.`)),
      ),
    )
    .filter(({ counts }) => totalOf(counts) > 0);
}

function liableBlocks(context: GuideContext, organisation: OrganisationInput): readonly Block[] {
  const { say, content } = context;
  const wanted = [
    'nis2-governance',
    'nis2-management-training',
    'nis2-supervision-essential',
    'nis2-supervision-important',
    'nis2-fines',
    'nis2-incident-report',
    'gdpr-breach-authority',
  ];
  const rows = wanted
    .flatMap((id) => organisation.assessment.obligations.filter((obligation) => obligation.id === id))
    .filter((obligation) => isConfirmed(obligation) && obligation.force !== 'does_not_apply')
    .map((obligation) => ({
      label: obligation.title,
      text: [
        say(`forceShort.${obligation.force}`),
        '. ',
        context.citer.text(obligation.sentence),
        ' ',
        citeOf(context, obligation),
      ],
    }));
  const country = content.countries.find(({ code }) => code === organisation.profile.facts.country);
  const law = country === undefined ? null : nationalLaw(context, country);
  const national = law === null ? [] : [{ label: say('chief.liable.national'), text: law }];
  const questions = openQuestions(context, organisation).slice(0, mostQuestions);
  const counsel: readonly Block[] =
    questions.length === 0 ? [] : [{ kind: 'callout', title: say('chief.liable.questions'), items: questions }];
  return [
    rows.length === 0
      ? { kind: 'paragraph', text: [say('chief.liable.none')] }
      : { kind: 'facts', rows: [...rows, ...national] },
    ...counsel,
  ];
}

/** The first open safeguards as sentences that a board can vote on. */
function decisionsOf(context: GuideContext, organisation: OrganisationInput): readonly Decision[] {
  const all = organisation.ranking.items
    .slice(0, mostDecisions)
    .map((item, index) => decisionOf(context, organisation, item, index + 1));
  let letters = 0;
  const fitting = all.filter(({ number, what, effect, ifNothing }) => {
    letters += lettersOf(what) + lettersOf(effect) + lettersOf(ifNothing);
    return number <= fewestDecisions || letters <= decisionLetters;
  });
  return fitting;
}

const lettersOf = (text: RichText): number =>
  text.reduce((sum, run) => sum + (typeof run === 'string' || 'foreign' in run ? plainRun(run).length : 12), 0);

function decisionOf(
  { say, citer, formats }: GuideContext,
  { plan }: OrganisationInput,
  item: Ranked,
  number: number,
): Decision {
  const { safeguard, effort, duty } = item;
  const cite =
    duty.obligation === null ? [] : [' ', citer.cite(duty.obligation.cite.document, duty.obligation.cite.locator)];
  const quarter = plan?.endsIn.get(safeguard.id);
  const isDue = duty.isNamed && duty.obligation?.force === 'binding_now';
  return {
    number,
    what: [...citer.prose(safeguard.forRoles.ceo), ...cite],
    cost: say('chief.decisions.costOf', { money: formats.moneySpan(effort.costEur), days: formats.span(effort.days) }),
    effect: citer.prose(safeguard.decision.effect),
    ifNothing: citer.prose(safeguard.decision.ifNothing),
    deadline: isDue
      ? say('chief.decisions.dueNow')
      : quarter === undefined
        ? say(plan === null ? 'chief.decisions.noPlan' : 'chief.decisions.noDate')
        : say('chief.decisions.by', { quarter: formats.quarter(quarter) }),
  };
}

function decisionsBlock(context: GuideContext, organisation: OrganisationInput, items: readonly Decision[]): Block {
  const { say, formats } = context;
  const word = (name: string) => say(`chief.decisions.${name}`);
  if (items.length === 0) return { kind: 'paragraph', text: [word('none')] };
  const left = organisation.ranking.items.slice(0, items.length).map(workLeft);
  const days = left.reduce((sum, work) => sum + work.days, 0);
  const money = left.reduce((sum, work) => sum + work.eur, 0);
  const { capacity } = organisation.profile;
  const share =
    capacity === null
      ? say('chief.decisions.noCapacity')
      : say('chief.decisions.share', {
          yearDays: formats.number(capacity.personDays * quartersOfYear),
          yearMoney: formats.money(capacity.moneyEur * quartersOfYear),
        });
  return {
    kind: 'decisions',
    words: { cost: word('cost'), effect: word('effect'), deadline: word('deadline'), ifNothing: word('ifNothing') },
    items,
    total: [
      say('chief.decisions.total', {
        days: formats.number(Math.round(days)),
        money: formats.money(Math.round(money / 1000) * 1000),
      }),
      ' ',
      share,
    ],
  };
}

/** The organisation's own estimate where it has one; else two published figures. */
function costBlocks(context: GuideContext, { profile }: OrganisationInput): readonly Block[] {
  const { say, citer, content } = context;
  if (profile.downtime.length > 0)
    return [
      { kind: 'paragraph', text: [say('chief.cost.estimate'), ' ', { cite: 'own:profile' }] },
      costChart(context, profile.downtime),
    ];
  const facts = content.chapters.find(({ id }) => id === 'cost')?.facts ?? [];
  return [
    { kind: 'paragraph', text: [say('chief.cost.unknown')] },
    { kind: 'list', ordered: false, items: facts.slice(0, 2).map(citer.prose) },
  ];
}

function costChart({ say, formats }: GuideContext, downtime: OrganisationInput['profile']['downtime']): Block {
  const costs = downtime
    .toSorted((left, right) => right.eurPerHour - left.eurPerHour)
    .slice(0, mostServices)
    .map(({ service, eurPerHour }) => ({
      name: say(`service.${service}`),
      value: eurPerHour * 24,
      hour: formats.money(eurPerHour),
      shown: formats.money(eurPerHour * 24),
    }));
  return {
    kind: 'chart',
    caption: say('chief.cost.caption'),
    alt: costs.map(({ name, hour, shown }) => say('chief.cost.row', { service: name, hour, day: shown })).join(' '),
    chart: amountBars(costs),
    table: {
      columns: [
        { head: say('guide.heads.service'), width: { fr: 1 }, align: 'start' },
        { head: say('chief.cost.hour'), width: { mm: 34 }, align: 'end' },
        { head: say('chief.cost.day'), width: { mm: 34 }, align: 'end' },
      ],
      rows: costs.map(({ name, hour, shown }) => [[name], [hour], [shown]]),
    },
  };
}

/** No comparison yet: the frame stands empty with the reason, and our own mark in it where we have a value. */
function peerBlocks(context: GuideContext, organisation: OrganisationInput): readonly Block[] {
  const { say } = context;
  const { inPlace, unknown, of } = setInPlace(context, organisation);
  const text: Block = { kind: 'paragraph', text: [say('chief.peers.notJoined')] };
  if (of === 0 || unknown === of) return [text];
  const share = inPlace / of;
  const own = say('chief.peers.own', { inPlace, of, percent: Math.round(100 * share), unknown });
  const empty = say('chief.peers.empty');
  return [
    text,
    {
      kind: 'chart',
      caption: say('chief.peers.caption'),
      alt: say('chief.peers.alt', { own, empty }),
      chart: peerRange(share, { own, empty }),
      table: {
        columns: [
          { head: say('chief.peers.ours'), width: { fr: 1 }, align: 'start' },
          { head: say('chief.peers.others'), width: { fr: 1 }, align: 'start' },
        ],
        rows: [[[own], [empty]]],
      },
    },
  ];
}

function unknownBlocks(context: GuideContext, organisation: OrganisationInput): readonly Block[] {
  const { say, formats } = context;
  const unknown = organisation.ranking.items.filter(({ gap, inSet }) => gap.isUnknown && inSet);
  const named = unknown.slice(0, mostUnknown).map(({ safeguard }) => `${safeguard.title} (${safeguard.id})`);
  const rest = unknown.length - named.length;
  const text =
    unknown.length === 0
      ? say('chief.unknown.none')
      : say('chief.unknown.list', {
          count: unknown.length,
          named: formats.list(rest > 0 ? [...named, say('chief.unknown.more', { rest })] : named),
        });
  return [{ kind: 'paragraph', text: [text, ' ', { cite: 'own:ratings' }] }];
}

function resolution({ say }: GuideContext, decisions: readonly Decision[]): Block {
  const word = (name: string) => say(`chief.resolution.${name}`);
  return {
    kind: 'resolution',
    intro: [word('intro')],
    choices: [word('approved'), word('changed'), word('refused')],
    decisions: decisions.map(({ number, what }) => ({ number, what: textOf(what) })),
    signatures: [{ role: word('chair') }, { role: word('chief') }],
    words: { name: word('name'), date: word('date'), signature: word('signature'), decision: word('decision') },
  };
}

const textOf = (text: RichText): string => text.map(plainRun).join('').trim();

/** Without an organisation: what a board anywhere decides, in the order of the chapters. */
function commonChief(context: GuideContext): GuideBody {
  const { say, content, citer } = context;
  const list = (title: string, items: readonly RichText[]): Section => ({
    id: title,
    title: say(`chief.common.${title}`),
    blocks: [{ kind: 'list', ordered: true, items }],
  });
  const core = content.chapters.filter(({ id }) =>
    ['legal', 'governance', 'cost', 'continuity', 'incidents', 'procurement'].includes(id),
  );
  return {
    layout: 'chief',
    title: say('guide.title.chief'),
    lead: [[say('guide.lead.common.ceo')]],
    sections: [
      list(
        'decide',
        core.flatMap(({ roles }) => roles.ceo.decide.slice(0, 1).map(citer.prose)),
      ),
      list(
        'facts',
        core.flatMap(({ facts }) => facts.slice(0, 1).map(citer.prose)),
      ),
      list(
        'safeguards',
        content.safeguards
          .toSorted((left, right) => tiers.indexOf(left.tier) - tiers.indexOf(right.tier))
          .slice(0, mostCommon)
          .map((safeguard) => [{ strong: safeguard.id }, ' ', ...citer.prose(safeguard.forRoles.ceo)]),
      ),
      list(
        'ask',
        core.flatMap(({ roles }) => roles.ceo.questions.slice(0, 1).map(citer.prose)),
      ),
    ],
  };
}
