import { useEffect, type RefObject } from 'react';

/** Where the reader is; null before the first page. */
let arrivedAt: string | null = null;
/** Whether the reader has left the page that the browser opened, which keeps the focus where browsers put it. */
let hasMoved = false;
/** Where a control led that keeps the focus. */
let stayedAt: string | null = null;

/**
 * Sends the focus to a heading when the address has changed, as a browser does between documents. Where a page replaced
 * the heading that had the focus (its words came after its frame), the new one takes it over. A null address: another
 * heading of the page is meant.
 */
export function useArrival(heading: RefObject<HTMLElement | null>, address: string | null): void {
  useEffect(() => {
    if (address === null) return;
    const isFirst = arrivedAt === null;
    const isElsewhere = !isFirst && address !== arrivedAt;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    arrivedAt = address;
    hasMoved ||= isElsewhere;
    if (address === stayedAt) return;
    stayedAt = null;
    if (isElsewhere || (hasMoved && isLost)) heading.current?.focus();
    else if (isFirst && heading.current?.tagName !== 'H1') heading.current?.scrollIntoView();
  }, [heading, address]);
}

/** For a control that changes the address and keeps the focus. */
export function stayAt(address: string): void {
  stayedAt = address;
}
