/** A profile of OSCAL as an edition of a framework: what it chooses from catalogs that were imported before. */
import { fail, type Result } from '../../core/base.ts';
import type { ImportBundle, ImportFinding } from '../../core/guidance/bundle.ts';
import type { Catalog, Profile } from '../../oscal/model.ts';
import { readDocument } from '../../oscal/read/read.ts';
import type { ResolveError } from '../../oscal/resolve/error.ts';
import { gather, type Found, type Loader } from '../../oscal/resolve/gather.ts';
import { resolve, type Resolved } from '../../oscal/resolve/resolve.ts';
import { baseName, foundAs, nameIn, shelfLoader } from '../../oscal/resolve/shelf.ts';
import { readCatalog } from './oscal-catalog.ts';

/** A file that was imported, by which a profile may be answered. */
export type Original = {
  readonly id: string;
  readonly fileName: string;
  readonly title: string;
  /** SHA-256 of its bytes. */
  readonly digest: string;
  readonly licence: string | null;
};

/** Catalogs and profiles that were imported, and their bytes. */
export type Originals = {
  readonly all: () => Promise<readonly Original[]>;
  /** Ids of those in which a UUID stands anywhere. */
  readonly holding: (uuid: string) => Promise<ReadonlySet<string>>;
  readonly bytes: (id: string) => Promise<Uint8Array | undefined>;
};

/** The same bundle with the framework that the profile describes, or with what is missing for that. */
export async function bundleOfProfile(
  bare: ImportBundle,
  bytes: Uint8Array,
  originals: Originals,
): Promise<ImportBundle> {
  const findings = bare.findings.filter(({ code }) => code !== 'not_guidance');
  const profile = profileIn(bytes);
  // What is wrong with the document itself stands among its findings already.
  if (profile === null || findings.some(({ severity }) => severity === 'error')) return bare;
  const answers = new Map<string, Original>();
  const resolved = await resolvedOf(profile, originals, answers);
  if (!resolved.ok) return { ...bare, findings: [...findings, notResolved(resolved.error)] };
  const { catalog, warnings } = resolved.value;
  const read = readCatalog(named(catalog, profile));
  const used = [...answers.values()];
  return {
    ...bare,
    language: read.edition.language,
    licence: licenceOf(bare.licence, profile, used),
    frameworks: [read.edition],
    findings: [
      ...findings,
      ...used.map(answeredBy),
      ...warnings.map(({ code, pointer, message }): ImportFinding => ({
        code,
        severity: 'warning',
        at: pointer,
        message,
      })),
      ...read.findings,
    ],
    losses: read.losses,
  };
}

const self = 'profile';

function profileIn(bytes: Uint8Array): Profile | null {
  const read = readDocument(bytes);
  if (!read.ok) return null;
  const found = foundAs({ path: self, document: read.value });
  return found.ok && found.value.kind === 'profile' ? found.value.profile : null;
}

async function resolvedOf(
  profile: Profile,
  originals: Originals,
  answers: Map<string, Original>,
): Promise<Result<Resolved, ResolveError>> {
  const source = await gather({ kind: 'profile', address: self, profile }, originalsLoader(originals, answers));
  if (!source.ok) return source;
  // The same profile over the same catalogs is the same edition, on whatever day it is loaded.
  const stamp = {
    uuid: profile.uuid,
    lastModified: profile.metadata['last-modified'],
    tool: 'Theriac',
    source: self,
  };
  return resolve(source.value, stamp);
}

/** The identity of the profile, not that of the catalogs that it chooses from. */
const named = (catalog: Catalog, { metadata: { links = [] }, 'back-matter': matter }: Profile): Catalog => ({
  ...catalog,
  metadata: { ...catalog.metadata, links },
  ...(matter === undefined ? {} : { 'back-matter': matter }),
});

type Answer = Result<Found, Omit<ResolveError, 'pointer'>>;

/** Finds imports among the files that were imported: by the UUID of the document, else by the name of its file. */
function originalsLoader(originals: Originals, answers: Map<string, Original>): Loader {
  const inside = shelfLoader({ documents: [], catalogs: [] });
  const opened = new Map<string, Answer>();
  const open = async (original: Original): Promise<Answer> => {
    const known = opened.get(original.id) ?? (await openedOf(original, originals));
    opened.set(original.id, known);
    return known;
  };
  const taken = async (original: Original): Promise<Answer> => {
    answers.set(original.id, original);
    return open(original);
  };
  return async (reference, from) => {
    if (reference.kind === 'base64') return inside(reference, from);
    const uuid = reference.kind === 'uuid' ? reference.uuid : uuidIn(reference.href);
    const known = await originals.all();
    if (uuid !== null) {
      const holding = await originals.holding(uuid);
      for (const original of known.filter(({ id }) => holding.has(id)))
        if (isCalled(await open(original), uuid)) return taken(original);
    }
    if (reference.kind === 'uuid') return fail({ kind: 'import_not_found', message: `No imported file is "${uuid}"` });
    const wanted = nameIn(reference.href);
    const alike = known.filter(({ fileName }) => baseName(fileName) === wanted);
    const [first] = alike;
    if (first === undefined) return fail(missing(reference.href));
    return alike.length > 1 ? fail(ambiguous(reference.href, alike)) : taken(first);
  };
}

async function openedOf(original: Original, originals: Originals): Promise<Answer> {
  const bytes = await originals.bytes(original.id);
  const read = bytes === undefined ? null : readDocument(bytes);
  if (read === null || !read.ok)
    return fail({ kind: 'import_unreadable', message: `Cannot read the imported file "${original.fileName}"` });
  return foundAs({ path: `${original.fileName} ${original.digest.slice(0, 12)}`, document: read.value });
}

const isCalled = (answer: Answer, uuid: string): boolean =>
  answer.ok &&
  (answer.value.kind === 'catalog' ? answer.value.catalog : answer.value.profile).uuid.toLowerCase() === uuid;

const uuidIn = (href: string): string | null =>
  /^(?:urn:uuid:|#)([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/iu.exec(href)?.[1]?.toLowerCase() ?? null;

const remedy = 'or resolve the profile ("theriac oscal resolve") and import the catalog that comes out';

const missing = (href: string): Omit<ResolveError, 'pointer'> => ({
  kind: 'import_not_found',
  message: `The profile chooses from "${href}", which was not imported: import that catalog first, ${remedy}`,
});

/** A wrong catalog resolves without a sound, so of two with one name neither is taken. */
const ambiguous = (href: string, alike: readonly Original[]): Omit<ResolveError, 'pointer'> => ({
  kind: 'import_not_found',
  message: `The profile chooses from "${href}", and ${alike.length} imported files have that name (${alike.map(({ title, digest }) => `"${title}", SHA-256 ${digest.slice(0, 12)}…`).join('; ')}): take away those that are not meant, ${remedy}`,
});

const notResolved = ({ pointer, message, document }: ResolveError): ImportFinding => ({
  code: 'not_resolved',
  severity: 'error',
  at: document === undefined || document === self ? pointer : `${document} ${pointer}`,
  message,
});

const answeredBy = ({ fileName, title, digest }: Original): ImportFinding => ({
  code: 'answered_by',
  severity: 'note',
  at: '/profile/imports',
  message: `Chosen from "${title}" (${fileName}, SHA-256 ${digest}), which was imported before`,
});

/**
 * The words are those of the catalogs, and of a profile that changes them: where one of these says nothing on rights, nothing
 * is known of the whole.
 */
function licenceOf(own: string | null, { modify }: Profile, used: readonly Original[]): string | null {
  const all = used.map(({ licence }) => licence);
  if (all.includes(null) || (own === null && modify !== undefined)) return null;
  const said = [own, ...all].filter((text) => text !== null);
  return said.length === 0 ? null : [...new Set(said)].join('\n');
}
