import {
  boolCoreTag,
  constructFromEvents,
  defineScalarTag,
  JSON_SCHEMA,
  NOT_RESOLVED,
  nullCoreTag,
  parseEvents,
  YAMLException,
} from 'js-yaml';
import { fail, ok, type Result } from '../../core/base.ts';
import type { ImportRefusal } from '../../core/guidance/refusal.ts';
import type { Tree } from './opened.ts';
import { linesInYaml } from './yaml-lines.ts';

/** Twice as deep as any library file, and no deeper than recursion can bear. */
export const deepestTree = 64;

const digits = [...'-0123456789'];

/**
 * Numbers only where they would be written back the same: the number 1.10 of a paragraph stays the text "1.10", and so
 * do 007 and numbers too long to be kept. Dates, and `N` and `Y`, which older YAML takes for no and yes, are texts anyhow.
 */
const numberAsWritten = (tag: string, form: RegExp) =>
  defineScalarTag(tag, {
    implicit: true,
    implicitFirstChars: digits,
    resolve: (source) => (form.test(source) && String(Number(source)) === source ? Number(source) : NOT_RESOLVED),
    identify: () => false,
  });

const schema = JSON_SCHEMA.withTags(
  nullCoreTag,
  boolCoreTag,
  numberAsWritten('tag:yaml.org,2002:int', /^-?\d+$/u),
  numberAsWritten('tag:yaml.org,2002:float', /^-?\d+\.\d+$/u),
);

/** Reads one YAML document. Aliases are refused, so that a small file cannot unfold into a large one. */
export function readYamlTree(text: string): Result<Tree, ImportRefusal> {
  try {
    const events = parseEvents(text, { maxDepth: deepestTree });
    const documents = constructFromEvents(events, { source: text, schema, maxAliases: 0 });
    if (documents.length > 1) return fail(severalDocuments(documents.length));
    return ok({ value: documents[0], linesOf: (pointers) => linesInYaml(text, events, pointers) });
  } catch (error) {
    if (error instanceof YAMLException) return fail(refusalOf(error));
    throw error;
  }
}

const severalDocuments = (count: number): ImportRefusal => ({
  code: 'broken_yaml',
  message: `The file holds ${count} YAML documents, parted by "---"; one is read. Save each as a file of its own.`,
});

function refusalOf({ reason, mark }: YAMLException): ImportRefusal {
  const at = mark === undefined ? undefined : `line ${mark.line + 1}, column ${mark.column + 1}`;
  const place = at === undefined ? 'In the file' : `At ${at}`;
  const [code, said] = refusals.find(([, , form]) => form.test(reason)) ?? broken;
  return { code, message: `${place}: ${said(reason)}`, ...(at === undefined ? {} : { at }) };
}

type Saying = readonly [code: ImportRefusal['code'], say: (reason: string) => string, form: RegExp];

const broken: Saying = [
  'broken_yaml',
  (reason) =>
    `this is not YAML (${reason}). Look at the indentation and the quotes of this line and the one before it, and hand the file in again.`,
  /^/u,
];

const refusals: readonly Saying[] = [
  [
    'aliases',
    () =>
      'an alias ("*name") stands for words elsewhere. Write the words out, because small files can unfold into huge ones.',
    /maxAliases|unidentified alias/u,
  ],
  [
    'too_deep',
    () => `keys are nested deeper than ${deepestTree}. Nothing that we read is: look for a wrong indentation.`,
    /maxDepth/u,
  ],
  ['duplicate_key', () => 'a key is here twice in the same group. Delete one of them.', /^duplicated mapping key/u],
];
