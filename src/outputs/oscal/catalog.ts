/** Our safeguards, or one of our frameworks, as an OSCAL catalog. */
import type { Framework, Requirement } from '../../core/content/framework.ts';
import type { Safeguard } from '../../core/content/safeguard.ts';
import type { JsonObject } from '../../oscal/model.ts';
import {
  contentUuid,
  line,
  metadata,
  namespace,
  property,
  prose,
  statementId,
  tokenOf,
  type OscalSource,
} from './frame.ts';

const spine = 'nis-cg-2018';

/** The safeguards by domain of the spine. */
export function safeguardCatalog(source: OscalSource): JsonObject {
  const { content } = source;
  const measures = new Map(
    content.frameworks.find(({ id }) => id === spine)?.requirements.map((each) => [each.id, each]) ?? [],
  );
  const groups = Map.groupBy(content.safeguards, ({ spine: place }) => place.split('.')[0] ?? '');
  return {
    uuid: contentUuid('catalog', source.digest),
    metadata: metadata(source, {
      title: 'Theriac: safeguards for healthcare providers',
      remarks: 'Proposed by the editors, not yet agreed. Licence: EUPL-1.2.',
    }),
    groups: [...groups]
      .toSorted(([left], [right]) => left.localeCompare(right, 'en'))
      .map(([domain, safeguards]) => ({
        id: `domain-${domain}`,
        title: line(measures.get(domain)?.title ?? domain),
        controls: safeguards.map(safeguardControl),
      })),
  } as unknown as JsonObject;
}

const safeguardControl = (safeguard: Safeguard) => {
  const { id, title, tier, spine: place, needs } = safeguard;
  return {
    id,
    class: 'safeguard',
    title: line(title),
    props: [{ name: 'label', value: id }, property('tier', tier), property('measure', place)],
    ...(needs.length > 0 ? { links: needs.map((other) => ({ href: `#${other}`, rel: 'required' })) } : {}),
    parts: partsOf(safeguard),
  };
};

function partsOf({ id, what, how, whyItMatters, doneWhen, evidence }: Safeguard) {
  const own = (name: string, text: string) => ({ id: `${id}_${name}`, name, ns: namespace, prose: prose(text) });
  const { patients, also } = whyItMatters;
  return [
    { id: statementId(id), name: 'statement', prose: prose(what) },
    { id: `${id}_gdn`, name: 'guidance', prose: prose(also === undefined ? patients : `${patients}\n\n${also}`) },
    {
      ...own('steps', 'Steps'),
      parts: how.map((step, index) => own(`step-${index + 1}`, step)),
    },
    own('partially', doneWhen.partially),
    own('largely', doneWhen.largely),
    own('fully', doneWhen.fully),
    ...evidence.map((proof, index) => own(`evidence-${index + 1}`, proof)),
  ];
}

/** A framework as we cite it: numbers, titles where they are free to quote, and our own labels elsewhere. */
export const frameworkCatalog = (source: OscalSource, framework: Framework): JsonObject =>
  ({
    uuid: contentUuid('framework', framework.id, framework.edition),
    metadata: metadata(source, {
      title: framework.title,
      ...(framework.note === undefined ? {} : { remarks: framework.note }),
    }),
    controls: childrenOf(framework, undefined),
  }) as unknown as JsonObject;

function childrenOf(framework: Framework, parent: string | undefined): readonly object[] {
  return framework.requirements
    .filter((requirement) => requirement.parent === parent)
    .map((requirement) => requirementControl(framework, requirement));
}

function requirementControl(framework: Framework, { id, cite, title }: Requirement) {
  const controls = childrenOf(framework, id);
  return {
    id: tokenOf(id),
    title: line(title),
    props: [{ name: 'label', value: cite }],
    ...(controls.length > 0 ? { controls } : {}),
  };
}
