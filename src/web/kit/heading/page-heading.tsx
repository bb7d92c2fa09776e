import { useEffect, useRef, type ReactNode } from 'react';
import { say } from '../../say.ts';
import { useArrival } from './arrival.ts';
import './page-heading.css';

export type PageHeadingProps = {
  /** The name of the page, also in the browser's title. */
  readonly title: string;
  /** Changes when another page, or another part of it, is shown. */
  readonly address: string;
  readonly id?: string | undefined;
  readonly isError?: boolean | undefined;
  readonly isRuled?: boolean | undefined;
  /** Where a part further down takes the focus instead. */
  readonly isTarget?: boolean | undefined;
  readonly children?: ReactNode;
};

/** The one h1 of a page. It names the window, and takes the focus after a navigation. */
export function PageHeading({
  title,
  address,
  id,
  isError = false,
  isRuled = true,
  isTarget = true,
  children,
}: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = say(isError ? 'errorTitle' : 'pageTitle', { page: title });
  }, [title, isError]);
  useArrival(heading, isTarget ? address : null);
  return (
    <h1 ref={heading} id={id} tabIndex={-1} className={isRuled ? 'ruled' : undefined}>
      {children ?? title}
    </h1>
  );
}
