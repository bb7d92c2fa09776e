import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ComparedKind } from '../../../core/crosswalk/compared.ts';
import type { Named } from '../../../core/crosswalk/view.ts';
import { say } from '../../say.ts';
import { InLanguage } from '../text/in-language.tsx';

type Framework = { readonly id: string; readonly kind: ComparedKind };

/** Leads to the page of a requirement: ours stand in the library, those of others on a page of their own. */
export const RequirementLink = ({
  framework: { id: framework, kind },
  id,
  children,
}: {
  readonly framework: Framework;
  readonly id: string;
  readonly children: ReactNode;
}) =>
  kind === 'content' || kind === 'safeguards' ? (
    <Link to="/library/$id" params={{ id: kind === 'safeguards' ? id : `${framework}:${id}` }}>
      {children}
    </Link>
  ) : (
    <Link to="/library/crosswalk/requirement" search={{ framework, id }}>
      {children}
    </Link>
  );

/** The number of a requirement as a link, and what it is called. */
export const RequirementName = ({
  name,
  framework,
  of,
}: {
  readonly name: Named;
  readonly framework: Framework;
  /** The framework, where the page does not say it already. */
  readonly of?: string | undefined;
}) => (
  <>
    <RequirementLink framework={framework} id={name.id}>
      {of === undefined || of === '' ? null : `${of} `}
      {name.code}
    </RequirementLink>
    {name.title === null ? null : (
      <>
        {' '}
        <InLanguage of={name.language ?? undefined} text={name.title} />
      </>
    )}
  </>
);

/** What a framework is called; our safeguards by a word of the page. */
export const frameworkName = ({ kind, title }: { readonly kind: ComparedKind; readonly title: string }): string =>
  kind === 'safeguards' ? say('crosswalk.safeguards') : title;
