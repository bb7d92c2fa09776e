import { createContext, useContext } from 'react';
import type { CitedName } from '../../../core/library-item/page.ts';
import { proseRuns } from '../../../core/report/prose.ts';
import { CheckSquare } from '../../../web/kit/signs/signs.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { ItemLink } from './item-link.tsx';

/** What the marks of a page's prose name. */
export const CitedContext = createContext<Readonly<Record<string, CitedName>>>({});

/** Prose with its marks as links: short name, place, and how well it was checked. */
export function RichProse({ text, language }: { readonly text: string; readonly language?: string | undefined }) {
  const cited = useContext(CitedContext);
  const runs = proseRuns(text, ({ target, locator }) => [{ cite: target, locator }]);
  return runs.map((run, index) => {
    if (typeof run === 'string') return <InLanguage key={index} of={language} text={run} />;
    const named = 'cite' in run ? cited[run.cite] : undefined;
    if (!('cite' in run) || named === undefined) return null;
    return (
      <ItemLink key={index} to={named} className="cite">
        {named.name}
        {run.locator === undefined ? null : ` ${run.locator.trim()}`}
        <CheckSquare status={named.check} />
      </ItemLink>
    );
  });
}
