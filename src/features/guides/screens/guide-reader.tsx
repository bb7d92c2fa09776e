import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Document } from '../../../core/content/document.ts';
import type { Report } from '../../../core/report/report.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { buttonClass } from '../../../web/kit/button/button.tsx';
import { say } from '../../../web/say.ts';
import { Article } from './article.tsx';
import { ChapterList, pageTitle } from './chapter-list.tsx';
import { idOf, isPaged, neighboursOf, pageAt, type GuidePage } from './pages.ts';
import { ReaderProvider, type Reader } from './reader-context.ts';

export type GuideReaderProps = {
  readonly report: Report;
  readonly documents: ReadonlyMap<string, Document>;
  readonly sectionId: string | undefined;
};

/** One guide with its chapters beside it. */
export function GuideReader({ report, documents, sectionId }: GuideReaderProps) {
  const page = pageAt(report, sectionId);
  const reader = useReaderState(report, documents);
  const area = useRef<HTMLDivElement>(null);
  useTurn(area, report, sectionId);
  if (page === undefined) return <NoSection report={report} section={sectionId ?? ''} />;
  return (
    <ReaderProvider value={reader}>
      <div className="reader" ref={area}>
        <ChapterList report={report} page={page} />
        <div className="reading">
          <Article report={report} page={page} />
          <PreviousAndNext report={report} id={sectionId} />
          <p className="tiny soft">{say('guide.keys')}</p>
          <p className="tiny soft digest">
            {say('guide.digest', {
              date: report.dateShown,
              edition: report.edition,
              digest: report.digest.slice(0, 8),
            })}
          </p>
        </div>
      </div>
    </ReaderProvider>
  );
}

function useReaderState(report: Report, documents: ReadonlyMap<string, Document>): Reader {
  const [followed, setFollowed] = useState<Readonly<Record<string, string>>>({});
  return useMemo(
    () => ({
      report,
      documents,
      followed,
      sources: new Map(report.sources.map((source) => [source.id, source])),
      level: isPaged(report) ? (2 as const) : (3 as const),
      follow: (number: string, citation: string) => setFollowed((before) => ({ ...before, [number]: citation })),
    }),
    [report, documents, followed],
  );
}

/** `[` and `]` turn the page. They act only while the focus is in the reader, so that no other key stroke is taken. */
function useTurn(area: RefObject<HTMLElement | null>, report: Report, id: string | undefined): void {
  const navigate = useNavigate();
  useEffect(() => {
    const turn = (event: KeyboardEvent): void => {
      if (event.metaKey || area.current?.contains(document.activeElement) !== true) return;
      const { previous, next } = neighboursOf(report, id);
      const target = event.key === '[' ? previous : event.key === ']' ? next : undefined;
      if (target === undefined) return;
      event.preventDefault();
      const params = { role: report.role, section: idOf(target) };
      void navigate({ to: '/guides/$role/{-$section}', params, resetScroll: isPaged(report) });
    };
    document.addEventListener('keydown', turn);
    return () => document.removeEventListener('keydown', turn);
  }, [area, report, id, navigate]);
}

function PreviousAndNext({ report, id }: { readonly report: Report; readonly id: string | undefined }) {
  if (!isPaged(report)) return null;
  const { previous, next } = neighboursOf(report, id);
  return (
    <nav className="turns" aria-label={say('guide.nav')}>
      {previous === undefined ? <span /> : <TurnLink report={report} page={previous} word={say('guide.previous')} />}
      {next === undefined ? null : <TurnLink report={report} page={next} word={say('guide.next')} />}
    </nav>
  );
}

const TurnLink = ({
  report,
  page,
  word,
}: {
  readonly report: Report;
  readonly page: GuidePage;
  readonly word: string;
}) => (
  <Link to="/guides/$role/{-$section}" params={{ role: report.role, section: idOf(page) }}>
    <span className="small soft">{word}</span>
    {page.kind === 'section' && page.section.number !== undefined ? `${page.section.number} ` : ''}
    {pageTitle(page)}
  </Link>
);

const NoSection = ({ report, section }: { readonly report: Report; readonly section: string }) => (
  <>
    <PageHeading title={say('missing.title')} address={`${report.role}/${section}`} />
    <p className="lead">{say('guide.noSection', { section })}</p>
    <p className="buttons begin">
      <Link to="/guides/$role/{-$section}" params={{ role: report.role }} className={buttonClass('main')}>
        {say('guide.start')}
      </Link>
    </p>
  </>
);
