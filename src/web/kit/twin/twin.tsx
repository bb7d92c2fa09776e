import type { ReactNode } from 'react';
import { Icon } from '../signs/signs.tsx';
import './twin.css';

/** What opens on request; open in print. */
export const Twin = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <details className="twin">
    <summary>
      {title} <Icon name="down" />
    </summary>
    <div className="twin-body">{children}</div>
  </details>
);
