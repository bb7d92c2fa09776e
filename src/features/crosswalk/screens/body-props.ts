import type { CrosswalkView } from '../../../core/crosswalk/view.ts';
import type { CrosswalkAddress } from './address.ts';

export type BodyProps = {
  readonly view: CrosswalkView;
  readonly address: CrosswalkAddress;
  /** Whether these are rows of what was asked for before. */
  readonly isStale: boolean;
  readonly onGo: (address: CrosswalkAddress) => void;
};
