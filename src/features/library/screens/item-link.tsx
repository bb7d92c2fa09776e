import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ItemLink as Item } from '../../../core/library-item/item.ts';

export type ItemLinkProps = {
  readonly to: Pick<Item, 'ref'>;
  readonly children: ReactNode;
  readonly className?: string;
};

/** Leads to the page of an item. */
export const ItemLink = ({ to, children, className }: ItemLinkProps) => (
  <Link to="/library/$id" params={{ id: to.ref }} className={className}>
    {children}
  </Link>
);
