/** Changes of content between two releases, found by comparing what each item said, never by memory. */
import type { ContentKind } from '../content/content.ts';
import type { IsoDate } from '../content/verification.ts';

/** An item as a release keeps it: its title, and of each field a digest. */
export type ReleasedItem = {
  readonly kind: ContentKind;
  readonly id: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** Content as it stood on the day of a release. */
export type Release = { readonly edition: string; readonly on: IsoDate; readonly items: readonly ReleasedItem[] };

/** What became of one item. */
export type Change = Pick<ReleasedItem, 'kind' | 'id' | 'title'> &
  (
    | { readonly change: 'added' | 'removed' }
    | { readonly change: 'changed'; readonly fields: readonly string[]; readonly formerTitle: string | null }
  );

const keyOf = ({ kind, id }: Pick<ReleasedItem, 'kind' | 'id'>): string => `${kind}/${id}`;

/** What was added, changed or removed since then, in the order of what stands now; removed items come last. */
export function changesBetween(then: readonly ReleasedItem[], now: readonly ReleasedItem[]): readonly Change[] {
  const before = new Map(then.map((item) => [keyOf(item), item]));
  const after = new Set(now.map(keyOf));
  return [
    ...now.flatMap((item) => changeOf(before.get(keyOf(item)), item)),
    ...then
      .filter((item) => !after.has(keyOf(item)))
      .map(({ kind, id, title }) => ({ kind, id, title, change: 'removed' as const })),
  ];
}

function changeOf(before: ReleasedItem | undefined, { kind, id, title, fields }: ReleasedItem): readonly Change[] {
  if (before === undefined) return [{ kind, id, title, change: 'added' }];
  const names = [...new Set([...Object.keys(fields), ...Object.keys(before.fields)])];
  const differing = names.filter((name) => fields[name] !== before.fields[name]).toSorted();
  if (differing.length === 0) return [];
  return [
    {
      kind,
      id,
      title,
      change: 'changed',
      fields: differing,
      formerTitle: before.title === title ? null : before.title,
    },
  ];
}
