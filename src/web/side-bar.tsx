import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, type LinkProps } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { stepIds, type StepId } from '../core/steps.ts';
import { profileQuery } from './client/profile.ts';
import { sessionQuery } from './client/session.ts';
import { stepsQuery } from './client/steps.ts';
import { formatNumber } from './format.ts';
import { Icon } from './kit/signs/signs.tsx';
import { say, type WordKey } from './say.ts';
import './side-bar.css';

/** Where everything is. On a small screen one button opens the same list in the page. */
export function SideBar() {
  const { pathname } = useLocation();
  // The menu is open on one page: another page closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === pathname;
  return (
    <header className="side">
      <svg className="band" width="100%" height="9" aria-hidden="true">
        <rect width="100%" height="9" fill="url(#band)" />
      </svg>
      <Link to="/" className="brand">
        <svg aria-hidden="true">
          <use href="#jar" />
        </svg>
        {say('product')}
      </Link>
      <Organisation />
      <button
        type="button"
        className="menu-button"
        aria-expanded={isOpen}
        aria-controls="navigation"
        onClick={() => setOpenAt(isOpen ? null : pathname)}
      >
        <Icon name="menu" /> {say('shell.menu')}
      </button>
      <nav id="navigation" className={isOpen ? 'nav open' : 'nav'} aria-label={say('shell.nav')}>
        <ul>
          <Item path="/" word="shell.overview" />
        </ul>
        <Group word="shell.own">
          {stepIds.map((id, index) => (
            <Item key={id} path={`/${id}`} word={`shell.${id}`} className="chain">
              {(name) => <Step id={id} number={index + 1} name={name} />}
            </Item>
          ))}
        </Group>
        <Group word="shell.knowledge">
          <Item path="/library" word="shell.library" except={/^\/library\/(?:imports|editions)(?:\/|$)/u} />
          <Item path="/library/imports" word="shell.imports" also={/^\/library\/editions\//u} />
        </Group>
        <Group word="shell.installation">
          <Item path="/people" word="shell.people" />
          <Item path="/settings" word="shell.settings" />
          <Item path="/help" word="shell.help" />
        </Group>
      </nav>
    </header>
  );
}

function Organisation() {
  const { data: session } = useQuery(sessionQuery);
  const { data: stored } = useQuery(profileQuery);
  const profile = stored?.profile ?? null;
  const several = (session?.organisations.length ?? 0) > 1;
  const name = profile?.name ?? say('shell.unnamed');
  return (
    <p className="org">
      <b>{name}</b>
      {profile?.example === true ? <span className="example">{say('shell.example')}</span> : null}
      {several ? (
        <Link to="/account" className="small">
          {say('shell.switch')}
        </Link>
      ) : null}
    </p>
  );
}

const Group = ({ word, children }: { readonly word: WordKey; readonly children: ReactNode }) => (
  <>
    <h2 id={word}>{say(word)}</h2>
    <ul aria-labelledby={word}>{children}</ul>
  </>
);

type ItemProps = {
  readonly path: `/${string}`;
  readonly word: WordKey;
  readonly className?: string;
  /** Pages below it that belong to another item, and those elsewhere that belong to it. */
  readonly except?: RegExp;
  readonly also?: RegExp;
  /** What stands in the link besides its name. */
  readonly children?: (name: string) => ReactNode;
};

function Item({ path, word, className, except, also, children }: ItemProps) {
  const { pathname } = useLocation();
  const isBelow = path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
  const isHere = (isBelow && except?.test(pathname) !== true) || also?.test(pathname) === true;
  return (
    <li className={className}>
      <Link
        to={path as NonNullable<LinkProps['to']>}
        activeOptions={{ exact: true, includeSearch: false }}
        aria-current={isHere ? 'page' : undefined}
      >
        {children === undefined ? say(word) : children(say(word))}
      </Link>
    </li>
  );
}

/** A filled disc where all is current; a number at the end of the line where work waits. */
function Step({ id, number, name }: { readonly id: StepId; readonly number: number; readonly name: string }) {
  const { data } = useQuery(stepsQuery);
  const step = data?.steps.find((candidate) => candidate.id === id);
  return (
    <>
      <span className={step === undefined ? 'step' : `step ${step.state}`} aria-hidden="true">
        {number}
      </span>
      <span>{name}</span>
      {step === undefined ? null : (
        <>
          {step.state === 'open' ? (
            <span className="waiting" aria-hidden="true">
              {formatNumber(step.open)}
            </span>
          ) : null}
          <span className="hidden">{say(`shell.step.${step.state}`, { open: step.open })}</span>
        </>
      )}
    </>
  );
}
