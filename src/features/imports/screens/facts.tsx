import { Fragment, type ReactNode } from 'react';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import type { LicenceView } from '../../../core/guidance/import-view.ts';
import { isWordKey, say } from '../../../web/say.ts';

export type Fact = readonly [name: Parameters<typeof say>[0], value: ReactNode | null];

/** What is known, a line each; what is not known has none. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="imp-facts">
    {facts
      .filter(([, value]) => value !== null && value !== '')
      .map(([name, value]) => (
        <Fragment key={name}>
          <dt>{say(name)}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
  </dl>
);

const longestInLine = 160;

/** What the file says on rights, and what follows from it here. */
export const Licence = ({ licence: { text, stance, phrase } }: { readonly licence: LicenceView }) => (
  <>
    {text === null ? (
      say('importing.noLicence')
    ) : text.length <= longestInLine ? (
      <span className="imp-given">{text}</span>
    ) : (
      <Twin title={say('importing.licenceText')}>
        <p className="imp-given">{text}</p>
      </Twin>
    )}
    <span className="imp-stance small">
      {say(`imports.stance.${stance}`)}
      {phrase === null ? null : <> {say('importing.phrase', { phrase })}</>}
    </span>
  </>
);

/** The format in words, where there are some. */
export function formatWord(format: string): string {
  const key = `importing.formats.${format}`;
  return isWordKey(key) ? say(key) : format;
}
