import { EVENT_ID, getScalarValue, type Event } from 'js-yaml';
import { below } from './fields.ts';

/** A group or list that is being walked: where it stands, and which key or index comes next. */
type Open = { readonly at: string; readonly isList: boolean; key: string | null; index: number };

/** On which line the values at some pointers stand, from 1. A pointer to what is missing has the line of what lacks it. */
export function linesInYaml(
  text: string,
  events: readonly Event[],
  pointers: readonly string[],
): ReadonlyMap<string, number> {
  const wanted = new Set(pointers.flatMap(withParents));
  const starts = new Map<string, number>();
  if (wanted.size > 0) walk(text, events, (at, start) => void (wanted.has(at) && starts.set(at, start)));
  const lines = linesAt(text, starts);
  return new Map(
    pointers.flatMap((pointer) => {
      const known = withParents(pointer).find((at) => lines.has(at));
      return known === undefined ? [] : [[pointer, lines.get(known) ?? 1] as const];
    }),
  );
}

/** A pointer, and the one that it is below. */
const withParents = (pointer: string): readonly string[] => [pointer, pointer.slice(0, pointer.lastIndexOf('/'))];

function walk(text: string, events: readonly Event[], meet: (at: string, start: number) => void): void {
  const stack: Open[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) stack.pop();
    if (event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) continue;
    const inside = stack.at(-1);
    const isScalar = event.type === EVENT_ID.SCALAR;
    if (isScalar && inside !== undefined && !inside.isList && inside.key === null) {
      inside.key = getScalarValue(text, event);
      meet(below(inside.at, inside.key), event.valueStart);
      continue;
    }
    const at = inside === undefined ? '' : nextBelow(inside);
    if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
      if (inside === undefined || inside.isList) meet(at, event.start);
      stack.push({ at, isList: event.type === EVENT_ID.SEQUENCE, key: null, index: 0 });
    } else if (isScalar && inside?.isList === true) meet(at, event.valueStart);
  }
}

/** The pointer of a value that comes now. The line of a key is that of its value too, so only items of lists are met there. */
function nextBelow(open: Open): string {
  const step = open.isList ? open.index : (open.key ?? '');
  open.index += 1;
  open.key = null;
  return below(open.at, step);
}

/** Lines of offsets, counted in one pass. */
function linesAt(text: string, starts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let [line, from] = [1, 0];
  for (const [at, start] of [...starts].toSorted(([, left], [, right]) => left - right)) {
    for (let next = text.indexOf('\n', from); next !== -1 && next < start; next = text.indexOf('\n', from)) {
      line += 1;
      from = next + 1;
    }
    lines.set(at, line);
  }
  return lines;
}
