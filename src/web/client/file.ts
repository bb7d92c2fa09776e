import { ok, type Result } from '../../core/base.ts';
import { askFor, type Failure } from './ask.ts';

/** The forms of a document, the one that most want first. */
export const documentFormats = ['pdf', 'docx', 'html', 'md', 'json'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** What the server made, with the name it gave. */
export type MadeFile = { readonly blob: Blob; readonly name: string };

/** Asks for a file of the stored organisation. */
export async function fileFrom(path: string, body: object, signal?: AbortSignal): Promise<Result<MadeFile, Failure>> {
  const response = await askFor({ method: 'POST', path, body, signal, isSpoken: true });
  return response.ok ? ok(await madeFile(response.value)) : response;
}

/** The file in an answer. */
export async function madeFile(response: Response): Promise<MadeFile> {
  const named = /filename="([^"]+)"/u.exec(response.headers.get('Content-Disposition') ?? '');
  return { blob: await response.blob(), name: named?.[1] ?? 'theriac' };
}

/** Hands a file to the browser's downloads. */
export function saveFile({ blob, name }: MadeFile): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
