import type { Obligation } from '../obligations/assess.ts';
import { applicabilityRows, type ApplicabilityRow } from './applicability-rows.ts';
import { evidenceOf, exclusionWords, inPlaceWords, mostNamed, type ApplicabilityInput } from './applicability.ts';
import { formatsFor } from './formats.ts';
import type { Sheet, SheetBook, SheetCell, SheetColumn } from './sheet.ts';

/** What the sheet is made from; nobody in particular reads it. */
export type ApplicabilitySheetInput = Omit<ApplicabilityInput, 'role'>;

/** Columns with their widths. Whether a control applies is there to be filled in, beside what is proposed. */
const columns: Readonly<Record<string, readonly [SheetColumn['kind'], number]>> = {
  control: ['text', 10],
  title: ['text', 40],
  theme: ['text', 24],
  proposed: ['text', 24],
  applicable: ['text', 14],
  inclusion: ['text', 60],
  inPlace: ['text', 40],
  inPlaceCount: ['count', 10],
  ofCount: ['count', 10],
  unknownCount: ['count', 10],
  safeguards: ['text', 60],
  evidence: ['text', 40],
  exclusion: ['text', 40],
};

/** The statement of applicability as a workbook: a row for each control, and what it was made from. */
export function applicabilitySheet(input: ApplicabilitySheetInput): SheetBook {
  const { say, organisation, content, on } = input;
  return {
    title: say('applicability.sheetTitle', { name: organisation.profile.name }),
    creator: say('report.product'),
    date: on,
    sheets: [controlSheet(input, applicabilityRows(content, organisation)), aboutSheet(input)],
  };
}

const controlSheet = (input: ApplicabilitySheetInput, rows: readonly ApplicabilityRow[]): Sheet => ({
  name: input.say('applicability.sheetName'),
  columns: Object.entries(columns).map(([name, [kind, letters]]) => columnOf(input, name, kind, letters)),
  rows: rows.map((row) => cellsOf(input, row)),
});

function columnOf(
  { say }: ApplicabilitySheetInput,
  name: string,
  kind: SheetColumn['kind'],
  letters: number,
): SheetColumn {
  const shared = { head: say(`applicability.heads.${name}`), kind, letters };
  if (name !== 'applicable') return shared;
  return { ...shared, isOpen: true, choices: [say('sheet.yes'), say('sheet.no')], refusal: say('template.choose') };
}

function cellsOf({ say }: ApplicabilitySheetInput, row: ApplicabilityRow): readonly SheetCell[] {
  const { requirement, theme, applicability, touching } = row;
  const evidence = evidenceOf(touching);
  return [
    requirement.cite,
    requirement.title,
    theme,
    say(`applicability.is.${applicability}`),
    null,
    inclusionWords(say, row),
    inPlaceWords(say, row),
    row.inPlace,
    row.of,
    row.unknown,
    touching
      .map(({ safeguard: { id, title }, rating }) =>
        say('register.touch', { title, id, rating: say(`rating.${rating}`) }),
      )
      .join('\n') || null,
    evidence.join('\n') || null,
    applicability === 'proposed_not_applicable' ? exclusionWords(touching) : null,
  ];
}

/** Why a control is in the statement, a line for each kind of ground. */
function inclusionWords(say: ApplicabilitySheetInput['say'], { law, schemes, threats }: ApplicabilityRow): SheetCell {
  const titles = (all: readonly Pick<Obligation, 'title'>[]): string =>
    [
      ...all.slice(0, mostNamed).map(({ title }) => title),
      ...(all.length > mostNamed ? [say('applicability.more', { count: all.length - mostNamed })] : []),
    ].join(say('report.semicolon'));
  const line = (name: string, all: readonly Pick<Obligation, 'title'>[]): readonly string[] =>
    all.length === 0 ? [] : [`${say(`applicability.${name}`)}: ${titles(all)}`];
  return [...line('law', law), ...line('scheme', schemes), ...line('threats', threats)].join('\n') || null;
}

function aboutSheet({ say, organisation, on, edition, digests, language }: ApplicabilitySheetInput): Sheet {
  const { name, isExample } = organisation.profile;
  const made = {
    content: digests.content.slice(0, 12),
    method: digests.method.slice(0, 12),
    profile: digests.profile?.slice(0, 12) ?? '–',
  };
  return {
    name: say('sheet.plan.about'),
    columns: [
      { head: say('sheet.plan.heads.what'), kind: 'text', letters: 26 },
      { head: say('sheet.plan.heads.value'), kind: 'text', letters: 90 },
    ],
    rows: [
      [say('sheet.fileFor'), name],
      ...(isExample ? [[say('sheet.example'), say('guide.banner.example')]] : []),
      [say('sheet.plan.lawAsOf'), formatsFor(language).date(on)],
      [say('applicability.heads.inPlace'), say('applicability.touches')],
      [say('sheet.edition'), edition],
      [say('sheet.madeFrom'), say('report.madeFromText', made)],
      ['TLP:AMBER', say('report.amber')],
    ],
  };
}
