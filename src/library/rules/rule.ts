/** Content rules: each says one thing that schemas cannot, and names file and line where it does not hold. */
import type { ContentKind, ContentKinds } from '../../core/content/content.ts';
import type { Finding } from '../finding.ts';
import type { ContentFile, LoadedContent } from '../load.ts';
import { locate } from '../locate.ts';
import type { Path } from '../yaml.ts';

export type RuleInput = Pick<LoadedContent, 'content' | 'files' | 'ledger'>;

/** A place that breaks a rule. `path` in camelCase, as in the types of core. */
export type Breach = {
  readonly file: Pick<ContentFile, 'file' | 'text'>;
  readonly path: Path;
  readonly message: string;
};

export type ContentRule = {
  readonly name: string;
  /** Why the rule exists, for those who edit content. */
  readonly why: string;
  readonly check: (input: RuleInput) => readonly Breach[];
};

export const findingOf = (rule: ContentRule, { file, path, message }: Breach): Finding => ({
  file: file.file,
  rule: rule.name,
  message,
  ...locate(file.text, path),
});

/** The readable files of a kind with their items. */
export const filesOf = <Kind extends ContentKind>(
  { files }: RuleInput,
  kind: Kind,
): readonly { file: ContentFile; item: ContentKinds[Kind] }[] =>
  files
    .filter((file) => file.kind === kind && file.item !== null)
    .map((file) => ({ file, item: file.item as ContentKinds[Kind] }));

export const idOf = (item: unknown): string => {
  const { id, code } = item as { id?: string; code?: string };
  return id ?? code ?? '';
};

/** Every string of an item with its path. */
export function stringsOf(value: unknown, path: Path = []): readonly { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((inner, index) => stringsOf(inner, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsOf(inner, [...path, key]));
}
