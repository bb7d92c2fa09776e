/** Small valid documents of every model, written for tests: invented, and about nobody. */
import type { Json, JsonObject, Model } from '../../src/oscal/model.ts';

/** A UUID of version 4 that ends with a number. */
export const uuid = (number: number): string => `5f0c2b1e-3a4d-4e5f-8a6b-${String(number).padStart(12, '0')}`;

export const metadata: JsonObject = {
  title: 'Sample',
  'last-modified': '2026-11-25T08:00:00Z',
  version: '1',
  'oscal-version': '1.2.2',
  roles: [{ id: 'owner', title: 'Owner' }],
  parties: [{ uuid: uuid(1), type: 'organization', name: 'Example Hospital' }],
  'responsible-parties': [{ 'role-id': 'owner', 'party-uuids': [uuid(1)] }],
};

const catalog: JsonObject = {
  uuid: uuid(10),
  metadata,
  params: [{ id: 'loose', label: 'loose', props: [{ name: 'keep', value: 'always' }] }],
  groups: [
    {
      id: 'g1',
      title: 'Group with *words* and H~2~O',
      params: [{ id: 'g1_p', label: 'period', values: ['a year'] }],
      controls: [
        {
          id: 'c1',
          class: 'requirement',
          title: 'First',
          params: [
            { id: 'c1_p1', label: 'days', constraints: [{ description: 'At most `90`' }] },
            {
              id: 'c1_p2',
              select: { 'how-many': 'one-or-more', choice: ['red', 'more than {{ insert: param, c1_p1 }}'] },
            },
          ],
          props: [{ name: 'label', value: 'C-1' }],
          links: [{ href: `#${uuid(11)}`, rel: 'reference', text: 'see **this**' }],
          parts: [
            {
              id: 'c1_smt',
              name: 'statement',
              prose:
                'Back up every {{ insert: param, c1_p1 }} days.\n\n- one\n- two\n\n| A | B |\n| --- | --- |\n| 1 | 2 |',
              parts: [{ id: 'c1_smt.a', name: 'item', prose: 'Test [restores](https://example.org/a "why").' }],
            },
          ],
          controls: [{ id: 'c1.1', title: 'Enhancement', parts: [{ name: 'guidance', prose: 'x^2^' }] }],
        },
        { id: 'c2', title: 'Second' },
      ],
    },
  ],
  'back-matter': {
    resources: [
      {
        uuid: uuid(11),
        title: 'A text',
        'document-ids': [{ scheme: 'http://www.doi.org/', identifier: '10.1/x' }],
        citation: { text: 'A citation.' },
        rlinks: [{ href: 'text.pdf', hashes: [{ algorithm: 'SHA-256', value: 'ab'.repeat(32) }] }],
        base64: { filename: 'a.txt', value: 'YWJj' },
      },
    ],
  },
};

const profile: JsonObject = {
  uuid: uuid(20),
  metadata,
  imports: [
    {
      href: 'catalog.json',
      'include-controls': [{ 'with-child-controls': 'yes', 'with-ids': ['c1'] }, { matching: [{ pattern: 'c?' }] }],
      'exclude-controls': [{ 'with-ids': ['c9'] }],
    },
  ],
  merge: {
    combine: { method: 'use-first' },
    custom: {
      groups: [{ id: 'g1', title: 'Mine', 'insert-controls': [{ order: 'descending', 'include-all': {} }] }],
    },
  },
  modify: {
    'set-parameters': [{ 'param-id': 'c1_p1', values: ['30'] }],
    alters: [
      {
        'control-id': 'c1',
        removes: [{ 'by-item-name': 'link' }],
        adds: [{ position: 'after', 'by-id': 'c1_smt', parts: [{ name: 'guidance', prose: 'Added.' }] }],
      },
    ],
  },
};

const component: JsonObject = {
  uuid: uuid(31),
  type: 'software',
  title: 'Archive',
  description: 'Keeps images.',
  'responsible-roles': [{ 'role-id': 'owner' }],
  'control-implementations': [
    {
      uuid: uuid(32),
      source: 'catalog.json',
      description: 'How.',
      'implemented-requirements': [
        {
          uuid: uuid(33),
          'control-id': 'c1',
          description: 'Done.',
          'set-parameters': [{ 'param-id': 'c1_p1', values: ['7'] }],
        },
      ],
    },
  ],
};

const mapping: JsonObject = {
  uuid: uuid(40),
  metadata,
  provenance: {
    method: 'human',
    'matching-rationale': 'semantic',
    status: 'draft',
    'mapping-description': 'By hand.',
  },
  mappings: [
    {
      uuid: uuid(41),
      'source-resource': { type: 'catalog', href: 'a.json' },
      'target-resource': { type: 'catalog', href: 'b.json' },
      maps: [
        {
          uuid: uuid(42),
          relationship: 'subset-of',
          sources: [{ type: 'control', 'id-ref': 'c1' }],
          targets: [{ type: 'control', 'id-ref': 'd1' }],
        },
      ],
    },
  ],
};

const systemPlan: JsonObject = {
  uuid: uuid(50),
  metadata,
  'import-profile': { href: 'profile.json' },
  'system-characteristics': {
    'system-ids': [{ 'identifier-type': 'https://example.org/ids', id: 'pacs' }],
    'system-name': 'PACS',
    description: 'Images.',
    'system-information': { 'information-types': [{ title: 'Images', description: 'Of patients.' }] },
    'security-impact-level': {
      'security-objective-confidentiality': 'high',
      'security-objective-integrity': 'high',
      'security-objective-availability': 'moderate',
    },
    status: { state: 'operational' },
    'authorization-boundary': { description: 'The radiology network.' },
  },
  'system-implementation': {
    users: [{ uuid: uuid(51), 'role-ids': ['owner'] }],
    components: [
      { uuid: uuid(52), type: 'this-system', title: 'PACS', description: 'It.', status: { state: 'operational' } },
    ],
  },
  'control-implementation': {
    description: 'How.',
    'implemented-requirements': [
      {
        uuid: uuid(53),
        'control-id': 'c1',
        'by-components': [
          {
            'component-uuid': uuid(52),
            uuid: uuid(54),
            description: 'So.',
            'implementation-status': { state: 'planned' },
          },
        ],
      },
    ],
  },
};

const assessmentPlan: JsonObject = {
  uuid: uuid(60),
  metadata,
  'import-ssp': { href: 'ssp.json' },
  'local-definitions': {
    activities: [{ uuid: uuid(61), description: 'Ask.', steps: [{ uuid: uuid(62), description: 'First.' }] }],
  },
  'reviewed-controls': {
    'control-selections': [{ 'include-controls': [{ 'control-id': 'c1', 'statement-ids': ['c1_smt'] }] }],
  },
  tasks: [
    {
      uuid: uuid(63),
      type: 'action',
      title: 'Visit',
      timing: { 'on-date': { date: '2026-12-01T09:00:00Z' } },
      'associated-activities': [{ 'activity-uuid': uuid(61), subjects: [{ type: 'component', 'include-all': {} }] }],
    },
  ],
};

const observation: JsonObject = {
  uuid: uuid(72),
  description: 'Seen.',
  methods: ['EXAMINE'],
  collected: '2026-11-20T10:00:00+01:00',
  'relevant-evidence': [{ href: 'shot.png', description: 'A picture.' }],
};
const risk: JsonObject = {
  uuid: uuid(73),
  title: 'Loss',
  description: 'Images may be lost.',
  statement: 'No restore was tested.',
  status: 'open',
  remediations: [{ uuid: uuid(74), lifecycle: 'planned', title: 'Test', description: 'Restore once.' }],
  'related-observations': [{ 'observation-uuid': uuid(72) }],
};

const assessmentResults: JsonObject = {
  uuid: uuid(70),
  metadata,
  'import-ap': { href: 'ap.json' },
  results: [
    {
      uuid: uuid(71),
      title: 'First',
      description: 'A look.',
      start: '2026-11-20T08:00:00Z',
      'reviewed-controls': { 'control-selections': [{ 'include-all': {} }] },
      observations: [observation],
      risks: [risk],
      findings: [
        {
          uuid: uuid(75),
          title: 'c1',
          description: 'Not done.',
          target: { type: 'statement-id', 'target-id': 'c1_smt', status: { state: 'not-satisfied' } },
          'related-risks': [{ 'risk-uuid': uuid(73) }],
        },
      ],
    },
  ],
};

const milestones: JsonObject = {
  uuid: uuid(80),
  metadata,
  'system-id': { 'identifier-type': 'https://example.org/ids', id: 'pacs' },
  observations: [observation],
  risks: [risk],
  'poam-items': [
    {
      uuid: uuid(81),
      title: 'Test a restore',
      description: 'Once a year.',
      'related-risks': [{ 'risk-uuid': uuid(73) }],
    },
  ],
};

/** One document of each model. */
export const samples: Readonly<Record<Model, JsonObject>> = {
  catalog,
  profile,
  'component-definition': { uuid: uuid(30), metadata, components: [component] },
  'mapping-collection': mapping,
  'system-security-plan': systemPlan,
  'assessment-plan': assessmentPlan,
  'assessment-results': assessmentResults,
  'plan-of-action-and-milestones': milestones,
};

/** A sample with one member put in, at a pointer. */
export function withMember(root: JsonObject, pointer: string, value: Json | undefined): JsonObject {
  const copy = structuredClone(root);
  const keys = pointer.slice(1).split('/');
  const last = keys.pop() ?? '';
  let at = copy as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}
