/** Variation: in how many ways countries ask for the same minimum set. It shows differences; it does not judge them. */
import type { Content } from './content/content.ts';
import type { CountryCode, DocumentId, SafeguardId } from './content/ids.ts';
import type { Safeguard } from './content/safeguard.ts';
import type { Asking, Variation } from './content/variation.ts';
import { askings } from './content/variation.ts';
import { isInSet } from './ranking/tier.ts';

/** `not_found`: looked for, and not there. `not_checked`: nobody has looked. */
export type CellState = Asking | 'not_found' | 'not_checked';
export const cellStates = [...askings, 'not_found', 'not_checked'] as const satisfies readonly CellState[];

/** Where a country asks for a safeguard. */
export type NationalCite = {
  readonly document: DocumentId;
  readonly cite: string;
  readonly asks: string;
  readonly asking: Asking;
};

/** One country and one safeguard. */
export type Cell = {
  readonly country: CountryCode;
  readonly state: CellState;
  readonly cites: readonly NationalCite[];
};

/** One safeguard of the minimum set across all countries. */
export type VariationRow = { readonly safeguard: Safeguard; readonly cells: readonly Cell[] };

/** The minimum set of a hospital of medium size, which every larger one shares. */
const tier = 'essential';

/** Safeguards of the minimum set, each with every country. */
export function variationOf({
  safeguards,
  countries,
  variation,
}: Pick<Content, 'safeguards' | 'countries' | 'variation'>): readonly VariationRow[] {
  const byCountry = new Map(variation.map((item) => [item.id, item]));
  return safeguards
    .filter((safeguard) => isInSet(safeguard, tier))
    .map((safeguard) => ({
      safeguard,
      cells: countries.map(({ code }) => cellOf(code, byCountry.get(code), safeguard.id)),
    }));
}

function cellOf(country: CountryCode, item: Variation | undefined, safeguard: SafeguardId): Cell {
  const cites = (item?.texts ?? []).flatMap(({ document, asking, clauses }) =>
    clauses
      .filter(({ safeguards }) => safeguards.includes(safeguard))
      .map((clause): NationalCite => ({
        document,
        cite: clause.cite,
        asks: clause.asks,
        asking: clause.asking ?? asking,
      })),
  );
  const strongest = askings.find((asking) => cites.some((cite) => cite.asking === asking));
  return { country, state: strongest ?? (item?.isWhole === true ? 'not_found' : 'not_checked'), cites };
}
