import { bands, type DocumentMap, type MapNode } from '../../core/document-map/map.ts';
import { tiesAt } from '../../core/document-map/ties-at.ts';
import type { Translate } from '../../core/report/words.ts';
import { textTable } from '../../platform/text-table.ts';

/** The map for a terminal: a table a band, then what hangs together. */
export function printMap(map: DocumentMap, say: Translate): string {
  const word = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
    say(`web.documentMap.${key}`, values);
  const titles = new Map(map.nodes.map(({ ref, title }) => [ref, title]));
  const rowOf = (node: MapNode): readonly string[] => [
    node.ref,
    node.title,
    node.status === null ? word('notConfirmed') : say(statusKey(node.status)),
    ...(map.hasOrganisation ? [node.force === null ? '-' : say(`force.${node.force}`)] : []),
    node.requirements === null ? '-' : String(node.requirements),
    node.safeguards === null ? '-' : String(node.safeguards),
    tiesAt(map, node.ref)
      .map(({ as, isBack, other }) =>
        word(`${isBack ? 'tieBack' : 'tie'}.${as}`, { other: titles.get(other) ?? other }),
      )
      .join('; '),
  ];
  const heads = ['text', 'status', ...(map.hasOrganisation ? ['force'] : []), 'parts', 'safeguards', 'ties'];
  const align = ['start', ...heads.map((head) => (head === 'parts' || head === 'safeguards' ? 'end' : 'start'))];
  const parts = bands.flatMap((band) => {
    const nodes = map.nodes.filter((node) => node.band === band);
    if (nodes.length === 0) return [];
    const table = textTable(
      ['', ...heads.map((head) => word(`heads.${head}`))],
      nodes.map(rowOf),
      align as ('start' | 'end')[],
    );
    return [[word(`band.${band}`), table].join('\n')];
  });
  return parts.length === 0 ? word('none') : [...parts, word('countNote')].join('\n\n');
}

/** Stages of law stand among the words of the screens. */
const statusKey = (status: string): string => (status.startsWith('library.') ? `web.${status}` : status);
