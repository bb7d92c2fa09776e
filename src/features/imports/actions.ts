import { fail, ok, type Result } from '../../core/base.ts';
import type { ImportFinding } from '../../core/guidance/bundle.ts';
import { canonicalText } from '../../core/guidance/canonical.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, type ActionContext, type CommandOption, type Failure } from '../../platform/action.ts';
import { importArguments, importInput, largestImportBody, largestImportBytes, readFile } from './file-input.ts';
import type { ImportInput, ReadFile } from './file-input.ts';
import { frameworkActions } from './framework-actions.ts';
import { printLoad, printPreview } from './print.ts';
import { prepare } from './prepare.ts';
import { withCatalogs } from './profile-catalogs.ts';
import { findSame, readKnown } from './queries.ts';
import { readActions } from './read-actions.ts';
import { lookAtSheetAction } from './sheet-action.ts';
import { readSheetFile } from './sheet-file.ts';
import { sheetOptions } from './sheet-input.ts';
import { insertImport, lockImports } from './store-queries.ts';
import { loadView, previewView, type LoadView } from './views.ts';
import { weighFile, type WeighedFile } from './weigh-file.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const sample = {
  file: { name: 'framework.yaml', content: 'dXJuOiBleGFtcGxlCg==' },
  source: 'https://publisher.example',
};
const source: CommandOption = {
  flags: '--source <text>',
  description: 'where the file comes from: an address, a publisher',
};

const previewImport = defineAction({
  name: 'imports.preview',
  summary: 'What loading a file of guidance would bring, change and leave out; writes nothing',
  permission: 'contributor',
  kind: 'query',
  method: 'post',
  path: '/api/imports/preview',
  needsStore: true,
  worksWithoutData: true,
  largestBodyBytes: largestImportBody,
  input: importInput,
  sample,
  output: previewView,
  command: {
    usage: 'imports preview <file>',
    options: [source, ...sheetOptions],
    largestFileBytes: largestImportBytes,
    example: './theriac imports preview framework.yaml',
    toInput: importArguments,
    print: printPreview,
    exitCode: ({ isLoadable }) => (isLoadable ? 0 : 1),
  },
  run: async (context: Context, input) => {
    const file = await readGiven(context, input);
    return file.ok ? ok((await weighFile(context, file.value)).preview) : file;
  },
});

const loadImport = defineAction({
  name: 'imports.load',
  summary: 'Loads frameworks, mappings and catalogues from a file of guidance, all of it or nothing',
  permission: 'contributor',
  kind: 'command',
  method: 'post',
  path: '/api/imports',
  needsStore: true,
  largestBodyBytes: largestImportBody,
  input: importInput,
  sample,
  output: loadView,
  command: {
    usage: 'import <file>',
    options: [source, ...sheetOptions],
    largestFileBytes: largestImportBytes,
    dryRun: previewImport,
    example: './theriac import rules.xlsx --as framework --title "Hospital rules" --columns "number=Ref" --dry-run',
    toInput: importArguments,
    print: printLoad,
  },
  run: async (context: Context, input) => {
    const file = await readGiven(context, input);
    if (!file.ok) return file;
    const weighed = await weighFile(context, file.value);
    const { already } = weighed.preview;
    if (already !== null) return ok({ id: already.id, state: 'already', import: weighed.preview });
    const errors = weighed.findings.filter(({ severity }) => severity === 'error');
    return errors.length > 0 ? fail(notSound(file.value.name, errors)) : store(context, weighed, input);
  },
});

/** A spreadsheet is read as it was said to be, everything else as it says itself. */
async function readGiven(context: Context, input: ImportInput): Promise<Result<ReadFile, Failure>> {
  if (input.sheet !== undefined) return readSheetFile(context, input, input.sheet);
  const file = await readFile(input);
  return file.ok ? ok(await withCatalogs(context, file.value)) : file;
}

const mostDetails = 20;

const notSound = (name: string, errors: readonly ImportFinding[]): Failure => ({
  kind: 'invalid_guidance',
  message: `Cannot load "${name}": ${errors.length === 1 ? 'one finding is an error' : `${errors.length} findings are errors`}. Nothing was stored.`,
  details: errors.slice(0, mostDetails).map(({ at, message }) => ({ path: at, message })),
});

const changedMeanwhile: Failure = {
  kind: 'conflict',
  message: 'Somebody imported into this organisation in the meantime. Nothing was stored; look at the preview again.',
};

/** All of it in one transaction, on the rows that it was compared with. */
async function store(
  { store: rows, actor, now }: Context,
  weighed: WeighedFile,
  { source: from }: ImportInput,
): Promise<Result<LoadView, Failure>> {
  const { file, known, preview } = weighed;
  const prepared = prepare(weighed, { at: now(), actor, source: from ?? null });
  const then = canonicalText(known);
  const { frameworks, requirements, relations, losses } = preview.counts;
  const note = {
    action: 'imports.load',
    object: 'import',
    detail: { file: file.name, digest: file.digest, frameworks, requirements, relations, losses },
  };
  const id = await rows.attempt(note, async (db) => {
    await lockImports(db);
    const [again, twin] = await Promise.all([readKnown(db, file.bundle), findSame(db, file)]);
    return twin !== undefined || canonicalText(again) !== then ? undefined : insertImport(db, prepared);
  });
  return id === undefined ? fail(changedMeanwhile) : ok({ id, state: 'loaded', import: preview });
}

export const importActions = [
  loadImport,
  previewImport,
  lookAtSheetAction,
  ...readActions,
  ...frameworkActions,
] as const;
