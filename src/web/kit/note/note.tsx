import type { ReactNode } from 'react';
import './note.css';

/** A remark beside the text. `ochre` asks for caution. */
export const Note = ({ look, children }: { readonly look?: 'ochre' | undefined; readonly children: ReactNode }) => (
  <div className={look === undefined ? 'note' : `note ${look}`}>{children}</div>
);
