import { useEffect, useRef, useState } from 'react';
import type { RequirementView } from '../../../core/guidance/import-view.ts';
import { Icon } from '../../../web/kit/signs/signs.tsx';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { langOf, say } from '../../../web/say.ts';
import type { Branch } from './tree.ts';

/** The words of a requirement as the publisher wrote them: plain text, with its lines. */
export const RequirementText = ({ requirement }: { readonly requirement: RequirementView }) => {
  const { number, title, text, note, language, noteLanguage } = requirement;
  return (
    <>
      <p className="imp-name" lang={langOf(language)}>
        {number === null ? null : <span className="imp-number">{number} </span>}
        {title === null ? null : <b>{title}</b>}
      </p>
      {text === null ? null : (
        <p className="imp-given" lang={langOf(language)}>
          {text}
        </p>
      )}
      {note === null ? null : (
        <Twin title={say('importing.note')}>
          <p className="imp-given" lang={langOf(noteLanguage)}>
            {note}
          </p>
        </Twin>
      )}
    </>
  );
};

export type BranchItemProps = {
  readonly branch: Branch;
  /** The way down to the requirement that the address names: it stands open, and the page goes there. */
  readonly way: readonly string[];
};

/** A branch of the tree: a heading opens what stands below it, which is drawn only then. */
export function BranchItem({ branch: { requirement, below, count }, way }: BranchItemProps) {
  const isOnWay = way.includes(requirement.id);
  const isEnd = way.at(-1) === requirement.id;
  const [isOpen, setOpen] = useState(isOnWay && !isEnd);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isEnd) item.current?.scrollIntoView({ block: 'center' });
  }, [isEnd]);
  return (
    <li ref={item} className={isEnd ? 'imp-at' : undefined} aria-current={isEnd ? 'location' : undefined}>
      <RequirementText requirement={requirement} />
      {below.length === 0 ? null : (
        <details className="imp-below" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>
            {say('importing.below', { count })}
            <span className="hidden"> {requirement.number ?? requirement.title ?? ''}</span> <Icon name="down" />
          </summary>
          {isOpen ? (
            <ul className="imp-tree">
              {below.map((one) => (
                <BranchItem key={one.requirement.id} branch={one} way={way} />
              ))}
            </ul>
          ) : null}
        </details>
      )}
    </li>
  );
}
