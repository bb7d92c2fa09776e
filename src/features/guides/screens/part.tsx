import type { ReactNode } from 'react';
import { useReader } from './reader-context.ts';

/** A piece of a section under a heading of its own; without a label, the piece alone. */
export function Part({ label, children }: { readonly label?: string | undefined; readonly children: ReactNode }) {
  if (label === undefined) return children;
  return (
    <div className="part">
      <PartHeading>{label}</PartHeading>
      {children}
    </div>
  );
}

export function PartHeading({ id, children }: { readonly id?: string | undefined; readonly children: ReactNode }) {
  const { level } = useReader();
  return level === 2 ? (
    <h2 id={id} className="part-heading">
      {children}
    </h2>
  ) : (
    <h3 id={id} className="part-heading">
      {children}
    </h3>
  );
}
