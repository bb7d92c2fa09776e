import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Named, RequirementView } from '../../../core/crosswalk/view.ts';
import { failureOf } from '../../../web/client/ask.ts';
import { requirementQuery } from '../../../web/client/crosswalk.ts';
import { Mappings } from '../../../web/kit/crosswalk/mappings.tsx';
import { frameworkName, RequirementName } from '../../../web/kit/crosswalk/requirement-name.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { RatingMark } from '../../../web/kit/signs/signs.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { langOf, say } from '../../../web/say.ts';
import './crosswalk.css';

const route = getRouteApi('/library/crosswalk/requirement');

/** A requirement of an imported framework: its words where they may be shown, its place, and what is said of it. */
export function ComparedRequirementPage() {
  const { framework, id } = route.useSearch();
  const { data, error, refetch } = useQuery(requirementQuery(framework, id));
  const failure = error === null ? null : failureOf(error);
  const isMissing = failure?.kind === 'not_found' || failure?.kind === 'invalid_input';
  return (
    <div className="page crosswalk">
      <p className="small">
        <Link to="/library/crosswalk" search={framework === '' ? {} : { from: framework }}>
          {say('crosswalking.requirement.back')}
        </Link>
      </p>
      <PageHeading title={data?.requirement.code ?? id} address="/library/crosswalk/requirement">
        {isMissing ? say('crosswalking.requirement.missing') : data === undefined ? id : <Title view={data} />}
      </PageHeading>
      {data !== undefined ? (
        <Requirement view={data} />
      ) : failure === null ? (
        <Loading what={say('crosswalking.requirement.loading')} />
      ) : isMissing ? (
        <p className="lead">{say('failure.said', { message: failure.message })}</p>
      ) : (
        <FailureNote title={say('failure.title')} failure={failure} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

const Title = ({ view: { requirement } }: { readonly view: RequirementView }) => (
  <>
    {requirement.code}{' '}
    {requirement.title === null ? null : <InLanguage of={requirement.language ?? undefined} text={requirement.title} />}
  </>
);

const Requirement = ({ view }: { readonly view: RequirementView }) => (
  <>
    <Words view={view} />
    <Place view={view} />
    <section className="section" aria-labelledby="mappings">
      <h2 id="mappings">{say('crosswalk.mappings')}</h2>
      {view.mappings.length === 0 ? (
        <p className="soft">{say('crosswalk.noMappings')}</p>
      ) : (
        <Mappings mappings={view.mappings} />
      )}
    </section>
    <Touching safeguards={view.safeguards} />
  </>
);

function Words({ view: { framework, words, stance, requirement } }: { readonly view: RequirementView }) {
  const lang = langOf(requirement.language ?? undefined);
  const { text, note } = words ?? { text: null, note: null };
  return (
    <>
      {text === null ? (
        <p className="soft">
          {say(
            stance === 'may_pass_on' || stance === null
              ? 'crosswalking.requirement.none'
              : 'crosswalking.requirement.kept',
          )}
        </p>
      ) : (
        <p className="lead cw-given" lang={lang}>
          {text}
        </p>
      )}
      {note === null ? null : (
        <section className="section" aria-labelledby="note">
          <h2 id="note">{say('crosswalking.requirement.note')}</h2>
          <p className="cw-given" lang={lang}>
            {note}
          </p>
        </section>
      )}
      {framework.editionId === null ? null : (
        <p className="small">
          <Link to="/library/editions/$id" params={{ id: framework.editionId }}>
            {say('crosswalking.requirement.edition')}
          </Link>
        </p>
      )}
    </>
  );
}

function Place({ view }: { readonly view: RequirementView }) {
  const { framework, parent, previous, next, below, alsoNamed } = view;
  const names = (all: readonly (Named | null)[]): ReactNode =>
    all.flatMap((name) =>
      name === null
        ? []
        : [
            <span key={name.id} className="cw-line">
              <RequirementName name={name} framework={framework} />
            </span>,
          ],
    );
  const lines = [
    ['in', [frameworkName(framework)]],
    ['above', names([parent])],
    ['before', names([previous])],
    ['after', names([next])],
    ['below', names(below)],
    [
      'same',
      alsoNamed.map((name) => (
        <span key={name.framework + name.id} className="cw-line">
          <RequirementName name={name} framework={{ id: name.framework, kind: name.kind }} of={name.frameworkTitle} />
        </span>
      )),
    ],
  ] as const;
  return (
    <section className="section" aria-labelledby="place">
      <h2 id="place">{say('crosswalking.requirement.place')}</h2>
      <dl className="cw-place">
        {lines
          .filter(([, value]) => Array.isArray(value) && value.length > 0)
          .map(([word, value]) => (
            <div key={word}>
              <dt>{say(`crosswalking.requirement.${word}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

const Touching = ({ safeguards }: Pick<RequirementView, 'safeguards'>) => (
  <section className="section" aria-labelledby="touching">
    <h2 id="touching">{say('crosswalk.touching')}</h2>
    {safeguards.length === 0 ? (
      <p className="soft">{say('crosswalk.noSafeguards')}</p>
    ) : (
      <ul className="ruled-list">
        {safeguards.map(({ id, title, language, relation, because, rating }) => (
          <li key={id}>
            <p>
              <Link to="/library/$id" params={{ id }}>
                {id}
              </Link>{' '}
              <InLanguage of={language ?? undefined} text={title} />
            </p>
            <p className="small soft">
              {say(`library.relationToIt.${relation}`)}
              {because === null ? null : `. ${because}`}
            </p>
            {rating === null ? null : <RatingMark state={rating} />}
          </li>
        ))}
      </ul>
    )}
  </section>
);
