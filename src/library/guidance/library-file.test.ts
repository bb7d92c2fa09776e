import { expect, test } from 'vitest';
import {
  nodeUrn,
  frameworkUrn,
  node,
  framework,
  library,
  rule,
  mappingSet,
  withNodes,
  withNode,
  groups,
  questionUrn,
  withQuestion,
  withChoice,
  withDependence,
  other,
  withRule,
  matrix,
  readSmall,
  type Keys,
} from '../../../tests/support/small-library.ts';
import type { ImportBundle } from '../../core/guidance/bundle.ts';
import { mostOfAKind } from './notes.ts';

const lossesOf = ({ losses }: ImportBundle): readonly string[] => losses.map(({ code, what }) => `${code}: ${what}`);
const requirementOf = ({ frameworks }: ImportBundle) => frameworks[0]?.requirements[0];
const questionsOf = (bundle: ImportBundle) => requirementOf(bundle)?.questions ?? [];

test('library file: a sound one has neither findings nor losses, and all that it says is there', async () => {
  const [threat, control] = ['urn:ward:risk:threat:ward:t', 'urn:ward:risk:function:ward:c'];
  const french = { description: 'Imprimez.', annotation: 'Recto verso.', typical_evidence: 'La liste.' };
  const said = {
    description: 'Print the list.',
    annotation: 'Both sides.',
    typical_evidence: 'The list.',
    weight: 2,
    implementation_groups: ['B'],
    threats: [threat],
    reference_controls: [control],
  };
  const scale = {
    min_score: 0,
    max_score: 2,
    scores_definition: [{ score: 0, name: 'none', translations: { fr: { name: 'rien' } } }],
    implementation_groups_definition: [
      { ref_id: 'B', name: 'basic', default_selected: true, translations: { fr: { name: 'base' } } },
    ],
    translations: { fr: { name: 'Règles du service' } },
  };
  const nodes = [
    node('1', { translations: { fr: { name: 'Règle' } } }),
    node('1.1', { ...said, translations: { fr: french } }),
  ];
  const bundle = await readSmall(
    library(
      {
        framework: framework(nodes, scale),
        threats: [{ urn: threat, ref_id: 'T', name: 'Fire', description: 'It burns.' }],
        reference_controls: [{ urn: control, name: 'Torch', translations: { fr: { name: 'Lampe' } } }],
        metric_definitions: [{ urn: 'urn:ward:risk:metric:ward:m', name: 'Torches' }],
      },
      {
        description: 'All rules.',
        copyright: 'CC BY 4.0',
        publication_date: '2025-07-09',
        provider: 'Nurses',
        packager: 'ward',
        dependencies: ['urn:ward:risk:library:base'],
        translations: { fr: { name: 'Règles' } },
      },
    ),
  );
  expect(bundle).toEqual({
    format: 'library',
    urn: 'urn:ward:risk:library:ward',
    title: 'Ward rules',
    text: 'All rules.',
    publisher: 'Nurses',
    packager: 'ward',
    edition: '1',
    language: 'en',
    licence: 'CC BY 4.0',
    translations: { fr: { title: 'Règles', text: null, note: null } },
    needs: ['urn:ward:risk:library:base'],
    frameworks: [
      {
        urn: frameworkUrn,
        edition: '1',
        number: 'WARD',
        title: 'Ward rules',
        text: null,
        language: 'en',
        publisher: 'Nurses',
        publishedOn: '2025-07-09',
        groups: [
          {
            id: 'B',
            title: 'basic',
            text: null,
            isDefault: true,
            translations: { fr: { title: 'base', text: null, note: null } },
          },
        ],
        scale: {
          least: 0,
          most: 2,
          levels: [
            { score: 0, title: 'none', text: null, translations: { fr: { title: 'rien', text: null, note: null } } },
          ],
        },
        requirements: [
          expect.objectContaining({ id: nodeUrn('1'), parent: null, isAssessable: false, evidence: null }),
          {
            id: nodeUrn('1.1'),
            parent: nodeUrn('1'),
            number: '1.1',
            title: 'Rule 1.1',
            text: 'Print the list.',
            note: 'Both sides.',
            evidence: 'The list.',
            isAssessable: true,
            groups: ['B'],
            weight: 2,
            refersTo: [threat, control],
            questions: [],
            translations: { fr: { title: null, text: 'Imprimez.', note: 'Recto verso.', evidence: 'La liste.' } },
          },
        ],
        translations: { fr: { title: 'Règles du service', text: null, note: null } },
      },
    ],
    mappingSets: [],
    catalogue: [
      { urn: threat, kind: 'threat', number: 'T', title: 'Fire', text: 'It burns.', translations: {} },
      expect.objectContaining({
        urn: control,
        kind: 'control',
        translations: { fr: { title: 'Lampe', text: null, note: null } },
      }),
      expect.objectContaining({ kind: 'metric', title: 'Torches' }),
    ],
    matrices: [],
    findings: [],
    losses: [],
  });
});

test('library file: names and all references to them are in lower case', async () => {
  const mixed = (text: string): string => text.replace('ward', 'Ward');
  const { frameworks, needs, mappingSets } = await readSmall(
    library(
      {
        framework: framework([node('1'), node('1.1', { parent_urn: mixed(nodeUrn('1')) })], {
          urn: mixed(frameworkUrn),
        }),
        requirement_mapping_set: mappingSet([rule(mixed(nodeUrn('1.1')), mixed(other))]),
      },
      { dependencies: ['urn:Ward:risk:library:B'] },
    ),
  );
  expect(needs).toEqual(['urn:ward:risk:library:b']);
  expect(frameworks[0]).toMatchObject({ urn: frameworkUrn, requirements: [{}, { parent: nodeUrn('1') }] });
  expect(mappingSets[0]?.relations).toMatchObject([{ source: nodeUrn('1.1'), target: other }]);
});

test('library file: parents come before children, and what cannot be a parent is none', async () => {
  const idsOf = async (nodes: readonly Keys[]) =>
    (await readSmall(withNodes(nodes))).frameworks[0]?.requirements.map(({ id, parent }) => [
      id.at(-1),
      parent?.at(-1) ?? '',
    ]);
  expect(await idsOf([node('1.1.3'), node('2'), node('1.1'), node('1')])).toEqual([
    ['1', ''],
    ['1', '1'],
    ['3', '1'],
    ['2', ''],
  ]);
  expect(await idsOf([node('1.2', { parent_urn: nodeUrn('3') }), node('3', { parent_urn: nodeUrn('1.2') })])).toEqual([
    ['3', ''],
    ['2', '3'],
  ]);
});

test('library file: a chain of parents as long as may be is no matter', async () => {
  const nodes = Array.from({ length: 50_000 }, (_, at) =>
    node(String(at), { depth: null, parent_urn: nodeUrn(String(at + 1)) }),
  );
  const bundle = await readSmall(withNodes(nodes));
  expect(bundle.frameworks[0]?.requirements).toHaveLength(50_000);
  expect(bundle.findings.at(-1)).toMatchObject({
    code: 'more_of_a_kind',
    message: expect.stringContaining('44999 more'),
  });
  expect(bundle.findings).toHaveLength(mostOfAKind + 2);
});

test.each<readonly [string, unknown, string | null]>([
  ['unique_choice', 'one', null],
  ['multiple_choice', 'several', null],
  ['text', 'text', null],
  ['number', 'number', null],
  ['date', 'date', null],
  ['boolean', 'yes_no', null],
  ['slider', 'text', 'question_type: slider'],
])('library file: a question of type %s', async (type, kind, loss) => {
  const bundle = await readSmall(withQuestion({ type, translations: { fr: { text: 'En place ?' } } }));
  expect(questionsOf(bundle)).toMatchObject([
    { id: questionUrn(1), text: 'In place?', kind, dependsOn: null, translations: { fr: { text: 'En place ?' } } },
  ]);
  expect(lossesOf(bundle)).toEqual(loss === null ? [] : [loss]);
});

test('library file: a choice says what it does, and its colour is lost', async () => {
  const bundle = await readSmall(
    withChoice({
      add_score: 4,
      compute_result: false,
      description: 'So it is.',
      color: '#fff',
      translations: { fr: { value: 'Oui' } },
    }),
  );
  expect(questionsOf(bundle)[0]?.choices).toEqual([
    {
      id: `${questionUrn(1)}:choice:1`,
      text: 'Yes',
      score: 4,
      result: 'non_compliant',
      groups: [],
      note: 'So it is.',
      translations: { fr: { title: null, text: 'Oui', note: null } },
    },
  ]);
  expect(lossesOf(bundle)).toEqual(['question_colour: #fff']);
});

test('library file: a question waits for answers to another', async () => {
  const answer = `${questionUrn(1)}:choice:1`;
  const bundle = await readSmall(
    withDependence({ question: questionUrn(1).toUpperCase(), answers: [answer], condition: 'all' }),
  );
  expect(questionsOf(bundle)[1]?.dependsOn).toEqual({ question: questionUrn(1), answers: [answer], all: true });
});

test.each<readonly [string, string, unknown]>([
  ['equal', 'equal', null],
  ['subset', 'subset', 0],
  ['superset', 'superset', 3],
  ['intersect', 'intersects', 10],
  ['not_related', 'none', 11],
])('library file: the relationship %s', async (relationship, relation, strength) => {
  const { mappingSets } = await readSmall(
    withRule({ relationship, rationale: 'Semantic', strength_of_relationship: strength, annotation: 'So we think.' }),
  );
  const confidence = typeof strength === 'number' && strength <= 10 ? strength / 10 : null;
  expect(mappingSets[0]?.relations).toEqual([
    { source: nodeUrn('1'), target: other, relation, rationale: 'semantic', confidence, note: 'So we think.' },
  ]);
});

test('library file: a sentence for a rationale becomes a part of the note', async () => {
  const { mappingSets } = await readSmall(withRule({ rationale: 'Both are of the night.', annotation: 'See there.' }));
  expect(mappingSets[0]?.relations[0]).toMatchObject({ rationale: null, note: 'See there.\n\nBoth are of the night.' });
});

test('library file: cells of a matrix name risks by their ids', async () => {
  const { matrices } = await readSmall(
    matrix({
      risk: [
        { id: 7, name: 'low' },
        { id: 3, name: 'high', hexcolor: '#f00' },
      ],
      grid: [
        [7, 7],
        [7, 3],
      ],
    }),
  );
  expect(matrices).toMatchObject([
    {
      title: 'Two by two',
      grid: [
        [0, 0],
        [0, 1],
      ],
      risk: [{ title: 'low' }, { title: 'high' }],
    },
  ]);
});

test('library file: the newer form of a scale, and the others in it are lost', async () => {
  const bundle = await readSmall(
    withNode(
      {},
      {
        min_score: 0,
        max_score: 1,
        scores_definition: { scale: [{ score: 1, name: 'yes' }], alternatives: { short: [{ name: 'a' }] } },
      },
    ),
  );
  expect(bundle.frameworks[0]?.scale).toEqual({ least: 0, most: 1, levels: [{ score: 1, title: 'yes', text: null }] });
  expect(lossesOf(bundle)).toEqual(['other_scale: a']);
});

test('library file: what is not kept is lost item by item', async () => {
  const bundle = await readSmall(
    library(
      {
        framework: framework([node('1', { visibility_expression: 'a > 1', display_mode: 'splash' })], {
          outcomes_definition: [{ ref_id: 'pass' }],
          field_visibility: { observation: 'auditor' },
        }),
        preset: { feature_flags: { enable: ['a', 'b'] }, journey: { steps: [{ key: 's1', title: 'Start' }] } },
        workflows: [{ name: 'w' }],
        techniques: [{ urn: 'urn:t', name: 'Phishing' }],
        gadgets: { blue: 1 },
      },
      { labels: ['NIS2', 'x'.repeat(300)], annotation: 'Note', ref_id: 'R' },
    ),
  );
  expect(lossesOf(bundle)).toEqual([
    'outcome: pass',
    'field_visibility: auditor',
    'visibility_expression: a > 1',
    'display_mode: splash',
    'label: NIS2',
    `label: ${'x'.repeat(200)}`,
    'library_annotation: Note',
    'library_number: R',
    'preset: a',
    'preset: b',
    'preset: Start',
    'workflow: w',
    'technique: Phishing',
    'unknown_field: 1',
  ]);
  expect(bundle.losses.map(({ at }) => at)).toContain('/objects/preset/journey/steps/0');
});

test('library file: findings name the value, and the nearest that is allowed', async () => {
  const { findings } = await readSmall(withNode({ implementation_groups: ['Basics'] }, groups('basic', 'high')));
  expect(findings).toEqual([
    {
      code: 'dangling_group',
      severity: 'warning',
      at: '/objects/framework/requirement_nodes/0/implementation_groups/0',
      message: 'The group "Basics" is not declared, so it is left out; the nearest is "basic"',
    },
  ]);
});
