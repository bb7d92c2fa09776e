import type { Body, Country } from '../content/country.ts';
import type { DocumentId } from '../content/ids.ts';

/** Laws whose authority content records by state. */
const supervised: readonly string[] = ['eu-gdpr', 'eu-nis2'];

/** Whether content records by state who answers for a law. */
export const hasRecordedAuthority = (document: DocumentId): boolean => supervised.includes(document);

/** A duty as far as it decides whom to tell or to ask. */
export type AddressedDuty = { readonly document: DocumentId; readonly onEvent: boolean };

/** Which bodies of a state answer for a duty. */
const bodiesOf = ({ document, onEvent }: AddressedDuty, country: Country): readonly (Body | null | undefined)[] => {
  if (document === 'eu-gdpr') return [country.dataProtectionAuthority];
  return onEvent ? [country.reportTo, country.csirt, country.authority] : [country.authority];
};

/** The bodies to which a duty goes in some states, each once. One that is only recalled is not named. */
export function authoritiesFor(duty: AddressedDuty, countries: readonly Country[]): readonly Body[] {
  if (!hasRecordedAuthority(duty.document)) return [];
  const confirmed = countries
    .flatMap((country) => bodiesOf(duty, country))
    .flatMap((body) => (body === null || body === undefined || body.verification.status === 'recall' ? [] : [body]));
  return confirmed.filter(({ name }, index) => confirmed.findIndex((other) => other.name === name) === index);
}

/** The states whose bodies an organisation deals with: its own, and those whose act applies to it. */
export const countriesOf = (
  countries: readonly Country[],
  home: string | undefined,
  jurisdiction: readonly string[],
): readonly Country[] => countries.filter(({ code }) => code === home || jurisdiction.includes(code));
