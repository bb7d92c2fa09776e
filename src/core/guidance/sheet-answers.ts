import { answerStateOf, type AnswerState } from './answer-terms.ts';
import type { ImportFinding, ImportLoss } from './bundle.ts';
import type { ColumnProposal } from './columns.ts';
import { commonLosses, filledRows, finding, shown, textOrNull, type SheetRow } from './sheet-rows.ts';
import { yesNoOf } from './sheet-terms.ts';

/** What somebody answered to one requirement, in their words. */
export type GivenAnswer = {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  /** Id of the requirement in its framework. */
  readonly requirement: string;
  /** Null where only a maturity is given, or that it applies, or a word that is not known. */
  readonly state: AnswerState | null;
  /** The state as it stands there; empty where it follows from another column, or there is none. */
  readonly said: string;
  readonly maturity: string | null;
  readonly reason: string | null;
  readonly evidence: string | null;
  readonly note: string | null;
};

/** The answers of a sheet, with what is wrong in it and what is not carried. */
export type SheetAnswers = {
  readonly answers: readonly GivenAnswer[];
  /** Requirements of the sheet that nobody answered. */
  readonly unanswered: number;
  readonly findings: readonly ImportFinding[];
  readonly losses: readonly ImportLoss[];
};

/** How a framework numbers its requirements: ids by numbers in lower case. */
export type RequirementNumbers = ReadonlyMap<string, string>;

/** Reads rows as answers to the requirements of a framework. */
export function answersFromSheet(
  rows: readonly (readonly string[])[],
  proposal: ColumnProposal,
  numbers: RequirementNumbers,
): SheetAnswers {
  const answers: GivenAnswer[] = [];
  const findings: ImportFinding[] = [];
  const first = new Map<string, number>();
  let unanswered = 0;
  for (const row of filledRows(rows, proposal)) {
    const number = row.cell('number');
    const requirement = requirementIn(number, numbers);
    if (requirement === null) {
      // Headings and remarks between the answers have no number of a requirement, and say nothing either.
      if (isAnswered(row)) findings.push(noRequirement(row, number));
      continue;
    }
    if (!isAnswered(row)) {
      unanswered += 1;
      continue;
    }
    const before = first.get(requirement);
    if (before !== undefined) findings.push(answeredTwice(row, number, before));
    first.set(requirement, before ?? row.row);
    const { answer, findings: own } = answerOf(row, requirement);
    answers.push(answer);
    findings.push(...own);
  }
  return { answers, unanswered, findings, losses: commonLosses(rows, proposal) };
}

const noRequirement = ({ at }: SheetRow, number: string): ImportFinding =>
  finding(
    'warning',
    'unknown_number',
    at('number'),
    `"${shown(number)}" is no number of the framework: the answer is left out`,
  );

const answeredTwice = ({ at }: SheetRow, number: string, before: number): ImportFinding =>
  finding('warning', 'answered_twice', at(), `"${shown(number)}" is answered in row ${before} as well; both are shown`);

const isAnswered = ({ cell }: SheetRow): boolean =>
  (['state', 'applicable', 'maturity'] as const).some((role) => cell(role) !== '');

/** A number as it stands, without what comes after it, or without the letter that the standard puts before it. */
function requirementIn(cell: string, numbers: RequirementNumbers): string | null {
  const whole = cell.toLowerCase().replaceAll(/\s+/gu, ' ').trim();
  const bare = whole.replace(
    /^(?:annex|anhang|annexe|anexo|allegato|bijlage|παράρτημα|control|iso\/iec 27001)\s+/u,
    '',
  );
  const token = /^[^\s:]+/u.exec(bare)?.[0] ?? '';
  const found = [whole, bare, token, token.replace(/\.$/u, ''), `a.${token}`, bare.replace(' ', '.')].map((name) =>
    numbers.get(name),
  );
  return found.find((id) => id !== undefined) ?? null;
}

function answerOf(
  { row, at, cell, cells }: SheetRow,
  requirement: string,
): { readonly answer: GivenAnswer; readonly findings: readonly ImportFinding[] } {
  const said = cell('state');
  const applies = cell('applicable') === '' ? null : yesNoOf(cell('applicable'));
  // "No" in its own column says that it does not apply, whatever a plan says beside it.
  const read = said === '' ? null : answerStateOf(said);
  const excluded = applies === false || answerStateOf(cell('applicable')) === 'not_applicable';
  const state = excluded ? 'not_applicable' : read;
  const unknown = [
    ...(said !== '' && read === null ? [{ code: 'unknown_state', role: 'state' as const, word: said }] : []),
    ...(cell('applicable') !== '' && applies === null && !excluded
      ? [{ code: 'unknown_applicable', role: 'applicable' as const, word: cell('applicable') }]
      : []),
  ];
  const maturity = cells('maturity')
    .map(({ head, text }) => `${head} ${text}`)
    .join(', ');
  return {
    answer: {
      row,
      requirement,
      state,
      said: excluded ? '' : said,
      maturity: textOrNull(maturity),
      reason: textOrNull(cell('reason')),
      evidence: textOrNull(cell('evidence')),
      note: textOrNull(cell('note')),
    },
    findings: [
      ...unknown.map(({ code, role, word }) =>
        finding('warning', code, at(role), `"${shown(word)}" is no state that is known: it is shown as it stands`),
      ),
      ...(excluded && read !== null && read !== 'not_applicable'
        ? [
            finding(
              'warning',
              'two_answers',
              at('applicable'),
              `It does not apply, and "${shown(said)}" beside it; the first is read`,
            ),
          ]
        : []),
    ],
  };
}
