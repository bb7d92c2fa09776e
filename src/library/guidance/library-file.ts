/** The library files of a peer, in YAML or JSON: frameworks, mappings, catalogues and risk matrices. */
import { fail, ok, type Result } from '../../core/base.ts';
import type { ImportBundle, ImportFinding } from '../../core/guidance/bundle.ts';
import type { ImportRefusal } from '../../core/guidance/refusal.ts';
import { translationsOf, usualKeys } from './edition-words.ts';
import { asSpot, asText, below, isFields, spotsOf, textOf, valueOf, type Spot } from './fields.ts';
import { quoted } from './finding-kinds.ts';
import type { Library } from './inherited.ts';
import { readCatalogue } from './library-catalogue.ts';
import { readFramework } from './library-framework.ts';
import { readMappingSet } from './library-mapping.ts';
import { readMatrix } from './library-matrix.ts';
import { createNotes, type Notes } from './notes.ts';
import type { Tree } from './opened.ts';
import { publishedOn } from './published-on.ts';
import { loseRest } from './uncarried.ts';
import { urnOf, urnsOf } from './urns.ts';

/** Far more than any library has: the largest has six thousand requirements and seven thousand rules. */
const mostRequirements = 100_000;
const mostRules = 500_000;
/** Each inherits what the file says as a whole. */
const mostOfAnything = 100;

/** Whether a tree is a library: it has objects, and says what it is called. */
export const isLibraryFile = (value: unknown): boolean =>
  isFields(value) &&
  Object.hasOwn(value, 'objects') &&
  ['urn', 'ref_id', 'version'].some((key) => Object.hasOwn(value, key));

/** Reads a library. */
export function readLibraryFile({ value, linesOf }: Tree): Result<ImportBundle, ImportRefusal> {
  const root: Spot = { at: '', fields: isFields(value) ? value : {} };
  const objects = { at: '/objects', fields: objectsOf(root) };
  const crowded = tooMany(objects);
  if (crowded !== null) return fail(crowded);
  const notes = createNotes();
  const bundle = bundleOf(notes, root, objects);
  const { findings, losses } = notes.all();
  return ok({ ...bundle, findings: withLines(findings, linesOf), losses });
}

const objectsOf = (root: Spot): Spot['fields'] => {
  const objects = valueOf(root, 'objects');
  return isFields(objects) ? objects : {};
};

function bundleOf(notes: Notes, root: Spot, objects: Spot): ImportBundle {
  const urn = urnOf(notes, root, 'urn');
  const needs = urnsOf(notes, root, 'dependencies');
  const catalogue = readCatalogue(notes, objects);
  const library: Library = {
    notes,
    edition: editionOf(notes, root),
    language: languageOf(notes, root),
    publisher: textOf(notes, root, 'provider'),
    publishedOn: publishedOn(notes, root),
    catalogue: new Set(catalogue.map((entry) => entry.urn)),
    hasNeeds: needs.length > 0,
  };
  const frameworks = oneOrMany(notes, objects, 'framework', 'frameworks').flatMap(
    (spot) => readFramework(library, spot) ?? [],
  );
  const sets = oneOrMany(notes, objects, 'requirement_mapping_set', 'requirement_mapping_sets');
  const bundle = {
    format: 'library',
    urn,
    title: titleOf(notes, root, urn),
    text: textOf(notes, root, 'description'),
    publisher: library.publisher,
    packager: textOf(notes, root, 'packager'),
    edition: library.edition === '' ? null : library.edition,
    language: library.language,
    licence: textOf(notes, root, 'copyright'),
    translations: translationsOf(notes, root, usualKeys),
    needs,
    frameworks,
    mappingSets: sets.flatMap((spot) => readMappingSet(library, frameworks, spot) ?? []),
    catalogue,
    matrices: oneOrMany(notes, objects, 'risk_matrix', 'risk_matrices').flatMap(
      (spot) => readMatrix(notes, spot) ?? [],
    ),
    findings: [],
    losses: [],
  } as const satisfies ImportBundle;
  loseRest(notes, root, 'library');
  loseRest(notes, objects, 'objects');
  // Said if they are none: as a group of keys they were read already.
  asSpot(notes, objects.at, valueOf(root, 'objects'));
  const carried = [bundle.frameworks, bundle.mappingSets, bundle.catalogue, bundle.matrices];
  if (carried.every(({ length }) => length === 0)) notes.find('nothing_carried', objects.at);
  return bundle;
}

/** Things that stand alone under one key, or in a list under another. */
function oneOrMany(notes: Notes, objects: Spot, one: string, many: string): readonly Spot[] {
  if ([one, many].every((key) => Object.hasOwn(objects.fields, key)))
    notes.find('both_spellings', objects.at, one, many);
  return [...spotsOf(notes, objects, one), ...spotsOf(notes, objects, many)];
}

function titleOf(notes: Notes, root: Spot, urn: string | null): string {
  const title = textOf(notes, root, 'name');
  if (title !== null) return title;
  const instead = textOf(notes, root, 'ref_id') ?? urn ?? '';
  notes.find('missing_title', below(root.at, 'name'), quoted(instead));
  return instead;
}

function editionOf(notes: Notes, root: Spot): string {
  const [version, at] = [valueOf(root, 'version'), below(root.at, 'version')];
  const edition = version === undefined || version === null ? '' : (asText(notes, at, version)?.trim() ?? '');
  if (edition === '') notes.find('missing_version', at);
  else if (typeof version === 'string') notes.find('quoted_version', at, quoted(version));
  return edition;
}

function languageOf(notes: Notes, root: Spot): string {
  const language = textOf(notes, root, 'locale');
  if (language === null) notes.find('missing_language', below(root.at, 'locale'));
  // The code for a language that nobody named.
  return language ?? 'und';
}

/** Refused before anything is read: so many things would fill the memory, and nobody could look through them. */
function tooMany(objects: Spot): ImportRefusal | null {
  const [frameworks, sets] = [
    ['framework', 'frameworks'],
    ['requirement_mapping_set', 'requirement_mapping_sets'],
  ] as const;
  const counts: readonly (readonly [what: string, count: number, most: number])[] = [
    ['frameworks', thingsIn(objects, frameworks).length, mostOfAnything],
    ['mapping sets', thingsIn(objects, sets).length, mostOfAnything],
    ['requirements', countIn(objects, frameworks, 'requirement_nodes'), mostRequirements],
    ['rules', countIn(objects, sets, 'requirement_mappings'), mostRules],
  ];
  const crowd = counts.find(([, count, most]) => count > most);
  if (crowd === undefined) return null;
  const [what, count, most] = crowd;
  const message = `The file has ${count} ${what}; at most ${most} are read. Split it, for example by framework.`;
  return { code: 'too_many', message, at: '/objects' };
}

const thingsIn = (objects: Spot, keys: readonly string[]): readonly unknown[] =>
  keys
    .map((key) => valueOf(objects, key))
    .flatMap((value) => (Array.isArray(value) ? (value as readonly unknown[]) : [value]));

const countIn = (objects: Spot, keys: readonly string[], list: string): number =>
  thingsIn(objects, keys)
    .map((value) => (isFields(value) ? valueOf({ at: '', fields: value }, list) : null))
    .reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 0), 0);

function withLines(findings: readonly ImportFinding[], linesOf: Tree['linesOf']): readonly ImportFinding[] {
  const lines = linesOf(findings.map(({ at }) => at));
  return findings.map((finding) => {
    const line = lines.get(finding.at);
    return line === undefined ? finding : { ...finding, line };
  });
}
