import { resolverOf } from '../targets.ts';
import type { Breach, ContentRule, RuleInput } from './rule.ts';
import { filesOf, stringsOf } from './rule.ts';
import type { Path } from '../yaml.ts';

type Link = { readonly path: Path; readonly kind: string; readonly id: string };

const many = (path: Path, kind: string, ids: readonly string[]): readonly Link[] =>
  ids.map((id, index) => ({ path: [...path, index], kind, id }));
const one = (path: Path, kind: string, id: string | undefined): readonly Link[] =>
  id === undefined ? [] : [{ path, kind, id }];

function linksOf(input: RuleInput): readonly (Link & { file: Breach['file'] })[] {
  const found: (Link & { file: Breach['file'] })[] = [];
  const add = (file: Breach['file'], ...links: readonly (readonly Link[])[]) =>
    found.push(...links.flat().map((link) => ({ ...link, file })));
  for (const { file, item } of filesOf(input, 'documents')) {
    add(
      file,
      many(['topics'], 'topics', item.topics),
      many(['chapters'], 'chapters', item.chapters),
      one(['supersededBy'], 'documents', item.supersededBy),
    );
  }
  for (const { file, item } of filesOf(input, 'frameworks')) {
    add(file, one(['document'], 'documents', item.document));
    item.requirements.forEach((requirement, index) =>
      add(
        file,
        one(['requirements', index, 'parent'], 'requirement', requirement.parent && `${item.id}:${requirement.parent}`),
      ),
    );
  }
  for (const { file, item } of filesOf(input, 'safeguards')) {
    add(
      file,
      one(['topic'], 'topics', item.topic),
      one(['spine'], 'requirement', `nis-cg-2018:${item.spine}`),
      many(['chapters'], 'chapters', item.chapters),
      many(['namedDuties'], 'obligations', item.namedDuties),
      many(['needs'], 'safeguards', item.needs),
      item.threats.flatMap((threat, index) => one(['threats', index, 'id'], 'threats', threat.id)),
      item.mappings.flatMap((mapping, index) => one(['mappings', index, 'to'], 'requirement', mapping.to)),
    );
  }
  for (const { file, item } of filesOf(input, 'chapters')) {
    add(
      file,
      many(['topics'], 'topics', item.topics),
      item.read.flatMap((reading, index) => one(['read', index, 'document'], 'documents', reading.document)),
    );
  }
  for (const { file, item } of filesOf(input, 'practices')) {
    add(
      file,
      one(['country'], 'countries', item.country),
      one(['answers'], 'requirement', item.answers),
      many(['safeguards'], 'safeguards', item.safeguards),
      many(['chapters'], 'chapters', item.chapters),
    );
  }
  for (const { file, item } of filesOf(input, 'pipeline')) {
    add(
      file,
      many(['countries'], 'countries', item.countries ?? []),
      many(['documents'], 'documents', item.documents),
      many(['chapters'], 'chapters', item.chapters),
    );
  }
  for (const { file, item } of filesOf(input, 'obligations')) {
    add(
      file,
      one(['document'], 'documents', item.document),
      many(['requirements'], 'requirement', item.requirements),
      one(['country'], 'countries', item.country),
    );
  }
  for (const { file, item } of filesOf(input, 'topics')) add(file, one(['chapter'], 'chapters', item.chapter));
  for (const { file, item } of filesOf(input, 'threats')) {
    add(
      file,
      many(['assetGroups'], 'asset-groups', item.assetGroups),
      item.weight.kind === 'counted' ? one(['weight', 'statistic'], 'statistics', item.weight.statistic) : [],
    );
  }
  for (const { file, item } of filesOf(input, 'statistics')) add(file, one(['document'], 'documents', item.document));
  return found;
}

/** Sources may be a document or an address; other words ("archived page") are allowed, but a lone slug must resolve. */
const slug = /^[a-z][a-z0-9]*(?:-[a-z0-9.]+)+$/u;

function sourceLinks(input: RuleInput): readonly (Link & { file: Breach['file'] })[] {
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
