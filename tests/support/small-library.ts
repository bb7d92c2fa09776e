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

export const bytesOf = (file: Keys | string): Uint8Array =>
  Buffer.from(typeof file === 'string' ? file : JSON.stringify(file));

/** Reads a file that is expected to be readable. */
export async function readSmall(file: Keys | string): Promise<ImportBundle> {
  const read = await readGuidance(bytesOf(file));
  assert(read.ok, read.ok ? '' : read.error.message);
  return read.value;
}
