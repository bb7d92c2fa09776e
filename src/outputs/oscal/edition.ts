/** An imported edition of a framework as an OSCAL catalog, from which the same requirements can be imported again. */
import type { EditionRequirement, FrameworkEdition } from '../../core/guidance/edition.ts';
import { ownProperties } from '../../core/guidance/own-properties.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import type { JsonObject } from '../../oscal/model.ts';
import { uuid5 } from '../../oscal/uuid5.ts';
import { namespace, oscalVersion, property, timeOf, tokenOf } from './frame.ts';

/** What the file says besides the framework: its licence, and what was left out of it. */
export type EditionSaid = { readonly on: IsoDate; readonly licence: string | null; readonly notice: string };

/** The catalog; headings are groups as long as only headings stand beside them, and controls that are not assessed elsewhere. */
export function editionCatalog(edition: FrameworkEdition, { on, licence, notice }: EditionSaid): JsonObject {
  const { urn, edition: version, title, language, publisher, publishedOn, text } = edition;
  const party = uuid5(['theriac publisher', publisher ?? ''].join('\n'));
  return {
    uuid: uuid5(['theriac edition', urn, version, notice].join('\n')),
    metadata: {
      title: oneLine(title),
      ...(publishedOn === null ? {} : { published: timeOf(publishedOn) }),
      'last-modified': timeOf(on),
      version,
      'oscal-version': oscalVersion,
      'document-ids': [{ identifier: urn }],
      props: [
        { name: 'language', ns: namespace, value: language },
        ...(licence === null || licence.trim() === '' ? [] : [property('licence', oneLine(licence))]),
        property('notice', oneLine(notice)),
      ],
      ...(publisher === null
        ? {}
        : {
            roles: [{ id: 'publisher', title: 'Publisher' }],
            parties: [{ uuid: party, type: 'organization', name: publisher }],
            'responsible-parties': [{ 'role-id': 'publisher', 'party-uuids': [party] }],
          }),
      remarks: [notice, text ?? ''].filter((part) => part !== '').join('\n\n'),
    },
    ...childrenOf(treeOf(edition), null, true),
  } as unknown as JsonObject;
}

/** OSCAL allows no line breaks there; all else stays as it was given. */
const oneLine = (text: string): string => text.replaceAll(/[ \t]*[\n\r]+\s*/gu, ' ').trim();

type Tree = {
  readonly below: ReadonlyMap<string | null, readonly EditionRequirement[]>;
  readonly tokens: ReadonlyMap<string, string>;
};

const treeOf = ({ requirements }: FrameworkEdition): Tree => ({
  below: Map.groupBy(requirements, ({ parent }) => parent),
  tokens: tokensOf(requirements),
});

/** Two ids may become one token; the second gets a number. */
function tokensOf(requirements: readonly EditionRequirement[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    requirements.map(({ id }) => {
      const token = tokenOf(id);
      let free = token;
      for (let count = 2; taken.has(free); count += 1) free = `${token}-${count}`;
      taken.add(free);
      return [id, free];
    }),
  );
}

function childrenOf(tree: Tree, parent: string | null, mayGroup: boolean): object {
  const children = tree.below.get(parent) ?? [];
  if (children.length === 0) return {};
  const areGroups = mayGroup && children.every(({ isAssessable }) => !isAssessable);
  return { [areGroups ? 'groups' : 'controls']: children.map((one) => itemOf(tree, one, areGroups)) };
}

function itemOf(tree: Tree, requirement: EditionRequirement, isGroup: boolean): object {
  const { id, number, title, text, note, isAssessable, groups, weight } = requirement;
  const token = tree.tokens.get(id) ?? id;
  const props = [
    ...(number === null ? [] : [{ name: 'label', value: oneLine(number) }]),
    // Without a number the id is one of ours alone, which an import would take for the publisher’s number.
    ...(token === id && number !== null ? [] : [property(ownProperties.id, id)]),
    ...(isGroup || isAssessable ? [] : [property(ownProperties.notAssessed, 'yes')]),
    ...(title === null ? [property(ownProperties.untitled, 'yes')] : []),
    ...groups.map((group) => property('group', oneLine(group))),
    ...(weight === null ? [] : [property('weight', weight)]),
  ];
  const parts = [
    ...(text === null ? [] : [{ id: `${token}_smt`, name: 'statement', prose: text }]),
    ...(note === null ? [] : [{ id: `${token}_gdn`, name: 'guidance', prose: note }]),
  ];
  return {
    id: token,
    title: oneLine(title ?? number ?? id),
    ...(props.length === 0 ? {} : { props }),
    ...(parts.length === 0 ? {} : { parts }),
    ...childrenOf(tree, id, isGroup),
  };
}
