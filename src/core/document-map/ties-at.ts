import type { ItemRef } from '../library-item/item.ts';
import type { DocumentMap, TieKind } from './map.ts';

/** A tie as one of its ends sees it; `isBack`: the other end states it. */
export type TieEnd = { readonly as: TieKind; readonly isBack: boolean; readonly other: ItemRef };

/** What a document hangs together with, what it states itself first. */
export const tiesAt = ({ ties }: Pick<DocumentMap, 'ties'>, ref: ItemRef): readonly TieEnd[] => [
  ...ties.filter(({ from }) => from === ref).map(({ as, to }) => ({ as, isBack: false, other: to })),
  ...ties.filter(({ to }) => to === ref).map(({ as, from }) => ({ as, isBack: true, other: from })),
];
