import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { readLicence } from '../../core/guidance/licence.ts';
import { mappingBook } from '../../core/guidance/mapping-book.ts';
import { withheldBy } from '../../core/guidance/pass-on.ts';
import { languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import { onInput } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import { renderSheet, sheetFormatIds } from '../../outputs/sheets.ts';
import { actionsOver, type ActionContext, type Bytes, type Failure } from '../../platform/action.ts';
import { fileNameOf } from './file-name.ts';
import { readMappingSet, readNumbers } from './queries.ts';

const defineAction = actionsOver<Services>();

/** OSCAL would want a method, a rationale and a status of each mapping, which many publishers do not state. */
export const exportMapping = defineAction({
  name: 'mappings.export',
  summary: 'An imported mapping as a sheet, where its licence lets it be passed on',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/mappings/{id}/export',
  needsStore: true,
  input: z.strictObject({
    id: z.uuid(),
    format: z.enum(sheetFormatIds).default('xlsx'),
    language: languageInput,
    on: onInput,
  }),
  sample: { id: '0b1c3c9e-0000-4000-8000-000000000001' },
  output: 'bytes',
  command: {
    usage: 'mappings export <id>',
    options: [
      { flags: '--format <format>', description: 'form of the file (default: xlsx)', choices: sheetFormatIds },
      languageOption,
      { flags: '--on <date>', description: 'date of the file (default: today)' },
    ],
    example: './theriac mappings export 0b1c3c9e-0000-4000-8000-000000000001 --format csv --out mapping.csv',
    toInput: async ({ args: [id], options: { format, language, on } }) => ok({ id, format, language, on }),
    print: () => '',
  },
  run: async (
    { store, services, today }: ActionContext<Services>,
    { id, format, language, on = today as IsoDate },
  ): Promise<Result<Bytes, Failure>> => {
    const library = libraryIn(services, language);
    if (!library.ok) return library;
    const found = await store.read(async (db) => {
      const stored = await readMappingSet(db, id);
      if (stored === undefined) return undefined;
      const [source, target] = await Promise.all([
        readNumbers(db, stored.set.source),
        readNumbers(db, stored.set.target),
      ]);
      return { ...stored, numbers: { source, target } };
    });
    if (found === undefined) return fail(noMapping(id));
    const { set, licence, numbers } = found;
    // Relations are the work of their author: without the words there is nothing left of them.
    const withheld = withheldBy(readLicence(licence).stance);
    if (withheld !== 'nothing') return fail(mayNotGo(set.title));
    const say = library.value.words(language).translate;
    const from = { title: set.title, edition: set.edition, publisher: set.author ?? '' };
    const notice = [
      say(set.author === null ? 'imports.export.from' : 'imports.export.fromPublisher', from),
      say('imports.export.withheld.nothing'),
    ].join(' ');
    const book = mappingBook(set, numbers, on, notice, say);
    return ok({ ...(await renderSheet(book, format, fileNameOf(set.title, set.edition))), notice });
  },
});

const noMapping = (id: string): Failure => ({
  kind: 'not_found',
  message: `There is no imported mapping "${id}". "theriac frameworks show <id> --json" names those of a framework.`,
});

const mayNotGo = (title: string): Failure => ({
  kind: 'licence_forbids',
  message: `Cannot export "${title}": its licence does not say that its relations may be passed on in another form. Ask its author.`,
});
