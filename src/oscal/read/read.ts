/** Bytes as an OSCAL document, whether JSON, YAML or XML. What it is, its content says and never its name. */
import { fail, ok, type Result } from '../../core/base.ts';
import { models, type Json, type JsonObject, type Model } from '../model.ts';
import { fromXml } from '../xml/from-xml.ts';
import { readXml } from '../xml/read-xml.ts';
import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';
import { usualLimits, type Limits, type Refusal } from './refusal.ts';

/** How a document is spelt. */
export type Form = 'json' | 'yaml' | 'xml';

/** A document that was read; whether it is valid is another question. */
export type Document = {
  readonly model: Model;
  readonly form: Form;
  /** What stands under the root key. */
  readonly root: JsonObject;
  /** `metadata.oscal-version`, where it is a text. */
  readonly version: string | null;
};

/** Reads one document. */
export function readDocument(bytes: Uint8Array, limits: Limits = usualLimits): Result<Document, Refusal> {
  if (bytes.length > limits.bytes)
    return fail({
      code: 'too_large',
      at: '',
      message: `Cannot read: the file has ${bytes.length} bytes, and at most ${limits.bytes} are read`,
    });
  const text = decoded(bytes);
  if (text === null)
    return fail({
      code: 'not_text',
      at: '',
      message: 'Cannot read: the file is not text in UTF-8 or UTF-16; save it in UTF-8',
    });
  const form = formOf(text);
  if (form === null) return fail({ code: 'empty', at: '', message: 'Cannot read: the file is empty' });
  return form === 'xml' ? documentOfXml(text, limits) : documentOfData(text, form, limits);
}

/** UTF-8, or UTF-16 where the first bytes say so; a mark of the byte order falls away. */
function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

function formOf(text: string): Form | null {
  const first = /\S/u.exec(text)?.[0];
  if (first === undefined) return null;
  if (first === '<') return 'xml';
  return first === '{' || first === '[' ? 'json' : 'yaml';
}

/** The document in a text of XML. */
export function documentOfXml(text: string, limits: Limits = usualLimits): Result<Document, Refusal> {
  const tree = readXml(text, limits);
  if (!tree.ok) return tree;
  const read = fromXml(tree.value);
  return read.ok ? documentOf(read.value.model, 'xml', read.value.root) : read;
}

function documentOfData(text: string, form: 'json' | 'yaml', limits: Limits): Result<Document, Refusal> {
  const read = form === 'json' ? readJson(text, limits) : readYaml(text, limits);
  return read.ok ? documentOfTree(read.value, form) : read;
}

/** The document in keys and values that somebody has read already. */
export function documentOfTree(value: unknown, form: 'json' | 'yaml'): Result<Document, Refusal> {
  if (!isObject(value)) return fail(notOscal('it is a list or a single value'));
  const found = models.filter((model) => Object.hasOwn(value, model));
  const [model] = found;
  if (model === undefined) return fail(notOscal(`its keys are ${Object.keys(value).slice(0, 5).join(', ')}`));
  if (found.length > 1)
    return fail({
      code: 'two_models',
      at: '',
      message: `Cannot read: the file holds ${found.join(' and ')}; part them`,
    });
  const root = value[model];
  if (!isObject(root)) return fail(notOscal(`"${model}" holds no object`));
  const stranger = Object.keys(value).find((key) => key !== model && key !== '$schema');
  if (stranger !== undefined) return fail(besides(model, stranger));
  const empty = nullIn(root);
  return empty === null ? documentOf(model, form, root) : fail(nullValue(`/${model}${empty}`));
}

const documentOf = (model: Model, form: Form, root: JsonObject): Result<Document, Refusal> => {
  const { metadata } = root;
  const version = isObject(metadata) ? metadata['oscal-version'] : undefined;
  return ok({ model, form, root, version: typeof version === 'string' ? version : null });
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const notOscal = (why: string): Refusal => ({
  code: 'not_oscal',
  at: '',
  message: `This is no OSCAL document: ${why}, and one of ${models.join(', ')} was wanted`,
});

/** What stands beside the document would be lost without a word. */
const besides = (model: Model, key: string): Refusal => ({
  code: 'not_oscal',
  at: `/${key}`,
  message: `Cannot read: beside "${model}" the file holds "${key.slice(0, 80)}", which OSCAL does not know; take it out`,
});

/** OSCAL has no null, and no number without end; a key without a value in YAML is the usual cause. */
const nullValue = (at: string): Refusal => ({
  code: 'null_value',
  at,
  message: `Cannot read: ${at} has no value; give it one, or take it out`,
});

function nullIn(value: Json): string | null {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return '';
  if (typeof value !== 'object') return null;
  for (const key in value) {
    const found = nullIn((value as JsonObject)[key] as Json);
    if (found !== null) return `/${escaped(key)}${found}`;
  }
  return null;
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
