import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import { camel, type Path } from './yaml.ts';

/** The parser that knows positions costs 30 ms to load; it is needed only where something is wrong. */
const positions = (): typeof Yaml => createRequire(import.meta.url)('yaml') as typeof Yaml;

/** Line of a path (in camelCase) and the path as the file writes it. Slow: only for messages. */
export function locate(text: string, path: Path): { readonly line: number; readonly path: string } {
  const { LineCounter, parseDocument } = positions();
  const counter = new LineCounter();
  let node: unknown = parseDocument(text, { lineCounter: counter }).contents;
  let line = 1;
  let written = '';
  for (const step of path) {
    const found = stepInto(node, step);
    if (found === undefined) return { line, path: withoutDot(written + printStep(String(step), step)) };
    written += printStep(found.name, step);
    line = counter.linePos(found.at).line;
    node = found.node;
  }
  return { line, path: withoutDot(written) };
}

const withoutDot = (path: string): string => path.replace(/^\./u, '');

const printStep = (name: string, step: string | number): string =>
  typeof step === 'number' ? `[${step}]` : `.${name}`;

function stepInto(node: unknown, step: string | number): { node: unknown; name: string; at: number } | undefined {
  const { isMap, isScalar, isSeq } = positions();
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step] as Yaml.Node | undefined;
    return item?.range ? { node: item, name: String(step), at: item.range[0] } : undefined;
  }
  if (!isMap(node)) return undefined;
  for (const pair of node.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    if (isScalar(pair.key) && (key === step || camel(key) === step))
      return { node: pair.value, name: key, at: pair.key.range?.[0] ?? 0 };
  }
  return undefined;
}
