import { expect, test } from 'vitest';
import { answerStateOf, answerStates } from './answer-terms.ts';
import { proposeColumns } from './columns.ts';
import { answersFromSheet } from './sheet-answers.ts';

const numbers = new Map(['A.5.1', 'A.8.13', 'PR.AA-03'].map((id) => [id.toLowerCase(), id]));
const read = (rows: readonly (readonly string[])[]) => {
  const proposal = proposeColumns(rows, 'answers');
  if (!proposal.ok || proposal.value.missing.length > 0) throw new Error('columns');
  return answersFromSheet(rows, proposal.value, numbers);
};
const said = (rows: readonly (readonly string[])[]) =>
  read(rows).answers.map(({ requirement, state, maturity }) => `${requirement} ${state ?? '-'} ${maturity ?? '-'}`);

test.each<{ name: string; rows: string[][]; answers: string[]; findings?: string[]; unanswered?: number }>([
  {
    name: 'a statement of applicability in English',
    rows: [
      ['Control', 'Applicable', 'Justification', 'Implementation status'],
      ['A.5.1', 'Yes', 'Law', 'Implemented'],
      ['A.8.13 Information backup', 'No', 'None of ours', ''],
    ],
    answers: ['A.5.1 implemented -', 'A.8.13 not_applicable -'],
  },
  {
    name: 'one in German, with headings between, numbered without the letter',
    rows: [
      ['Nr.', 'Bezeichnung', 'Anwendbar', 'Umsetzungsstatus'],
      ['', 'Organisation', '', ''],
      ['5.1', 'Richtlinien', 'ja', 'teilweise umgesetzt'],
      ['Anhang A.8.13', 'Sicherung', 'ja', ''],
    ],
    answers: ['A.5.1 partly -', 'A.8.13 - -'],
  },
  {
    name: 'one in Greek',
    rows: [
      ['Αριθμός', 'Εφαρμόσιμο', 'Κατάσταση υλοποίησης'],
      ['A.5.1', 'Ναι', 'Σε εξέλιξη'],
      ['A.8.13', 'Όχι', ''],
    ],
    answers: ['A.5.1 partly -', 'A.8.13 not_applicable -'],
  },
  {
    name: 'an export of a tool of compliance',
    rows: [
      ['urn', 'ref_id', 'name', 'compliance_result', 'requirement_progress', 'score', 'observations'],
      ['urn:x:a.5.1', 'A.5.1', 'Policies', 'partially_compliant', 'in_progress', '', 'half of it'],
      ['urn:x:a.8.13', 'A.8.13', 'Backup', 'not_assessed', 'to_do', '', ''],
    ],
    answers: ['A.5.1 partly -', 'A.8.13 not_assessed -'],
  },
  {
    name: 'a self-assessment with two maturities',
    rows: [
      ['ID', 'Requirement', 'Documentation maturity', 'Implementation maturity'],
      ['PR.AA-03', 'Users are authenticated', '3', '2'],
      ['PR.XX-01', 'Something', '1', '1'],
      ['A.5.1', 'Policies', '', ''],
    ],
    answers: ['PR.AA-03 - Documentation maturity 3, Implementation maturity 2'],
    findings: ['unknown_number row 3, column A'],
    unanswered: 1,
  },
  {
    name: 'words that nobody knows, two answers at once, and a second answer',
    rows: [
      ['Control id', 'Applicable', 'Status'],
      ['A.5.1', 'perhaps', 'In review'],
      ['A.8.13', 'no', 'planned'],
      ['A.8.13', 'yes', 'done'],
    ],
    answers: ['A.5.1 - -', 'A.8.13 not_applicable -', 'A.8.13 implemented -'],
    findings: [
      'unknown_state row 2, column C',
      'unknown_applicable row 2, column B',
      'two_answers row 3, column B',
      'answered_twice row 4',
    ],
  },
])('answersFromSheet: $name', ({ rows, answers, findings = [], unanswered = 0 }) => {
  expect(said(rows)).toEqual(answers);
  const result = read(rows);
  expect(result.findings.map(({ code, at }) => `${code} ${at}`)).toEqual(findings);
  expect(result.unanswered).toBe(unanswered);
});

test.each([
  ...answerStates.map((state) => ({ word: state, state: state === 'partly' ? 'partly' : state })),
  { word: 'Fully implemented', state: 'implemented' },
  { word: 'non-compliant', state: 'not_implemented' },
  { word: 'mis en œuvre', state: 'implemented' },
  { word: 'Sí', state: 'implemented' },
  { word: 'niet van toepassing', state: 'not_applicable' },
  { word: 'N/A', state: 'not_applicable' },
  { word: 'częściowo wdrożone', state: 'partly' },
  { word: 'Υλοποιημένο', state: 'implemented' },
  { word: 'in review', state: null },
  { word: '3', state: null },
  { word: '', state: null },
])('answerStateOf: "$word"', ({ word, state }) => {
  expect(answerStateOf(word)).toBe(state);
});
