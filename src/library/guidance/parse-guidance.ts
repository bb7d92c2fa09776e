import { fail, ok, type Result } from '../../core/base.ts';
import type { ImportBundle } from '../../core/guidance/bundle.ts';
import type { ImportRefusal } from '../../core/guidance/refusal.ts';
import { documentOfTree, documentOfXml, isOscalTree, type Document } from '../../oscal/read/read.ts';
import type { Refusal } from '../../oscal/read/refusal.ts';
import { bundleOfOscal } from './oscal.ts';
import { isLibraryFile, readLibraryFile } from './library-file.ts';
import { open, type Opened } from './opened.ts';

type Read = Result<ImportBundle, ImportRefusal>;

/** A format: how an opened file is told to be of it, and how it is read. Null where it is of another. */
type Reader = (file: Opened) => Read | Promise<Read> | null;

/** First match wins. A new format is a new row. */
const readers: readonly Reader[] = [
  (file) => (file.shape === 'tree' && isOscalTree(file.value) ? ofOscal(documentOfTree(file.value, 'json')) : null),
  (file) => (file.shape === 'xml' ? ofOscal(documentOfXml(file.text)) : null),
  (file) => (file.shape === 'tree' && isLibraryFile(file.value) ? readLibraryFile(file) : null),
];

/** Reads a file of guidance on this thread. What it is, its content says and never its name. */
export async function parseGuidance(bytes: Uint8Array): Promise<Read> {
  const opened = open(bytes);
  if (!opened.ok) return opened;
  for (const reader of readers) {
    const read = reader(opened.value);
    if (read !== null) return read;
  }
  return fail(unknownFormat(opened.value));
}

/** A document of OSCAL, or why it is none; all XML that we read is OSCAL. */
const ofOscal = (read: Result<Document, Refusal>): Read =>
  read.ok ? ok(bundleOfOscal(read.value)) : fail(refusalOf(read.error));

const ownCodes: Readonly<Partial<Record<Refusal['code'], ImportRefusal['code']>>> = {
  broken_xml: 'broken_xml',
  document_type: 'document_type',
  too_deep: 'too_deep',
  duplicate_key: 'duplicate_key',
  not_oscal: 'unknown_format',
};

const refusalOf = ({ code, at, message }: Refusal): ImportRefusal => ({
  code: ownCodes[code] ?? 'broken_document',
  message,
  ...(at === '' ? {} : { at }),
});

const shapes = {
  tree: 'Its keys are those of no format that we know',
  xml: 'It is XML of no format that we know',
  package: 'It is a zip file or a workbook of no format that we know',
  lines: 'It is a text without keys',
} as const;

const unknownFormat = ({ shape }: Opened): ImportRefusal => ({
  code: 'unknown_format',
  message: `${shapes[shape]}. A library file has the keys "urn", "name", "version" and "objects" at its top.`,
});
