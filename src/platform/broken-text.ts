/**
 * Where in a value a text stands that no database takes: with U+0000, or with half of a character that needs two. Null
 * where there is none. It keeps its own list of what is left to look at, because a hostile value may be very deep.
 */
export function brokenTextIn(value: unknown): string | null {
  const left: (readonly [path: string, value: unknown])[] = [['', value]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [path, at] = next;
    if (typeof at === 'string' && isBroken(at)) return path;
    if (typeof at !== 'object' || at === null) continue;
    for (const [key, inner] of Object.entries(at)) {
      const place = path === '' ? key : `${path}.${key}`;
      if (isBroken(key)) return path;
      left.push([place, inner]);
    }
  }
  return null;
}

const isBroken = (text: string): boolean => text.includes('\u0000') || !text.isWellFormed();
