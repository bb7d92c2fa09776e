/** Library files as a peer writes them, small and with whatever is wrong in them. */
import { assert } from '../../src/core/base.ts';
import type { ImportBundle } from '../../src/core/guidance/bundle.ts';
import { readGuidance } from '../../src/library/guidance/read-guidance.ts';

export type Keys = Readonly<Record<string, unknown>>;

const base = 'urn:ward:risk';
export const nodeUrn = (number: string): string => `${base}:req_node:ward:${number}`;
export const frameworkUrn = `${base}:framework:ward`;

export const node = (number: string, more: Keys = {}): Keys => ({
  urn: nodeUrn(number),
  assessable: number.includes('.'),
  depth: number.split('.').length,
  ...(number.includes('.') ? { parent_urn: nodeUrn(number.replace(/\.[^.]+$/u, '')) } : {}),
  ref_id: number,
  name: `Rule ${number}`,
  ...more,
});

export const framework = (nodes: readonly Keys[], more: Keys = {}): Keys => ({
  urn: frameworkUrn,
  ref_id: 'WARD',
  name: 'Ward rules',
  requirement_nodes: nodes,
  ...more,
});

export const library = (objects: Keys, more: Keys = {}): Keys => ({
  urn: `${base}:library:ward`,
  locale: 'en',
  name: 'Ward rules',
  version: 1,
  objects,
  ...more,
});

export const rule = (source: string, target: string, more: Keys = {}): Keys => ({
  source_requirement_urn: source,
  target_requirement_urn: target,
  relationship: 'intersect',
  ...more,
});

export const mappingSet = (rules: readonly Keys[], more: Keys = {}): Keys => ({
  urn: `${base}:req_mapping_set:ward-other`,
  name: 'Ward to other',
  source_framework_urn: frameworkUrn,
  target_framework_urn: `${base}:framework:other`,
  requirement_mappings: rules,
  ...more,
});

export const single = node('1.1', { parent_urn: null, depth: 1 });
export const withNodes = (nodes: readonly Keys[], more: Keys = {}, about: Keys = {}): Keys =>
  library({ framework: framework(nodes, more) }, about);
export const withNode = (more: Keys, frameworkMore: Keys = {}): Keys =>
  withNodes([{ ...single, ...more }], frameworkMore);
export const groups = (...ids: readonly string[]): Keys => ({
  implementation_groups_definition: ids.map((id) => ({ ref_id: id, name: id })),
});
export const questionUrn = (number: number): string => `${nodeUrn('1.1')}:question:${number}`;
export const withQuestion = (question: Keys, frameworkMore: Keys = {}): Keys =>
  withNode({ questions: { [questionUrn(1)]: { text: 'In place?', ...question } } }, frameworkMore);
export const withChoice = (choice: Keys): Keys =>
  withQuestion({ type: 'unique_choice', choices: [{ urn: `${questionUrn(1)}:choice:1`, value: 'Yes', ...choice }] });
export const withDependence = (dependence: Keys): Keys =>
  withNode({
    questions: {
      [questionUrn(1)]: {
        type: 'unique_choice',
        text: 'Is there one?',
        choices: [{ urn: `${questionUrn(1)}:choice:1`, value: 'Yes' }],
      },
      [questionUrn(2)]: { type: 'text', text: 'Which?', depends_on: dependence },
    },
  });
export const other = 'urn:ward:risk:req_node:other:1';
export const withRule = (more: Keys): Keys =>
  library({ requirement_mapping_set: mappingSet([rule(nodeUrn('1'), other, more)]) });
export const withRules = (rules: readonly Keys[]): Keys =>
  library({ framework: framework([node('1'), node('1.1')]), requirement_mapping_sets: [mappingSet(rules)] });
export const matrix = (more: Keys): Keys =>
  library({
    risk_matrix: [
      {
        urn: 'urn:ward:risk:matrix:ward',
        name: 'Two by two',
        probability: [
          { id: 0, name: 'seldom' },
          { id: 1, name: 'often' },
        ],
        impact: [
          { id: 0, name: 'small' },
          { id: 1, name: 'large' },
        ],
        risk: [
          { id: 0, name: 'low' },
          { id: 1, name: 'high' },
        ],
        grid: [
          [0, 0],
          [0, 1],
        ],
        ...more,
      },
    ],
  });

export const bytesOf = (file: Keys | string): Uint8Array =>
  Buffer.from(typeof file === 'string' ? file : JSON.stringify(file));

/** Reads a file that is expected to be readable. */
export async function readSmall(file: Keys | string): Promise<ImportBundle> {
  const read = await readGuidance(bytesOf(file));
  assert(read.ok, read.ok ? '' : read.error.message);
  return read.value;
}
