import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { ok, type Result } from './core/base.ts';
import { openData, organisationFor, storeOf } from './data.ts';
import { contextOf, openMailing } from './installation.ts';
import type { Services } from './library/services.ts';
import type { AnyAction, Failure } from './platform/action.ts';
import { openDoor } from './platform/identity/door.ts';
import { command } from './platform/identity/identity.ts';

/** Only the owner of the data folder may open it. */
export const socketPath = (folder: string): string => join(folder, 'theriac.sock');

/**
 * Runs an action on stored rows. A running server holds the data, so the command asks it through the socket beside the
 * data; otherwise the command opens the data itself, which takes the lock.
 */
export async function executeOnData(
  action: AnyAction<Services>,
  input: unknown,
  services: Services,
  { folder, organisation }: { readonly folder: string; readonly organisation: string | null },
): Promise<Result<unknown, Failure>> {
  if (process.env['DATABASE_URL'] === undefined && existsSync(socketPath(folder))) {
    const answered = await askServer(action, input as Readonly<Record<string, unknown>>, {
      path: socketPath(folder),
      organisation,
    });
    if (answered !== null) return answered;
  }
  const mail = openMailing();
  if (!mail.ok) return mail;
  const database = await openData();
  if (!database.ok) return database;
  try {
    const now = () => new Date();
    const door = openDoor(database.value, now);
    const orgId = await organisationFor(door, organisation);
    if (!orgId.ok) return orgId;
    const identity = command(orgId.value);
    const store = storeOf(database.value, identity.actor, now, orgId.value);
    return await action.execute(contextOf(services, { store, identity, door, mail: mail.value }), input);
  } finally {
    await database.value.close();
  }
}

/** Null where nobody listens any more: the socket of a server that was killed. */
function askServer(
  action: AnyAction<Services>,
  input: Readonly<Record<string, unknown>>,
  { path, organisation }: { readonly path: string; readonly organisation: string | null },
): Promise<Result<unknown, Failure> | null> {
  const isRead = action.method === 'get' || action.method === 'delete';
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        socketPath: path,
        path: addressOf(action, input),
        method: action.method.toUpperCase(),
        headers: {
          Host: 'theriac.local',
          'Content-Type': 'application/json',
          ...(organisation === null ? {} : { 'Theriac-Organisation': organisation }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const all = Buffer.concat(chunks);
          const isFile = action.outputSchema === 'bytes' && (response.statusCode ?? 500) < 400;
          if (isFile) return resolve(ok({ bytes: all, mediaType: '', fileName: '' }));
          const body = JSON.parse(all.toString('utf8')) as { error?: Failure };
          resolve(
            (response.statusCode ?? 500) < 400
              ? ok(body)
              : {
                  ok: false,
                  error: body.error ?? { kind: 'internal', message: `The server answered ${response.statusCode}` },
                },
          );
        });
      },
    );
    sent.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? resolve(null) : reject(error),
    );
    sent.end(isRead ? undefined : JSON.stringify(input));
  });
}

/** Parts of the path by name; for reading, the rest as a query. */
function addressOf(action: AnyAction<Services>, input: Readonly<Record<string, unknown>>): string {
  const inPath = [...action.path.matchAll(/\{([a-z]+)\}/giu)].map(([, name]) => name ?? '');
  const path = action.path.replaceAll(/\{([a-z]+)\}/giu, (_, name: string) => encodeURIComponent(String(input[name])));
  const rest = Object.entries(input).filter(([key, value]) => !inPath.includes(key) && value !== undefined);
  if (rest.length === 0 || (action.method !== 'get' && action.method !== 'delete')) return path;
  return `${path}?${new URLSearchParams(rest.map(([key, value]): [string, string] => [key, String(value)]))}`;
}
