import type { ContentKind, ContentKinds } from '../../core/content/content.ts';
import { contentKinds } from '../../core/content/content.ts';
import { resolverOf } from '../targets.ts';
import type { Breach, ContentRule, RuleInput } from './rule.ts';
import { filesOf, stringsOf } from './rule.ts';
import type { Path } from '../yaml.ts';

type Link = { readonly path: Path; readonly kind: string; readonly id: string };

const many = (path: Path, kind: string, ids: readonly string[]): readonly Link[] =>
  ids.map((id, index) => ({ path: [...path, index], kind, id }));
const one = (path: Path, kind: string, id: string | undefined): readonly Link[] =>
  id === undefined ? [] : [{ path, kind, id }];

type Found = Link & { readonly file: Breach['file'] };

/** The links of one item of a kind. */
type LinksOf<Item> = (item: Item) => readonly Link[];

const nothing: LinksOf<unknown> = () => [];
const linksByKind: { readonly [Kind in ContentKind]: LinksOf<ContentKinds[Kind]> } = {
  documents: (item) => [
    ...many(['topics'], 'topics', item.topics),
    ...many(['chapters'], 'chapters', item.chapters),
    ...one(['supersededBy'], 'documents', item.supersededBy),
    ...(item.relations ?? []).flatMap(({ to }, index) => one(['relations', index, 'to'], 'documents', to)),
  ],
  frameworks: ({ id, document, requirements }) => [
    ...one(['document'], 'documents', document),
    ...requirements.flatMap(({ parent }, index) =>
      one(['requirements', index, 'parent'], 'requirement', parent && `${id}:${parent}`),
    ),
  ],
  safeguards: (item) => [
    ...one(['topic'], 'topics', item.topic),
    ...one(['spine'], 'requirement', `nis-cg-2018:${item.spine}`),
    ...many(['chapters'], 'chapters', item.chapters),
    ...many(['namedDuties'], 'obligations', item.namedDuties),
    ...many(['needs'], 'safeguards', item.needs),
    ...item.threats.flatMap((threat, index) => one(['threats', index, 'id'], 'threats', threat.id)),
    ...item.mappings.flatMap((mapping, index) => one(['mappings', index, 'to'], 'requirement', mapping.to)),
  ],
  chapters: (item) => [
    ...many(['topics'], 'topics', item.topics),
    ...item.read.flatMap((reading, index) => one(['read', index, 'document'], 'documents', reading.document)),
  ],
  obligations: (item) => [
    ...one(['document'], 'documents', item.document),
    ...many(['requirements'], 'requirement', item.requirements),
    ...one(['country'], 'countries', item.country),
  ],
  topics: (item) => one(['chapter'], 'chapters', item.chapter),
  threats: (item) => [
    ...many(['assetGroups'], 'asset-groups', item.assetGroups),
    ...(item.weight.kind === 'counted' ? one(['weight', 'statistic'], 'statistics', item.weight.statistic) : []),
  ],
  statistics: (item) => one(['document'], 'documents', item.document),
  practices: (item) => [
    ...one(['country'], 'countries', item.country),
    ...one(['answers'], 'requirement', item.answers),
    ...many(['safeguards'], 'safeguards', item.safeguards),
    ...many(['chapters'], 'chapters', item.chapters),
  ],
  pipeline: (item) => [
    ...many(['countries'], 'countries', item.countries ?? []),
    ...many(['documents'], 'documents', item.documents),
    ...many(['chapters'], 'chapters', item.chapters),
  ],
  variation: ({ id, texts }) => [
    ...one(['id'], 'countries', id),
    ...texts.flatMap((text, at) => [
      ...one(['texts', at, 'document'], 'documents', text.document),
      ...text.clauses.flatMap((clause, index) =>
        many(['texts', at, 'clauses', index, 'safeguards'], 'safeguards', clause.safeguards),
      ),
    ]),
  ],
  readings: ({ id }) => one(['id'], 'chapters', id),
  'asset-groups': nothing,
  roles: nothing,
  countries: nothing,
  methods: nothing,
  terms: nothing,
};

const linksOf = (input: RuleInput): readonly Found[] =>
  contentKinds.flatMap((kind) => {
    const links: LinksOf<never> = linksByKind[kind];
    return filesOf(input, kind).flatMap(({ file, item }) => links(item as never).map((link) => ({ ...link, file })));
  });

/** Sources may be a document or an address; other words ("archived page") are allowed, but a lone slug must resolve. */
const slug = /^[a-z][a-z0-9]*(?:-[a-z0-9.]+)+$/u;

function sourceLinks(input: RuleInput): readonly Found[] {
  return input.files.flatMap((file) =>
    stringsOf(file.item)
      .filter(({ path, text }) => path.at(-2) === 'sources' && slug.test(text))
      .map(({ path, text }) => ({ file, path, kind: 'documents', id: text })),
  );
}

export const linksResolve: ContentRule = {
  name: 'links-resolve',
  why: 'A reader who follows a link must arrive.',
  check: (input) => {
    const resolves = resolverOf(input.content);
    return [...linksOf(input), ...sourceLinks(input)]
      .filter(({ kind, id }) => !resolves(kind, id))
      .map(({ file, path, kind, id }) => ({
        file,
        path,
        message: `Cannot find "${id}": ${kind === 'requirement' ? 'no shipped framework has this requirement' : `content/${kind} has no such item`}`,
      }));
  },
};
