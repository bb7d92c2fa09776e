import { fail, type Result } from '../../core/base.ts';
import type { ImportBundle } from '../../core/guidance/bundle.ts';
import type { ImportRefusal } from '../../core/guidance/refusal.ts';
import { isOscalTree } from '../../oscal/tree.ts';
import { isLibraryFile, readLibraryFile } from './library-file.ts';
import { open, type Opened } from './opened.ts';

type Read = Result<ImportBundle, ImportRefusal>;

/** A format: how an opened file is told to be of it, and how it is read. Null where it is of another. */
type Reader = (file: Opened) => Read | null | Promise<Read | null>;

/** Costly to load, and most files are of another format. */
const oscal = () => import('./oscal-reader.ts');

/** First match wins. A new format is a new row. */
const readers: readonly Reader[] = [
  async (file) => (file.shape === 'tree' && isOscalTree(file.value) ? (await oscal()).readTree(file.value) : null),
  async (file) => (file.shape === 'xml' ? (await oscal()).readXmlText(file.text) : null),
  (file) => (file.shape === 'tree' && isLibraryFile(file.value) ? readLibraryFile(file) : null),
];

/** Reads a file of guidance on this thread. What it is, its content says and never its name. */
export async function parseGuidance(bytes: Uint8Array): Promise<Read> {
  const opened = open(bytes);
  if (!opened.ok) return opened;
  for (const reader of readers) {
    const read = await reader(opened.value);
    if (read !== null) return read;
  }
  return fail(unknownFormat(opened.value));
}

const shapes = {
  tree: 'Its keys are those of no format that we know',
  xml: 'It is XML of no format that we know',
  package: 'It is a zip file or a workbook of no format that we know',
  lines: 'It is a text without keys',
} as const;

const unknownFormat = ({ shape }: Opened): ImportRefusal => ({
  code: 'unknown_format',
  mayBeSheet: shape === 'lines' || shape === 'package',
  message: `${shapes[shape]}. A library file has the keys "urn", "name", "version" and "objects" at its top.`,
});
