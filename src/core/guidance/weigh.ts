import type { ImportBundle, ImportFinding } from './bundle.ts';
import { dangling, type KnownBesides } from './dangling.ts';
import { soundness } from './sound.ts';

/** An edition of a framework or of a mapping set that is stored already. */
export type StoredEdition = {
  readonly urn: string;
  readonly edition: string;
  /** Of all that it says. */
  readonly digest: string;
};

/** All that an import is weighed against. */
export type Known = KnownBesides & {
  readonly frameworks: readonly StoredEdition[];
  readonly mappingSets: readonly StoredEdition[];
};

/**
 * How an edition in a file stands to those that are stored: none of its kind, word by word the same, beside another
 * edition, or with other words under the number of a stored one, which an edition can never be.
 */
export const standings = ['new', 'same', 'another_edition', 'altered'] as const;
/** One of them. */
export type PartStanding = (typeof standings)[number];

/** How an edition stands to the stored ones. */
export function standingOf({ urn, edition, digest }: StoredEdition, stored: readonly StoredEdition[]): PartStanding {
  const others = stored.filter((one) => one.urn === urn);
  const twin = others.find((one) => one.edition === edition);
  if (twin !== undefined) return twin.digest === digest ? 'same' : 'altered';
  return others.length === 0 ? 'new' : 'another_edition';
}

/** All that is to be said of a bundle: what its reader found, what it points to in vain, and why it cannot be stored. */
export const weigh = (
  bundle: ImportBundle,
  digests: { readonly frameworks: readonly StoredEdition[]; readonly mappingSets: readonly StoredEdition[] },
  known: Known,
): readonly ImportFinding[] => [
  ...bundle.findings,
  ...soundness(bundle),
  ...digests.frameworks.filter((one) => standingOf(one, known.frameworks) === 'altered').map(altered('framework')),
  ...digests.mappingSets.filter((one) => standingOf(one, known.mappingSets) === 'altered').map(altered('mapping set')),
  ...dangling(bundle, known),
];

const altered =
  (kind: string) =>
  ({ urn, edition }: StoredEdition): ImportFinding => ({
    code: 'altered_edition',
    severity: 'error',
    at: urn,
    message: `Edition ${edition} of the ${kind} "${urn}" is stored already, with other words; an edition never changes, so this one needs a number of its own`,
  });
