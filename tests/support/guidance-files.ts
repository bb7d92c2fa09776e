/** Files of guidance as somebody might hand them in: a small framework in editions, a mapping, and large ones. */
import { dump } from 'js-yaml';

export type Node = Readonly<Record<string, unknown>> & { readonly urn: string };

const base = 'urn:ward:risk:req_node:ward';

export const node = (number: string, name: string, more: Readonly<Record<string, unknown>> = {}): Node => ({
  urn: `${base}:${number}`,
  ref_id: number,
  name,
  assessable: number.includes('.'),
  ...(number.includes('.') ? { parent_urn: `${base}:${number.replace(/\.[^.]+$/u, '')}` } : {}),
  ...more,
});

/** The first edition: two chapters, three requirements, one of them in French too. */
export const wardNodes: readonly Node[] = [
  node('1', 'Before the night'),
  node('1.1', 'Backups', {
    description: 'Keep three copies of the ward’s records.',
    translations: { fr: { name: 'Sauvegardes', description: 'Gardez trois copies des dossiers.' } },
  }),
  node('1.2', 'Printed lists', { description: 'Print the bed list at eight.', annotation: 'Both sides of the paper.' }),
  node('2', 'In the night'),
  node('2.1', 'Who to call', { description: 'The number hangs at the door.' }),
];

/** The second: one reworded, one moved and renumbered, one gone, one new. */
export const laterNodes: readonly Node[] = [
  wardNodes[0] ?? node('1', ''),
  node('1.1', 'Backups', { description: 'Keep three copies of the ward’s records, one of them elsewhere.' }),
  node('2', 'In the night'),
  { ...node('2.2', 'Who to call', { description: 'The number hangs at the door.' }), urn: `${base}:2.1` },
  node('2.3', 'Torches', { description: 'One in each room.' }),
];

type FileParts = {
  readonly version?: number;
  readonly copyright?: string;
  readonly nodes?: readonly Node[];
  readonly name?: string;
  readonly labels?: readonly string[];
};

/** The bytes of a file with one framework. */
export const frameworkFile = ({
  version = 1,
  copyright = 'CC BY 4.0',
  nodes = wardNodes,
  name = 'Ward rules',
  labels = [],
}: FileParts = {}): Buffer =>
  Buffer.from(
    dump({
      ...about(name, version),
      copyright,
      ...(labels.length === 0 ? {} : { labels }),
      objects: {
        framework: {
          urn: 'urn:ward:risk:framework:ward',
          ref_id: 'WARD',
          name,
          description: name,
          requirement_nodes: nodes,
        },
      },
    }),
  );

const about = (name: string, version: number) => ({
  urn: `urn:ward:risk:library:${name.toLowerCase().replaceAll(' ', '-')}`,
  locale: 'en',
  name,
  description: name,
  version,
  provider: 'Board of nurses',
  packager: 'ward',
});

/** The bytes of a file with a mapping from the ward's framework to another. */
export const mappingFile = (target: string, pairs: readonly (readonly [string, string])[], version = 1): Buffer =>
  Buffer.from(
    dump({
      ...about('Ward to other', version),
      copyright: 'CC BY 4.0',
      objects: {
        requirement_mapping_sets: [
          {
            urn: 'urn:ward:risk:req_mapping_set:ward-other',
            ref_id: 'ward-other',
            name: 'Ward to other',
            source_framework_urn: 'urn:ward:risk:framework:ward',
            target_framework_urn: target,
            requirement_mappings: pairs.map(([from, to]) => ({
              source_requirement_urn: `${base}:${from}`,
              target_requirement_urn: to,
              relationship: 'intersect',
            })),
          },
        ],
      },
    }),
  );

/** As many requirements as the largest published catalogue has. */
export const manyNodes = (count: number): readonly Node[] =>
  Array.from({ length: count }, (_, index) =>
    node(`${Math.floor(index / 40) + 1}${index % 40 === 0 ? '' : `.${index % 40}`}`, `Requirement ${index}`, {
      description: `Words of requirement ${index}. `.repeat(12),
    }),
  );

export const upload = (bytes: Buffer, name = 'ward.yaml') => ({ name, content: bytes.toString('base64') });
