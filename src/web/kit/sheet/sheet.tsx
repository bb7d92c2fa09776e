import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import './sheet.css';

export type SheetProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * A sheet at the side, for what one sets while looking at the page; only where leaving the page would lose the place.
 * Escape and a press beside it close it, and the focus goes back to where it was.
 */
export const Sheet = ({ title, isOpen, onClose, children }: SheetProps) => (
  <ModalOverlay
    className="sheet-ground"
    isOpen={isOpen}
    isDismissable
    onOpenChange={(open) => {
      if (!open) onClose();
    }}
  >
    <Modal className="sheet">
      <Dialog className="sheet-in">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {children}
      </Dialog>
    </Modal>
  </ModalOverlay>
);
