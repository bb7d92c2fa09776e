const place = 'theriac.profile.unknown';

/**
 * The fields left with "I do not know yet". An unknown answer is stored as no answer, so only this browser can tell it from
 * a question that nobody looked at; without that memory nothing is wrong but the tick.
 */
export function passedFields(): ReadonlySet<string> {
  try {
    const names: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return new Set(Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []);
  } catch {
    return new Set();
  }
}

/** Notes which of these fields were left so, and which were not. */
export function notePassed(fields: readonly string[], passed: ReadonlySet<string>): void {
  const others = [...passedFields()].filter((name) => !fields.includes(name));
  try {
    localStorage.setItem(place, JSON.stringify([...others, ...fields.filter((name) => passed.has(name))]));
  } catch {
    // A browser that keeps nothing forgets the tick, and nothing else.
  }
}
