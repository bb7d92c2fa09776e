import type { SafeguardId } from '../content/ids.ts';
import type { IsoDate } from '../content/verification.ts';
import type { NotPlanned } from '../plan/fill.ts';
import type { Plan } from '../plan/plan.ts';
import type { Quarter } from '../plan/quarters.ts';
import { formatsFor } from './formats.ts';
import type { GuideInput, OrganisationInput } from './guide-input.ts';
import type { Sheet, SheetBook, SheetCell, SheetColumn } from './sheet.ts';

type SheetInput = Omit<GuideInput, 'role' | 'organisation'> & { readonly organisation: OrganisationInput };
type Source = SheetInput & {
  readonly plan: Plan;
  readonly titleOf: (id: SafeguardId) => string;
  readonly isInSet: (id: SafeguardId) => string;
};

/** The plan as a workbook: the work by quarter, the capacity, what is not planned and why, and what it was made from. */
export function planSheet(input: SheetInput, plan: Plan): SheetBook {
  const { say, organisation, on } = input;
  const ranked = new Map(organisation.ranking.items.map((item) => [item.safeguard.id, item]));
  const source: Source = {
    ...input,
    plan,
    titleOf: (id) => ranked.get(id)?.safeguard.title ?? id,
    isInSet: (id) => say(ranked.get(id)?.inSet === true ? 'sheet.yes' : 'sheet.no'),
  };
  return {
    title: say('sheet.plan.title', { name: organisation.profile.name }),
    creator: say('report.product'),
    date: on,
    sheets: [quartersSheet(source), capacitySheet(source), notPlannedSheet(source), aboutSheet(source)],
  };
}

const columnsOf = (
  { say }: Source,
  columns: Readonly<Record<string, readonly [SheetColumn['kind'], number]>>,
): readonly SheetColumn[] =>
  Object.entries(columns).map(([name, [kind, letters]]) => ({ head: say(`sheet.plan.heads.${name}`), kind, letters }));

function quartersSheet(source: Source): Sheet {
  const { say, plan, titleOf, isInSet } = source;
  const yes = (is: boolean): SheetCell => (is ? say('sheet.yes') : null);
  return {
    name: say('sheet.plan.quarters'),
    columns: columnsOf(source, {
      quarter: ['text', 10],
      from: ['date', 12],
      to: ['date', 12],
      id: ['text', 8],
      title: ['text', 60],
      minimumSet: ['text', 10],
      days: ['number', 12],
      eur: ['money', 12],
      begins: ['text', 10],
      ends: ['text', 10],
      moved: ['text', 12],
    }),
    rows: plan.quarters.flatMap(({ quarter, shares }) =>
      shares.map((share) => [
        ...quarterCells(source, quarter),
        share.id,
        titleOf(share.id),
        isInSet(share.id),
        share.personDays,
        share.moneyEur,
        yes(share.begins),
        yes(share.ends),
        yes(plan.moved.has(share.id)),
      ]),
    ),
  };
}

const quarterCells = ({ language }: Source, quarter: Quarter): readonly SheetCell[] => [
  formatsFor(language).quarter(quarter),
  firstDay(quarter),
  lastDay(quarter),
];

const pad = (value: number): string => String(value).padStart(2, '0');
const firstDay = (quarter: Quarter): IsoDate =>
  `${quarter.slice(0, 4)}-${pad(Number(quarter.slice(6)) * 3 - 2)}-01` as IsoDate;
const lastDay = (quarter: Quarter): IsoDate =>
  `${quarter.slice(0, 4)}-${['03-31', '06-30', '09-30', '12-31'][Number(quarter.slice(6)) - 1]}` as IsoDate;

function capacitySheet(source: Source): Sheet {
  const { say, plan } = source;
  return {
    name: say('sheet.plan.capacity'),
    columns: columnsOf(source, {
      quarter: ['text', 10],
      from: ['date', 12],
      to: ['date', 12],
      usedDays: ['number', 14],
      freeDays: ['number', 14],
      usedEur: ['money', 14],
      freeEur: ['money', 14],
    }),
    rows: plan.quarters.map(({ quarter, usedDays, freeDays, usedEur, freeEur }) => [
      ...quarterCells(source, quarter),
      usedDays,
      freeDays,
      usedEur,
      freeEur,
    ]),
  };
}

function notPlannedSheet(source: Source): Sheet {
  const { say, plan, titleOf, isInSet } = source;
  return {
    name: say('sheet.plan.notPlanned'),
    columns: columnsOf(source, {
      id: ['text', 8],
      title: ['text', 60],
      minimumSet: ['text', 10],
      why: ['text', 44],
      needsDays: ['number', 12],
      needsEur: ['money', 12],
      missingDays: ['number', 12],
      missingEur: ['money', 12],
    }),
    rows: [
      ...plan.notPlanned.map((item) => [
        item.id,
        titleOf(item.id),
        isInSet(item.id),
        whyNot(source, item),
        item.needsDays,
        item.needsEur,
        item.missingDays,
        item.missingEur,
      ]),
      ...plan.setAside.map(({ id, reason }) => [
        id,
        titleOf(id),
        isInSet(id),
        say('sheet.plan.stopped.aside', { reason }),
        null,
        null,
        null,
        null,
      ]),
    ],
  };
}

const whyNot = ({ say }: Source, { reason }: NotPlanned): string =>
  say(`sheet.plan.stopped.${reason.kind}`, { waitsFor: reason.kind === 'needs' ? reason.id : '' });

function aboutSheet(source: Source): Sheet {
  const { say, plan, organisation, on, edition, digests, language } = source;
  const formats = formatsFor(language);
  const { personDays, moneyEur } = plan.capacity;
  const { name, isExample } = organisation.profile;
  const made = {
    content: digests.content.slice(0, 12),
    method: digests.method.slice(0, 12),
    profile: digests.profile?.slice(0, 12) ?? '–',
  };
  const rows: readonly (readonly [string, string])[] = [
    [say('sheet.fileFor'), name],
    ...(isExample ? [[say('sheet.example'), say('guide.banner.example')] as const] : []),
    [say('sheet.plan.lawAsOf'), formats.date(on)],
    [
      say('sheet.plan.perQuarter'),
      say('sheet.plan.perQuarterText', { days: formats.number(personDays), money: formats.money(moneyEur) }),
    ],
    [say('sheet.plan.howPlanned'), say('sheet.plan.howPlannedText')],
    [say('sheet.edition'), edition],
    [say('sheet.madeFrom'), say('report.madeFromText', made)],
    ['TLP:AMBER', say('report.amber')],
  ];
  return {
    name: say('sheet.plan.about'),
    columns: columnsOf(source, { what: ['text', 26], value: ['text', 90] }),
    rows,
  };
}
