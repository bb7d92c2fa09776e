import type { CountryCode } from './ids.ts';
import type { IsoDate, Sourced, Verification } from './verification.ts';

/** When the clocks of an incident start, and how far they run, where the national act differs from the directive. */
export type IncidentTerms = {
  readonly anchor: 'awareness' | 'detection' | 'classification' | 'determination' | 'not_stated';
  /** Null: no such stage. */
  readonly earlyHours: number | null;
  readonly notificationHours: number | null;
  readonly final: {
    readonly amount: number;
    readonly unit: 'months' | 'days' | 'working_days';
    readonly after: 'notification' | 'first_warning' | 'resolution' | 'recovery' | 'end_of_impact';
  } | null;
  readonly note?: string | undefined;
  readonly verification: Verification;
};

/** The national act that turns NIS2 into law. */
export type NationalAct = {
  readonly title: string;
  readonly url: string | null;
  /** `published`: text out, commencement not read. `draft`: no force. */
  readonly status: 'in_force' | 'published' | 'draft' | 'none' | 'not_applicable';
  /** Where only a year is known, its last day: published by then. */
  readonly publishedOn?: IsoDate | undefined;
  readonly inForceFrom?: IsoDate | undefined;
  /** Later starts of single duties, by obligation id. */
  readonly laterDuties: readonly { readonly obligation: string; readonly from: IsoDate; readonly note: string }[];
  /** Whether operators of the first directive carry over as essential; null: not known. */
  readonly carriesFormerOperators: boolean | null;
  /** Whether the act leaves the group's figures out where systems are independent (recital 16); null: not known. */
  readonly disregardsIndependentGroup: boolean | null;
  readonly statusNote: string;
  /** Day on which the state of the act was last looked up. */
  readonly asOf: IsoDate;
  readonly verification: Verification;
};

/** An authority, team or platform that can be told or asked. */
export type Body = {
  readonly name: string;
  readonly url?: string | undefined;
  readonly email?: string | undefined;
  readonly role: string;
  readonly verification: Verification;
};

/** A state: its law, its clocks and whom to tell. */
export type Country = {
  readonly code: CountryCode;
  readonly name: string;
  /** The language of the name, where it is not English. */
  readonly language?: string | undefined;
  readonly group: 'eu' | 'eea_efta' | 'other';
  readonly languages: readonly string[];
  /** IANA zone of the capital, for clocks. */
  readonly timeZone: string;
  readonly nis2: NationalAct;
  readonly incident: IncidentTerms;
  /** Where an incident notice goes, where that is known to differ from the authority: a portal, a sector team. */
  readonly reportTo?: Body | null | undefined;
  /** Who supervises health under NIS2 or its national equivalent. */
  readonly authority: Body | null;
  readonly csirt: Body | null;
  readonly dataProtectionAuthority: Body | null;
  readonly contactPoint: Body | null;
  readonly healthCsirt: Body | null;
  readonly nationalFramework: Sourced<string> | null;
  readonly notes: readonly Sourced<string>[];
  readonly verification: Verification;
};
