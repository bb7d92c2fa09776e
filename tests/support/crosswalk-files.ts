/** Two small frameworks and the mappings between them, as publishers give them: there and back, and one that disagrees. */
import { dump } from 'js-yaml';

const base = 'urn:ward:risk';
export const urnOf = (framework: string): string => `${base}:framework:${framework}`;
export const nodeOf = (framework: string, number: string): string => `${base}:req_node:${framework}:${number}`;

type Objects = Readonly<Record<string, unknown>>;

const file = (name: string, copyright: string, provider: string, objects: Objects): Buffer =>
  Buffer.from(
    dump({
      urn: `${base}:library:${name.toLowerCase().replaceAll(' ', '-')}`,
      locale: 'en',
      name,
      description: name,
      version: 1,
      copyright,
      provider,
      packager: 'ward',
      objects,
    }),
  );

/** A framework in which each number before a dot is a chapter. */
export const rulesFile = (id: string, name: string, numbers: readonly string[], copyright = 'CC BY 4.0'): Buffer =>
  file(name, copyright, 'Board of nurses', {
    framework: {
      urn: urnOf(id),
      ref_id: id.toUpperCase(),
      name,
      description: name,
      requirement_nodes: numbers.map((number) => ({
        urn: nodeOf(id, number),
        ref_id: number,
        name: `${name} ${number}`,
        description: `Words of ${number}.`,
        assessable: number.includes('.'),
        ...(number.includes('.') ? { parent_urn: nodeOf(id, number.replace(/\.[^.]+$/u, '')) } : {}),
      })),
    },
  });

/** A relation as such files name it. */
export type Rule = readonly [from: string, relation: string, to: string];

const turned: Readonly<Record<string, string>> = { subset: 'superset', superset: 'subset' };

const setOf = (from: string, to: string, rules: readonly Rule[], author: string) => ({
  urn: `${base}:req_mapping_set:${from}-${to}-${author.toLowerCase().replaceAll(' ', '-')}`,
  ref_id: `${from}-${to}`,
  name: `${from} to ${to} of ${author}`,
  source_framework_urn: urnOf(from),
  target_framework_urn: urnOf(to),
  requirement_mappings: rules.map(([source, relationship, target]) => ({
    source_requirement_urn: nodeOf(from, source),
    target_requirement_urn: nodeOf(to, target),
    relationship,
  })),
});

/** A mapping there and back, as publishers give it. */
export const twinFile = (
  from: string,
  to: string,
  rules: readonly Rule[],
  author = 'Board of nurses',
  copyright = 'CC BY 4.0',
): Buffer =>
  file(`${from} and ${to} of ${author}`, copyright, author, {
    requirement_mapping_sets: [
      setOf(from, to, rules, author),
      setOf(
        to,
        from,
        rules.map(([source, relation, target]) => [target, turned[relation] ?? relation, source] as const),
        author,
      ),
    ],
  });
