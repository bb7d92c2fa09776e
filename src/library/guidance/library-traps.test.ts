// Each thing that is wrong in published files, and what is found.
import { expect, test } from 'vitest';
import {
  nodeUrn,
  node,
  framework,
  library,
  rule,
  mappingSet,
  single,
  withNodes,
  withNode,
  groups,
  questionUrn,
  withQuestion,
  withChoice,
  withDependence,
  other,
  withRule,
  withRules,
  matrix,
  readSmall,
  type Keys,
} from '../../../tests/support/small-library.ts';

type Trap = readonly [name: string, file: Keys, codes: readonly string[]];

const traps: readonly Trap[] = [
  // Names.
  ['a mixed-case URN', withNode({ urn: 'urn:Ward:risk:req_node:ward:A' }), ['mixed_case_urn']],
  ['a URN with blanks and accents', withNode({ urn: 'urn:ward:risk:req_node:ward:capítulo i, a' }), ['loose_urn']],
  ['a name that is no URN', withNode({ urn: 'rule one' }), ['loose_urn']],
  ['a requirement without URN', withNodes([single, { name: 'x', assessable: true }]), ['missing_key']],
  ['a URN twice', withNodes([single, single]), ['duplicate_urn']],
  [
    'URNs that differ in case',
    withNodes([single, { ...single, urn: nodeUrn('1.1').toUpperCase() }]),
    ['mixed_case_urn', 'duplicate_urn'],
  ],
  ['a framework without URN', withNode({}, { urn: null }), ['missing_key', 'nothing_carried']],
  // The file.
  ['a quoted version', withNodes([single], {}, { version: '3' }), ['quoted_version']],
  ['no version', withNodes([single], {}, { version: null }), ['missing_version']],
  ['no locale', withNodes([single], {}, { locale: null }), ['missing_language']],
  ['no name', withNodes([single], {}, { name: null }), ['missing_title']],
  ['a date that is none', withNodes([single], {}, { publication_date: '2025-02-30' }), ['unreadable_date']],
  ['a date in words', withNodes([single], {}, { publication_date: 'May 2025' }), ['unreadable_date']],
  ['a date with a time', withNodes([single], {}, { publication_date: '2025-05-01T00:00:00Z' }), ['date_with_more']],
  ['no date', withNodes([single], {}, { publication_date: null }), []],
  ['objects that are a list', library([] as unknown as Keys), ['wrong_kind', 'nothing_carried']],
  ['framework and frameworks', library({ framework: framework([single]), frameworks: [] }), ['both_spellings']],
  ['a language that is none', withNode({ translations: { french: { name: 'a' } } }), ['unreadable_language']],
  // Texts, flags and numbers.
  ['no where a text stands', withNode({ name: false }), ['flag_for_text']],
  ['a list where a text stands', withNode({ description: ['a'] }), ['wrong_kind']],
  ['a text where a list stands', withNode({ implementation_groups: 'B' }), ['wrong_kind']],
  ['yes for true', withNode({ assessable: 'Yes' }), ['text_for_flag']],
  ['perhaps for true', withNode({ assessable: 'perhaps' }), ['wrong_kind', 'missing_flag']],
  ['no word on assessment', withNode({ assessable: null }), ['missing_flag']],
  ['a quoted weight', withNode({ weight: '2' }), ['text_for_number']],
  ['a text cut by a spreadsheet', withNode({ description: 'a'.repeat(32_767) }), ['cut_text']],
  ['a text one letter longer', withNode({ description: 'a'.repeat(32_768) }), []],
  ['half of a pair of letters', withNode({ name: 'a\uD800' }), ['unstorable_letters']],
  ['a zero letter', withNode({ name: 'a\0' }), ['unstorable_letters']],
  ['neither name nor number nor text', withNode({ name: null, ref_id: null }), ['nameless']],
  // The tree.
  ['a parent that is nowhere', withNode({ parent_urn: nodeUrn('9') }), ['dangling_parent']],
  ['a child before its parent', withNodes([node('1.1'), node('1')]), ['forward_parent']],
  [
    'parents in a circle',
    withNodes([{ ...single, parent_urn: nodeUrn('1') }, node('1', { parent_urn: nodeUrn('1.1') })]),
    ['forward_parent', 'parent_cycle', 'depth_differs'],
  ],
  ['its own parent', withNode({ parent_urn: nodeUrn('1.1') }), ['parent_cycle']],
  ['another depth than its parents give', withNode({ depth: 4 }), ['depth_differs']],
  ['no requirements', withNodes([]), ['no_requirements']],
  // Groups and references.
  ['a group that nobody declared', withNode({ implementation_groups: ['C'] }, groups('B')), ['dangling_group']],
  [
    'a group spelt otherwise',
    withNode({ implementation_groups: ['Level one'] }, groups('level-one')),
    ['group_spelt_otherwise'],
  ],
  [
    'a group spelt like two others',
    withNode({ implementation_groups: ['l 1'] }, groups('L-1', 'l1')),
    ['dangling_group'],
  ],
  ['a group twice', withNode({ implementation_groups: ['B', 'B'] }, groups('B')), ['repeated_reference']],
  ['a group declared twice', withNode({}, groups('B', 'B')), ['duplicate_urn']],
  ['a control that is nowhere', withNode({ reference_controls: ['urn:a'] }), ['dangling_reference']],
  [
    'a control that another file may have',
    withNodes([{ ...single, threats: ['urn:a'] }], {}, { dependencies: ['urn:b:c:d:e'] }),
    [],
  ],
  // Scales.
  ['a scale upside down', withNode({}, { min_score: 4, max_score: 0 }), ['upside_down_scale']],
  ['half a scale', withNode({}, { max_score: 4 }), ['half_scale']],
  [
    'a scale that its steps say',
    withNode(
      {},
      {
        scores_definition: [
          { score: 1, name: 'a' },
          { score: 3, name: 'b' },
        ],
      },
    ),
    ['half_scale', 'half_scale'],
  ],
  [
    'a score off the scale',
    withNode({}, { min_score: 0, max_score: 1, scores_definition: [{ score: 3, name: 'a' }] }),
    ['score_off_scale'],
  ],
  // Questions.
  [
    'another word for a type',
    withQuestion({ type: 'single_choice', choices: [{ urn: 'urn:a:b:c:d', value: 'Yes' }] }),
    ['type_alias'],
  ],
  ['a type that nobody knows', withQuestion({ type: 'slider' }), ['unknown_type']],
  ['a choice of nothing', withQuestion({ type: 'unique_choice' }), ['question_without_choices']],
  ['a question without words', withQuestion({ type: 'text', text: null }), ['missing_text']],
  ['a result in the old form', withChoice({ compute_result: true }), ['legacy_result']],
  ['a result of its own', withChoice({ compute_result: 'splendid' }), ['unknown_result']],
  ['no result', withChoice({ compute_result: null }), []],
  ['a choice without URN', withChoice({ urn: null }), ['missing_choice_urn']],
  ['N as a choice', withChoice({ value: 'N' }), []],
  ['no as a choice', withChoice({ value: false }), ['flag_for_text']],
  ['a choice of a group that nobody declared', withChoice({ select_implementation_groups: ['C'] }), ['dangling_group']],
  [
    'a question that waits for none',
    withDependence({ question: questionUrn(9), answers: ['a'] }),
    ['dangling_question'],
  ],
  [
    'a question that waits for no answer',
    withDependence({ question: questionUrn(1), answers: ['urn:x'] }),
    ['dangling_answer', 'no_answer_to_wait_for'],
  ],
  [
    'a condition of its own',
    withDependence({ question: questionUrn(1), answers: [`${questionUrn(1)}:choice:1`], condition: 'some' }),
    ['unknown_condition'],
  ],
  [
    'a question twice',
    withNodes(
      ['1', '2'].map((number) => node(number, { questions: { [questionUrn(1)]: { type: 'text', text: 'a' } } })),
    ),
    ['duplicate_question'],
  ],
  // Mappings.
  ['a mapping between files', withRule({}), []],
  ['a rule from nowhere', withRules([rule(nodeUrn('9'), other)]), ['dangling_rule']],
  ['a rule on a heading', withRules([rule(nodeUrn('1'), other)]), ['rule_on_heading']],
  ['a rule twice', withRules([rule(nodeUrn('1.1'), other), rule(nodeUrn('1.1'), other)]), ['duplicate_rule']],
  [
    'two rules that contradict',
    withRules([rule(nodeUrn('1.1'), other), rule(nodeUrn('1.1'), other, { relationship: 'equal' })]),
    ['contradicting_rule'],
  ],
  ['a relation that nobody knows', withRule({ relationship: 'similar' }), ['unknown_relation']],
  ['a sentence for a rationale', withRule({ rationale: 'Les deux parlent de nuit.' }), ['prose_for_rationale']],
  ['a strength of 90', withRule({ strength_of_relationship: 90 }), ['strength_beyond_scale']],
  [
    'a mapping to nowhere',
    library({ requirement_mapping_set: mappingSet([], { target_framework_urn: null }) }),
    ['missing_key', 'nothing_carried'],
  ],
  // Matrices.
  ['a row too few', matrix({ grid: [[0, 0]] }), ['broken_grid', 'nothing_carried']],
  ['a cell too few', matrix({ grid: [[0, 0], [0]] }), ['broken_grid', 'nothing_carried']],
  [
    'a risk that is nowhere',
    matrix({
      grid: [
        [0, 0],
        [0, 7],
      ],
    }),
    ['broken_grid', 'nothing_carried'],
  ],
];

test.each(traps)('library file: %s', async (_, file, codes) => {
  expect((await readSmall(file)).findings.map(({ code }) => code)).toEqual(codes);
});
