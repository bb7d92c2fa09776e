import type { Safeguard } from '../content/safeguard.ts';
import { marksOf } from '../report/prose.ts';
import { countryPage } from './country-page.ts';
import { documentPage, frameworkPage } from './document-page.ts';
import { filedKinds, refOf, type FiledKind, type ItemLink, type ItemRef } from './item.ts';
import { branchOf, linksTo, rootsOf, safeguardsFor, safeguardsOn, type Lookup } from './lookup.ts';
import { forceOf, ratingOf, touchBy, type PageInput } from './own.ts';
import type { CitedName, ItemPage, OwnState, PageParts } from './page.ts';
import { requirementPage } from './requirement-page.ts';
import { groupsOf } from './rows.ts';
import { safeguardPage } from './safeguard-page.ts';
import { practicePage, pipelinePage, termPage } from './shared-pages.ts';
import {
  assetGroupPage,
  chapterPage,
  obligationPage,
  rolePage,
  statisticPage,
  threatPage,
  topicPage,
} from './small-pages.ts';

/** The page of an item: everything that the library says of it, and how it stands with the organisation. */
export function pageOf(input: PageInput, item: ItemLink): ItemPage {
  const { ref, kind } = item;
  const parts = partsOf(input, ref, kind);
  const { lookup } = input;
  const sections = (parts.sections ?? []).filter((section) => section !== null);
  const [previous, next] = neighboursIn(parts.neighbours ?? [], ref);
  const prose = [parts.lead, ...(parts.notes ?? []), JSON.stringify(sections)].join(' ');
  return {
    ref,
    kind,
    code: parts.code ?? null,
    title: parts.title,
    language: parts.language,
    sort: parts.sort ?? null,
    lead: parts.lead ?? null,
    crumbs: parts.crumbs ?? [],
    previous: linksTo(lookup, previous)[0] ?? null,
    next: linksTo(lookup, next)[0] ?? null,
    url: parts.url ?? null,
    notes: (parts.notes ?? []).filter((note) => note !== undefined),
    facts: (parts.facts ?? []).filter((fact) => fact !== null),
    life: parts.life ?? [],
    sections,
    used: usedBy(lookup, ref),
    verification: parts.verification,
    own: ownState(input, item),
    cited: citedIn(lookup, [...marksOf(prose).map(({ target }) => target), ...parts.verification.sources]),
  };
}

/** Builders by kind. A link leads to what exists, so a missing item is a bug. */
function partsOf(input: PageInput, ref: ItemRef, kind: ItemLink['kind']): PageParts {
  const { lookup } = input;
  switch (kind) {
    case 'requirement':
      return requirementPage(input, found(lookup.requirements.get(ref), ref));
    case 'document':
      return documentPage(input, itemOf(lookup, 'document', ref));
    case 'framework':
      return frameworkPage(input, itemOf(lookup, 'framework', ref));
    case 'safeguard':
      return safeguardPage(input, itemOf(lookup, 'safeguard', ref));
    case 'obligation':
      return obligationPage(input, itemOf(lookup, 'obligation', ref));
    case 'topic':
      return topicPage(input, itemOf(lookup, 'topic', ref));
    case 'chapter':
      return chapterPage(input, itemOf(lookup, 'chapter', ref));
    case 'threat':
      return threatPage(input, itemOf(lookup, 'threat', ref));
    case 'asset-group':
      return assetGroupPage(input, itemOf(lookup, 'asset-group', ref));
    case 'role':
      return rolePage(input, itemOf(lookup, 'role', ref));
    case 'country':
      return countryPage(input, itemOf(lookup, 'country', ref));
    case 'statistic':
      return statisticPage(input, itemOf(lookup, 'statistic', ref));
    case 'practice':
      return practicePage(input, itemOf(lookup, 'practice', ref));
    case 'pipeline-law':
      return pipelinePage(input, itemOf(lookup, 'pipeline-law', ref));
    case 'term':
      return termPage(input, itemOf(lookup, 'term', ref));
  }
}

function found<Value>(value: Value | undefined, ref: ItemRef): Value {
  if (value === undefined) throw new Error(`Cannot show "${ref}": it has a link and no item`);
  return value;
}

type Items<Kind extends FiledKind> = Lookup['content'][(typeof filedKinds)[Kind]];

function itemOf<Kind extends FiledKind>({ content }: Lookup, kind: Kind, ref: ItemRef): Items<Kind>[number] {
  const items: Items<Kind> = content[filedKinds[kind]];
  return found(
    items.find((item) => refOf(kind, 'code' in item ? item.code : item.id) === ref),
    ref,
  );
}

function neighboursIn(refs: readonly ItemRef[], ref: ItemRef): readonly [readonly ItemRef[], readonly ItemRef[]] {
  const at = refs.indexOf(ref);
  return at < 0 ? [[], []] : [refs.slice(Math.max(0, at - 1), at), refs.slice(at + 1, at + 2)];
}

/** Items that cite it in their text or rest on it, by kind. */
const usedBy = (lookup: Lookup, ref: ItemRef): ItemPage['used'] =>
  groupsOf(linksTo(lookup, [...(lookup.uses.get(ref) ?? [])].toSorted()));

function ownState(input: PageInput, item: ItemLink): OwnState | null {
  const { ref, kind } = item;
  const { organisation, lookup } = input;
  if (organisation === null) return null;
  const safeguard = kind === 'safeguard' ? itemOf(lookup, 'safeguard', ref) : null;
  const ranked = organisation.ranking.items.find(({ safeguard: other }) => other.id === ref);
  return {
    force: forceOf(input, item),
    touch: touchBy(organisation, safeguardsBehind(lookup, ref, kind)),
    rating: safeguard === null ? null : (ratingOf(organisation, safeguard) ?? null),
    rank: ranked === undefined ? null : { rank: ranked.placed.rank, of: organisation.ranking.items.length },
  };
}

/** The safeguards by which an item's state can be told. */
function safeguardsBehind(lookup: Lookup, ref: ItemRef, kind: ItemLink['kind']): readonly Safeguard[] {
  const { content } = lookup;
  switch (kind) {
    case 'requirement':
      return safeguardsOn(lookup, branchOf(lookup, ref));
    case 'framework':
      return onRoots(lookup, [itemOf(lookup, 'framework', ref)]);
    case 'document':
      return onRoots(
        lookup,
        content.frameworks.filter(({ document }) => document === ref),
      );
    case 'obligation':
      return safeguardsFor(lookup, itemOf(lookup, 'obligation', ref));
    case 'topic':
      return content.safeguards.filter(({ topic }) => refOf('topic', topic) === ref);
    default:
      return [];
  }
}

const onRoots = (lookup: Lookup, frameworks: Lookup['content']['frameworks']): readonly Safeguard[] =>
  safeguardsOn(
    lookup,
    frameworks.flatMap((framework) => rootsOf(lookup, framework)).flatMap((ref) => branchOf(lookup, ref)),
  );

/** Names for what a page's prose and sources cite. */
function citedIn(lookup: Lookup, targets: readonly string[]): Readonly<Record<string, CitedName>> {
  return Object.fromEntries(
    [...new Set(targets)].flatMap((target): readonly (readonly [string, CitedName])[] => {
      const link = lookup.links.get(target);
      if (link === undefined) return [];
      return [[target, { name: link.code ?? link.title, ref: target, check: checkOf(lookup, link) }]];
    }),
  );
}

function checkOf(lookup: Lookup, { ref, kind }: ItemLink): CitedName['check'] {
  if (kind === 'requirement') {
    const { framework, requirement } = found(lookup.requirements.get(ref), ref);
    return (requirement.verification ?? framework.verification).status;
  }
  return itemOf(lookup, kind, ref).verification.status;
}
