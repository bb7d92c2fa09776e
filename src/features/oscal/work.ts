/** What is done with documents. The libraries that read and judge are costly to load: whoever works on none starts without. */
import { fail, ok, type Result } from '../../core/base.ts';
import { readDocument, type Document } from '../../oscal/read/read.ts';
import type { SchemaVersion } from '../../oscal/schema/schemas.ts';
import { validate } from '../../oscal/validate.ts';
import { writeDocument } from '../../oscal/write.ts';
import { unsaidInXml } from '../../oscal/xml/to-xml.ts';
import type { Failure } from '../../platform/action.ts';
import { bytesOfBase64 } from '../../platform/files/accept-file.ts';
import type { ConvertedView, ValidityView } from './actions.ts';
import type { DocumentInput } from './documents.ts';

/** Reads a document of a request. */
export function documentOf({ name, content }: DocumentInput): Result<Document, Failure> {
  const bytes = bytesOfBase64(content);
  if (bytes === null)
    return fail({ kind: 'invalid_input', message: `Cannot read "${name}": its content is no base64` });
  const read = readDocument(bytes);
  if (read.ok) return ok(read.value);
  const { code, at, message } = read.error;
  return fail({
    kind: code === 'too_large' ? 'too_large' : 'unreadable_file',
    message: `Cannot read "${name}" as OSCAL`,
    details: [{ path: at, message }],
  });
}

/** More would not be read by anybody; the count says how many there are. */
const mostFindings = 500;

/** Judges a document. */
export function judge(given: DocumentInput, schema: SchemaVersion | undefined): Result<ValidityView, Failure> {
  const document = documentOf(given);
  if (!document.ok) return document;
  const { model, form, version } = document.value;
  const judged = validate(document.value, schema);
  return ok({
    name: given.name,
    model,
    form,
    oscalVersion: version,
    schema: judged.schema,
    isValid: judged.isValid,
    count: judged.findings.length,
    findings: judged.findings.slice(0, mostFindings),
  });
}

/** Writes a document in another form. */
export function convert(given: DocumentInput, form: ConvertedView['form']): Result<ConvertedView, Failure> {
  const document = documentOf(given);
  if (!document.ok) return document;
  const { model, root } = document.value;
  const lost = form === 'xml' ? [...unsaidInXml(model, root)] : [];
  return ok({ model, form, text: writeDocument(model, root, form), lost });
}
