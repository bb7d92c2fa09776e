import type { Fact, ItemPage, Row, Section } from '../../core/library-item/page.ts';
import { states } from '../../core/chart/state-bars.ts';
import { formatsFor, type Formats } from '../../core/report/formats.ts';
import type { Translate } from '../../core/report/words.ts';
import type { Words } from '../../library/words.ts';
import { wrapped } from '../../platform/text-table.ts';

type Printer = { readonly say: Translate; readonly formats: Formats };

/** A page for a terminal: the same parts in the same order as on the screen. */
export function printPage(page: ItemPage, { language, translate: say }: Words): string {
  const printer = { say, formats: formatsFor(language) };
  return [
    `${page.code === null ? '' : `${page.code}  `}${page.title}`,
    [say(`web.library.kind.${page.kind}`), page.ref].join(', '),
    ...paragraphs(page.lead === null ? [] : [page.lead]),
    ...ownLines(page, printer),
    ...paragraphs(page.notes),
    '',
    ...page.facts.map((fact) => factLine(fact, printer)),
    ...page.life.map(
      ({ date, event }) => `${say('web.library.life')}: ${printer.formats.date(date)}, ${eventWord(event, say)}`,
    ),
    verificationLine(page, printer),
    ...page.sections.flatMap((section) => [
      '',
      say(`web.library.section.${section.id}`),
      ...sectionLines(section, printer),
    ]),
    ...usedLines(page, printer),
  ].join('\n');
}

const eventWord = (event: string, say: Translate): string =>
  event === 'published' ? say('web.library.published') : event;

const paragraphs = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => ['', ...wrapped(text, 0)]);

function ownLines({ own, kind }: ItemPage, { say, formats }: Printer): readonly string[] {
  if (own === null) return [];
  const lines = [
    ...(own.force === null ? [] : [`${forceWord(own.force, { say, formats })}: ${own.force.reason}`]),
    ...(own.rating === null ? [] : [`${say('web.library.ownRating')}: ${say(`rating.${own.rating}`)}`]),
    ...(own.rank === null ? [] : [say('web.library.ownRank', { ...own.rank })]),
    ...(own.touch === null ? [] : [say('web.library.touch', { ...own.touch, what: kind })]),
  ];
  return lines.length === 0 ? [] : ['', ...lines.flatMap((line) => wrapped(line, 0))];
}

const forceWord = ({ force, from }: { force: string; from?: string | undefined }, { say, formats }: Printer): string =>
  force === 'binding_from' && from !== undefined
    ? say('force.fromDate', { date: formats.date(from) })
    : say(`force.${force}`);

function factLine({ id, text, date, word, url, links }: Fact, { say, formats }: Printer): string {
  const value = [
    text,
    date === undefined ? undefined : formats.date(date),
    word === undefined ? undefined : wordOf(word, say),
    links === undefined ? undefined : links.map(({ ref, title }) => `${title} (${ref})`).join(', '),
    url,
  ].filter((part) => part !== undefined);
  return `${say(`web.library.fact.${id}`)}: ${value.join(', ')}`;
}

/** Words of this feature stand under their own branch of the catalogue. */
const wordOf = (word: string, say: Translate): string => say(word.startsWith('library.') ? `web.${word}` : word);

const verificationLine = ({ verification, url }: ItemPage, { say, formats }: Printer): string =>
  [
    `${say(`verification.${verification.status}`)}, ${formats.date(verification.checkedOn)}: ${verification.sources.join(', ')}`,
    ...(url === null ? [] : [`${say('web.library.official')}: ${url}`]),
  ].join('\n');

function sectionLines(section: Section, printer: Printer): readonly string[] {
  const { say, formats } = printer;
  switch (section.kind) {
    case 'prose':
      return section.paragraphs.flatMap((text) => wrapped(text, 2));
    case 'list':
    case 'steps':
      return section.items.flatMap((text, index) => pointed(section.kind === 'steps' ? `${index + 1}. ` : '- ', text));
    case 'levels':
      return (['partially', 'largely', 'fully'] as const).flatMap((level) =>
        pointed(`${say(`rating.${level}`)}: `, section[level]),
      );
    case 'effort':
      return [
        ...section.rows.map(
          ({ size, days, costEur }) =>
            `  ${say(`size.${size}`)}: ${say('web.library.days', { days: formats.span(days) })}, ${formats.moneySpan(costEur)}`,
        ),
        ...wrapped(section.note, 2),
      ];
    case 'people':
      return section.rows.map(({ part, roles }) => `  ${say(`web.library.part.${part}`)}: ${titlesOf(roles)}`);
    case 'voices':
      return section.rows.flatMap(({ role, text }) => pointed(`${role.title}: `, text));
    case 'rows':
      return section.rows.flatMap((row) => rowLines(row, printer));
    case 'states':
      return section.rows.map(
        ({ code, title, counts }) =>
          `  ${code ?? ''} ${title}: ${states.map((state) => `${counts[state]} ${say(`rating.${state}`).toLowerCase()}`).join(', ')}`,
      );
    case 'bodies':
      return section.rows.map(
        ({ office, name, url, email }) =>
          `  ${say(`web.library.office.${office}`)}: ${[name ?? say('web.library.notConfirmed'), url, email].filter((part) => part !== null).join(', ')}`,
      );
  }
}

const titlesOf = (links: readonly { readonly title: string }[]): string => links.map(({ title }) => title).join(', ');

function pointed(sign: string, text: string): readonly string[] {
  const [first = '', ...rest] = wrapped(`${sign}${text}`, 4);
  return [first.slice(2), ...rest];
}

/** The relation is that of a safeguard; a topic only leads to its clauses. */
const clausesText = (kind: Row['kind'], clauses: NonNullable<Row['clauses']>, say: Translate): string =>
  kind === 'topic'
    ? clauses.map(({ code }) => code).join(', ')
    : clauses.map(({ code, relation }) => `${say(`web.library.relation.${relation}`)} ${code}`).join('; ');

function rowLines(row: Row, printer: Printer): readonly string[] {
  const { say } = printer;
  const said = [
    row.clauses === undefined ? undefined : clausesText(row.kind, row.clauses, say),
    row.force === undefined ? undefined : forceWord({ force: row.force, from: row.from }, printer),
    row.rating === undefined ? undefined : say(`rating.${row.rating}`),
    row.strength === undefined ? undefined : say(`web.library.strength.${row.strength}`),
    row.safeguards === undefined ? undefined : say('web.library.touchedBy', { count: row.safeguards }),
    row.country,
    row.status === undefined ? undefined : say(row.status),
    row.isNamed === true ? say('web.library.isNamed') : undefined,
  ].filter((part) => part !== undefined && part !== '');
  const code = row.code === undefined || row.code === row.ref ? '' : `${row.code}  `;
  const head = `${'  '.repeat(row.depth ?? 0)}${row.ref}  ${code}${row.title}${said.length === 0 ? '' : ` [${said.join('; ')}]`}`;
  return [`  ${head}`, ...(row.note === undefined ? [] : wrapped(row.note, 6))];
}

const usedLines = ({ used }: ItemPage, { say }: Printer): readonly string[] =>
  used.length === 0
    ? []
    : [
        '',
        say('web.library.section.used'),
        ...used.flatMap(({ of, links }) =>
          pointed(`${say(`web.library.kinds.${of}`)}: `, links.map(({ ref }) => ref).join(', ')),
        ),
      ];
