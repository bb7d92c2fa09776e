import { fail, ok, type Result } from '../../core/base.ts';
import { gather } from '../../oscal/resolve/gather.ts';
import { resolve } from '../../oscal/resolve/resolve.ts';
import { foundAs, shelfLoader, type Shelved } from '../../oscal/resolve/shelf.ts';
import type { ResolveError } from '../../oscal/resolve/error.ts';
import { uuid5 } from '../../oscal/uuid5.ts';
import { writeDocument } from '../../oscal/write.ts';
import type { JsonObject } from '../../oscal/model.ts';
import type { Form } from '../../oscal/read/read.ts';
import type { Failure } from '../../platform/action.ts';
import type { ResolvedView } from './actions.ts';
import type { DocumentInput } from './documents.ts';
import { documentOf } from './work.ts';

type Asked = {
  readonly documents: readonly DocumentInput[];
  readonly catalogs: readonly DocumentInput[];
  readonly form: Form;
  readonly flatNesting: 'drop' | 'keep';
};

/** Resolves the first document with the help of the others. The same documents give the same catalog, but for its time. */
export async function resolveDocuments(asked: Asked, now: Date, tool: string): Promise<Result<ResolvedView, Failure>> {
  const documents = shelved(asked.documents);
  if (!documents.ok) return documents;
  const catalogs = shelved(asked.catalogs);
  if (!catalogs.ok) return catalogs;
  const [first] = documents.value;
  if (first === undefined) throw new Error('Cannot resolve: the request has no document, which its schema forbids');
  const root = foundAs(first);
  if (!root.ok) return fail(refused({ ...root.error, pointer: '' }));
  const source = await gather(root.value, shelfLoader({ documents: documents.value, catalogs: catalogs.value }));
  if (!source.ok) return fail(refused(source.error));
  const stamp = {
    uuid: uuid5([...asked.documents, ...asked.catalogs].map(({ content }) => content).join('\n') + asked.flatNesting),
    lastModified: now.toISOString(),
    tool,
    source: first.path.slice(first.path.lastIndexOf('/') + 1),
  };
  const resolved = resolve(source.value, stamp, { flatNesting: asked.flatNesting });
  if (!resolved.ok) return fail(refused(resolved.error));
  const { catalog, warnings, provenance } = resolved.value;
  return ok({
    form: asked.form,
    text: writeDocument('catalog', catalog as unknown as JsonObject, asked.form),
    controls: provenance.length,
    warnings: [...warnings],
    provenance: provenance.map(({ control, origin }) => ({
      control,
      document: origin.document,
      pointer: `/catalog${origin.path}`,
    })),
  });
}

function shelved(given: readonly DocumentInput[]): Result<readonly Shelved[], Failure> {
  const done: Shelved[] = [];
  for (const one of given) {
    const document = documentOf(one);
    if (!document.ok) return document;
    done.push({ path: one.name, document: document.value });
  }
  return ok(done);
}

const refused = ({ document, pointer, message }: ResolveError): Failure => ({
  kind: 'cannot_resolve',
  message: 'Cannot resolve the profile',
  details: [{ path: [document, pointer].filter((part) => part !== undefined && part !== '').join(' '), message }],
});
