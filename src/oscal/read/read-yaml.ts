import { JSON_SCHEMA, load, nullCoreTag, YAMLException } from 'js-yaml';
import { fail, ok, type Result } from '../../core/base.ts';
import type { Limits, Refusal } from './refusal.ts';

/** Texts, numbers and truths as JSON spells them; a key without a value has none, as every reader of YAML takes it. */
const schema = JSON_SCHEMA.withTags(nullCoreTag);

/** A YAML text as a value of JSON: dates stay texts, aliases are refused, since a small file could unfold into a large one. */
export function readYaml(text: string, { depth }: Limits): Result<unknown, Refusal> {
  try {
    return ok(load(text, { schema, maxAliases: 0, maxDepth: depth }));
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason = error.message, mark } = error;
    const at = mark === undefined || mark === null ? '' : `line ${mark.line + 1}, column ${mark.column + 1}`;
    return fail({ code: codeOf(reason), at, message: `Cannot read the YAML: ${reason}; ${remedyOf(reason)}` });
  }
}

const codeOf = (reason: string): Refusal['code'] => {
  if (/duplicate/iu.test(reason)) return 'duplicate_key';
  if (/input is empty/iu.test(reason)) return 'empty';
  return /depth|nesting/iu.test(reason) ? 'too_deep' : 'broken_yaml';
};

const remedyOf = (reason: string): string => {
  if (/alias/iu.test(reason)) return 'write out what the alias stands for';
  if (/duplicate/iu.test(reason)) return 'keep one of the two keys';
  return /depth|nesting/iu.test(reason) ? 'no OSCAL document is as deep' : 'mend it there';
};
