import { fail, ok, type Result } from '../../core/base.ts';
import { models, type Json, type JsonObject, type Model } from '../model.ts';
import type { Refusal } from '../read/refusal.ts';
import { formOf, type Form, type Member, type Text } from './forms.ts';
import { lineFromXml, proseFromXml } from './markup-from-xml.ts';
import type { Element } from './read-xml.ts';

/** The namespace of every version of OSCAL. */
export const oscalNamespace = 'http://csrc.nist.gov/ns/oscal/1.0';

/** A document in its JSON form. What the form does not know keeps its name, so that validation finds it. */
export function fromXml(element: Element): Result<{ readonly model: Model; readonly root: JsonObject }, Refusal> {
  const model = models.find((name) => name === element.name);
  if (model === undefined || element.namespace !== oscalNamespace)
    return fail({
      code: 'not_oscal',
      at: `line ${element.line}`,
      message: `This is no OSCAL document: its element is "${element.name}" of "${element.namespace}", and one of ${models.join(', ')} of "${oscalNamespace}" was wanted`,
    });
  const refusals: Refusal[] = [];
  const root = objectOf(element, formOf(model), refusals);
  const [refusal] = refusals;
  return refusal === undefined ? ok({ model, root }) : fail(refusal);
}

const blockNames = new Set(['p', 'ul', 'ol', 'pre', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'img', 'blockquote']);

/** Members by any name that a file may give them: in a map, since an object has names of its own. */
type Found = Map<string, Json>;

function objectOf(element: Element, form: Form, refusals: Refusal[]): JsonObject {
  const members = form.members();
  const found: Found = new Map();
  for (const [name, value] of Object.entries(element.attributes)) {
    const member = members.find((each) => each.as === 'attribute' && each.name === name);
    found.set(member?.key ?? name, member === undefined ? value : simple(value, member.content as Text));
  }
  const value = members.find(({ as }) => as === 'value');
  if (value === undefined) takeElements(element, members, found, refusals);
  else found.set(value.key, simple(textIn(element), value.content as Text));
  return Object.fromEntries(found);
}

function takeElements(around: Element, members: readonly Member[], found: Found, refusals: Refusal[]): void {
  const unwrapped = members.find(({ as }) => as === 'unwrapped');
  const blocks: Element[] = [];
  for (const child of around.children) {
    if (typeof child === 'string') {
      if (child.trim() !== '') refusals.push(strayText(around, child));
      continue;
    }
    const isOurs = child.namespace === oscalNamespace;
    const member = members.find((each) => isOurs && each.as === 'element' && (each.around ?? each.name) === child.name);
    if (member !== undefined && member.around !== null)
      takeElements(child, [{ ...member, around: null }], found, refusals);
    else if (member !== undefined) put(found, member, contentOf(child, member.content, refusals), child, refusals);
    else if (isOurs && unwrapped !== undefined && blockNames.has(child.name)) blocks.push(child);
    else put(found, { key: unknownName(child), isList: true }, textIn(child), child, refusals);
  }
  if (unwrapped !== undefined && blocks.length > 0) found.set(unwrapped.key, proseFromXml(blocks));
}

const unknownName = ({ name, namespace }: Element): string =>
  namespace === oscalNamespace ? name : `${name} of ${namespace === '' ? 'no namespace' : namespace}`;

function put(
  found: Found,
  { key, isList }: Pick<Member, 'key' | 'isList'>,
  value: Json,
  element: Element,
  refusals: Refusal[],
): void {
  const known = found.get(key);
  if (isList && Array.isArray(known)) (known as Json[]).push(value);
  else if (known === undefined) found.set(key, isList ? [value] : value);
  else refusals.push(twice(element));
}

const strayText = ({ name, line }: Element, text: string): Refusal => ({
  code: 'broken_xml',
  at: `line ${line}`,
  message: `Cannot read: the text "${text.trim().slice(0, 80)}" stands in "${name}", which has only elements; take it out`,
});

const twice = ({ name, line }: Element): Refusal => ({
  code: 'duplicate_key',
  at: `line ${line}`,
  message: `Cannot read: "${name}" stands twice in one element; keep one of them`,
});

const strangeAttribute = ({ name, line }: Element, attribute: string): Refusal => ({
  code: 'broken_xml',
  at: `line ${line}`,
  message: `Cannot read: "${name}" has the attribute "${attribute}", which OSCAL does not know; take it out`,
});

function contentOf(element: Element, content: Text | Form, refusals: Refusal[]): Json {
  if (typeof content !== 'string') return objectOf(element, content, refusals);
  const [attribute] = Object.keys(element.attributes);
  if (attribute !== undefined) refusals.push(strangeAttribute(element, attribute));
  if (content === 'line') return lineFromXml(element.children);
  if (content === 'prose') return proseFromXml(element.children);
  return simple(textIn(element), content);
}

function simple(text: string, kind: Text): Json {
  const trimmed = text.trim();
  if (kind === 'boolean')
    return trimmed === 'true' || trimmed === '1' ? true : trimmed === 'false' || trimmed === '0' ? false : trimmed;
  return kind === 'number' && /^[+-]?[\d.]+$/u.test(trimmed) && Number.isFinite(Number(trimmed))
    ? Number(trimmed)
    : trimmed;
}

const textIn = ({ children }: Element): string =>
  children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
