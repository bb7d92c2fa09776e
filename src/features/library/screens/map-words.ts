import type { DocumentMap, MapNode } from '../../../core/document-map/map.ts';
import type { TieEnd } from '../../../core/document-map/ties-at.ts';
import { say } from '../../../web/say.ts';
import { forceWord } from './formats.ts';
import { sayKey } from './value-words.ts';

export const statusWord = ({ status }: MapNode): string =>
  status === null ? say('documentMap.notConfirmed') : sayKey(status);

export const sortWord = ({ sort }: MapNode): string =>
  sort === 'pipeline-law' ? say('documentMap.inLaw') : sayKey(`library.sort.${sort}`);

/** Force for the organisation; nothing where no duty of the document is listed. */
export const bearingWord = ({ force, from }: MapNode): string | null =>
  force === null ? null : forceWord(force, from ?? undefined);

export const safeguardsWord = ({ safeguards }: MapNode): string =>
  safeguards === null ? say('documentMap.safeguardsNotListed') : say('documentMap.safeguards', { count: safeguards });

/** What a link of the picture is called, which shows no more than a short title. */
export const nodeName = (node: MapNode): string =>
  say('documentMap.nodeName', {
    title: node.title,
    facts: [sortWord(node), statusWord(node), bearingWord(node), safeguardsWord(node)]
      .filter((word) => word !== null)
      .join(', '),
  });

export const tieWord = ({ as, isBack, other }: TieEnd, titles: ReadonlyMap<string, string>): string =>
  say(`documentMap.${isBack ? 'tieBack' : 'tie'}.${as}`, { other: titles.get(other) ?? other });

export const titlesOf = ({ nodes }: DocumentMap): ReadonlyMap<string, string> =>
  new Map(nodes.map(({ ref, title }) => [ref, title]));
