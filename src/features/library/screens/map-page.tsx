import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { Force } from '../../../core/content/obligation-rule.ts';
import { forces } from '../../../core/content/obligation-rule.ts';
import { mostSafeguards, type DocumentMap, type NationalAct } from '../../../core/document-map/map.ts';
import { narrowed } from '../../../core/document-map/narrow.ts';
import { refOf } from '../../../core/library-item/item.ts';
import { failureOf } from '../../../web/client/ask.ts';
import { documentMapQuery } from '../../../web/client/document-map.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { Select } from '../../../web/kit/select/select.tsx';
import { CheckMark } from '../../../web/kit/signs/signs.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { byName, say } from '../../../web/say.ts';
import { ItemLink } from './item-link.tsx';
import type { MapAddress } from './map-address.ts';
import { MapPicture } from './map-picture.tsx';
import { MapTable } from './map-table.tsx';
import { titlesOf } from './map-words.ts';
import { sayKey } from './value-words.ts';
import './item.css';
import './library.css';
import './table.css';
import './map.css';

const route = getRouteApi('/library/map');

/** Which documents are there, how do they hang together, and which bear on us? What is chosen stands in the address. */
export function DocumentMapPage() {
  const address = route.useSearch();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(documentMapQuery);
  const go = (search: MapAddress): void => void navigate({ to: '/library/map', search, resetScroll: false });
  return (
    <div className="page wide doc-map">
      <PageHeading title={say('documentMap.name')} address="/library/map">
        {say('documentMap.question')}
      </PageHeading>
      {error !== null ? (
        <FailureNote title={say('documentMap.failed')} failure={failureOf(error)} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading what={say('library.loading')} />
      ) : (
        <Drawn whole={data} address={address} onGo={go} />
      )}
    </div>
  );
}

type DrawnProps = {
  readonly whole: DocumentMap;
  readonly address: MapAddress;
  readonly onGo: (address: MapAddress) => void;
};

function Drawn({ whole, address, onGo }: DrawnProps) {
  const { topic, force } = address;
  const map = narrowed(whole, { topic: topic === undefined ? undefined : refOf('topic', topic), force });
  const titles = titlesOf(whole);
  return (
    <>
      <Lead map={map} />
      <Choices whole={whole} address={address} onGo={onGo} />
      {map.nodes.length === 0 ? (
        <p>
          {say('documentMap.none')}{' '}
          <Button look="text" onPress={() => onGo({})}>
            {say('documentMap.reset')}
          </Button>
        </p>
      ) : (
        <>
          <MapPicture map={map} most={mostSafeguards(whole)} />
          <div id="as-table" tabIndex={-1}>
            <Twin title={say('documentMap.table')}>
              <MapTable map={map} titles={titles} />
            </Twin>
          </div>
        </>
      )}
    </>
  );
}

function Lead({ map: { nodes, hasOrganisation, nationalAct } }: { readonly map: DocumentMap }) {
  const count = nodes.length;
  const of = (force: Force): number => nodes.filter((node) => node.force === force).length;
  return (
    <>
      <p className="lead">
        {hasOrganisation
          ? say('documentMap.leadOwn', { count, binding: of('binding_now'), later: of('binding_from') })
          : say('documentMap.leadNone', { count })}
      </p>
      {hasOrganisation ? (
        <Act act={nationalAct} />
      ) : (
        <p className="small">
          <Link to="/first-steps">{say('documentMap.toProfile')}</Link>
        </p>
      )}
    </>
  );
}

/** A directive binds states, so the act of the state belongs on the map of what binds. */
function Act({ act }: { readonly act: NationalAct | null }) {
  if (act === null) return <p className="small">{say('documentMap.acts')}</p>;
  const { country, title, status, check } = act;
  return (
    <p className="small">
      {title === null ? say('documentMap.actUnconfirmed') : say('documentMap.act', { title, status: sayKey(status) })}{' '}
      <CheckMark status={check} /> <ItemLink to={country}>{country.title}</ItemLink>
    </p>
  );
}

/** Stands for no choice, which a list of one choice cannot take back. */
const any = 'any';

function Choices({ whole, address, onGo }: DrawnProps) {
  const { topic: _topic, ...withoutTopic } = address;
  const { force: _force, ...withoutForce } = address;
  const topics = new Map(
    whole.nodes.flatMap(({ topics: links }) => links.map(({ ref, title }) => [ref.replace('topic:', ''), title])),
  );
  const known = forces.filter((force) => whole.nodes.some((node) => node.force === force));
  return (
    <div className="doc-map-choices">
      <Select
        id="topic"
        label={say('documentMap.topic')}
        empty={say('documentMap.anyTopic')}
        options={[
          { id: any, name: say('documentMap.anyTopic') },
          ...[...topics].map(([id, name]) => ({ id, name })).toSorted((left, right) => byName(left.name, right.name)),
        ]}
        value={address.topic ?? any}
        onChange={(id) => onGo(id === any ? withoutTopic : { ...address, topic: id })}
      />
      {whole.hasOrganisation ? (
        <Select
          id="force"
          label={say('documentMap.bearing')}
          empty={say('documentMap.anyBearing')}
          options={[
            { id: any, name: say('documentMap.anyBearing') },
            ...known.map((id) => ({ id: id as string, name: say(`force.${id}`) })),
          ]}
          value={address.force ?? any}
          onChange={(id) => onGo(id === any ? withoutForce : { ...address, force: id as Force })}
        />
      ) : null}
    </div>
  );
}
