import { isMap, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { ContentFile } from '../load.ts';
import type { Breach, ContentRule } from './rule.ts';

/** A plain (unquoted) scalar that reads as prose and holds what YAML may take for its own: a colon or a hash. */
function riskyScalars(file: ContentFile): readonly Breach[] {
  if (!/^[^"'>|\n]*\S [^"'\n]*[:#]/mu.test(file.text)) return [];
  const lines = new LineCounter();
  const found: Breach[] = [];
  visit(parseDocument(file.text, { lineCounter: lines }), {
    Scalar(_key, node, ancestors) {
      if (node.type !== 'PLAIN' || typeof node.value !== 'string' || !/\s/u.test(node.value)) return;
      const cut = node.comment !== undefined && node.comment !== null && file.kind !== 'methods';
      if (!node.value.includes(':') && !cut) return;
      found.push({
        file,
        path: pathOf(ancestors, node),
        message: `Cannot leave "${node.value.slice(0, 40)}" unquoted: a colon or a hash in plain prose can change its meaning, quote it or fold it with >`,
      });
    },
  });
  return found;
}

function pathOf(ancestors: readonly unknown[], node: unknown): (string | number)[] {
  const path: (string | number)[] = [];
  [...ancestors, node].forEach((step, index, all) => {
    const parent = all[index - 1];
    if (isPair(step) && isScalar(step.key)) path.push(String(step.key.value));
    else if (
      parent !== undefined &&
      typeof parent === 'object' &&
      parent !== null &&
      !isMap(parent) &&
      'items' in parent
    )
      path.push((parent as { items: unknown[] }).items.indexOf(step));
  });
  return path;
}

export const proseIsQuoted: ContentRule = {
  name: 'prose-is-quoted',
  why: 'YAML reads a colon or a hash in plain text as its own sign, and the sentence changes silently.',
  check: ({ files }) => files.flatMap(riskyScalars),
};
