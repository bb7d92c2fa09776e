import type { Framework } from '../../core/content/framework.ts';
import { languagesOf } from '../../core/guidance/counts.ts';
import { differenceCounts, differenceKinds, differs } from '../../core/guidance/differs.ts';
import type { FrameworkEdition } from '../../core/guidance/edition.ts';
import { mostNamed, type DifferenceSummary, type FrameworkPreview } from '../../core/guidance/import-view.ts';
import { likest, shippedEdition } from '../../core/guidance/shipped.ts';
import { standingOf } from '../../core/guidance/weigh.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext } from '../../platform/action.ts';
import { readEdition, type KnownEditions } from './queries.ts';

type Context = ActionContext<Services>;

type Comparing = {
  readonly edition: FrameworkEdition;
  readonly digest: string;
  readonly stored: KnownEditions;
  readonly shipped: readonly Framework[];
};

/** A framework of a file beside the editions of it that are there. */
export async function previewFramework(
  context: Context,
  { edition, digest, stored, shipped }: Comparing,
): Promise<FrameworkPreview> {
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
