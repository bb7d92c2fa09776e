import type { Report, Section } from '../../../core/report/report.ts';

/** What one address shows: the start, a section, or the sources. */
export type GuidePage =
  | { readonly kind: 'start' }
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'sources' };

export const sourcesId = 'sources';

/** A guide in chapters is read chapter by chapter; a short one is one page, and an address leads to a place in it. */
export const isPaged = ({ layout }: Report): boolean => layout === 'chapters';

/** In a guide in chapters what has no number stands on the first page. */
export const openingSections = (report: Report): readonly Section[] =>
  isPaged(report) ? report.sections.filter(({ number }) => number === undefined) : report.sections;

/** All pages, in the order of reading. */
export function pagesOf(report: Report): readonly GuidePage[] {
  const sections = isPaged(report) ? report.sections.filter(({ number }) => number !== undefined) : report.sections;
  return [
    { kind: 'start' },
    ...sections.map((section) => ({ kind: 'section' as const, section })),
    { kind: 'sources' },
  ];
}

export const idOf = (page: GuidePage): string | undefined =>
  page.kind === 'start' ? undefined : page.kind === 'sources' ? sourcesId : page.section.id;

/** The page at an address; nothing where the guide has none. */
export const pageAt = (report: Report, id: string | undefined): GuidePage | undefined =>
  pagesOf(report).find((page) => idOf(page) === id);

export type Neighbours = { readonly previous: GuidePage | undefined; readonly next: GuidePage | undefined };

export function neighboursOf(report: Report, id: string | undefined): Neighbours {
  const pages = pagesOf(report);
  const index = pages.findIndex((page) => idOf(page) === id);
  return { previous: pages[index - 1], next: index < 0 ? undefined : pages[index + 1] };
}
