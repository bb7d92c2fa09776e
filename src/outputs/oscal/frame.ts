/** What every OSCAL document of ours says of itself, and how it calls things. */
import type { Content } from '../../core/content/content.ts';
import type { Safeguard } from '../../core/content/safeguard.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { ownNamespace } from '../../core/guidance/own-properties.ts';
import { isInSet } from '../../core/ranking/tier.ts';
import type { OrganisationInput } from '../../core/report/guide-input.ts';
import { uuid5 } from '../../oscal/uuid5.ts';

/** What documents are made from. The same source gives the same bytes. */
export type OscalSource = {
  readonly content: Content;
  readonly organisation: OrganisationInput;
  readonly on: IsoDate;
  /** Edition of the product. */
  readonly edition: string;
  /** Digest of content and profile: a new state is a new document. */
  readonly digest: string;
};

/** Names of properties that OSCAL has no word for. */
export const namespace = ownNamespace;

/** The version of OSCAL that most tools read; a mapping needs the one that brought mappings. */
export const oscalVersion = '1.1.3';

/** A UUID that stays while the thing stays: from the organisation, the kind and the id. */
export const uuidOf = ({ organisation }: Pick<OscalSource, 'organisation'>, ...name: readonly string[]): string =>
  uuid5([organisation.profile.name, ...name].join('\n'));

/** A UUID of content, the same for everyone. */
export const contentUuid = (...name: readonly string[]): string => uuid5(['theriac content', ...name].join('\n'));

/** A day as OSCAL writes a time; documents know no hour. */
export const timeOf = (day: string): string => `${day}T00:00:00Z`;

type Said = { readonly title: string; readonly remarks?: string; readonly version?: string };

/** Head of a document. */
export const metadata = ({ on, edition }: OscalSource, { title, remarks, version = oscalVersion }: Said) => ({
  title,
  'last-modified': timeOf(on),
  version: `${edition}-${on}`,
  'oscal-version': version,
  props: [{ name: 'language', ns: namespace, value: 'en' }],
  ...(remarks === undefined ? {} : { remarks: prose(remarks) }),
});

/** Our texts are plain: letters that Markdown reads as marks are guarded. */
export const prose = (text: string): string =>
  text.replaceAll(/[\\`*_~^[\]{}#]/gu, String.raw`\$&`).replaceAll(/[ \t]+$/gmu, '');

/** The same on one line. */
export const line = (text: string): string => prose(text).replaceAll(/\s*\n\s*/gu, ' ');

/** A property of ours. */
export const property = (name: string, value: string | number) => ({ name, ns: namespace, value: String(value) });

/** An id as OSCAL allows it: `21(2)(d)` becomes `_21_2_d`. */
export function tokenOf(id: string): string {
  const plain = id.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_').replace(/_+$/u, '');
  return /^[\p{L}_]/u.test(plain) ? plain : `_${plain}`;
}

/** The statement of a safeguard: what an assessment judges. */
export const statementId = (id: string): string => `${id}_smt`;

/** Safeguards of the organisation's minimum set that concern it. */
export function minimumSet({ content, organisation: { ranking } }: OscalSource): readonly Safeguard[] {
  const outside = new Set(ranking.outside.map(({ id }) => id));
  return content.safeguards.filter((one) => isInSet(one, ranking.minimumSet.tier) && !outside.has(one.id));
}

/** UUID of the resource by which other documents of ours name one. */
export const resource = (uuid: string, title: string, href: string) => ({
  uuid,
  title: line(title),
  rlinks: [{ href, 'media-type': 'application/json' }],
});
