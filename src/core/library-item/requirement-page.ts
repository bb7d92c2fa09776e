import type { Prose } from '../content/chapter.ts';
import { refOf, requirementRef, type ItemRef } from './item.ts';
import { branchOf, linksTo, rulesOn, type Lookup, type PlacedRequirement } from './lookup.ts';
import type { PageInput } from './own.ts';
import type { PageParts, Row } from './page.ts';
import { dutySections, mappedRows, requirementRow, rows, safeguardRow, stateSection } from './rows.ts';

/** A clause: what stands above and below it, which safeguards touch it and how, and which duties rest on it. */
export function requirementPage(
  input: PageInput,
  { framework, requirement, ref, parent }: PlacedRequirement,
): PageParts {
  const { lookup } = input;
  const document = lookup.content.documents.find(({ id }) => id === framework.document);
  const below = lookup.children.get(ref) ?? [];
  return {
    title: requirement.title,
    code: `${framework.shortTitle} ${requirement.cite}`,
    sort: framework.shortTitle,
    url: document?.url,
    crumbs: linksTo(lookup, [refOf('framework', framework.id), ...ancestorsOf(lookup, ref)]),
    neighbours: framework.requirements.map((other) => requirementRef(framework, other)),
    facts: [
      { id: 'cite', text: requirement.cite },
      { id: 'titles', word: `library.titles.${framework.titles}` },
      { id: 'document', links: linksTo(lookup, [framework.document]) },
      { id: 'edition', text: framework.edition },
      document === undefined ? null : { id: 'status', word: `documentStatus.${document.status}` },
    ],
    notes: [],
    sections: [
      rows('above', parent === null ? [] : requirementRow(lookup, parent)),
      rows(
        'below',
        below.flatMap((child) => requirementRow(lookup, child)),
      ),
      rows('touching', directRows(input, ref)),
      rows(
        'touchingBelow',
        mappedRows(
          input,
          below.flatMap((child) => branchOf(lookup, child)),
        ),
      ),
      stateSection(input, [ref]),
      ...dutySections(input, rulesOn(lookup, ref)),
    ],
    verification: requirement.verification ?? framework.verification,
  };
}

/** Groups above a requirement, the outermost first. */
const ancestorsOf = ({ tree }: Lookup, ref: ItemRef): readonly ItemRef[] =>
  tree
    .chainOf(ref as never)
    .slice(1)
    .toReversed();

/** Safeguards mapped to the requirement itself, with relation and reason beside each, and those that have their place there. */
const directRows = (input: PageInput, ref: ItemRef): readonly Row[] => [
  ...(input.lookup.mapped.get(ref) ?? []).map(({ safeguard, mapping }) =>
    safeguardRow(input, safeguard, {
      note: mapping.because as Prose,
      clauses: [{ ref, relation: mapping.relation, code: input.lookup.requirements.get(ref)?.requirement.cite ?? ref }],
    }),
  ),
  ...(input.lookup.placed.get(ref) ?? []).map((safeguard) => safeguardRow(input, safeguard)),
];
