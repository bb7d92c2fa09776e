import type { Body, Country } from '../content/country.ts';
import { isDuty, type Lookup } from './lookup.ts';
import type { PageInput } from './own.ts';
import type { BodyLine, Fact, PageParts, Row, Section } from './page.ts';
import { placeOf } from './place.ts';
import { obligationRow, pipelineSection, points, practicesSection, rows } from './rows.ts';

/** A state: its act, whom to tell, and what is law or good practice only there. */
export function countryPage(input: PageInput, item: Country): PageParts {
  const { content } = input.lookup;
  const rules = content.obligations.filter((rule) => isDuty(rule) && rule.country === item.code);
  const known = item.notes.filter(({ verification }) => verification.status !== 'recall');
  return {
    title: item.name,
    code: item.code,
    lead: item.nis2.verification.status === 'recall' ? null : item.nis2.statusNote,
    url: item.nis2.verification.status === 'recall' ? null : item.nis2.url,
    neighbours: [],
    facts: actFacts(item),
    sections: [
      bodiesSection(item),
      rows(
        'obligations',
        rules.map((rule) => obligationRow(input, rule)),
      ),
      points(
        'countryNotes',
        known.map(({ value }) => value),
      ),
      rows('documents', nationalDocuments(input.lookup, item)),
      pipelineSection(input.lookup, ({ countries }) => countries?.includes(item.code) === true),
      practicesSection(input.lookup, ({ country }) => country === item.code),
    ],
    verification: item.verification,
  };
}

/** What is only recalled of an act is not told. */
function actFacts({ nis2, incident, nationalFramework }: Country): readonly (Fact | null)[] {
  const { status: check } = nis2.verification;
  if (nis2.status === 'not_applicable') return [{ id: 'act', word: 'actStatus.not_applicable' }];
  const framework =
    nationalFramework === null || nationalFramework.verification.status === 'recall'
      ? null
      : { id: 'nationalFramework', text: nationalFramework.value, check: nationalFramework.verification.status };
  if (check === 'recall') return [{ id: 'act', word: 'library.notConfirmed', check }, framework];
  return [
    { id: 'act', text: nis2.title, check },
    { id: 'status', word: `actStatus.${nis2.status}` },
    nis2.publishedOn === undefined ? null : { id: 'publishedOn', date: nis2.publishedOn },
    nis2.inForceFrom === undefined ? null : { id: 'inForceFrom', date: nis2.inForceFrom },
    { id: 'asOf', date: nis2.asOf },
    incident.verification.status === 'recall'
      ? { id: 'clocks', word: 'library.notConfirmed', check: incident.verification.status }
      : { id: 'clocks', word: 'library.clocksKnown', check: incident.verification.status },
    framework,
  ];
}

const offices = [
  'authority',
  'reportTo',
  'csirt',
  'healthCsirt',
  'dataProtectionAuthority',
  'contactPoint',
] as const satisfies readonly (keyof Country)[];

const bodiesSection = (item: Country): Section => ({
  id: 'bodies',
  kind: 'bodies',
  rows: offices.flatMap((office) => {
    const body = item[office];
    // Where the authority takes the reports itself, one line says both.
    const isSaid = office === 'reportTo' && body?.name === item.authority?.name;
    return body === null || body === undefined || isSaid ? [] : [bodyLine(office, body)];
  }),
});

function bodyLine(office: string, { name, role, url, email, verification }: Body): BodyLine {
  const { status: check } = verification;
  if (check === 'recall') return { office, name: null, does: null, url: null, email: null, check };
  return { office, name, does: role, url: url ?? null, email: email ?? null, check };
}

const nationalDocuments = ({ content }: Lookup, { code }: Country): readonly Row[] =>
  content.documents
    .filter(({ id }) => placeOf(id) === code)
    .map(({ id, shortTitle, purpose, status, verification }) => ({
      ref: id,
      kind: 'document',
      title: shortTitle,
      note: purpose,
      status: `documentStatus.${status}`,
      check: verification.status,
    }));
