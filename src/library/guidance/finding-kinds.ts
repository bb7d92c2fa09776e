import type { ImportFinding } from '../../core/guidance/bundle.ts';

type Kind = {
  readonly severity: ImportFinding['severity'];
  readonly say: (...words: readonly string[]) => string;
};

const kind = (severity: ImportFinding['severity'], say: Kind['say']): Kind => ({ severity, say });

/** All that a reader of guidance may find wrong: how grave it is and how it is said. The only place with such words. */
export const findingKinds = {
  // What stands where something else was expected.
  wrong_kind: kind('warning', (key, found, wanted) => `${key} is ${found} where ${wanted} is expected: it is left out`),
  flag_for_text: kind(
    'warning',
    (key, flag) => `${key} says ${flag} where a text is expected: if "N", "No" or "Yes" was meant, put it in quotes`,
  ),
  text_for_flag: kind('note', (key, text, read) => `${key} says ${text}, which is read as ${read}`),
  text_for_number: kind('note', (key, text) => `${key} is the text ${text}, which is read as a number`),
  missing_flag: kind('warning', (key) => `${key} is missing; it is read as false`),
  missing_text: kind('warning', (key) => `${key} is missing, so the words are empty`),
  missing_key: kind(
    'error',
    (key, what) => `${key} is missing, and without it ${what} cannot be stored: it is left out`,
  ),
  both_spellings: kind('warning', (one, other) => `"${one}" and "${other}" both stand here; both are read`),
  unstorable_letters: kind(
    'warning',
    (key) => `${key} has letters that no text may have (zero, or half of a pair); each is replaced by "\uFFFD"`,
  ),
  long_text: kind(
    'warning',
    (key, length, most) => `${key} has ${length} letters; what comes after the first ${most} is left out`,
  ),
  cut_text: kind(
    'warning',
    (key, length) =>
      `${key} has ${length} letters, as many as a cell of a spreadsheet holds: the end is probably missing`,
  ),
  // Names of things.
  mixed_case_urn: kind('note', (urn) => `${urn} is not in lower case; it is read as if it were`),
  loose_urn: kind('note', (urn) => `${urn} does not have the form of a URN; it is kept as it stands`),
  long_urn: kind('error', (urn, most) => `${urn} has more than ${most} letters; the rest is left out`),
  duplicate_urn: kind('error', (urn) => `${urn} is here twice; the second is left out`),
  repeated_reference: kind('note', (name) => `${name} is referred to twice from the same place; once is kept`),
  // The file itself.
  missing_title: kind('warning', (instead) => `The name is missing; ${instead} is used`),
  missing_version: kind('error', () => 'The version is missing, so this edition cannot be told from others'),
  quoted_version: kind('note', (version) => `The version ${version} is a text; numbers are usual here`),
  missing_language: kind('warning', () => 'The locale is missing, so nobody can say which language this is'),
  unreadable_language: kind('warning', (code) => `${code} is not the code of a language: its words are left out`),
  unreadable_date: kind('warning', (date) => `${date} is not a day such as 2026-11-27; it is read as unknown`),
  date_with_more: kind('note', (date, day) => `${date} says more than a day; ${day} is kept`),
  nothing_carried: kind('warning', () => 'Nothing in this file is of a kind that we keep'),
  // Requirements.
  no_requirements: kind('warning', (urn) => `The framework ${urn} has no requirements`),
  dangling_parent: kind(
    'warning',
    (urn, parent) => `${urn} names the parent ${parent}, which is not here: it has none`,
  ),
  forward_parent: kind('note', (urn, parent) => `${urn} stands before its parent ${parent}; it is moved behind it`),
  parent_cycle: kind('warning', (urn, parent) => `${urn} is below itself by way of its parent ${parent}: it has none`),
  depth_differs: kind(
    'note',
    (urn, said, found) => `${urn} says depth ${said}, and its parents make it ${found}; the parents count`,
  ),
  nameless: kind('warning', (urn) => `${urn} has neither name, number nor text`),
  group_spelt_otherwise: kind(
    'warning',
    (name, declared) => `The group ${name} is not declared, but ${declared} is; it is read as that`,
  ),
  dangling_group: kind(
    'warning',
    (name, nearest) => `The group ${name} is not declared, so it is left out; ${nearest}`,
  ),
  dangling_reference: kind(
    'warning',
    (urn) => `${urn} is in no catalogue here, and the file names no other that it needs`,
  ),
  upside_down_scale: kind('error', (least, most) => `The scale runs from ${least} to ${most}: it is left out`),
  half_scale: kind('warning', (key) => `The scale lacks ${key}; its steps say it`),
  score_off_scale: kind('warning', (score, least, most) => `The score ${score} is not between ${least} and ${most}`),
  // Questions.
  type_alias: kind('note', (found, read) => `The type ${found} is another word for ${read}`),
  unknown_type: kind('warning', (found, read) => `The type ${found} is not known; it is read as ${read}`),
  question_without_choices: kind('warning', () => 'The question is to be answered by choice, and there is none'),
  duplicate_question: kind('warning', (urn) => `The question ${urn} is asked at two requirements`),
  legacy_result: kind('note', (found, read) => `The result ${found} is an old form; it is read as ${read}`),
  unknown_result: kind('note', (found) => `The result ${found} is none of the usual; it is kept as it stands`),
  missing_choice_urn: kind('note', (made) => `The choice has no URN; it is called ${made}`),
  dangling_question: kind('warning', (urn) => `The question depends on ${urn}, which is not here: it is always asked`),
  no_answer_to_wait_for: kind(
    'warning',
    (urn) => `The question depends on ${urn}, of which it names no answer that is here: it is always asked`,
  ),
  dangling_answer: kind('warning', (answer, urn) => `${answer} is none of the choices of ${urn}: it is left out`),
  unknown_condition: kind(
    'warning',
    (found) => `The condition ${found} is neither "any" nor "all"; it is read as "any"`,
  ),
  // Mappings.
  dangling_rule: kind('warning', (urn, framework) => `${urn} is no requirement of ${framework}, which is in this file`),
  rule_on_heading: kind('note', (urn) => `${urn} is a heading, which nobody assesses`),
  duplicate_rule: kind('warning', (source, target) => `${source} to ${target} is here twice; once is kept`),
  contradicting_rule: kind(
    'warning',
    (source, target, one, other) => `${source} to ${target} is called ${one} and ${other}; both are kept`,
  ),
  unknown_relation: kind(
    'error',
    (found, allowed) => `The relationship ${found} is not known, so the rule is left out; allowed are ${allowed}`,
  ),
  prose_for_rationale: kind(
    'note',
    (found) => `The rationale ${found} is a sentence and none of the usual words; it is kept as a note`,
  ),
  strength_beyond_scale: kind(
    'warning',
    (found) => `The strength ${found} is not between 0 and 10, so nobody can say on what scale it is: it is left out`,
  ),
  // Risk matrices.
  broken_grid: kind('error', (why) => `The grid of the matrix does not fit its scales: ${why}. The matrix is left out`),
  // How it is counted.
  more_of_a_kind: kind('note', (count, code) => `${count} more findings of the kind "${code}" are not listed`),
} as const satisfies Readonly<Record<string, Kind>>;

export type FindingCode = keyof typeof findingKinds;

const longestQuote = 80;

/** A value as a finding names it. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return `"${text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text}"`.toWellFormed();
}
