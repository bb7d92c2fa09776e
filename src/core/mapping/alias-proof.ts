/**
 * Whether numbers prove that an imported framework is one of ours. A name only makes it likely: what is joined by itself
 * must also be numbered as ours is.
 */
import type { Framework } from '../content/framework.ts';
import { shippedUrn } from '../guidance/shipped.ts';
import { sameFramework, type Alias, type KnownBy } from './same-framework.ts';

/** What the numbers say of an alias that a name suggests. */
export type AliasProof = {
  readonly alias: Alias;
  /** How many of their numbers stand somewhere in ours, and how many they have. */
  readonly placed: number;
  readonly of: number;
  /** Whether the two are treated as one. */
  readonly isProven: boolean;
};

type Ours = Pick<Framework, 'id' | 'requirements'>;

/** The framework of ours that a name and numbers point to; null where no name does. */
export function aliasProof(known: KnownBy, frameworks: readonly Ours[]): AliasProof | null {
  const alias = shippedAlias(known.urn, frameworks) ?? sameFramework(known);
  const ours = frameworks.find(({ id }) => id === alias?.content);
  if (alias === null || ours === undefined) return null;
  const ids = new Set(ours.requirements.map(({ id }) => id));
  const places = known.numbers.flatMap((number) => alias.ladder(number).find((id) => ids.has(id)) ?? []);
  const placed = places.length;
  const isProven = placed > 0 && (isMost(placed, known.numbers.length) || 2 * new Set(places).size >= ids.size);
  return { alias, placed, of: known.numbers.length, isProven };
}

/** Nine of ten: a publisher numbers a title or a recital as well, which ours leaves out. */
const isMost = (placed: number, all: number): boolean => 10 * placed >= 9 * all;

/** A file may name one of ours by the URN that we give it; its ids are ours in small letters. */
function shippedAlias(urn: string, frameworks: readonly Ours[]): Alias | null {
  const ours = frameworks.find(({ id }) => shippedUrn(id) === urn.toLowerCase());
  if (ours === undefined) return null;
  const byLetters = new Map(ours.requirements.map(({ id }) => [id.toLowerCase(), id]));
  const ladder = (number: string): readonly string[] => {
    const found = byLetters.get(number.toLowerCase());
    return found === undefined ? [] : [found];
  };
  return { imported: urn, content: ours.id, ladder };
}
