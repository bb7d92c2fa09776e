import { fail, ok, type Result } from '../../core/base.ts';
import type { ImportRefusal } from '../../core/guidance/refusal.ts';
import { readJson } from '../../oscal/read/read-json.ts';
import type { Tree } from './opened.ts';
import { deepestTree } from './yaml-tree.ts';

const noLines: ReadonlyMap<string, number> = new Map();

/** Reads one JSON document, by the one reader of JSON from outside. Its broken texts have no other refusals than these. */
export function readJsonTree(text: string): Result<Tree, ImportRefusal> {
  const read = readJson(text, { depth: deepestTree });
  if (read.ok) return ok({ value: read.value, linesOf: () => noLines });
  const { code, at, message } = read.error;
  return fail({ code: code as ImportRefusal['code'], at, message: `At ${at}: ${message}.` });
}
