/** Prose with its parameters filled in, for reading. What is stored keeps the insertions. */
import type { Catalog, Json, Parameter } from './model.ts';
import { controlsOf, groupsOf } from './walk.ts';

/** Parameters of a catalog by their id. */
export type Parameters = ReadonlyMap<string, Parameter>;

/** All parameters of a catalog: its own, and those of groups and controls. */
export function parametersOf(catalog: Catalog): Parameters {
  const all = [
    ...(catalog.params ?? []),
    ...groupsOf(catalog).flatMap(({ params }) => params ?? []),
    ...controlsOf(catalog).flatMap(({ params }) => params ?? []),
  ];
  return new Map(all.map((param) => [param.id, param]));
}

const insertion = /\{\{\s*insert:\s*param,\s*([^\s}]+)\s*\}\}/gu;

/** Insertions inside insertions end somewhere, even where a catalog names a parameter inside itself. */
const deepest = 5;

/** Text with each insertion replaced by what stands for the parameter, in square brackets where no value was set. */
export const rendered = (text: string, params: Parameters, depth = 0): string =>
  text.includes('{{')
    ? text.replaceAll(insertion, (whole, id: string) => (depth >= deepest ? whole : standIn(id, params, depth)))
    : text;

/**
 * Own values, else those of the parameters that this one stands for, else the choice, else the constraint, the label, the
 * id.
 */
function standIn(id: string, params: Parameters, depth: number): string {
  const param = params.get(id);
  if (param === undefined) return `[${id}]`;
  const { values = [], props = [], select, constraints = [], label } = param;
  if (values.length > 0) return values.map((value) => rendered(value, params, depth + 1)).join(', ');
  const parts = props.filter(({ name }) => name === 'aggregates').map(({ value }) => standIn(value, params, depth + 1));
  if (parts.length > 0) return parts.join(', ');
  if (select !== undefined) return choiceOf(select, params, depth);
  const constraint = constraints.map(({ description }) => description).find((each) => typeof each === 'string');
  return `[${rendered(String(constraint ?? label ?? id), params, depth + 1)}]`;
}

function choiceOf(select: { readonly [key: string]: Json }, params: Parameters, depth: number): string {
  const choices = Array.isArray(select['choice']) ? (select['choice'] as readonly Json[]) : [];
  const mark = select['how-many'] === 'one-or-more' ? ' and/or ' : ' or ';
  return `[${choices.map((choice) => rendered(String(choice), params, depth + 1)).join(mark)}]`;
}
