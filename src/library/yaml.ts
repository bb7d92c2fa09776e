import { JSON_SCHEMA, load, YAMLException } from 'js-yaml';
import { fail, ok, type Result } from '../core/base.ts';

export type YamlProblem = { readonly line: number; readonly message: string };
export type Path = readonly (string | number)[];

/** Files larger than this are refused before parsing; the largest of ours has a tenth of it. */
export const largestYamlBytes = 1_000_000;

/** Reads one content file: keys become camelCase. */
export function readYaml(text: string): Result<unknown, YamlProblem> {
  const read = readYamlAsWritten(text);
  return read.ok ? ok(camelKeys(read.value)) : read;
}

/**
 * Reads one YAML document with its keys as they stand. Dates stay strings; aliases are refused, so that a small file
 * cannot unfold into a large one.
 */
export function readYamlAsWritten(text: string): Result<unknown, YamlProblem> {
  if (text.length > largestYamlBytes)
    return fail({ line: 0, message: `has ${text.length} characters, at most ${largestYamlBytes} are read` });
  try {
    return ok(load(text, { schema: JSON_SCHEMA, maxAliases: 0, maxDepth: 20 }));
  } catch (error) {
    if (error instanceof YAMLException)
      return fail({ line: (error.mark?.line ?? -1) + 1, message: error.reason ?? error.message });
    throw error;
  }
}

export const camel = (key: string): string =>
  key.includes('_') ? key.replace(/_([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase()) : key;
/** Keys that name a mechanism of the language are data like any other in a null-prototype object, but no file of ours has them. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

function camelKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelKeys);
  if (typeof value !== 'object' || value === null) return value;
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) if (!forbidden.has(key)) result[camel(key)] = camelKeys(inner);
  return result;
}
