import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import type { FrameworkEdition } from '../../core/guidance/edition.ts';
import { editionBook } from '../../core/guidance/edition-sheet.ts';
import { exportNotice } from '../../core/guidance/export-notice.ts';
import { readLicence } from '../../core/guidance/licence.ts';
import { passOn } from '../../core/guidance/pass-on.ts';
import { languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import { onInput } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import { editionCatalog } from '../../outputs/oscal/edition.ts';
import { renderSheet } from '../../outputs/sheets.ts';
import { actionsOver, type ActionContext, type Bytes, type Failure } from '../../platform/action.ts';
import { fileNameOf } from './file-name.ts';
import { noEdition } from './no-edition.ts';
import { readEdition, readEditionLicence } from './queries.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const formats = ['oscal-json', 'oscal-yaml', 'oscal-xml', 'csv', 'xlsx'] as const;
type Format = (typeof formats)[number];
const mediaTypes = { json: 'application/json', yaml: 'application/yaml', xml: 'application/xml' } as const;

export const exportFramework = defineAction({
  name: 'frameworks.export',
  summary:
    'An imported edition as an OSCAL catalog or a sheet; what its licence does not let be passed on is left out, and the file says so',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/frameworks/{id}/export',
  needsStore: true,
  input: z.strictObject({
    id: z.uuid(),
    format: z.enum(formats).default('oscal-json'),
    language: languageInput,
    on: onInput,
  }),
  sample: { id: '0b1c3c9e-0000-4000-8000-000000000001' },
  output: 'bytes',
  command: {
    usage: 'frameworks export <id>',
    options: [
      { flags: '--format <format>', description: 'form of the file (default: oscal-json)', choices: formats },
      languageOption,
      { flags: '--on <date>', description: 'date of the file (default: today)' },
    ],
    example: './theriac frameworks export 0b1c3c9e-0000-4000-8000-000000000001 --format oscal-xml --out framework.xml',
    toInput: async ({ args: [id], options: { format, language, on } }) => ok({ id, format, language, on }),
    print: () => '',
  },
  run: async (
    context: Context,
    { id, format, language, on = context.today as IsoDate },
  ): Promise<Result<Bytes, Failure>> => {
    const library = libraryIn(context.services, language);
    if (!library.ok) return library;
    const [edition, licence] = await context.store.read((db) =>
      Promise.all([readEdition(db, id), readEditionLicence(db, id)]),
    );
    if (edition === undefined || licence === undefined) return fail(noEdition(id));
    const { stance } = readLicence(licence.text);
    const passed = passOn(edition, stance);
    if (!passed.ok) return fail(mayNotChange(edition.title, licence.importId));
    const say = library.value.words(language).translate;
    const form = format === 'csv' || format === 'xlsx' ? 'sheet' : 'oscal';
    const notice = exportNotice({ edition, passed: passed.value, stance, form }, say);
    const name = fileNameOf(edition.title, edition.edition);
    const made =
      format === 'csv' || format === 'xlsx'
        ? await renderSheet(editionBook(passed.value, on, notice, say), format, name)
        : await catalogFile(passed.value, { on, licence: licence.text, notice }, format, name);
    return ok({ ...made, notice });
  },
});

async function catalogFile(
  edition: FrameworkEdition,
  said: Parameters<typeof editionCatalog>[1],
  format: Exclude<Format, 'csv' | 'xlsx'>,
  name: string,
): Promise<Bytes> {
  const form = format.replace('oscal-', '') as keyof typeof mediaTypes;
  // The library that writes OSCAL is costly to load.
  const { writeDocument } = await import('../../oscal/write.ts');
  const text = writeDocument('catalog', editionCatalog(edition, said), form);
  return { bytes: new TextEncoder().encode(text), mediaType: mediaTypes[form], fileName: `${name}-${said.on}.${form}` };
}

const mayNotChange = (title: string, importId: string): Failure => ({
  kind: 'licence_forbids',
  message: `Cannot export "${title}": its licence lets it be passed on unchanged only, and another form would change it. The file as it came may be passed on: theriac imports original ${importId}`,
});
