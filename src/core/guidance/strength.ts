/** Reads a cell of strength as 0 to 1; null for an empty one. */
export type StrengthScale = (cell: string) => number | null;

/**
 * The scale that a column of strengths is on: shares of one, per cent, or whole steps from 0 to 10. Null where the cells
 * fit none, for then nobody can say what a number means.
 * @source NIST IR 8278A, strength of relationship, 0 to 10
 */
export function strengthScaleOf(cells: readonly string[]): StrengthScale | null {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0) return null;
  if (filled.every((cell) => within(cell.replace(/\s*%$/u, ''), 100) && cell.endsWith('%')))
    return (cell) => numberOf(cell.replace(/\s*%$/u, ''), 100);
  // A column of nothing but 0 and 1 fits both scales and says the same in neither.
  const isShares = filled.every((cell) => within(cell, 1)) && filled.some((cell) => !/^[01]$/u.test(cell));
  if (isShares) return (cell) => numberOf(cell, 1);
  const isSteps = filled.every((cell) => /^(?:\d|10)$/u.test(cell)) && filled.some((cell) => Number(cell) > 1);
  return isSteps ? (cell) => numberOf(cell, 10) : null;
}

const decimal = (cell: string): number => Number(cell.replace(',', '.'));
const within = (cell: string, most: number): boolean =>
  /^\d+(?:[.,]\d+)?$/u.test(cell) && decimal(cell) >= 0 && decimal(cell) <= most;
const numberOf = (cell: string, most: number): number | null => (cell === '' ? null : decimal(cell) / most);
