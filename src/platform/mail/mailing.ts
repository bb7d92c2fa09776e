import type { Encryption, MailSettings } from './settings.ts';
import { openTransport, type Transport } from './transport.ts';

/** What actions know of mail, where it is on. */
export type Mailing = {
  /** Where links lead. */
  readonly origin: string;
  /** Host and port of the server that takes mail: nothing of how one signs in there. */
  readonly server: string;
  readonly encryption: Encryption;
  readonly from: string;
  /** Loads the SMTP client when it is first wanted. */
  readonly transport: () => Promise<Transport>;
};

/** Mail as actions see it. */
export function mailingOf(settings: MailSettings): Mailing {
  const { origin, host, port, encryption, from } = settings;
  let transport: Promise<Transport> | undefined;
  return {
    origin,
    server: `${host}:${port}`,
    encryption,
    from: from.name === '' ? from.address : `${from.name} <${from.address}>`,
    transport: () => (transport ??= openTransport(settings)),
  };
}
