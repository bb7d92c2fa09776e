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
  return ok({ model, root: objectOf(element, formOf(model)) });
}

const blockNames = new Set(['p', 'ul', 'ol', 'pre', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'img', 'blockquote']);

function objectOf(element: Element, form: Form): JsonObject {
  const members = form.members();
  const result: Record<string, Json> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    const member = members.find((each) => each.as === 'attribute' && each.name === name);
    result[member?.key ?? name] = member === undefined ? value : simple(value, member.content as Text);
  }
  const value = members.find(({ as }) => as === 'value');
  if (value !== undefined) result[value.key] = simple(textIn(element), value.content as Text);
  takeElements(element.children, members, result);
  return result;
}

function takeElements(children: Element['children'], members: readonly Member[], result: Record<string, Json>): void {
  const unwrapped = members.find(({ as }) => as === 'unwrapped');
  const blocks: Element[] = [];
  for (const child of children) {
    if (typeof child === 'string') continue;
    const member = members.find((each) => each.as === 'element' && (each.around ?? each.name) === child.name);
    if (member?.around != null) takeElements(child.children, [{ ...member, around: null }], result);
    else if (member !== undefined) put(result, member, contentOf(child, member.content));
    else if (unwrapped !== undefined && blockNames.has(child.name)) blocks.push(child);
    else put(result, { key: child.name, isList: true }, textIn(child));
  }
  if (unwrapped !== undefined && blocks.length > 0) result[unwrapped.key] = proseFromXml(blocks);
}

/** Members of an object that came from a file may have any name: they are set as own members, whatever they are called. */
function put(result: Record<string, Json>, { key, isList }: Pick<Member, 'key' | 'isList'>, value: Json): void {
  if (!isList) {
    result[key] = value;
    return;
  }
  const list = Object.hasOwn(result, key) ? (result[key] as Json[]) : [];
  list.push(value);
  result[key] = list;
}

function contentOf(element: Element, content: Text | Form): Json {
  if (typeof content !== 'string') return objectOf(element, content);
  if (content === 'line') return lineFromXml(element.children);
  if (content === 'prose') return proseFromXml(element.children);
  return simple(textIn(element), content);
}

function simple(text: string, kind: Text): Json {
  const trimmed = text.trim();
  if (kind === 'boolean')
    return trimmed === 'true' || trimmed === '1' ? true : trimmed === 'false' || trimmed === '0' ? false : trimmed;
  return kind === 'number' && trimmed !== '' && Number.isFinite(Number(trimmed)) ? Number(trimmed) : trimmed;
}

const textIn = ({ children }: Element): string =>
  children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
