/**
 * A crosswalk as a workbook that may be passed on. Owns what is left out for the sake of rights, and that the sheet says
 * so; numbers are always there.
 */
import type { IsoDate } from '../content/verification.ts';
import { passedOn, type LicenceStance } from '../guidance/licence.ts';
import type { SetRelation } from '../guidance/mapping-set.ts';
import type { Sheet, SheetBook, SheetCell, SheetColumn } from '../report/sheet.ts';
import type { Translate } from '../report/words.ts';
import type { Compared } from './compared.ts';
import type { ComposedView, CrosswalkCounts, Named, PairView, RowView, StatedView, VoiceView } from './view.ts';

/** What a sheet is made of. */
export type SheetSource = {
  readonly from: Compared;
  readonly to: Compared;
  readonly steps: 1 | 2 | 3;
  readonly rows: readonly RowView[];
  readonly counts: CrosswalkCounts;
  /** By URN of a mapping set, what its licence lets be done. */
  readonly stances: ReadonlyMap<string, LicenceStance>;
  readonly say: Translate;
  readonly on: IsoDate;
};

const columns = {
  from: ['text', 14],
  fromTitle: ['text', 44],
  basis: ['text', 14],
  relation: ['text', 20],
  to: ['text', 14],
  toTitle: ['text', 44],
  disagrees: ['text', 12],
  source: ['text', 40],
  author: ['text', 24],
  review: ['text', 14],
  rationale: ['text', 14],
  note: ['text', 50],
  path: ['text', 60],
  weakest: ['text', 30],
} as const satisfies Readonly<Record<string, readonly [SheetColumn['kind'], number]>>;
type Column = keyof typeof columns;
type Line = Readonly<Partial<Record<Column, SheetCell>>>;

/** The workbook: the pairs, with what was left out at the end, and what it was made from. */
export function crosswalkSheet(source: SheetSource): SheetBook {
  const { say, from, to, on } = source;
  return {
    title: say('crosswalk.sheet.title', { from: nameOf(say, from), to: nameOf(say, to) }),
    creator: say('report.product'),
    date: on,
    sheets: [pairsSheet(source), aboutSheet(source)],
  };
}

/** What a framework is called; our safeguards by a word of the reader's. */
export const nameOf = (say: Translate, { kind, title }: Pick<Compared, 'kind' | 'title'>): string =>
  kind === 'safeguards' ? say('crosswalk.safeguards') : title;

const lineOf = (line: Line): readonly SheetCell[] =>
  (Object.keys(columns) as readonly Column[]).map((name) => line[name] ?? null);

function pairsSheet(source: SheetSource): Sheet {
  const { say, rows } = source;
  return {
    name: say('crosswalk.sheet.pairs'),
    columns: Object.entries(columns).map(([name, [kind, letters]]) => ({
      head: say(`crosswalk.sheet.heads.${name}`),
      kind,
      letters,
    })),
    rows: [
      ...rows.flatMap((row) => linesOf(source, row)).map(lineOf),
      ...leftOut(source).map((text) => lineOf({ from: text })),
    ],
  };
}

function linesOf(source: SheetSource, { requirement, pairs }: RowView): readonly Line[] {
  const { say } = source;
  const own: Line = { from: requirement.code, fromTitle: titleIn(source.from, requirement) };
  const lines = pairs.flatMap((pair) => pairLines(source, pair));
  if (lines.length > 0) return lines.map((line) => ({ ...own, ...line }));
  return [{ ...own, relation: say(pairs.length === 0 ? 'crosswalk.nothing' : 'crosswalk.sheet.withheld') }];
}

const mayName = ({ licence }: Compared): boolean => licence === null || passedOn[licence.stance].titles;
const titleIn = (framework: Compared, { title }: Named): string | null => (mayName(framework) ? title : null);

function pairLines(source: SheetSource, pair: PairView): readonly Line[] {
  const { say, to } = source;
  const target: Line = {
    to: pair.target.code,
    toTitle: titleIn(to, pair.target),
    disagrees: pair.disagrees ? say('sheet.yes') : null,
  };
  const known = [
    ...pair.stated.flatMap((one) => statedLines(source, one)),
    ...pair.composed.filter((one) => mayFollow(source, one)).map((one) => composedLine(source, one)),
  ];
  const hints = pair.basis === 'candidate' ? [candidateLine(source, pair)] : [];
  return [...known, ...hints].map((line) => ({ ...target, ...line }));
}

const wordOf = (say: Translate, relation: SetRelation | 'overlap'): string => say(`crosswalk.relation.${relation}`);

function statedLines(source: SheetSource, { relation, voices }: StatedView): readonly Line[] {
  const { say } = source;
  return voices
    .filter((voice) => maySay(source, voice))
    .map((voice) => ({
      basis: say('crosswalk.basis.stated'),
      relation: wordOf(say, relation),
      ...voiceLine(say, voice),
    }));
}

const voiceLine = (say: Translate, voice: VoiceView): Line => ({
  source:
    voice.kind === 'part' ? say('crosswalk.part') : [voice.title ?? voice.of, voice.edition ?? ''].join(' ').trim(),
  author: voice.author,
  review: voice.kind === 'mapping_set' ? say(`crosswalk.review.${voice.review ?? 'unsaid'}`) : null,
  rationale: voice.kind === 'mapping_set' ? say(`crosswalk.rationale.${voice.rationale ?? 'unsaid'}`) : null,
  note: voice.note,
});

function composedLine(source: SheetSource, { relation, path }: ComposedView): Line {
  const { say, from } = source;
  const steps = path.map(({ to, relation: step }) => `${wordOf(say, step)} ${to.frameworkTitle} ${to.code}`.trim());
  const weak = path.find(({ isWeakest }) => isWeakest);
  return {
    basis: say('crosswalk.basis.composed'),
    relation: wordOf(say, relation),
    path: [from.shortTitle, ...steps].filter((part) => part !== '').join(' → '),
    weakest: weak === undefined ? null : `→ ${weak.to.frameworkTitle} ${weak.to.code}`,
  };
}

const candidateLine = ({ say }: SheetSource, { through }: PairView): Line => ({
  basis: say('crosswalk.basis.candidate'),
  relation: say('crosswalk.candidate'),
  path: through.map(({ code }) => code).join(', '),
});

const stanceOf = ({ stances }: SheetSource, { kind, of }: VoiceView): LicenceStance =>
  kind === 'mapping_set' ? (stances.get(of) ?? 'not_stated') : 'may_pass_on';

/** Whose words may not be passed on, their relations are not either: those are the work of its author. */
const maySay = (source: SheetSource, voice: VoiceView): boolean => passedOn[stanceOf(source, voice)].words;
/** What follows from relations is made from them, which is more than passing them on. */
const mayFollow = (source: SheetSource, { path }: ComposedView): boolean =>
  path.every(({ voices }) => voices.some((voice) => passedOn[stanceOf(source, voice)].changed));

/** What is not in the sheet, in sentences; where all is, that is said too. */
function leftOut(source: SheetSource): readonly string[] {
  const { say, from, to, rows } = source;
  const pairs = rows.flatMap((row) => row.pairs);
  const silent = pairs.flatMap(({ stated }) =>
    stated.flatMap(({ voices }) => voices.filter((voice) => !maySay(source, voice))),
  );
  const composed = pairs.flatMap((pair) => pair.composed.filter((one) => !mayFollow(source, one))).length;
  const sentences = [
    ...[...new Map([from, to].map((one) => [one.id, one])).values()]
      .filter((one) => !mayName(one))
      .map((one) => say('crosswalk.sheet.noTitles', { title: nameOf(say, one) })),
    ...[...Map.groupBy(silent, ({ title, of }) => title ?? of)].map(([title, all]) =>
      say('crosswalk.sheet.noRelations', { title, count: all.length }),
    ),
    ...(composed === 0 ? [] : [say('crosswalk.sheet.noComposed', { count: composed })]),
  ];
  return sentences.length === 0 ? [say('crosswalk.sheet.whole')] : sentences;
}

function aboutSheet(source: SheetSource): Sheet {
  const { say, from, to, steps, counts } = source;
  const side = (one: Compared): string => [nameOf(say, one), one.edition ?? ''].join(' ').trim();
  const line = (key: string, value: SheetCell): readonly SheetCell[] => [say(`crosswalk.sheet.about.${key}`), value];
  return {
    name: say('crosswalk.sheet.aboutName'),
    columns: [
      { head: say('crosswalk.sheet.about.what'), kind: 'text', letters: 34 },
      { head: say('crosswalk.sheet.about.value'), kind: 'text', letters: 80 },
    ],
    rows: [
      line('from', side(from)),
      line('to', side(to)),
      line('steps', `${steps}`),
      line('stated', `${counts.pairs.stated}`),
      line('composed', `${counts.pairs.composed}`),
      line('candidates', `${counts.pairs.candidates}`),
      line('nothing', `${counts.nothing}`),
      line('disagreements', `${counts.pairs.disagreements}`),
      line('reading', say('crosswalk.reading')),
      ...leftOut(source).map((text) => line('leftOut', text)),
    ],
  };
}
