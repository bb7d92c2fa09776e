import { unzipSync } from 'fflate';
import { fail, ok, type Result } from '../../core/base.ts';
import type { Refusal } from './accept-file.ts';

const mostEntries = 10_000;
const openDocumentText = 'application/vnd.oasis.opendocument.text';

/** What a package of Office is by the names in its table of contents. Nothing in it is unpacked. */
export function officeType(bytes: Uint8Array): Result<string, Refusal> {
  const read = tableOf(bytes);
  if (read === null) return fail('damaged');
  const { names, kind } = read;
  if (names.some((name) => /vbaproject\.bin$|^basic\/|^scripts\/|\.xlm$|macrosheets\//iu.test(name)))
    return fail('macros');
  if (kind === openDocumentText && names.includes('content.xml')) return ok(openDocumentText);
  if (!names.includes('[Content_Types].xml')) return fail('archive');
  if (names.includes('word/document.xml'))
    return ok('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
  if (names.includes('xl/workbook.xml')) return ok('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  return fail('archive');
}

type Table = { readonly names: readonly string[]; readonly kind: string };

/** The names, and what an OpenDocument says that it is: a short entry that is stored as it stands. */
function tableOf(bytes: Uint8Array): Table | null {
  const names: string[] = [];
  try {
    const stored = unzipSync(bytes, {
      filter: ({ name, compression, size, originalSize }) => {
        names.push(name);
        if (names.length > mostEntries) throw new Error('too many entries');
        return name === 'mimetype' && compression === 0 && size === originalSize && size < 100;
      },
    });
    return { names, kind: new TextDecoder().decode(stored['mimetype']) };
  } catch {
    return null;
  }
}
