/** What ends a part of a number: `A.5.23`, `PR.AA-03`, `21(2)(d)`. */
const partEnd = /[.\-/(:\s]+[^.\-/():\s]*\)*\s*$/u;

/** Longer cells are texts. */
const longestNumber = 200;

/** The number one step up, as it is written: `A.5` of `A.5.23`, `21(2)` of `21(2)(d)`; null of a number of one part. */
export function numberAbove(number: string): string | null {
  if (number.length > longestNumber) return null;
  const above = number.replace(partEnd, '');
  return above === number || above === '' ? null : above;
}

/** The nearest of some numbers above one; null where none of them is above it. */
export function nearestAbove(number: string, known: ReadonlySet<string>): string | null {
  for (let above = numberAbove(number); above !== null; above = numberAbove(above)) if (known.has(above)) return above;
  return null;
}

/** Of how many parts a number is: three of `A.5.23`. */
export function partsOf(number: string): number {
  const above = numberAbove(number);
  return above === null ? 1 : 1 + partsOf(above);
}
