import { useState } from 'react';
import type { CrosswalkView, SideFacts, SourceSummary } from '../../../core/crosswalk/view.ts';
import type { Failure } from '../../../web/client/ask.ts';
import { crosswalkSheet } from '../../../web/client/crosswalk.ts';
import { saveFile } from '../../../web/client/file.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { frameworkName } from '../../../web/kit/crosswalk/requirement-name.tsx';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import type { BodyProps } from './body-props.ts';
import { CrosswalkRows } from './crosswalk-rows.tsx';
import { Picture } from './picture.tsx';

/** What was found in numbers, who says so, the picture, then requirement by requirement. */
export const CrosswalkBody = ({ view, address, isStale, onGo }: BodyProps) => {
  const { counts, from, to, sources } = view;
  return (
    <>
      <section className="section" aria-labelledby="between">
        <h2 id="between">{say('crosswalking.between', { from: frameworkName(from), to: frameworkName(to) })}</h2>
        <p>
          {say('crosswalk.lead', { ...counts, pairs: 0 })}{' '}
          {say('crosswalk.disagree', { count: counts.pairs.disagreements })}
        </p>
        <p className="small soft">{say('crosswalk.reading')}</p>
        <Alike side={from} />
        <Alike side={to} />
        <Sources sources={sources} />
        <Files view={view} />
      </section>
      <Picture view={view} address={address} onGo={onGo} />
      <CrosswalkRows view={view} address={address} isStale={isStale} onGo={onGo} />
    </>
  );
};

const Alike = ({ side: { title, likeOurs } }: { readonly side: SideFacts }) =>
  likeOurs === null ? null : (
    <p className="small">
      {say(likeOurs.isUsed ? 'crosswalk.same' : 'crosswalk.alike', {
        title,
        ours: likeOurs.title,
        placed: likeOurs.placed,
        of: likeOurs.of,
      })}
    </p>
  );

const Sources = ({ sources }: { readonly sources: readonly SourceSummary[] }) =>
  sources.length === 0 ? (
    <p className="small soft">{say('crosswalking.sourcesNone')}</p>
  ) : (
    <>
      <h3>{say('crosswalking.sources')}</h3>
      <ul className="cw-sources">
        {sources.map(({ of, title, edition, author, hasTwin, pairs }) => (
          <li key={of}>
            <b>{author ?? say('crosswalk.unknownAuthor')}</b> {title ?? of}
            {edition === null ? null : `, ${say('crosswalking.edition', { edition })}`}:{' '}
            {say('crosswalking.cell', { pairs })}
            {hasTwin ? <span className="soft"> ({say('crosswalk.twin')})</span> : null}
          </li>
        ))}
      </ul>
    </>
  );

/** The whole crosswalk to take along; what rights do not allow stays here. */
function Files({ view: { from, to, steps } }: { readonly view: CrosswalkView }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (format: 'xlsx' | 'csv'): Promise<void> => {
    const made = await crosswalkSheet({ from: from.id, to: to.id, steps: `${steps}` }, format);
    setFailure(made.ok ? null : made.error);
    if (made.ok) saveFile(made.value);
  };
  return (
    <Twin title={say('crosswalking.sheet')}>
      <p className="soft">{say('crosswalking.sheetHint')}</p>
      <p className="buttons">
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button key={format} look="quiet" onPress={() => void save(format)}>
            {say(`crosswalking.formats.${format}`)}
          </Button>
        ))}
      </p>
      {failure === null ? null : <FailureNote title={say('crosswalking.sheetFailed')} failure={failure} />}
    </Twin>
  );
}
