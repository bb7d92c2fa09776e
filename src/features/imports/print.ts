import type { ImportFinding } from '../../core/guidance/bundle.ts';
import { differenceKinds, type EditionDifference } from '../../core/guidance/differs.ts';
import type {
  DifferenceSummary,
  EditionTree,
  ImportDetail,
  ImportPreview,
  LicenceView,
} from '../../core/guidance/import-view.ts';
import { nameOfRequirement } from '../../core/guidance/naming.ts';
import type { Translate } from '../../core/report/words.ts';
import type { Services } from '../../library/services.ts';
import { textTable, wrapped } from '../../platform/text-table.ts';
import type { EditionComparison, EditionList, ImportList, LoadView } from './views.ts';

const sayOf = ({ library }: Services): Translate => library.words('en').translate;
const mostLines = 20;

/** What a file would bring, and what would become of it. */
export function printPreview(view: ImportPreview, services: Services): string {
  const say = sayOf(services);
  const outcome =
    view.already === null
      ? say(view.isLoadable ? 'imports.wouldLoad' : 'imports.notLoadable')
      : say('imports.already', { day: view.already.at.slice(0, 10), id: view.already.id });
  return [...previewLines(view, say), '', outcome].join('\n');
}

export function printLoad({ id, state, import: view }: LoadView, services: Services): string {
  const say = sayOf(services);
  const outcome =
    state === 'loaded'
      ? say('imports.loaded', { id })
      : say('imports.already', { day: view.already?.at.slice(0, 10) ?? '', id });
  return [...previewLines(view, say), '', outcome].join('\n');
}

const previewLines = (view: ImportPreview, say: Translate): readonly string[] => [
  [view.title, view.edition, view.publisher].filter((part) => part !== null && part !== '').join(', '),
  licenceLine(view.licence, say),
  bringsLine(view, say),
  ...view.frameworks.flatMap(({ title, edition, standing, requirements, against, like }) => [
    '',
    say('imports.framework', { title, edition, requirements, standing: say(`imports.standing.${standing}`) }),
    ...(against === null
      ? []
      : [
          `  ${say('imports.against', { edition: against.edition, where: against.id === null ? 'content' : 'stored' })}`,
          ...summaryLines(against.difference, say),
        ]),
    ...(like === null ? [] : [`  ${say('imports.like', { ...like })}`]),
  ]),
  ...view.mappingSets.map(({ title, edition, standing, relations }) =>
    say('imports.mapping', { title, edition, relations, standing: say(`imports.standing.${standing}`) }),
  ),
  ...findingLines(view, say),
  ...lossLines(view, say),
  ...(view.comparedWith === 'content' ? ['', say('imports.contentOnly')] : []),
];

const counted = [
  'frameworks',
  'requirements',
  'assessable',
  'mappingSets',
  'relations',
  'threats',
  'controls',
  'metrics',
  'components',
  'matrices',
] as const;

function bringsLine({ counts }: ImportPreview, say: Translate): string {
  const parts = counted
    .filter((what) => counts[what] > 0)
    .map((what) => say(`imports.counted.${what}`, { count: counts[what] }));
  return parts.length === 0 ? say('imports.bringsNothing') : say('imports.brings', { parts: parts.join(', ') });
}

const licenceLine = ({ text, stance }: LicenceView, say: Translate): string =>
  wrapped(
    say('imports.licence', { text: text ?? say('imports.noLicence'), stance: say(`imports.stance.${stance}`) }),
    0,
  ).join('\n');

const summaryLines = ({ framework, counts, named }: DifferenceSummary, say: Translate): readonly string[] => {
  const lines = differenceKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => {
      const names = named.filter((one) => one.kind === kind).map(({ name }) => name);
      const rest = counts[kind] - Math.min(names.length, 3);
      return `    ${say(`imports.kinds.${kind}`)} ${counts[kind]}: ${[...names.slice(0, 3), ...(rest > 0 ? ['…'] : [])].join('; ')}`;
    });
  const facts = framework.length === 0 ? [] : [`    ${say('imports.facts', { fields: framework.join(', ') })}`];
  return lines.length + facts.length === 0 ? [`    ${say('imports.noDifference')}`] : [...lines, ...facts];
};

function findingLines({ findings, counts }: ImportPreview, say: Translate): readonly string[] {
  if (findings.length === 0) return [];
  const all = counts.errors + counts.warnings + counts.notes;
  return [
    '',
    say('imports.findings', { count: all }),
    ...findings.slice(0, mostLines).map((finding) => findingLine(finding, say)),
    ...more(all, say),
  ];
}

const findingLine = ({ severity, at, line, message }: ImportFinding, say: Translate): string =>
  `  ${say(`imports.severity.${severity}`)}: ${line === undefined ? at : `${say('imports.line', { line })} ${at}`}: ${message}`;

/** Kind by kind, with the first few of each: a kind may have thousands. */
function lossLines({ losses, counts }: ImportPreview, say: Translate): readonly string[] {
  if (losses.length === 0) return [];
  const kinds = [...Map.groupBy(losses, ({ code }) => code)];
  return [
    '',
    say('imports.losses', { count: counts.losses }),
    ...kinds.slice(0, mostLines).map(([code, all]) => {
      const what = [...all.slice(0, mostOfKind).map((loss) => loss.what), ...(all.length > mostOfKind ? ['…'] : [])];
      return `  ${say('imports.lossesOf', { code: code.replaceAll('_', ' '), count: all.length, what: what.join('; ') })}`;
    }),
    ...more(kinds.length, say),
  ];
}

const mostOfKind = 3;

const more = (all: number, say: Translate): readonly string[] =>
  all > mostLines ? [`  ${say('imports.more', { count: all - mostLines })}`] : [];

/** A line an import. */
export function printImports({ imports }: ImportList, services: Services): string {
  const say = sayOf(services);
  if (imports.length === 0) return say('imports.none');
  return textTable(
    ['id', 'title', 'edition', 'day', 'requirements', 'relations', 'losses'].map((head) =>
      say(`imports.heads.${head}`),
    ),
    imports.map(({ id, title, edition, at, counts }) => [
      id,
      title,
      edition ?? '',
      at.slice(0, 10),
      String(counts.requirements),
      String(counts.relations),
      String(counts.losses),
    ]),
    ['start', 'start', 'start', 'start', 'end', 'end', 'end'],
  );
}

/** What was kept of it: where it is from, what it says on rights, what it brought, and what was not carried. */
export function printImport(view: ImportDetail, services: Services): string {
  const say = sayOf(services);
  const { findings, losses } = view;
  return [
    [view.title, view.edition, view.publisher].filter((part) => part !== null && part !== '').join(', '),
    say('imports.kept', { ...view.file, day: view.at.slice(0, 10) }),
    say('imports.from', { source: view.source ?? say('imports.noSource') }),
    licenceLine(view.licence, say),
    ...sheetLines(view, say),
    ...view.parts.map(
      ({ title, edition, standing, id }) =>
        `  ${[title, edition, say(`imports.standing.${standing}`), id].filter((part) => part !== null).join(', ')}`,
    ),
    say('imports.findings', { count: findings.total }),
    ...findings.rows.map((finding) => findingLine(finding, say)),
    say('imports.losses', { count: losses.total }),
    ...losses.rows.map(({ code, at, what }) => `  ${code}: ${at}: ${what}`),
  ].join('\n');
}

/** How a spreadsheet was read, so that it can be read so again. */
const sheetLines = ({ sheet }: ImportDetail, say: Translate): readonly string[] =>
  sheet === null
    ? []
    : [
        say('imports.readAs', { kind: sheet.as, from: sheet.from ?? '', to: sheet.to ?? '' }),
        ...(sheet.page === null ? [] : [`  ${say('imports.ofSheet', { page: sheet.page })}`]),
        ...sheet.columns.map(({ letter, head, role }) => `  ${letter}: ${head} = ${role}`),
      ];

/** A line an edition. */
export function printEditions({ editions }: EditionList, services: Services): string {
  const say = sayOf(services);
  if (editions.length === 0) return say('imports.noEditions');
  return textTable(
    ['id', 'title', 'edition', 'requirements', 'languages'].map((head) => say(`imports.heads.${head}`)),
    editions.map(({ id, title, edition, requirements, languages }) => [
      id,
      title,
      edition,
      String(requirements),
      languages.join(', '),
    ]),
    ['start', 'start', 'start', 'end', 'start'],
  );
}

/** The tree, each requirement below its parent; words are in the JSON. */
export function printTree({ title, edition, licence, tree }: EditionTree, services: Services): string {
  const depths = new Map<string, number>();
  const lines = tree.map((requirement) => {
    const depth = requirement.parent === null ? 0 : (depths.get(requirement.parent) ?? -1) + 1;
    depths.set(requirement.id, depth);
    return `${'  '.repeat(depth)}${nameOfRequirement(requirement)}`;
  });
  return [`${title}, ${edition}`, licenceLine(licence, sayOf(services)), '', ...lines].join('\n');
}

/** Each requirement that differs, kind by kind, with what it was and is. */
export function printComparison({ from, to, difference }: EditionComparison, services: Services): string {
  const say = sayOf(services);
  const kinds = differenceKinds.filter((kind) => difference[kind].length > 0);
  return [
    say('imports.compared', { title: to.title, from: from.edition, to: to.edition }),
    ...difference.framework.map(({ field, before, after }) => `  ${field}: ${before ?? '–'} → ${after ?? '–'}`),
    ...kinds.flatMap((kind) => ['', ...kindLines(difference, kind, say)]),
    ...(kinds.length + difference.framework.length === 0 ? [say('imports.noDifference')] : []),
  ].join('\n');
}

const kindLines = (difference: EditionDifference, kind: (typeof differenceKinds)[number], say: Translate) => [
  `${say(`imports.kinds.${kind}`)} ${difference[kind].length}`,
  ...difference[kind].flatMap(({ name, fields }) => [
    `  ${name}`,
    ...fields.map(({ field, before, after }) => `    ${field}: ${before ?? '–'} → ${after ?? '–'}`),
  ]),
];
