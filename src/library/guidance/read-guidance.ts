import { load } from 'js-yaml';
import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import type { ImportBundle } from '../../core/guidance/bundle.ts';
import type { EditionText, FrameworkEdition } from '../../core/guidance/edition.ts';
import type { MappingSet } from '../../core/guidance/mapping-set.ts';

/** Why a file is none that can be read: a key, and one English sentence. */
export type ImportRefusal = { readonly code: string; readonly message: string };

const words = z.string().nullish();
const translations = z.record(z.string(), z.object({ name: words, description: words, annotation: words })).optional();
const node = z.object({
  urn: z.string(),
  parent_urn: words,
  ref_id: words,
  name: words,
  description: words,
  annotation: words,
  assessable: z.boolean(),
  implementation_groups: z.array(z.string()).optional(),
  translations,
});
const mapping = z.object({
  urn: z.string(),
  name: z.string(),
  source_framework_urn: z.string(),
  target_framework_urn: z.string(),
  requirement_mappings: z.array(
    z.object({ source_requirement_urn: z.string(), target_requirement_urn: z.string(), relationship: z.string() }),
  ),
});
const file = z.object({
  urn: z.string(),
  locale: z.string(),
  name: z.string(),
  version: z.union([z.string(), z.number()]),
  copyright: words,
  provider: words,
  packager: words,
  dependencies: z.array(z.string()).default([]),
  labels: z.array(z.string()).default([]),
  objects: z.object({
    framework: z
      .object({ urn: z.string(), ref_id: words, name: z.string(), requirement_nodes: z.array(node) })
      .optional(),
    requirement_mapping_sets: z.array(mapping).default([]),
  }),
});
type File = z.infer<typeof file>;

/** Reads a file of guidance, whatever its format; what it says and is not carried is in `losses`. */
export async function readGuidance(bytes: Uint8Array): Promise<Result<ImportBundle, ImportRefusal>> {
  let value: unknown;
  try {
    value = load(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail({ code: 'unreadable', message: 'it is no text in a format that is known' });
  }
  const read = file.safeParse(value);
  if (!read.success) return fail({ code: 'unknown_format', message: 'its format is not known' });
  const { objects, ...about } = read.data;
  return ok({
    format: 'library',
    title: about.name,
    publisher: about.provider ?? null,
    packager: about.packager ?? null,
    edition: String(about.version),
    language: about.locale,
    licence: about.copyright ?? null,
    needs: about.dependencies,
    frameworks: objects.framework === undefined ? [] : [frameworkOf(objects.framework, about)],
    mappingSets: objects.requirement_mapping_sets.map((set) => mappingOf(set, about)),
    catalogue: [],
    matrices: [],
    findings: [],
    losses: about.labels.map((label, index) => ({ code: 'label', at: `/labels/${index}`, what: label })),
  });
}

type About = Omit<File, 'objects'>;

const textOf = (
  said: Readonly<Record<'name' | 'description' | 'annotation', string | null | undefined>>,
): EditionText => ({
  title: said.name ?? null,
  text: said.description ?? null,
  note: said.annotation ?? null,
});

const frameworkOf = (
  framework: NonNullable<File['objects']['framework']>,
  { version, locale, provider }: About,
): FrameworkEdition => ({
  urn: framework.urn.toLowerCase(),
  edition: String(version),
  number: framework.ref_id ?? null,
  title: framework.name,
  text: null,
  language: locale,
  publisher: provider ?? null,
  publishedOn: null,
  groups: [],
  scale: null,
  requirements: framework.requirement_nodes.map((one) => ({
    ...textOf({ name: one.name, description: one.description, annotation: one.annotation }),
    id: one.urn.toLowerCase(),
    parent: one.parent_urn?.toLowerCase() ?? null,
    number: one.ref_id ?? null,
    isAssessable: one.assessable,
    groups: one.implementation_groups ?? [],
    evidence: null,
    weight: null,
    refersTo: [],
    questions: [],
    translations: Object.fromEntries(
      Object.entries(one.translations ?? {}).map(([language, said]) => [
        language,
        textOf({ name: said.name, description: said.description, annotation: said.annotation }),
      ]),
    ),
  })),
  translations: {},
});

const relations: Readonly<Record<string, MappingSet['relations'][number]['relation']>> = {
  equal: 'equal',
  subset: 'subset',
  superset: 'superset',
  intersect: 'intersects',
};

const mappingOf = (set: z.infer<typeof mapping>, { version, provider }: About): MappingSet => ({
  urn: set.urn.toLowerCase(),
  edition: String(version),
  title: set.name,
  text: null,
  author: provider ?? null,
  publishedOn: null,
  review: null,
  source: set.source_framework_urn.toLowerCase(),
  target: set.target_framework_urn.toLowerCase(),
  relations: set.requirement_mappings.map((one) => ({
    source: one.source_requirement_urn.toLowerCase(),
    target: one.target_requirement_urn.toLowerCase(),
    relation: relations[one.relationship] ?? 'intersects',
    rationale: null,
    confidence: null,
    note: null,
  })),
});
