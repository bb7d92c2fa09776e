/** A component definition of OSCAL as a catalogue of products, each with the controls that its maker speaks about. */
import type { CatalogueEntry, ImportLoss } from '../../core/guidance/bundle.ts';
import { listOf } from '../../oscal/constraints/mapping.ts';
import type { JsonObject } from '../../oscal/model.ts';

/** What became of a component definition. */
export function readComponents(root: JsonObject): {
  readonly entries: readonly CatalogueEntry[];
  readonly losses: readonly ImportLoss[];
} {
  const losses: ImportLoss[] = [];
  const entries = listOf(root['components']).map((component, index): CatalogueEntry => {
    const at = `/component-definition/components/${index}`;
    for (const key of ['props', 'links', 'responsible-roles', 'protocols'])
      if (component[key] !== undefined) losses.push({ code: key, at: `${at}/${key}`, what: key });
    return {
      urn: `urn:uuid:${String(component['uuid'])}`.toLowerCase(),
      kind: 'component',
      number: text(component['type']),
      title: text(component['title']) ?? String(component['uuid']),
      text: [text(component['description']), ...saysOf(component)].filter((each) => each !== null).join('\n\n'),
      translations: {},
    };
  });
  for (const [index, capability] of listOf(root['capabilities']).entries())
    losses.push({
      code: 'capability',
      at: `/component-definition/capabilities/${index}`,
      what: text(capability['name']) ?? 'capability',
    });
  return { entries, losses };
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What the maker says of each control, under the catalog that it belongs to. */
const saysOf = (component: JsonObject): readonly string[] =>
  listOf(component['control-implementations']).map((implementation) => {
    const lines = listOf(implementation['implemented-requirements']).map(
      (each) => `- ${text(each['control-id']) ?? ''}: ${text(each['description']) ?? ''}`,
    );
    return [`${text(implementation['source']) ?? ''}`, ...lines].join('\n');
  });
