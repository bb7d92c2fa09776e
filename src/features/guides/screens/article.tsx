import { useEffect, useRef } from 'react';
import type { Report, Section } from '../../../core/report/report.ts';
import { useArrival } from '../../../web/kit/heading/arrival.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { say } from '../../../web/say.ts';
import { Blocks, Facts } from './blocks.tsx';
import { citedIn } from './cited-in.ts';
import { idOf, isPaged, openingSections, sourcesId, type GuidePage } from './pages.ts';
import { Rich } from './rich.tsx';
import { SourceList } from './source-list.tsx';
import './article.css';

export type ArticleProps = { readonly report: Report; readonly page: GuidePage };

/** The text of a page. A short guide is one page with all its sections. */
export function Article({ report, page }: ArticleProps) {
  useMark();
  return (
    <article className="read" lang={report.language}>
      {!isPaged(report) ? (
        <WholeGuide report={report} page={page} />
      ) : page.kind === 'start' ? (
        <Start report={report} />
      ) : page.kind === 'sources' ? (
        <Sources report={report} />
      ) : (
        <Chapter report={report} section={page.section} />
      )}
    </article>
  );
}

/** An address may name a source: the browser looked for it before the text was there. */
function useMark(): void {
  useEffect(() => document.getElementById(location.hash.slice(1))?.focus(), []);
}

const addressOf = (report: Report, page: GuidePage): string =>
  page.kind === 'start' ? report.role : `${report.role}/${idOf(page) ?? ''}`;

function Chapter({ report, section }: { readonly report: Report; readonly section: Section }) {
  return (
    <>
      <PageHeading title={section.title} address={addressOf(report, { kind: 'section', section })}>
        {section.number === undefined ? null : <span className="chapter-number">{section.number} </span>}
        <InLanguage of={section.titleLanguage ?? report.language} text={section.title} />
      </PageHeading>
      <Blocks blocks={section.blocks} section={section.id} />
      <PageSources report={report} parts={section} />
    </>
  );
}

function Start({ report }: { readonly report: Report }) {
  const sections = openingSections(report);
  return (
    <>
      <PageHeading title={report.title} address={report.role} />
      <Opening report={report} />
      {sections.map((section) => (
        <section key={section.id}>
          <h2>{section.title}</h2>
          <Blocks blocks={section.blocks} section={section.id} />
        </section>
      ))}
      <PageSources report={report} parts={[report.banners, report.lead, sections]} />
    </>
  );
}

function WholeGuide({ report, page }: ArticleProps) {
  const target = idOf(page);
  return (
    <>
      <PageHeading title={report.title} address={report.role} isTarget={target === undefined} />
      <Opening report={report} />
      {report.sections.map((section) => (
        <section key={section.id}>
          <TargetHeading report={report} id={section.id} title={section.title} isTarget={section.id === target} />
          <Blocks blocks={section.blocks} section={section.id} />
        </section>
      ))}
      <hr />
      <section className="annex">
        <TargetHeading
          report={report}
          id={sourcesId}
          title={say('guide.sourcesAndAbout')}
          isTarget={target === sourcesId}
        />
        <SourceList sources={report.sources} />
        <Facts rows={report.about} />
      </section>
    </>
  );
}

/** A heading inside a page to which an address leads. */
function TargetHeading({
  report,
  id,
  title,
  isTarget,
}: {
  readonly report: Report;
  readonly id: string;
  readonly title: string;
  readonly isTarget: boolean;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading, isTarget ? `${report.role}/${id}` : null);
  return (
    <h2 ref={heading} tabIndex={-1} className="section-heading">
      {title}
    </h2>
  );
}

/** Whose guide it is, what limits it, and the answer in a few sentences. */
const Opening = ({ report }: { readonly report: Report }) => (
  <>
    <dl className="masthead">
      {report.owner === null ? null : (
        <div className="owner">
          <dt className="hidden">{say('guide.owner')}</dt>
          <dd>
            {report.owner.name}
            {report.owner.nativeName === undefined ? null : (
              <span lang={report.owner.nativeName.language} className="native">
                {report.owner.nativeName.text}
              </span>
            )}
          </dd>
        </div>
      )}
      {report.masthead.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      <div>
        <dt className="hidden">{say('guide.marking')}</dt>
        <dd className="tlp">{report.tlp}</dd>
      </div>
    </dl>
    {report.banners.map((banner, index) => (
      <Note key={index} look="ochre">
        <p>
          <Rich text={banner} />
        </p>
      </Note>
    ))}
    {report.lead.map((text, index) => (
      <p key={index} className="read-lead">
        <Rich text={text} />
      </p>
    ))}
  </>
);

function PageSources({ report, parts }: { readonly report: Report; readonly parts: unknown }) {
  const sources = citedIn(parts, report);
  if (sources.length === 0) return null;
  return (
    <section className="annex">
      <hr />
      <h2>{say('guide.sourcesOfPage')}</h2>
      <SourceList sources={sources} />
    </section>
  );
}

const Sources = ({ report }: { readonly report: Report }) => (
  <>
    <PageHeading title={say('guide.sources')} address={`${report.role}/${sourcesId}`} />
    <section className="annex">
      <SourceList sources={report.sources} />
    </section>
    <h2>{report.words.about}</h2>
    <Facts rows={report.about} />
  </>
);
