/** What the library files of a peer say and we do not keep, kind by kind. */
import { below, isFields, type Spot } from './fields.ts';
import type { Notes } from './notes.ts';

type Level = { readonly carried: ReadonlySet<string>; readonly lost: ReadonlyMap<string, string> };

const level = (carried: string, lost: Readonly<Record<string, string>> = {}): Level => ({
  carried: new Set(carried.split(' ')),
  // A map and no object, so that a key such as `constructor` finds nothing.
  lost: new Map(Object.entries(lost)),
});

const levels = {
  library: level(
    'urn locale name description version publication_date copyright provider packager dependencies translations objects',
    {
      ref_id: 'library_number',
      labels: 'label',
      annotation: 'library_annotation',
      convert_library_version: 'converter_version',
    },
  ),
  objects: level(
    'framework frameworks threats reference_controls metric_definitions risk_matrix risk_matrices requirement_mapping_set requirement_mapping_sets',
    {
      preset: 'preset',
      presets: 'preset',
      workflows: 'workflow',
      ttp_catalogs: 'attack_catalogue',
      tactics: 'tactic',
      techniques: 'technique',
    },
  ),
  framework: level(
    'urn ref_id name description min_score max_score scores_definition implementation_groups_definition requirement_nodes translations',
    {
      annotation: 'framework_annotation',
      outcomes_definition: 'outcome',
      field_visibility: 'field_visibility',
      scores_formula: 'score_formula',
      score_calculation_method: 'score_formula',
    },
  ),
  requirement: level(
    'urn parent_urn ref_id name description annotation typical_evidence assessable depth implementation_groups threats reference_controls questions weight translations',
    {
      display_mode: 'display_mode',
      importance: 'importance',
      visibility_expression: 'visibility_expression',
      min_score: 'own_scale',
      max_score: 'own_scale',
      scores_definition: 'own_scale',
      scores_definition_ref: 'own_scale',
    },
  ),
  question: level('urn type text choices depends_on translations', {
    visibility_expression: 'visibility_expression',
    weight: 'question_weight',
  }),
  choice: level('urn value add_score compute_result description select_implementation_groups translations', {
    color: 'question_colour',
  }),
  dependence: level('question answers condition'),
  group: level('ref_id name description default_selected translations'),
  scales: level('scale', { alternatives: 'other_scale' }),
  score: level('score name description translations'),
  threat: level('urn ref_id name description translations', { annotation: 'threat_annotation' }),
  control: level('urn ref_id name description translations', {
    annotation: 'control_annotation',
    category: 'control_category',
    csf_function: 'control_function',
    typical_evidence: 'control_evidence',
  }),
  metric: level('urn ref_id name description translations', {
    annotation: 'metric_annotation',
    category: 'metric_category',
    unit: 'metric_unit',
    choices_definition: 'metric_choice',
    default_target: 'metric_target',
    higher_is_better: 'metric_direction',
    provider: 'metric_provider',
  }),
  matrix: level('urn name description probability impact risk grid translations', {
    ref_id: 'matrix_number',
    annotation: 'matrix_annotation',
    strength_of_knowledge: 'strength_of_knowledge',
  }),
  matrix_level: level('id name description translations', {
    abbreviation: 'matrix_abbreviation',
    hexcolor: 'matrix_colour',
  }),
  mapping_set: level('urn name description source_framework_urn target_framework_urn requirement_mappings', {
    ref_id: 'mapping_number',
    annotation: 'mapping_annotation',
    translations: 'mapping_translation',
  }),
  rule: level(
    'source_requirement_urn target_requirement_urn relationship rationale strength_of_relationship annotation',
  ),
} as const satisfies Readonly<Record<string, Level>>;

/** Notes each key of a thing that is not carried, item by item. */
export function loseRest(notes: Notes, { at, fields }: Spot, name: keyof typeof levels): void {
  const { carried, lost } = levels[name];
  for (const [key, value] of Object.entries(fields))
    if (!carried.has(key)) loseValue(notes, lost.get(key) ?? 'unknown_field', below(at, key), value);
}

/** Notes a value that is not carried: each item of a list, and each key of a group that is not itself an item. */
export function loseValue(notes: Notes, code: string, at: string, value: unknown): void {
  if (value === undefined || value === null || value === '') return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) notes.lose(code, below(at, index), () => named(item));
    return;
  }
  if (!isFields(value) || nameOf(value) !== null) {
    notes.lose(code, at, () => named(value));
    return;
  }
  for (const [key, inner] of Object.entries(value)) loseValue(notes, code, below(at, key), inner);
}

const named = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return (isFields(value) ? nameOf(value) : null) ?? JSON.stringify(value) ?? String(value);
};

/** What an item is called by, so that people recognise it. */
function nameOf(fields: Readonly<Record<string, unknown>>): string | null {
  const key = ['name', 'title', 'ref_id', 'urn', 'key', 'ref'].find((one) => typeof nameIn(fields, one) === 'string');
  return key === undefined ? null : (nameIn(fields, key) as string);
}

const nameIn = (fields: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(fields, key) ? fields[key] : undefined;
