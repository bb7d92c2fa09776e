import type { EditionChoice, EditionQuestion } from '../../core/guidance/edition.ts';
import { maybeTranslated } from './edition-words.ts';
import {
  below,
  isFields,
  namedSpotsOf,
  numberOf,
  spotOf,
  spotsOf,
  textOf,
  textsOf,
  valueOf,
  type Spot,
} from './fields.ts';
import { quoted } from './finding-kinds.ts';
import type { Library } from './inherited.ts';
import { groupsOf, type Groups } from './library-groups.ts';
import type { Notes } from './notes.ts';
import { loseRest } from './uncarried.ts';
import { asName, asUrn, urnOf } from './urns.ts';

/** What a question may point to inside its framework. */
export type QuestionScope = {
  readonly library: Library;
  readonly groups: Groups;
  /** Choices of each question, in lower case. */
  readonly questions: ReadonlyMap<string, ReadonlySet<string>>;
  /** Questions that were met so far. */
  readonly asked: Set<string>;
};

const kinds: ReadonlyMap<string, EditionQuestion['kind']> = new Map([
  ['unique_choice', 'one'],
  ['single_choice', 'one'],
  ['multiple_choice', 'several'],
  ['text', 'text'],
  ['number', 'number'],
  ['date', 'date'],
  ['boolean', 'yes_no'],
]);

/** The questions of a framework before any is read, because one may depend on another that comes later. */
export function indexQuestions(requirements: readonly Spot[]): QuestionScope['questions'] {
  const index = new Map<string, ReadonlySet<string>>();
  for (const requirement of requirements) {
    const questions = valueOf(requirement, 'questions');
    if (!isFields(questions)) continue;
    for (const [urn, question] of Object.entries(questions)) index.set(lower(urn), choicesIn(question));
  }
  return index;
}

const lower = (text: string): string => text.trim().toLowerCase();

function choicesIn(question: unknown): ReadonlySet<string> {
  const choices = isFields(question) ? valueOf({ at: '', fields: question }, 'choices') : null;
  if (!Array.isArray(choices)) return new Set();
  const urns = choices.map((choice: unknown) => (isFields(choice) ? valueOf({ at: '', fields: choice }, 'urn') : null));
  return new Set(urns.flatMap((urn) => (typeof urn === 'string' ? [lower(urn)] : [])));
}

/** The questions of a requirement, which stand under their names. */
export const readQuestions = (scope: QuestionScope, requirement: Spot): readonly EditionQuestion[] =>
  namedSpotsOf(scope.library.notes, requirement, 'questions').map(([urn, spot]) => readQuestion(scope, urn, spot));

function readQuestion(scope: QuestionScope, name: string, spot: Spot): EditionQuestion {
  const { notes } = scope.library;
  const id = asName(notes, spot.at, name);
  if (scope.asked.has(id)) notes.find('duplicate_question', spot.at, quoted(id));
  scope.asked.add(id);
  const text = textOf(notes, spot, 'text');
  if (text === null) notes.find('missing_text', below(spot.at, 'text'), '"text"');
  loseRest(notes, spot, 'question');
  const choices = spotsOf(notes, spot, 'choices').map((choice, index) => readChoice(scope, id, choice, index));
  const kind = kindOf(notes, spot, choices.length > 0);
  if (choices.length === 0 && (kind === 'one' || kind === 'several')) notes.find('question_without_choices', spot.at);
  return {
    id,
    text: text ?? '',
    kind,
    choices,
    dependsOn: readDependence(scope, spot),
    ...maybeTranslated(notes, spot, { text: 'text' }),
  };
}

function kindOf(notes: Notes, spot: Spot, hasChoices: boolean): EditionQuestion['kind'] {
  const type = textOf(notes, spot, 'type');
  const kind = kinds.get(type ?? '');
  const at = below(spot.at, 'type');
  if (type === 'single_choice') notes.find('type_alias', at, quoted(type), quoted('unique_choice'));
  if (kind !== undefined) return kind;
  const instead = hasChoices ? 'one' : 'text';
  notes.find('unknown_type', at, quoted(type ?? ''), hasChoices ? 'a choice of one' : 'a text');
  if (type !== null) notes.lose('question_type', at, type);
  return instead;
}

function readChoice(scope: QuestionScope, question: string, spot: Spot, index: number): EditionChoice {
  const { notes } = scope.library;
  const made = `${question}:choice:${index + 1}`;
  const urn = urnOf(notes, spot, 'urn');
  if (urn === null) notes.find('missing_choice_urn', spot.at, quoted(made));
  const text = textOf(notes, spot, 'value');
  if (text === null) notes.find('missing_text', below(spot.at, 'value'), '"value"');
  loseRest(notes, spot, 'choice');
  const note = textOf(notes, spot, 'description');
  return {
    id: urn ?? made,
    text: text ?? '',
    score: numberOf(notes, spot, 'add_score'),
    result: resultOf(notes, spot),
    groups: groupsOf(notes, scope.groups, spot, 'select_implementation_groups'),
    ...(note === null ? {} : { note }),
    ...maybeTranslated(notes, spot, { text: 'value', note: 'description' }),
  };
}

const results = new Set(['compliant', 'partially_compliant', 'non_compliant', 'not_applicable', 'not_assessed']);

/** What an answer leads to. In old files it is yes or no. */
function resultOf(notes: Notes, spot: Spot): string | null {
  const said = valueOf(spot, 'compute_result');
  const at = below(spot.at, 'compute_result');
  if (typeof said === 'boolean') {
    const read = said ? 'compliant' : 'non_compliant';
    notes.find('legacy_result', at, quoted(said), quoted(read));
    return read;
  }
  const result = textOf(notes, spot, 'compute_result');
  if (result !== null && !results.has(result)) notes.find('unknown_result', at, quoted(result));
  return result;
}

/** On what a question depends. If that is not here, the question is always asked: better once too often. */
function readDependence(scope: QuestionScope, spot: Spot): EditionQuestion['dependsOn'] {
  const { notes } = scope.library;
  const inner = spotOf(notes, spot, 'depends_on');
  if (inner === null) return null;
  loseRest(notes, inner, 'dependence');
  const question = urnOf(notes, inner, 'question') ?? '';
  const known = scope.questions.get(question);
  const answers = known === undefined ? [] : answersOf(notes, inner, question, known);
  const all = conditionOf(notes, inner);
  if (known !== undefined && answers.length > 0) return { question, answers, all };
  const why = known === undefined ? 'dangling_question' : 'no_answer_to_wait_for';
  notes.find(why, below(inner.at, 'question'), quoted(question));
  notes.lose('question_dependence', inner.at, question);
  return null;
}

function answersOf(notes: Notes, spot: Spot, question: string, known: ReadonlySet<string>): readonly string[] {
  return textsOf(notes, spot, 'answers').flatMap(({ at, text }) => {
    const answer = asUrn(notes, at, text);
    if (known.has(answer)) return [answer];
    notes.find('dangling_answer', at, quoted(text), quoted(question));
    notes.lose('dangling_answer', at, text);
    return [];
  });
}

function conditionOf(notes: Notes, spot: Spot): boolean {
  const condition = textOf(notes, spot, 'condition') ?? 'any';
  if (condition !== 'any' && condition !== 'all')
    notes.find('unknown_condition', below(spot.at, 'condition'), quoted(condition));
  return condition === 'all';
}
