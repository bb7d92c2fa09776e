import type { Content } from '../core/content/content.ts';
import { contentKinds } from '../core/content/content.ts';
import { idOf } from './rules/rule.ts';

/** Says whether a link of a kind (a folder name, `requirement` or `mark`) arrives somewhere in this content. */
export function resolverOf(content: Content): (kind: string, id: string) => boolean {
  const ids = new Map<string, ReadonlySet<string>>(
    contentKinds.map((kind) => [kind, new Set(content[kind].map(idOf))]),
  );
  const requirements = new Set(
    content.frameworks.flatMap((framework) => framework.requirements.map(({ id }) => `${framework.id}:${id}`)),
  );
  const has = (kind: string, id: string) => ids.get(kind)?.has(id) ?? false;
  return (kind, id) => {
    if (kind === 'requirement') return requirements.has(id);
    if (kind !== 'mark') return has(kind, id);
    return requirements.has(id) || has('documents', id) || has('statistics', id) || has('safeguards', id);
  };
}
