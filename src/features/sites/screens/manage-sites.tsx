import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Result } from '../../../core/base.ts';
import type { Failure } from '../../../web/client/ask.ts';
import { addSite, removeSite, renameSite, type Site, type Sites } from '../../../web/client/sites.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { TextField } from '../../../web/kit/field/text-field.tsx';
import { EntryForm } from '../../../web/kit/form/entry-form.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { failureText } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';

/** The list of sites: who may adds, names and takes away. */
export function ManageSites({ view: { sites, mostSites, mayRate, mayRemove } }: { readonly view: Sites }) {
  const client = useQueryClient();
  return (
    <section className="section" aria-labelledby="manage">
      <h2 id="manage">{say('sites.manage')}</h2>
      {mayRate ? null : <Note>{say('assessment.readOnly')}</Note>}
      <ul className="ruled-list">
        {sites.map((site) => (
          <SiteLine key={site.id} site={site} mayRate={mayRate} mayRemove={mayRemove} />
        ))}
      </ul>
      {!mayRate ? null : sites.length >= mostSites ? (
        <p>{say('sites.most', { most: mostSites })}</p>
      ) : (
        <NameForm
          id="new-site"
          label={say('sites.name')}
          hint={say('sites.nameHint')}
          button={say('sites.add')}
          first=""
          send={(name) => addSite(client, name)}
        />
      )}
    </section>
  );
}

type NameFormProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly button: string;
  readonly first: string;
  readonly send: (name: string) => Promise<Result<unknown, Failure>>;
  readonly onDone?: () => void;
};

function NameForm({ id, label, hint, button, first, send, onDone }: NameFormProps) {
  const [name, setName] = useState(first);
  return (
    <EntryForm
      button={button}
      refused={say('failure.title')}
      check={() => problemsIn(id, name)}
      send={async () => {
        const answer = await send(name.trim());
        return answer.ok || answer.error.kind !== 'conflict' ? answer : { ok: false, error: named(id, answer.error) };
      }}
      onDone={() => {
        setName('');
        onDone?.();
      }}
    >
      {(problems) => (
        <TextField id={id} label={label} hint={hint} problem={problems[id]} value={name} onChange={setName} />
      )}
    </EntryForm>
  );
}

const longestName = 120;

function problemsIn(id: string, name: string): Readonly<Record<string, string>> {
  const { length } = name.trim();
  if (length === 0) return { [id]: say('sites.nameMissing') };
  return length > longestName ? { [id]: say('sites.nameLong', { most: longestName, length }) } : {};
}

/** The refusal in the reader's words, at the field. */
const named = (id: string, failure: Failure): Failure => ({
  ...failure,
  details: [{ path: id, message: say(failure.details === undefined ? 'sites.changed' : 'sites.nameTaken') }],
});

type LineProps = { readonly site: Site; readonly mayRate: boolean; readonly mayRemove: boolean };

function SiteLine({ site, mayRate, mayRemove }: LineProps) {
  const client = useQueryClient();
  const [doing, setDoing] = useState<'rename' | 'remove' | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { id, name } = site;
  const remove = async (): Promise<void> => {
    const removed = await removeSite(client, site);
    if (!removed.ok) setFailure(removed.error);
  };
  return (
    <li className="sites-line">
      <Link to="/sites/$site" params={{ site: id }}>
        {name}
      </Link>
      <span className="buttons">
        {mayRate ? (
          <Button look="text" aria-label={say('sites.renameName', { name })} onPress={() => setDoing('rename')}>
            {say('sites.rename')}
          </Button>
        ) : null}
        {mayRemove ? (
          <Button look="text" aria-label={say('sites.removeName', { name })} onPress={() => setDoing('remove')}>
            {say('sites.remove')}
          </Button>
        ) : null}
      </span>
      {failure === null ? null : (
        <p className="problem" role="alert">
          {failureText(failure)}
        </p>
      )}
      {doing === 'rename' ? (
        <div className="sites-act">
          <NameForm
            id={`name-${id}`}
            label={say('sites.newName', { name })}
            button={say('sites.rename')}
            first={name}
            send={(next) => renameSite(client, site, next)}
            onDone={() => setDoing(null)}
          />
        </div>
      ) : null}
      {doing === 'remove' ? (
        <fieldset className="sites-act" aria-label={say('sites.removeName', { name })}>
          <p>{say('sites.removeSure', { name })}</p>
          <p className="buttons">
            <Button look="quiet" onPress={() => void remove()}>
              {say('sites.removeYes')}
            </Button>
            <Button look="text" onPress={() => setDoing(null)}>
              {say('sites.cancel')}
            </Button>
          </p>
        </fieldset>
      ) : null}
    </li>
  );
}
