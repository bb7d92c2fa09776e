import type { Framework } from '../../core/content/framework.ts';
import type { ImportBundle, ImportFinding } from '../../core/guidance/bundle.ts';
import { canonicalText } from '../../core/guidance/canonical.ts';
import { countsOf, languagesOf } from '../../core/guidance/counts.ts';
import { differenceCounts, differenceKinds, differs } from '../../core/guidance/differs.ts';
import type { FrameworkEdition } from '../../core/guidance/edition.ts';
import {
  mostNamed,
  mostRows,
  type DifferenceSummary,
  type FrameworkPreview,
  type ImportPart,
  type ImportPreview,
} from '../../core/guidance/import-view.ts';
import { readLicence } from '../../core/guidance/licence.ts';
import { likest, shippedEdition } from '../../core/guidance/shipped.ts';
import type { KnownFrameworks } from '../../core/guidance/dangling.ts';
import { standingOf, weigh, type StoredEdition } from '../../core/guidance/weigh.ts';
import type { ActionContext } from '../../platform/action.ts';
import { sha256Of } from '../../platform/files/accept-file.ts';
import type { Services } from '../../library/services.ts';
import type { ReadFile } from './file-input.ts';
import {
  findByDigest,
  readEdition,
  readFileUrns,
  readKnown,
  readRequirementIds,
  type KnownEditions,
} from './queries.ts';

type Context = ActionContext<Services>;

/** A file beside all that is known. */
export type WeighedFile = {
  readonly file: ReadFile;
  readonly digests: { readonly frameworks: readonly StoredEdition[]; readonly mappingSets: readonly StoredEdition[] };
  /** What was stored then. */
  readonly known: KnownEditions;
  readonly findings: readonly ImportFinding[];
  readonly parts: readonly ImportPart[];
  readonly preview: ImportPreview;
};

const nothingStored: Stored = {
  known: { frameworks: [], mappingSets: [] },
  requirements: new Map(),
  files: new Set(),
  already: undefined,
};

/** Compares a file with what is stored and with our own content. It reads, and writes nothing. */
export async function weighFile(context: Context, file: ReadFile): Promise<WeighedFile> {
  const { bundle } = file;
  const shipped = context.services.library.content.frameworks;
  const digests = digestsOf(bundle);
  const there = context.hasData ? await readStored(context, file) : nothingStored;
  const { known: stored, files, already } = there;
  const requirements = withShipped(there.requirements, shipped);
  const findings = weigh(bundle, digests, { ...stored, files, requirements });
  const counts = countsOf({ ...bundle, findings });
  const frameworks: FrameworkPreview[] = [];
  for (const [index, edition] of bundle.frameworks.entries()) {
    const { digest } = digests.frameworks[index] ?? { digest: '' };
    frameworks.push(await previewOf(context, { edition, digest, stored, shipped }));
  }
  const mappingSets = bundle.mappingSets.map(({ urn, edition, title, source, target, relations }, index) => ({
    urn,
    edition,
    title,
    source,
    target,
    relations: relations.length,
    standing: standingOf(
      digests.mappingSets[index] ?? {
        urn,
        edition,
        digest: '',
      },
      stored.mappingSets,
    ),
  }));
  const { format, title, publisher, packager, language, licence, needs, losses } = bundle;
  const preview: ImportPreview = {
    file: {
      name: file.name,
      size: file.bytes.length,
      digest: file.digest,
    },
    format,
    title,
    publisher,
    packager,
    edition: bundle.edition,
    language,
    needs,
    licence: {
      text: licence,
      ...readLicence(licence),
    },
    counts,
    frameworks,
    mappingSets,
    findings: findings.slice(0, mostRows),
    losses: losses.slice(0, mostRows),
    already:
      already === undefined
        ? null
        : {
            id: already.id,
            at: already.at.toISOString(),
          },
    comparedWith: context.hasData ? 'stored' : 'content',
    isLoadable: counts.errors === 0,
  };
  return { file, digests, known: stored, findings, preview, parts: partsOf(preview) };
}

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

const digestsOf = ({ frameworks, mappingSets }: ImportBundle): WeighedFile['digests'] => ({
  frameworks: frameworks.map(digested),
  mappingSets: mappingSets.map(digested),
});

const digested = <Part extends { readonly urn: string; readonly edition: string }>(part: Part): StoredEdition => ({
  urn: part.urn,
  edition: part.edition,
  digest: sha256Of(canonicalText(part)),
});

type Stored = {
  readonly known: KnownEditions;
  readonly requirements: KnownFrameworks;
  readonly files: ReadonlySet<string>;
  readonly already: Awaited<ReturnType<typeof findByDigest>>;
};

function readStored({ store }: Context, { bundle, digest }: ReadFile): Promise<Stored> {
  const mapped = [...new Set(bundle.mappingSets.flatMap(({ source, target }) => [source, target]))];
  return store.read(async (db) => {
    const [known, requirements, files, already] = await Promise.all([
      readKnown(db, bundle),
      readRequirementIds(db, mapped),
      readFileUrns(db, bundle.needs),
      findByDigest(db, digest),
    ]);
    return { known, requirements, files, already };
  });
}

function withShipped(requirements: KnownFrameworks, shipped: readonly Framework[]): KnownFrameworks {
  const ours = shipped.map(shippedEdition);
  return new Map([
    ...ours.map(({ urn, requirements: all }) => [urn, new Set(all.map(({ id }) => id))] as const),
    ...requirements,
  ]);
}

type Comparing = {
  readonly edition: FrameworkEdition;
  readonly digest: string;
  readonly stored: KnownEditions;
  readonly shipped: readonly Framework[];
};

async function previewOf(context: Context, { edition, digest, stored, shipped }: Comparing): Promise<FrameworkPreview> {
  const { urn, title, requirements } = edition;
  const standing = standingOf({ urn, edition: edition.edition, digest }, stored.frameworks);
  return {
    urn,
    edition: edition.edition,
    title,
    requirements: requirements.length,
    assessable: requirements.filter(({ isAssessable }) => isAssessable).length,
    languages: languagesOf(edition),
    standing,
    against: standing === 'same' ? null : await comparedWith(context, { edition, digest, stored, shipped }),
    like: standing === 'new' ? likest(edition, shipped) : null,
  };
}

async function comparedWith(
  { store }: Context,
  { edition, stored, shipped }: Comparing,
): Promise<FrameworkPreview['against']> {
  const others = stored.frameworks.filter(({ urn }) => urn === edition.urn);
  const other = others.find((one) => one.edition === edition.edition) ?? others.at(-1);
  if (other !== undefined) {
    const before = await store.read((db) => readEdition(db, other.id));
    return before === undefined
      ? null
      : { id: other.id, edition: other.edition, difference: summaryOf(before, edition) };
  }
  const ours = shipped.map(shippedEdition).find(({ urn }) => urn === edition.urn);
  return ours === undefined ? null : { id: null, edition: ours.edition, difference: summaryOf(ours, edition) };
}

function summaryOf(before: FrameworkEdition, after: FrameworkEdition): DifferenceSummary {
  const difference = differs(before, after);
  return {
    framework: difference.framework.map(({ field }) => field),
    counts: differenceCounts(difference),
    named: differenceKinds.flatMap((kind) =>
      difference[kind].slice(0, mostNamed).map(({ id, name }) => ({ kind, id, name })),
    ),
  };
}
