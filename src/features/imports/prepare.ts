import { languagesOf } from '../../core/guidance/counts.ts';
import type { FrameworkEdition } from '../../core/guidance/edition.ts';
import type { ImportPart } from '../../core/guidance/import-view.ts';
import type { MappingSet } from '../../core/guidance/mapping-set.ts';
import { json } from '../../platform/db/tables.ts';
import type { PreparedImport } from './store-queries.ts';
import { wordsOfEdition } from './words-of.ts';
import type { WeighedFile } from './weigh-file.ts';

type By = { readonly at: Date; readonly actor: string; readonly source: string | null };

/** The rows of an import. What is stored already, word by word, is not stored again. */
export function prepare({ file, findings, parts, digests, preview }: WeighedFile, by: By): PreparedImport {
  const { bundle, bytes, digest, name, sheet } = file;
  const isNew = (
    kind: ImportPart['kind'],
    { urn, edition }: { readonly urn: string; readonly edition: string },
  ): boolean =>
    parts.some(
      (part) => part.kind === kind && part.urn === urn && part.edition === edition && part.standing !== 'same',
    );
  return {
    row: {
      ...by,
      file_name: name,
      bytes,
      size: bytes.length,
      digest,
      sheet: sheet === null ? null : json(sheet),
      format: bundle.format,
      urn: bundle.urn ?? null,
      title: bundle.title,
      publisher: bundle.publisher,
      packager: bundle.packager,
      edition: bundle.edition,
      language: bundle.language,
      licence: bundle.licence,
      about: json({ text: bundle.text ?? null, translations: bundle.translations ?? {} }),
      needs: json(bundle.needs),
      counts: json(preview.counts),
      parts: json(parts),
      findings: json(findings),
      losses: json(bundle.losses),
    },
    editions: bundle.frameworks.flatMap((edition, index) =>
      isNew('framework', edition) ? [editionRows(edition, digests.frameworks[index]?.digest ?? '')] : [],
    ),
    mappingSets: bundle.mappingSets.flatMap((set, index) =>
      isNew('mapping_set', set) ? [mappingRows(set, digests.mappingSets[index]?.digest ?? '')] : [],
    ),
    matrices: json(bundle.matrices.map(({ urn, title, ...facts }, position) => ({ position, urn, title, facts }))),
    catalogue: json(
      bundle.catalogue.map(({ urn, kind, number, title, ...facts }, position) => ({
        position,
        urn,
        kind,
        number,
        title,
        facts,
      })),
    ),
  };
}

function editionRows(whole: FrameworkEdition, digest: string): PreparedImport['editions'][number] {
  const { requirements, ...facts } = whole;
  const counts = {
    requirements: requirements.length,
    assessable: requirements.filter(({ isAssessable }) => isAssessable).length,
    languages: languagesOf(whole),
  };
  const { urn, edition, title, language } = facts;
  return {
    row: { urn, edition, title, language, digest, counts: json(counts), facts: json(facts) },
    requirements: json(
      requirements.map(({ id, parent, number, title: head, text, note, isAssessable, ...rest }, position) => ({
        id,
        parent,
        position,
        number,
        title: head,
        text,
        note,
        is_assessable: isAssessable,
        rest,
      })),
    ),
    words: wordsOfEdition(whole),
  };
}

function mappingRows({ relations, ...facts }: MappingSet, digest: string): PreparedImport['mappingSets'][number] {
  const { urn, edition, title, source, target } = facts;
  return {
    row: { urn, edition, title, source, target, digest, relations: relations.length, facts: json(facts) },
    relations: json(relations.map((relation, position) => ({ position, ...relation }))),
  };
}
