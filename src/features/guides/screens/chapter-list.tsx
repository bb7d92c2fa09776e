import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import type { Report } from '../../../core/report/report.ts';
import { useWide } from '../../../web/kit/region/use-wide.ts';
import { Icon } from '../../../web/kit/signs/signs.tsx';
import { say } from '../../../web/say.ts';
import { idOf, isPaged, pagesOf, type GuidePage } from './pages.ts';

export type ChapterListProps = { readonly report: Report; readonly page: GuidePage };

/** The way through the guide: a column where there is room, one button where there is not. */
export function ChapterList({ report, page }: ChapterListProps) {
  const isWide = useWide();
  const list = <Chapters report={report} page={page} />;
  if (isWide) return <div className="chapters">{list}</div>;
  return (
    <Disclosure className="chapters folded" key={idOf(page) ?? ''}>
      <Heading level={2} className="chapters-head">
        <Button slot="trigger" className="chapters-button">
          {placeText(report, page)}
          <Icon name="down" />
        </Button>
      </Heading>
      <DisclosurePanel>{list}</DisclosurePanel>
    </Disclosure>
  );
}

function placeText(report: Report, page: GuidePage): string {
  const pages = pagesOf(report).length - 2;
  return page.kind === 'section' && page.section.number !== undefined
    ? say('guide.chapterOf', { number: page.section.number, all: pages, title: page.section.title })
    : pageTitle(page);
}

export const pageTitle = (page: GuidePage): string =>
  page.kind === 'start' ? say('guide.start') : page.kind === 'sources' ? say('guide.sources') : page.section.title;

const Chapters = ({ report, page }: ChapterListProps) => (
  <nav aria-label={say('guide.chapters')}>
    <ol>
      {pagesOf(report).map((other) => (
        <li key={idOf(other) ?? ''}>
          <PageLink report={report} page={other} isCurrent={idOf(other) === idOf(page)} />
        </li>
      ))}
    </ol>
  </nav>
);

/** Inside a short guide the place is scrolled to; between chapters a page begins at its top. */
const PageLink = ({ report, page, isCurrent }: ChapterListProps & { readonly isCurrent: boolean }) => (
  <Link
    to="/guides/$role/{-$section}"
    params={{ role: report.role, section: idOf(page) }}
    activeOptions={{ exact: true }}
    resetScroll={isPaged(report)}
    aria-current={isCurrent ? 'page' : undefined}
  >
    <span>{page.kind === 'section' ? page.section.number : null}</span>
    {pageTitle(page)}
  </Link>
);
