import type { ImportBundle, ImportFinding } from '../../core/guidance/bundle.ts';
import { canonicalText } from '../../core/guidance/canonical.ts';
import { countsOf } from '../../core/guidance/counts.ts';
import {
  mostRows,
  type FrameworkPreview,
  type ImportPart,
  type ImportPreview,
} from '../../core/guidance/import-view.ts';
import { readLicence } from '../../core/guidance/licence.ts';
import { standingOf, weigh, type StoredEdition } from '../../core/guidance/weigh.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext } from '../../platform/action.ts';
import { sha256Of } from '../../platform/files/accept-file.ts';
import type { ReadFile } from './file-input.ts';
import { previewFramework } from './preview-framework.ts';
import type { KnownEditions } from './queries.ts';
import { readStored } from './stored-known.ts';

type Context = ActionContext<Services>;
type Digests = Readonly<Record<'frameworks' | 'mappingSets', readonly StoredEdition[]>>;

/** A file beside all that is known. */
export type WeighedFile = {
  readonly file: ReadFile;
  readonly digests: Digests;
  /** What was stored then. */
  readonly known: KnownEditions;
  readonly findings: readonly ImportFinding[];
  readonly parts: readonly ImportPart[];
  readonly preview: ImportPreview;
};

/** Compares a file with what is stored and with our own content. It reads, and writes nothing. */
export async function weighFile(context: Context, file: ReadFile): Promise<WeighedFile> {
  const { bundle } = file;
  const digests = digestsOf(bundle);
  const { known, already, ...besides } = await readStored(context, file);
  const findings = weigh(bundle, digests, { ...known, ...besides });
  const counts = countsOf({ ...bundle, findings });
  const shipped = context.services.library.content.frameworks;
  const frameworks: FrameworkPreview[] = [];
  for (const [index, edition] of bundle.frameworks.entries()) {
    const { digest } = digests.frameworks[index] ?? { digest: '' };
    frameworks.push(await previewFramework(context, { edition, digest, stored: known, shipped }));
  }
  const preview: ImportPreview = {
    ...factsOf(file),
    counts,
    frameworks,
    mappingSets: mappingsOf(bundle, digests, known),
    findings: findings.slice(0, mostRows),
    losses: bundle.losses.slice(0, mostRows),
    already: already === undefined ? null : { id: already.id, at: already.at.toISOString() },
    comparedWith: context.hasData ? 'stored' : 'content',
    isLoadable: counts.errors === 0,
  };
  return { file, digests, known, findings, preview, parts: partsOf(preview) };
}

function factsOf({ name, bytes, digest, bundle }: ReadFile) {
  const { format, title, publisher, packager, edition, language, needs, licence } = bundle;
  return {
    file: {
      name,
      size: bytes.length,
      digest,
    },
    format,
    title,
    publisher,
    packager,
    edition,
    language,
    needs,
    licence: {
      text: licence,
      ...readLicence(licence),
    },
  };
}

const mappingsOf = (
  { mappingSets }: ImportBundle,
  digests: Digests,
  known: KnownEditions,
): ImportPreview['mappingSets'] =>
  mappingSets.map(({ urn, edition, title, source, target, relations }, index) => {
    const { digest } = digests.mappingSets[index] ?? { digest: '' };
    const standing = standingOf({ urn, edition, digest }, known.mappingSets);
    return { urn, edition, title, source, target, relations: relations.length, standing };
  });

const partsOf = ({ frameworks, mappingSets }: ImportPreview): readonly ImportPart[] => [
  ...frameworks.map(({ urn, edition, title, standing }) => ({
    kind: 'framework' as const,
    urn,
    edition,
    title,
    standing,
  })),
  ...mappingSets.map(({ urn, edition, title, standing }) => ({
    kind: 'mapping_set' as const,
    urn,
    edition,
    title,
    standing,
  })),
];

const digestsOf = ({ frameworks, mappingSets }: ImportBundle): Digests => ({
  frameworks: frameworks.map(digested),
  mappingSets: mappingSets.map(digested),
});

const digested = <Part extends { readonly urn: string; readonly edition: string }>(part: Part): StoredEdition => ({
  urn: part.urn,
  edition: part.edition,
  digest: sha256Of(canonicalText(part)),
});
