import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import type { Evidence } from '../../core/profile/profile.ts';
import { evidenceEntry } from '../../library/profile-schema.ts';
import { safeguardId } from '../../library/schema/parts.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, CommandOption, Failure } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { acceptFile, bytesOfBase64, largestUploadBytes, type AcceptedFile } from '../../platform/files/accept-file.ts';
import { fileArgument } from '../../platform/files/file-argument.ts';
import { changeRating } from './change-rating.ts';
import { readFile } from './evidence-queries.ts';
import { printRating } from './print-ratings.ts';
import { evidenceKey, ratingView } from './rating-view.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const { file: _, link, what, ...about } = evidenceEntry.shape;

/** A file in a request: base64, because requests are JSON. */
export const uploadInput = z.strictObject({
  name: z.string().min(1).max(400),
  content: z.string().max(largestUploadBytes).describe('The bytes of the file in base64, at most 10 MB of them'),
  what: what.optional(),
  ...about,
});

/** Checks a file by its content, outside of any transaction. Without words of its own it is called by its name. */
export function attachmentOf({
  name,
  content,
  ...said
}: z.infer<typeof uploadInput>): Result<{ readonly file: AcceptedFile; readonly evidence: Evidence }, Failure> {
  const bytes = bytesOfBase64(content);
  if (bytes === null)
    return fail({ kind: 'invalid_input', message: `Cannot read "${name}": its content is no base64` });
  const file = acceptFile(name, bytes);
  if (!file.ok) return file;
  const title = said.what ?? file.value.name.replace(/\.[^.]+$/u, '');
  return ok({ file: file.value, evidence: { ...said, what: title } as Evidence });
}

const options: readonly CommandOption[] = [
  { flags: '--what <text>', description: 'what it is' },
  { flags: '--link <address>', description: 'where it lies, http:// or https://' },
  { flags: '--file <file>', description: 'the file itself: PDF, PNG, JPEG, DOCX, XLSX, ODT, text or CSV, up to 10 MB' },
  { flags: '--dated <date>', description: 'its date, YYYY-MM-DD' },
  { flags: '--owner <name>', description: 'who keeps it current' },
  { flags: '--expires <date>', description: 'the last day on which it proves anything, YYYY-MM-DD' },
];

export const addEvidence = defineAction({
  name: 'evidence.add',
  summary: 'Adds evidence to a rating: words, an address or a file',
  permission: 'contributor',
  kind: 'command',
  method: 'post',
  path: '/api/ratings/{id}/evidence',
  needsStore: true,
  largestBodyBytes: largestUploadBytes,
  input: z
    .strictObject({
      id: safeguardId,
      what: what.optional(),
      link: link,
      file: uploadInput.pick({ name: true, content: true }).optional(),
      ...about,
    })
    .refine(({ what: words, file }) => words !== undefined || file !== undefined, {
      error: 'say what it is: "what", or "file"',
    }),
  sample: { id: 'S-071', what: 'Minutes of the restore test', dated: '2026-09-30' },
  output: ratingView,
  command: {
    usage: 'evidence add <safeguard>',
    options,
    example:
      './theriac evidence add S-041 --file policy.pdf --what "Remote access policy, version 3" --dated 2026-05-12',
    toInput: async ({ args: [id], options: given }, io) => {
      const file = await fileArgument(given['file'], io);
      if (!file.ok) return file;
      const said = ['what', 'link', 'dated', 'owner', 'expires'].flatMap((name) =>
        given[name] === undefined ? [] : [[name, given[name]]],
      );
      return ok({ id, ...Object.fromEntries(said), ...(file.value === undefined ? {} : { file: file.value }) });
    },
    print: printRating,
  },
  run: async (context: Context, { id, file, ...said }) => {
    const change = { id, action: 'evidence.add', patch: {} };
    if (file === undefined) {
      const added = said as Evidence;
      return changeRating(context, {
        ...change,
        amend: ({ evidence }) =>
          ok(evidence.some((one) => evidenceKey(one) === evidenceKey(added)) ? {} : { evidence: [...evidence, added] }),
      });
    }
    const attach = attachmentOf({ ...file, ...said } as z.infer<typeof uploadInput>);
    return attach.ok ? changeRating(context, { ...change, attach: attach.value }) : attach;
  },
});

export const removeEvidence = defineAction({
  name: 'evidence.remove',
  summary: 'Takes a piece of evidence out of a rating; a file is deleted with it',
  permission: 'contributor',
  kind: 'command',
  method: 'delete',
  path: '/api/ratings/{id}/evidence/{key}',
  needsStore: true,
  input: z.strictObject({ id: safeguardId, key: z.string() }),
  sample: { id: 'S-071', key: '5d2e…' },
  output: ratingView,
  command: {
    usage: 'evidence remove <safeguard> <key>',
    example: './theriac evidence remove S-041 5f2c9e01aa47',
    toInput: async ({ args: [id, key] }) => ok({ id, key }),
    print: printRating,
  },
  run: async (context: Context, { id, key }) =>
    changeRating(context, {
      id,
      action: 'evidence.remove',
      patch: {},
      amend: ({ evidence }) => {
        const rest = evidence.filter((one) => evidenceKey(one) !== key);
        return rest.length < evidence.length
          ? ok({ evidence: rest })
          : fail({
              kind: 'not_found',
              message: `${id} has no evidence with the key "${key}". "ratings rate ${id}" prints the keys.`,
            });
      },
    }),
});

export const fetchEvidence = defineAction({
  name: 'evidence.fetch',
  summary: 'A stored file, as it was added',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/evidence/{file}',
  needsStore: true,
  input: z.strictObject({ file: z.uuid() }),
  sample: { file: '0b1c3c9e-0000-4000-8000-000000000001' },
  output: 'bytes',
  command: {
    usage: 'evidence fetch <file>',
    example: './theriac evidence fetch 7d7e8b52-1f0c-4a55-9d4e-0c8a3f1f5b6e --out policy.pdf',
    toInput: async ({ args: [file] }) => ok({ file }),
    print: () => '',
  },
  run: async ({ store }: Context, { file }) => {
    const found = await store.read((db) => readFile(db, file));
    return found === undefined
      ? fail({ kind: 'not_found', message: `No file of this organisation has the id "${file}"` })
      : ok({ bytes: found.bytes, mediaType: found.mediaType, fileName: found.name, isDownload: true });
  },
});

export const evidenceActions = [addEvidence, removeEvidence, fetchEvidence] as const;
