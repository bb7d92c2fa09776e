/** The command's side: files are read here, and handed to the action as a request would hand them. */
import { fail, ok, type Result } from '../../core/base.ts';
import type { Profile } from '../../oscal/model.ts';
import type { CommandIo, Failure } from '../../platform/action.ts';
import type { Services } from '../../library/services.ts';
import type { DocumentInput } from './documents.ts';

type Io = CommandIo<Services>;

/** A file as a document of a request. */
export async function documentAt(path: string, io: Io): Promise<Result<DocumentInput, Failure>> {
  const read = await io.readBytes(path);
  return read.ok ? ok({ name: path, content: Buffer.from(read.value).toString('base64') }) : read;
}

/** Several files. */
export async function documentsAt(
  paths: readonly string[],
  io: Io,
): Promise<Result<readonly DocumentInput[], Failure>> {
  const documents: DocumentInput[] = [];
  for (const path of paths) {
    const document = await documentAt(path, io);
    if (!document.ok) return document;
    documents.push(document.value);
  }
  return ok(documents);
}

const mostFiles = 200;

/**
 * A profile with the files that it names and that lie where it says, and theirs in turn. What does not lie there is left to
 * the catalogs that the command was given; nothing is fetched.
 */
export async function profileWithImports(path: string, io: Io): Promise<Result<readonly DocumentInput[], Failure>> {
  const first = await documentAt(path, io);
  if (!first.ok) return first;
  const found = [first.value];
  const seen = new Set([path]);
  for (const document of found) {
    for (const next of await filesNamedBy(document)) {
      if (seen.has(next)) continue;
      seen.add(next);
      const read = await documentAt(next, io);
      if (read.ok) found.push(read.value);
    }
    if (found.length > mostFiles)
      return fail({ kind: 'too_large', message: `Cannot resolve: "${path}" names more than ${mostFiles} files` });
  }
  return ok(found);
}

/** A root key stands at the beginning: catalogs of megabytes need not be read twice to learn that they import nothing. */
const isProfile = (bytes: Buffer): boolean =>
  /\bprofile\b/u.test(bytes.subarray(0, 4000).toString('latin1').replaceAll('\0', ''));

/** Where a profile looks, as paths on this machine. A document that cannot be read here is refused later, with its reason. */
async function filesNamedBy({ name, content }: DocumentInput): Promise<readonly string[]> {
  const bytes = Buffer.from(content, 'base64');
  if (!isProfile(bytes)) return [];
  const { readDocument } = await import('../../oscal/read/read.ts');
  const { pathOf } = await import('../../oscal/resolve/shelf.ts');
  const read = readDocument(bytes);
  if (!read.ok || read.value.model !== 'profile') return [];
  const { imports, 'back-matter': matter } = read.value.root as unknown as Partial<Profile>;
  const links = (Array.isArray(imports) ? imports : []).flatMap(({ href }) => {
    if (typeof href !== 'string') return [];
    if (!href.startsWith('#')) return [href];
    const resource = matter?.resources?.find(({ uuid }) => uuid === href.slice(1));
    return (resource?.rlinks ?? []).map((link) => link.href);
  });
  return links.flatMap((href) => pathOf(href, name) ?? []);
}
