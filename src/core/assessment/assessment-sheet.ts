import type { Safeguard } from '../content/safeguard.ts';
import type { IsoDate } from '../content/verification.ts';
import { unrated, type RatingState } from '../profile/rating-state.ts';
import { concernedOf } from '../ranking/concern.ts';
import type { Ranking } from '../ranking/rank.ts';
import { isInSet } from '../ranking/tier.ts';
import type { SheetBook, SheetCell, SheetColumn } from '../report/sheet.ts';
import type { Translate } from '../report/words.ts';
import { evidenceLines } from './evidence-lines.ts';
import { letters, sheetRatings } from './sheet-words.ts';

/** What the sheet is made from; without a profile nothing is ranked, and the sheet is a template all the same. */
export type AssessmentSheetInput = {
  readonly name: string;
  readonly on: IsoDate;
  readonly say: Translate;
  readonly safeguards: readonly Safeguard[];
  readonly states: ReadonlyMap<string, RatingState>;
  readonly ranking: Ranking | null;
};

const head = 'sheet.assessment.heads';

/** Every safeguard that concerns the organisation, with what is said of it, to be filled in and handed in again. */
export function assessmentSheet(input: AssessmentSheetInput): SheetBook {
  const { name, on, say, safeguards, ranking } = input;
  const mine = ranking === null ? safeguards : concernedOf(safeguards, ranking);
  return {
    title: say('sheet.assessment.title', { name }),
    creator: say('report.product'),
    date: on,
    sheets: [
      {
        name: say('sheet.assessment.sheet'),
        columns: columnsOf(say),
        rows: mine.map((safeguard) => rowOf(input, safeguard)),
      },
      {
        name: say('sheet.assessment.howTo'),
        columns: [
          { head: say(`${head}.what`), kind: 'text', letters: 22 },
          { head: say(`${head}.value`), kind: 'text', letters: 100 },
        ],
        rows: helpRows(say),
      },
    ],
  };
}

const columnsOf = (say: Translate): readonly SheetColumn[] => {
  const column = (name: string, kind: SheetColumn['kind'], width: number, isOpen = false): SheetColumn => ({
    head: say(`${head}.${name}`),
    kind,
    letters: width,
    isOpen,
  });
  return [
    column('id', 'text', 8),
    column('title', 'text', 50),
    column('minimumSet', 'text', 10),
    column('rank', 'count', 7),
    {
      ...column('rating', 'text', 17, true),
      choices: sheetRatings.map((rating) => say(`rating.${rating}`)),
      refusal: say('sheet.assessment.choose'),
    },
    column('reason', 'text', 30, true),
    column('note', 'text', 40, true),
    column('owner', 'text', 22, true),
    column('due', 'date', 12, true),
    column('evidence', 'text', 44, true),
  ];
};

function rowOf({ say, states, ranking }: AssessmentSheetInput, safeguard: Safeguard): readonly SheetCell[] {
  const { rating, reason, note, owner, due, evidence } = states.get(safeguard.id) ?? unrated;
  const isMinimum = ranking === null ? null : isInSet(safeguard, ranking.minimumSet.tier);
  return [
    safeguard.id,
    safeguard.title,
    isMinimum === null ? null : say(isMinimum ? 'sheet.yes' : 'sheet.no'),
    ranking?.items.find((item) => item.safeguard.id === safeguard.id)?.placed.rank ?? null,
    say(`rating.${rating}`),
    reason,
    note,
    owner,
    due,
    evidence.length === 0 ? null : evidenceLines(evidence),
  ];
}

function helpRows(say: Translate): readonly (readonly SheetCell[])[] {
  const allowed = sheetRatings.map((rating) => say(`rating.${rating}`)).join(', ');
  const fields = ['rating', 'reason', 'note', 'owner', 'due', 'evidence'] as const;
  return [
    ...fields.map((field) => [say(`${head}.${field}`), say(`sheet.assessment.help.${field}`, { allowed })]),
    ...(['fixed', 'after'] as const).map((key) => [null, say(`sheet.assessment.help.${key}`)]),
    ...Object.entries(letters).map(([letter, rating]) => [letter, say(`rating.${rating}`)]),
  ];
}
