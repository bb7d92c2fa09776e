import type { Body, Country } from '../content/country.ts';
import type { Force } from '../content/obligation-rule.ts';
import type { IsoDate, Verification } from '../content/verification.ts';
import type { Assessment, Citation, Obligation } from '../obligations/assess.ts';
import type { Facts } from '../profile/facts.ts';
import type { WordValues } from '../report/words.ts';
import {
  alarmOn,
  breachTerm,
  criticalTerms,
  directiveTerms,
  nationalTerms,
  type Alarm,
  type Stage,
  type StageTerm,
  type Terms,
} from './terms.ts';

/** A sentence of the catalogue. */
export type Said = { readonly key: string; readonly values?: WordValues };

/** One clock of a line. `national` null: no such stage, or not read. */
export type CardClock = {
  readonly stage: Said;
  readonly directive: Said | null;
  readonly national: Said | null;
  /** What the alarm is set on. */
  readonly alarm: Alarm;
};

/** The lines a card may have. */
export type CardLineId =
  | 'nis2'
  | 'former_act'
  | 'national_act'
  | 'health_team'
  | 'data_protection'
  | 'controllers'
  | 'critical_entity'
  | 'device'
  | 'contact_point';

/** Someone to tell. No body known: the line is printed with room to write in by hand, never with a guess. */
export type CardLine = {
  readonly id: CardLineId;
  readonly who: Said;
  /** When this line is needed. */
  readonly when: Said;
  /** Where to report, the best known first. Empty: look up now and write in. */
  readonly bodies: readonly Body[];
  readonly writeIn: Said | null;
  readonly clocks: readonly CardClock[];
  /** A sentence of content on the national terms; only where it was read. */
  readonly note: { readonly text: string; readonly verification: Verification } | null;
  readonly force: Force;
  readonly cite: Citation | null;
  /** How well the duty and its clocks were checked. */
  readonly verification: Verification | null;
  /** National terms were not read; only the directive's are shown. */
  readonly isNationalUnread: boolean;
};

/** One page that hangs beside the telephone: whom to tell, how, within what time, and what to have ready. */
export type IncidentCard = {
  readonly country: {
    readonly code: string;
    readonly name: string;
    readonly timeZone: string;
    readonly asOf: IsoDate;
  } | null;
  readonly on: IsoDate;
  readonly lines: readonly CardLine[];
  /** The five facts to have ready. */
  readonly ready: readonly Said[];
};

/**
 * What a first warning has to say, or is asked at once.
 * @source Directive (EU) 2022/2555, Art. 23(4)(a), (b); Regulation (EU) 2016/679, Art. 33(3)
 */
export const factsToHaveReady: readonly Said[] = ['noticed', 'affected', 'cause', 'reach', 'contact'].map((name) => ({
  key: `card.ready.${name}`,
}));

type Source = { readonly assessment: Assessment; readonly country: Country | null };

/** The card of an organisation: the lines that its law asks for, and those that help. */
export function incidentCard(facts: Facts, assessment: Assessment, countries: readonly Country[]): IncidentCard {
  const country = countries.find(({ code }) => code === facts.country) ?? null;
  const source: Source = { assessment, country };
  const lines = [
    nis2Line(source),
    formerActLine(source),
    ...nationalActLines(source),
    healthTeamLine(source),
    dataProtectionLine(source),
    dutyLine(source, 'controllers', 'gdpr-processor-breach-notice'),
    criticalEntityLine(source),
    dutyLine(source, 'device', 'mdr-user-report'),
    contactPointLine(source, facts),
  ];
  return {
    country:
      country === null
        ? null
        : { code: country.code, name: country.name, timeZone: country.timeZone, asOf: country.nis2.asOf },
    on: assessment.on,
    lines: lines.flatMap((line) => (line === null ? [] : [line])),
    ready: factsToHaveReady,
  };
}

const unmet: readonly Force[] = ['does_not_apply', 'benchmark'];

/** The duty, unless it is known not to matter. An open one stays on the card: act as if it applied. */
const dutyOf = ({ assessment }: Source, id: string): Obligation | undefined =>
  assessment.obligations.find((duty) => duty.id === id && !unmet.includes(duty.force));

type Parts = Partial<Pick<CardLine, 'bodies' | 'clocks' | 'note' | 'isNationalUnread'>>;

function lineOf(
  id: CardLineId,
  duty: Obligation | null,
  { bodies = [], clocks = [], note = null, isNationalUnread = false }: Parts,
): CardLine {
  return {
    id,
    who: { key: `card.who.${id}` },
    when: { key: `card.when.${id}` },
    bodies,
    writeIn: bodies.some(isReachable) ? null : { key: `card.write_in.${id}` },
    clocks,
    note,
    force: duty?.force ?? 'recommended',
    cite: duty?.cite ?? null,
    verification: duty?.verification ?? bodies[0]?.verification ?? null,
    isNationalUnread,
  };
}

/** A body whose address was found; a name alone still has to be looked up. */
const isReachable = ({ url, email }: Body): boolean => url !== undefined || email !== undefined;

const confirmed = (...bodies: readonly (Body | null | undefined)[]): readonly Body[] => {
  const found = bodies.flatMap((body) =>
    body === null || body === undefined || body.verification.status === 'recall' ? [] : [body],
  );
  return found.filter(({ name }, index) => found.findIndex((other) => other.name === name) === index);
};

function dutyLine(source: Source, id: CardLineId, dutyId: string, parts: Parts = {}): CardLine | null {
  const duty = dutyOf(source, dutyId);
  return duty === undefined ? null : lineOf(id, duty, parts);
}

function nis2Line(source: Source): CardLine | null {
  const { country } = source;
  const bodies = confirmed(country?.reportTo, country?.csirt, country?.authority);
  const { terms, note, isUnread } = termsOf(country);
  const clocks = clocksOf(directiveTerms, terms);
  return dutyLine(source, 'nis2', 'nis2-incident-report', { bodies, clocks, note, isNationalUnread: isUnread });
}

/** The former act still binds a designated operator; its terms were not read. */
const formerActLine = (source: Source): CardLine | null =>
  dutyLine(source, 'former_act', 'nis1-legacy', { bodies: confirmed(source.country?.csirt), isNationalUnread: true });

/** Outside the EU a national act takes the place of the directive. */
function nationalActLines(source: Source): readonly CardLine[] {
  const { assessment, country } = source;
  if (country === null || country.group === 'eu') return [];
  const { terms, note, isUnread } = termsOf(country);
  return assessment.obligations
    .filter((duty) => duty.country === country.code && duty.onEvent && !unmet.includes(duty.force))
    .map((duty) =>
      lineOf('national_act', duty, {
        bodies: confirmed(country.reportTo, country.csirt),
        clocks: clocksOf(null, terms),
        note,
        isNationalUnread: isUnread,
      }),
    );
}

function healthTeamLine({ country }: Source): CardLine | null {
  const bodies = confirmed(country?.healthCsirt);
  return bodies.length === 0 ? null : lineOf('health_team', null, { bodies });
}

const dataProtectionLine = (source: Source): CardLine | null =>
  dutyLine(source, 'data_protection', 'gdpr-breach-authority', {
    bodies: confirmed(source.country?.dataProtectionAuthority),
    clocks: [{ stage: { key: 'card.stage.breach' }, directive: said(breachTerm), national: null, alarm: 'directive' }],
  });

const criticalEntityLine = (source: Source): CardLine | null =>
  dutyLine(source, 'critical_entity', 'cer-incident-report', { clocks: clocksOf(criticalTerms, null) });

function contactPointLine({ country }: Source, { myhealtheu_role: role }: Facts): CardLine | null {
  if (role !== 'connected_provider') return null;
  return lineOf('contact_point', null, { bodies: confirmed(country?.contactPoint) });
}

/** The state's terms, unless they were not read. */
function termsOf(country: Country | null): {
  readonly terms: Terms | null;
  readonly note: CardLine['note'];
  readonly isUnread: boolean;
} {
  if (country === null || country.incident.verification.status === 'recall')
    return { terms: null, note: null, isUnread: true };
  const { note, verification } = country.incident;
  return {
    terms: nationalTerms(country.incident),
    note: note === undefined ? null : { text: note, verification },
    isUnread: false,
  };
}

const stages: readonly Stage[] = ['early_warning', 'notification', 'final_report'];

function clocksOf(directive: Terms | null, national: Terms | null): readonly CardClock[] {
  return stages.flatMap((stage) => {
    const [own, theirs] = [directive?.[stage] ?? null, national?.[stage] ?? null];
    return own === null && theirs === null
      ? []
      : [
          {
            stage: { key: `card.stage.${stage}` },
            directive: said(own),
            national: said(theirs),
            alarm: alarmOn(own, theirs),
          },
        ];
  });
}

const said = (term: StageTerm | null): Said | null =>
  term === null ? null : { key: `card.term.${term.unit}`, values: { amount: term.amount, after: term.after } };
