import type { MatrixLevel, RiskMatrix } from '../../core/guidance/bundle.ts';
import { maybeTranslated, translationsOf, usualKeys, wordsOf } from './edition-words.ts';
import { below, numberOf, spotsOf, textOf, valueOf, type Spot } from './fields.ts';
import { quoted } from './finding-kinds.ts';
import type { Notes } from './notes.ts';
import { loseRest } from './uncarried.ts';
import { urnOf } from './urns.ts';

/** More than any matrix; its cells are the product of two scales. */
const mostLevels = 100;

/** A risk matrix; null where its grid and its scales do not fit, because then no risk can be read from it. */
export function readMatrix(notes: Notes, spot: Spot): RiskMatrix | null {
  const urn = urnOf(notes, spot, 'urn');
  const { title, text } = wordsOf(notes, spot, usualKeys);
  if (urn === null) notes.find('missing_key', spot.at, '"urn"', 'the matrix');
  else if (title === null) notes.find('missing_title', spot.at, quoted(urn));
  const [probability, impact, risk] = (['probability', 'impact', 'risk'] as const).map((key) =>
    levelsOf(notes, spot, key),
  ) as [Scale, Scale, Scale];
  const grid = gridOf(valueOf(spot, 'grid'), probability, impact, risk);
  if (typeof grid === 'string') notes.find('broken_grid', below(spot.at, 'grid'), grid);
  if (urn === null || typeof grid === 'string') {
    notes.lose('risk_matrix', spot.at, title ?? urn ?? spot.at);
    return null;
  }
  loseRest(notes, spot, 'matrix');
  return {
    urn,
    title: title ?? urn,
    text,
    probability: probability.levels,
    impact: impact.levels,
    risk: risk.levels,
    grid,
    ...maybeTranslated(notes, spot, usualKeys),
  };
}

type Scale = { readonly levels: readonly MatrixLevel[]; readonly indexOf: ReadonlyMap<number, number> };

function levelsOf(notes: Notes, spot: Spot, key: string): Scale {
  const spots = spotsOf(notes, spot, key);
  return {
    levels: spots.map((inner) => levelOf(notes, inner)),
    // Cells name a level by its id; one without an id is named by its place.
    indexOf: new Map(spots.map((inner, index) => [numberOf(notes, inner, 'id') ?? index, index])),
  };
}

function levelOf(notes: Notes, spot: Spot): MatrixLevel {
  const { title, text } = wordsOf(notes, spot, usualKeys);
  if (title === null) notes.find('missing_text', below(spot.at, 'name'), '"name"');
  loseRest(notes, spot, 'matrix_level');
  return {
    title: title ?? textOf(notes, spot, 'abbreviation') ?? '',
    text,
    translations: translationsOf(notes, spot, usualKeys),
  };
}

/** The cells as indexes into the scale of risks, or in one clause why there are none. */
function gridOf(grid: unknown, probability: Scale, impact: Scale, risk: Scale): RiskMatrix['grid'] | string {
  const [height, width] = [probability.levels.length, impact.levels.length];
  if (height === 0 || width === 0 || risk.levels.length === 0) return 'a scale is empty';
  if (height > mostLevels || width > mostLevels) return `a scale has more than ${mostLevels} steps`;
  if (!Array.isArray(grid) || grid.length !== height) return `it needs ${height} rows, one for each probability`;
  const rows = grid.map((row: unknown) =>
    Array.isArray(row) && row.length === width
      ? row.map((cell: unknown) => risk.indexOf.get(Number(cell)) ?? -1)
      : null,
  );
  if (rows.includes(null)) return `each row needs ${width} cells, one for each impact`;
  const cells = rows.flatMap((row) => (row === null ? [] : [row]));
  return cells.flat().includes(-1) ? 'a cell names a risk that is not in the scale' : cells;
}
