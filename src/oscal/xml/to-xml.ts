import type { Json, JsonObject, Model } from '../model.ts';
import { isObject } from '../schema/schemas.ts';
import { formOf, type Form, type Member, type Text } from './forms.ts';
import { oscalNamespace } from './from-xml.ts';
import { escapeAttribute, escapeText, lineToXml, proseToXml } from './markup-to-xml.ts';

/** A document in its XML form, members in the order of the metaschema. */
export function toXml(model: Model, root: JsonObject): string {
  const body = elementOf(model, root, formOf(model), 0, ` xmlns="${oscalNamespace}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`;
}

/** Pointers to what a document says and XML cannot, because OSCAL knows no such member. */
export const unsaidInXml = (model: Model, root: JsonObject): readonly string[] =>
  unsaid(root, formOf(model), `/${model}`);

function unsaid(object: JsonObject, form: Form, pointer: string): readonly string[] {
  const members = new Map(form.members().map((member) => [member.key, member]));
  return Object.entries(object).flatMap(([key, value]) => {
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const member = members.get(key);
    if (member === undefined || (Array.isArray(value) && !member.isList)) return [at];
    const { content } = member;
    if (typeof content === 'string') return isSayable(value) ? [] : [at];
    const inner = Array.isArray(value) ? (value as readonly Json[]).entries() : [[null, value] as const];
    return [...inner].flatMap(([index, each]) =>
      isObject(each) ? unsaid(each, content, index === null ? at : `${at}/${index}`) : [at],
    );
  });
}

/** A text, a number or a truth, or a list of them. */
const isSayable = (value: Json): boolean =>
  typeof value !== 'object' ||
  (Array.isArray(value) && (value as readonly Json[]).every((each) => typeof each !== 'object'));

/** A value as text. What should have been text and is an object, in a document that is invalid, is shown as it is. */
const told = (value: Json | undefined): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value ?? '');

function elementOf(name: string, object: JsonObject, form: Form, depth: number, more = ''): string {
  const members = form.members();
  const attributes = members
    .filter(({ as, key }) => as === 'attribute' && object[key] !== undefined)
    .map((member) => ` ${member.name}="${escapeAttribute(told(object[member.key]))}"`)
    .join('');
  const open = `<${name}${more}${attributes}`;
  const value = members.find(({ as }) => as === 'value');
  if (value !== undefined) return `${open}>${escapeText(told(object[value.key]))}</${name}>`;
  const inner = members
    .filter(({ as, key }) => (as === 'element' || as === 'unwrapped') && object[key] !== undefined)
    .flatMap((member) => partsOf(member, object[member.key] as Json, depth + 1));
  const indent = '  '.repeat(depth);
  return inner.length === 0
    ? `${open}/>`
    : `${open}>\n${inner.map((part) => `${indent}  ${part}`).join('\n')}\n${indent}</${name}>`;
}

function partsOf(member: Member, value: Json, depth: number): readonly string[] {
  if (member.as === 'unwrapped') return [proseToXml(told(value))];
  const parts = (Array.isArray(value) ? (value as readonly Json[]) : [value]).map((each) =>
    partOf(member.name, each, member.content, depth),
  );
  return member.around === null ? parts : [`<${member.around}>${parts.join('')}</${member.around}>`];
}

function partOf(name: string, value: Json, content: Text | Form, depth: number): string {
  if (typeof content !== 'string') return elementOf(name, isObject(value) ? value : {}, content, depth);
  return `<${name}>${textOf(told(value), content)}</${name}>`;
}

function textOf(text: string, kind: Text): string {
  if (kind === 'line') return lineToXml(text);
  return kind === 'prose' ? proseToXml(text) : escapeText(text);
}
