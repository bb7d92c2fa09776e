import type { Content } from '../content/content.ts';
import type { Country } from '../content/country.ts';
import type { Document } from '../content/document.ts';
import type { Statistic } from '../content/reference.ts';
import type { Formats } from './formats.ts';
import type { Citation, Mark, RichText, Run } from './prose.ts';
import { proseRuns } from './prose.ts';
import type { Source } from './report.ts';
import type { Translate } from './words.ts';

/** A record of the organisation itself, cited like any source: `own:profile`, `own:ratings`. */
export type OwnRecord = { readonly id: `own:${string}`; readonly title: string; readonly date: string | null };

/** Turns marks into citations. */
export type Citer = {
  /** Prose of content with its marks turned into citations. */
  readonly prose: (text: string) => RichText;
  /** A text of content without marks, in the language that it is written in. */
  readonly text: (text: string) => Run;
  readonly cite: (document: string, locator?: string) => Citation;
};

/** What content is written in; titles and descriptions of safeguards alone are translated. */
const contentLanguage = 'en';

/** The language of a text of content, where it is not that of the document. */
export const otherLanguage = (
  { language }: { readonly language: string },
  written: string = contentLanguage,
): string | undefined => (written === language ? undefined : written);

/** Turns the marks of content into citations, and says of its prose which language it is. A requirement is cited as its document and clause. */
export function citerFor(content: Content, language = contentLanguage): Citer {
  const frameworks = new Map(content.frameworks.map((framework) => [framework.id as string, framework]));
  const resolve = ({ target, locator }: Mark): readonly Run[] => {
    if (/^S-\d{3}$/u.test(target)) return [{ strong: target }];
    const [framework, requirement] = splitRequirement(target);
    const found = framework === undefined ? undefined : frameworks.get(framework);
    if (found === undefined) return [{ cite: target, locator }];
    const clause = found.requirements.find(({ id }) => id === requirement)?.cite ?? requirement;
    return [{ cite: found.document, locator: clause }];
  };
  const text = (said: string): Run =>
    language === contentLanguage || said.trim() === '' ? said : { foreign: said, language: contentLanguage };
  return {
    text,
    prose: (prose) => proseRuns(prose, resolve).flatMap((run) => (typeof run === 'string' ? spaced(run, text) : [run])),
    cite: (document, locator) => ({ cite: document, locator }),
  };
}

/** The space before a mark stays a run of its own, so that formats keep the mark with its word. */
const spaced = (said: string, text: Citer['text']): readonly Run[] => {
  const run = text(said.trim());
  return typeof run === 'string'
    ? [said]
    : [/^\s*/u.exec(said)?.[0] ?? '', run, /\s*$/u.exec(said)?.[0] ?? ''].filter((part) => part !== '');
};

const splitRequirement = (target: string): readonly [string | undefined, string | undefined] => {
  const colon = target.indexOf(':');
  return colon < 0 ? [undefined, undefined] : [target.slice(0, colon), target.slice(colon + 1)];
};

/** Every citation in a value, in order of appearance. */
export function citationsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(citationsIn);
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Readonly<Record<string, unknown>>;
  return typeof record['cite'] === 'string' ? [record['cite']] : Object.values(record).flatMap(citationsIn);
}

/**
 * Numbers sources by first use; own records are H1, H2, … A cited id that nothing answers to is a bug in content that
 * its rules must have caught, so it throws.
 */
export function numberedSources(
  body: unknown,
  content: Content,
  own: readonly OwnRecord[],
  say: Translate,
  formats: Formats,
): readonly Source[] {
  const ids = [...new Set(citationsIn(body))];
  const documents = new Map(content.documents.map((document) => [document.id as string, document]));
  const statistics = new Map(content.statistics.map((statistic) => [statistic.id as string, statistic]));
  let published = 0;
  let records = 0;
  const sources = ids.map((id): Source => {
    const record = own.find((candidate) => candidate.id === id);
    if (record !== undefined) return ownSource(record, `H${(records += 1)}`, say, formats);
    const number = String((published += 1));
    const document = documents.get(id);
    if (document !== undefined) return documentSource(document, number, say, formats);
    const country = content.countries.find(({ code }) => nationalSource(code) === id);
    if (country !== undefined) return countrySource(country, number, say, formats);
    const statistic = statistics.get(id);
    if (statistic === undefined)
      throw new Error(`Cannot cite "${id}": no document, statistic or own record has this id`);
    return statisticSource(statistic, number, say);
  });
  return sources.toSorted((left, right) => orderOf(left) - orderOf(right));
}

const orderOf = ({ number }: Source): number =>
  number.startsWith('H') ? 100_000 + Number(number.slice(1)) : Number(number);

/** The id under which the national law of a country is cited. */
export const nationalSource = (code: string): string => `country:${code}`;

const countrySource = ({ name, nis2, code }: Country, number: string, say: Translate, formats: Formats): Source => ({
  number,
  id: nationalSource(code),
  title: nis2.title,
  url: nis2.url,
  publisher: name,
  date:
    nis2.publishedOn === undefined
      ? say('report.lookedUp', { date: formats.date(nis2.asOf) })
      : formats.date(nis2.publishedOn),
  status: say(`actStatus.${nis2.status}`),
  checked: nis2.verification.status,
  checkedWord: say(`verification.${nis2.verification.status}`),
  note: nis2.statusNote,
});

const documentSource = (document: Document, number: string, say: Translate, formats: Formats): Source => ({
  number,
  id: document.id,
  title: document.title,
  url: document.url,
  publisher: document.publisher,
  date: document.date === null ? say('report.dateNotConfirmed') : formats.date(document.date),
  status: say(`documentStatus.${document.status}`),
  checked: document.verification.status,
  checkedWord: say(`verification.${document.verification.status}`),
  note: document.statusNote ?? '',
});

const statisticSource = (statistic: Statistic, number: string, say: Translate): Source => ({
  number,
  id: statistic.id,
  title: `${statistic.id}. ${statistic.figure}`,
  url: statistic.url,
  publisher: statistic.publisher,
  date: statistic.year,
  status: say('documentStatus.figure'),
  checked: statistic.verification.status,
  checkedWord: say(`verification.${statistic.verification.status}`),
  note: statistic.caution ?? '',
});

const ownSource = ({ id, title, date }: OwnRecord, number: string, say: Translate, formats: Formats): Source => ({
  number,
  id,
  title,
  url: null,
  publisher: say('report.ownRecord'),
  date: date === null ? say('report.undated') : formats.date(date),
  status: say('documentStatus.own'),
  checked: 'own',
  checkedWord: say('verification.own'),
  note: '',
});
