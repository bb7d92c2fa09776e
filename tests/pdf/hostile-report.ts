import { stateBars } from '../../src/core/chart/state-bars.ts';
import type { Block, Report, Source } from '../../src/core/report/report.ts';
import { finished } from '../../src/outputs/index.ts';
import { common, noTable, publicSources, safeguards, standChart, stateWords } from './report-parts.ts';

/** Letters that would be markup, had anyone read them as markup. */
export const hostileText =
  '#panic("x") *bold* _under_ $x^2$ @label <tag> \\u{41} // comment /* */ `raw` = heading [link](x) ~ -- ---';

const longName =
  'Πανεπιστημιακό Γενικό Νοσοκομείο της Περιφερειακής Ενότητας Βορειοανατολικής Μακεδονίας και Θράκης με Αποκεντρωμένες Μονάδες '
    .repeat(4)
    .slice(0, 390);

const manySources: readonly Source[] = Array.from({ length: 200 }, (_, index) => ({
  ...(publicSources[index % publicSources.length] as Source),
  number: String(index + 1),
  id: index < 8 ? (publicSources[index] as Source).id : `source-${index + 1}`,
  title:
    index % 9 === 0
      ? `${hostileText} ${'Donaudampfschifffahrtsgesellschaft'.repeat(4)}`
      : `Source number ${index + 1} of many, with a title of usual length`,
}));

/** A report that tries what data can try: long names and words, markup, letters without glyphs, empty parts, 200 sources. */
export const hostile = (layout: Report['layout']): Report =>
  finished({
    ...common,
    layout,
    role: 'ciso',
    title: `Guide ${hostileText}`,
    forWhom: hostileText,
    tlp: 'TLP:AMBER+STRICT',
    masthead: [
      { label: 'For', text: hostileText },
      { label: 'Law of', text: longName },
    ],
    owner: { name: longName, nativeName: { text: longName, language: 'el' }, shortName: `${longName.slice(0, 69)}…` },
    banners: [[hostileText]],
    lead: [
      [
        hostileText,
        ' ',
        { foreign: '漢字 😀 العربية \u202Eabc\u0007', language: 'zh' },
        ' ',
        { cite: 'eu-nis2', locator: 'Annex, points 6.7.1 to 6.7.3 and 12.4, second subparagraph' },
      ],
    ],
    sections: [
      {
        id: 'first',
        title: hostileText,
        blocks: [
          { kind: 'list', label: hostileText, ordered: true, items: [[hostileText], [], ['W'.repeat(300)]] },
          { kind: 'list', label: 'Empty', ordered: false, items: [] },
          { kind: 'table', label: 'Empty table', table: noTable },
        ],
      },
      { id: 'empty', title: 'Empty section', blocks: [] },
      {
        id: 'wide',
        title: 'W'.repeat(120),
        blocks: [
          {
            kind: 'table',
            table: {
              caption: hostileText,
              columns: Array.from({ length: 8 }, () => ({
                head: 'Unabhängigkeitserklärung',
                width: { mm: 20 },
                align: 'start' as const,
              })),
              rows: Array.from({ length: 70 }, (_, row) =>
                Array.from({ length: 8 }, (__, column) =>
                  column === row % 8 ? [] : [column === 0 ? 'Datenschutzgrundverordnungsumsetzung' : `cell ${row}`],
                ),
              ),
            },
          },
          { kind: 'callout', title: hostileText, items: [[hostileText]] },
          { kind: 'facts', rows: [{ label: 'W'.repeat(80), text: manySources.map(({ id }) => ({ cite: id })) }] },
          {
            ...standChart,
            kind: 'chart',
            caption: hostileText,
            chart: stateBars(
              [
                {
                  name: 'A domain whose name is far longer than the column that charts keep for names',
                  counts: { fully: 1, largely: 0, partially: 0, not_implemented: 60, unknown: 1 },
                },
              ],
              stateWords,
            ),
          } as Block,
          safeguards(0, 12),
        ],
      },
    ],
    sources: manySources,
    about: [],
  });
