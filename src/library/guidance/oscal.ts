/** An OSCAL document as what an import carries. */
import type { ImportBundle, ImportFinding, ImportFormat } from '../../core/guidance/bundle.ts';
import type { Catalog, JsonObject, Metadata } from '../../oscal/model.ts';
import type { Document } from '../../oscal/read/read.ts';
import { validate } from '../../oscal/validate.ts';
import { publisherOf, readCatalog } from './oscal-catalog.ts';
import { readComponents } from './oscal-component.ts';
import { readMappings } from './oscal-mapping.ts';

/** What is carried of an OSCAL document. Faults that break reading stop the import, and are all named. */
export function bundleOfOscal(document: Document): ImportBundle {
  const { findings: found } = validate(document);
  const findings = found.slice(0, mostFindings).map(({ severity, rule, pointer, message }): ImportFinding => ({
    code: rule,
    severity: breaksReading.has(rule) ? 'error' : severity === 'error' ? 'warning' : severity,
    at: pointer,
    message,
  }));
  const { model, root } = document;
  const bare = bareBundle(model, findings);
  return found.some(({ rule }) => breaksReading.has(rule)) ? bare : filled(model, root, headed(bare, root));
}

/** Faults by which a member is not there, or not what it should be. Others are told, and leave what is read as it is. */
const breaksReading: ReadonlySet<string> = new Set(['schema:type', 'schema:required', 'schema:model', 'schema:anyOf']);

const mostFindings = 500;

const formats: Readonly<Record<string, ImportFormat>> = {
  catalog: 'oscal_catalog',
  profile: 'oscal_profile',
  'component-definition': 'oscal_component',
  'mapping-collection': 'oscal_mapping',
};

/** What can be said of a document before anything in it is believed. */
const bareBundle = (model: Document['model'], findings: readonly ImportFinding[]): ImportBundle => ({
  format: formats[model] ?? 'oscal_catalog',
  title: model,
  publisher: null,
  packager: null,
  edition: null,
  language: 'en',
  licence: null,
  needs: [],
  frameworks: [],
  mappingSets: [],
  catalogue: [],
  matrices: [],
  findings,
  losses: [],
});

/** With what a document whose shape is right says of itself. */
function headed(bare: ImportBundle, root: JsonObject): ImportBundle {
  const metadata = root['metadata'] as unknown as Metadata;
  return {
    ...bare,
    title: metadata.title,
    publisher: publisherOf(metadata),
    edition: metadata.version,
    licence: licenceOf(metadata),
  };
}

/** OSCAL has no place for it: some say it in a property, a link or the remarks. */
function licenceOf({ props = [], links = [], remarks }: Partial<Metadata>): string | null {
  const property = props.find(({ name }) => /licen[cs]e|copyright|rights/iu.test(name))?.value;
  const link = links.find(({ rel }) => rel !== undefined && /licen[cs]e/iu.test(rel))?.href;
  return property ?? link ?? (remarks !== undefined && /licen[cs]e|copyright|©/iu.test(remarks) ? remarks : null);
}

function filled(model: Document['model'], root: JsonObject, empty: ImportBundle): ImportBundle {
  const { findings } = empty;
  if (model === 'catalog') {
    const read = readCatalog(root as unknown as Catalog);
    return {
      ...empty,
      language: read.edition.language,
      frameworks: [read.edition],
      findings: [...findings, ...read.findings],
      losses: read.losses,
    };
  }
  if (model === 'mapping-collection') {
    const read = readMappings(root);
    return { ...empty, mappingSets: read.sets, findings: [...findings, ...read.findings], losses: read.losses };
  }
  if (model === 'component-definition') {
    const { entries, losses } = readComponents(root);
    return { ...empty, catalogue: entries, losses };
  }
  return { ...empty, findings: [...findings, notCarried(model)] };
}

/** A profile is a choice from a catalog that stands in another file; records of one system are no guidance. */
const notCarried = (model: Document['model']): ImportFinding => ({
  code: 'not_guidance',
  severity: 'error',
  at: `/${model}`,
  message:
    model === 'profile'
      ? 'A profile chooses from a catalog in another file: import that catalog first, or resolve the profile ("theriac oscal resolve") and import the catalog that comes out'
      : `A ${model} is the record of one system and no guidance; "theriac oscal validate" judges it`,
});
