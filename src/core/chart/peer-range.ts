import { chartWidth, type Chart, type Shape } from './chart.ts';

const left = 20;
const right = chartWidth - 20;
const top = 16;
const frameHeight = 16;

/**
 * Where one organisation stands between 0 and 100 % beside others. Without a range the frame says why it is empty, and our
 * own mark stands in it all the same, so that a page looks alike with and without a comparison.
 * @param ownShare from 0 to 1
 */
export function peerRange(ownShare: number, words: { readonly own: string; readonly empty: string }): Chart {
  const at = (share: number) => left + share * (right - left);
  const x = at(ownShare);
  const foot = top + frameHeight + 12;
  const percent = (share: number, anchor: 'start' | 'middle' | 'end'): Shape => ({
    kind: 'text',
    x: at(share),
    y: foot,
    text: `${share * 100}\u00a0%`,
    anchor,
    ink: 'ink',
  });
  const frame = { kind: 'rectangle', x: left, y: top, width: right - left, height: frameHeight } as const;
  // The word keeps clear of our own mark: it stands in the wider half.
  const emptyAt = at(ownShare < 0.5 ? (1 + ownShare) / 2 : ownShare / 2);
  return {
    width: chartWidth,
    height: foot + 4,
    shapes: [
      { ...frame, fill: 'wash', stroke: 'navy', dotted: true },
      { kind: 'text', x: emptyAt, y: top + 11, text: words.empty, anchor: 'middle', ink: 'ink' },
      { kind: 'line', x1: x, y1: top - 4, x2: x, y2: top + frameHeight + 3, stroke: 'navy', weight: 2 },
      { kind: 'text', x, y: top - 7, text: words.own, anchor: anchorAt(ownShare), ink: 'ink', bold: true },
      percent(0, 'start'),
      percent(0.5, 'middle'),
      percent(1, 'end'),
    ],
  };
}

/** A label near an end of the frame grows inwards. */
const anchorAt = (share: number): 'start' | 'middle' | 'end' =>
  share < 0.3 ? 'start' : share > 0.7 ? 'end' : 'middle';
