/**
 * What the address of the library carries: words, facets, order and how many answers are shown, so that a page of
 * answers can be linked to, and going back finds it as it was.
 */
import { facetNames, type FacetName } from '../../../core/library-search/facets.ts';
import { orders, type Order } from '../../../core/library-search/question.ts';

export type LibraryAddress = {
  readonly q?: string;
  readonly order?: Order;
  readonly show?: number;
} & { readonly [Name in FacetName]?: string };

const shownAtFirst = 20;
const mostShown = 500;

/** Reads an address: what it does not understand is left out. The router reads numbers in it as numbers. */
export function readAddress(search: Readonly<Record<string, unknown>>): LibraryAddress {
  const text = (name: string): string => {
    const value = search[name];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  };
  const show = Number(search['show']);
  const order = orders.find((known) => known === search['order'] && known !== 'match');
  return {
    ...(text('q').trim() === '' ? {} : { q: text('q') }),
    ...Object.fromEntries(facetNames.flatMap((name) => (text(name) === '' ? [] : [[name, text(name)]]))),
    ...(order === undefined ? {} : { order }),
    ...(Number.isInteger(show) && show > shownAtFirst ? { show: Math.min(show, mostShown) } : {}),
  };
}

/** The values of a facet that were chosen. */
export const chosenOf = (address: LibraryAddress, name: FacetName): readonly string[] =>
  (address[name] ?? '').split(',').filter((value) => value !== '');

/** The address with other values of a facet; the list of answers begins anew. */
export const withFacet = (
  { show: _show, ...address }: LibraryAddress,
  name: FacetName,
  values: readonly string[],
): LibraryAddress => {
  const { [name]: _before, ...rest } = address;
  return values.length === 0 ? rest : { ...rest, [name]: values.join(',') };
};

/** The address with other words. */
export const withWords = ({ show: _show, q: _before, ...rest }: LibraryAddress, words: string): LibraryAddress =>
  words.trim() === '' ? rest : { ...rest, q: words.trim() };

/** Words alone: every facet taken back. */
export const withoutFacets = (address: LibraryAddress): LibraryAddress =>
  address.q === undefined ? {} : { q: address.q };

/** The address with so many more answers. */
export const withMore = (address: LibraryAddress): LibraryAddress => ({
  ...address,
  show: Math.min((address.show ?? shownAtFirst) + shownAtFirst, mostShown),
});

/** How many the next step would show. */
export const nextStep = (shown: number, total: number): number =>
  Math.min(shownAtFirst, total - shown, mostShown - shown);

/** Nothing was asked yet: the page offers ways in instead of a list of everything. */
export const isBlank = (address: LibraryAddress): boolean =>
  address.q === undefined && facetNames.every((name) => address[name] === undefined);

/** As the server is asked. */
export const asQuestion = (address: LibraryAddress): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(address).map(([name, value]) => [name, String(value)]));
