/**
 * Everything that can stand on a side of a crosswalk: frameworks of content, our safeguards, imported editions, and those
 * that only a mapping names. Owns what they and their requirements are called; must not know relations.
 */
import type { Content } from '../content/content.ts';
import { readLicence, type LicenceStance } from '../guidance/licence.ts';
import type { MappingSet } from '../guidance/mapping-set.ts';
import { aliasProof, type AliasProof } from '../mapping/alias-proof.ts';
import { safeguardsFramework } from '../mapping/mapping-graph.ts';
import type { KnownBy } from '../mapping/same-framework.ts';

/** A requirement or a heading, as its framework names it. */
export type ComparedRequirement = {
  readonly id: string;
  /** What people cite: a number, or what stands for it. */
  readonly code: string;
  readonly title: string | null;
  readonly parent: string | null;
  /** Of the title, where it is not that of the reader. */
  readonly language: string | null;
};

/** Which sort of framework it is: ours, our safeguards, from a file, or only named by a mapping. */
export const comparedKinds = ['content', 'safeguards', 'imported', 'named'] as const;
export type ComparedKind = (typeof comparedKinds)[number];

/** A framework that can be compared. */
export type Compared = {
  readonly id: string;
  readonly kind: ComparedKind;
  readonly title: string;
  readonly shortTitle: string;
  readonly edition: string | null;
  readonly language: string | null;
  /** Of the stored edition; null where there is none. */
  readonly editionId: string | null;
  /** Null for what is ours. */
  readonly licence: { readonly text: string | null; readonly stance: LicenceStance } | null;
  /** The framework of ours that it seems to be. */
  readonly likeOurs: AliasProof | null;
  /** In the order of the framework; headings stand before what is below them. */
  readonly tree: readonly ComparedRequirement[];
};

/** The latest edition of an imported framework, as far as a crosswalk needs it. */
export type StoredEdition = {
  readonly id: string;
  readonly urn: string;
  readonly edition: string;
  readonly number: string | null;
  readonly title: string;
  readonly language: string;
  readonly licence: string | null;
  readonly requirements: readonly {
    readonly id: string;
    readonly parent: string | null;
    readonly number: string | null;
    /** Where it has none, the beginning of its words, as far as they may be shown. */
    readonly title: string | null;
  }[];
};
/** A stored mapping with what its file says of rights. */
export type StoredSet = MappingSet & { readonly licence: string | null };
/** What an organisation imported. */
export type StoredGuidance = { readonly editions: readonly StoredEdition[]; readonly sets: readonly StoredSet[] };

/** The last piece of an id that is a URN. */
export const lastPiece = (id: string): string => id.slice(id.lastIndexOf(':') + 1);

/** What the imported and the named frameworks are known by, those that are imported first. */
export function knownIn({ editions, sets }: StoredGuidance): readonly KnownBy[] {
  const imported = new Set(editions.map(({ urn }) => urn));
  return [
    ...editions.map(({ urn, number, requirements }) => ({
      urn,
      number,
      numbers: requirements.flatMap((one) => one.number ?? []),
    })),
    ...[...idsNamed(sets)]
      .filter(([urn]) => !imported.has(urn))
      .map(([urn, ids]) => ({ urn, number: null, numbers: [...ids].map(lastPiece) })),
  ];
}

/** The requirements that mappings name, by framework. */
function idsNamed(sets: readonly MappingSet[]): ReadonlyMap<string, ReadonlySet<string>> {
  const named = new Map<string, Set<string>>();
  for (const { source, target, relations } of sets) {
    const [from, to] = [named.get(source) ?? new Set<string>(), named.get(target) ?? new Set<string>()];
    for (const relation of relations) {
      from.add(relation.source);
      to.add(relation.target);
    }
    named.set(source, from).set(target, to);
  }
  return named;
}

/** For each framework that is not ours, the one of ours that it seems to be. */
export const proofsIn = (stored: StoredGuidance, frameworks: Content['frameworks']): ReadonlyMap<string, AliasProof> =>
  new Map(
    knownIn(stored).flatMap((known) => {
      const proof = aliasProof(known, frameworks);
      return proof === null ? [] : [[known.urn, proof] as const];
    }),
  );

/** All of them: ours, our safeguards, then by title what came in files. */
export function comparedIn(
  { frameworks, safeguards }: Pick<Content, 'frameworks' | 'safeguards'>,
  stored: StoredGuidance,
  proofs: ReadonlyMap<string, AliasProof>,
): readonly Compared[] {
  const known = new Set<string>(frameworks.map(({ id }) => id));
  const imported = new Set(stored.editions.map(({ urn }) => urn));
  const others = [
    ...stored.editions.map((edition) => ofEdition(edition, proofs.get(edition.urn) ?? null)),
    ...[...idsNamed(stored.sets)]
      .filter(([urn]) => !imported.has(urn) && !known.has(urn))
      .map(([urn, ids]) => ofNames(urn, [...ids], proofs.get(urn) ?? null)),
  ];
  return [
    ...frameworks.map(ofContent),
    ofSafeguards(safeguards, frameworks),
    ...others.toSorted((left, right) => (left.title < right.title ? -1 : left.title > right.title ? 1 : 0)),
  ];
}

const ours = { edition: null, language: null, editionId: null, licence: null, likeOurs: null } as const;

const ofContent = ({ id, title, shortTitle, edition, requirements }: Content['frameworks'][number]): Compared => ({
  ...ours,
  id,
  kind: 'content',
  title,
  shortTitle,
  edition,
  tree: requirements.map((one) => ({
    id: one.id,
    code: one.cite,
    title: one.title,
    parent: one.parent ?? null,
    language: null,
  })),
});

/** Our safeguards stand under the measures of the spine. */
const spine = 'nis-cg-2018';

function ofSafeguards(safeguards: Content['safeguards'], frameworks: Content['frameworks']): Compared {
  const measures = frameworks.find(({ id }) => id === spine);
  return {
    ...ours,
    id: safeguardsFramework,
    kind: 'safeguards',
    title: '',
    shortTitle: '',
    tree: [
      ...(measures === undefined ? [] : ofContent(measures).tree),
      ...safeguards.map(({ id, title, spine: place, language = null }) => ({
        id,
        code: id,
        title,
        parent: place,
        language,
      })),
    ],
  };
}

/** Some publishers number a framework by the name of a file. */
const longestShort = 24;

const ofEdition = (one: StoredEdition, likeOurs: AliasProof | null): Compared => ({
  id: one.urn,
  kind: 'imported',
  title: one.title,
  shortTitle: one.number !== null && one.number.length <= longestShort ? one.number : one.title,
  edition: one.edition,
  language: one.language,
  editionId: one.id,
  licence: { text: one.licence, stance: readLicence(one.licence).stance },
  likeOurs,
  tree: treeOf(one),
});

/** What has no number is called by the number above it. */
function treeOf({ requirements, language }: StoredEdition): readonly ComparedRequirement[] {
  const codes = new Map<string, string>();
  for (const { id, parent, number } of requirements) {
    const above = codes.get(parent ?? '');
    codes.set(id, number ?? (above === undefined ? lastPiece(id) : `${above}/${lastPiece(id)}`));
  }
  return requirements.map(({ id, parent, title }) => ({ id, code: codes.get(id) ?? id, title, parent, language }));
}

const ofNames = (urn: string, ids: readonly string[], likeOurs: AliasProof | null): Compared => ({
  ...ours,
  id: urn,
  kind: 'named',
  title: lastPiece(urn),
  shortTitle: lastPiece(urn),
  likeOurs,
  tree: ids.map((id) => ({ id, code: lastPiece(id), title: null, parent: null, language: null })),
});
