import { Loading } from '../../../web/kit/region/loading.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { Details } from './details.tsx';
import type { Made } from './use-document.ts';

/** What came of the last file that was asked for, and what a reader of it should know. */
export function MadeNote({ made }: { readonly made: Made }) {
  switch (made.kind) {
    case 'none':
      return null;
    case 'making':
      return <Loading what={say('oscalPage.making')} />;
    case 'failed':
      return (
        <FailureNote title={say('oscalPage.notMade')} failure={made.failure}>
          <Details failure={made.failure} />
        </FailureNote>
      );
    case 'converted':
      return (
        <Note>
          <output>{say('oscalPage.saved', { name: made.name })}</output>
          {made.lost.length === 0 ? null : (
            <>
              <p>{say('oscalPage.lost', { count: made.lost.length })}</p>
              <ul>
                {made.lost.map((pointer) => (
                  <li key={pointer}>
                    <code>{pointer}</code>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Note>
      );
    case 'resolved':
      return (
        <Note>
          <output>
            {say('oscalPage.resolved', {
              name: made.name,
              controls: made.resolved.controls,
              warnings: made.resolved.warnings.length,
            })}
          </output>
          <Details failure={{ details: warningsOf(made.resolved) }} />
        </Note>
      );
  }
}

const warningsOf = ({ warnings }: (Made & { kind: 'resolved' })['resolved']) =>
  warnings.map(({ document, pointer, message }) => ({ path: `${document} ${pointer}`, message }));
