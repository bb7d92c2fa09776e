import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { ok, type Result } from './core/base.ts';
import { openData, storeOf } from './data.ts';
import { contextOf } from './installation.ts';
import type { Services } from './library/services.ts';
import type { AnyAction, Failure } from './platform/action.ts';

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
  folder: string,
): Promise<Result<unknown, Failure>> {
  if (process.env['DATABASE_URL'] === undefined && existsSync(socketPath(folder))) {
    const answered = await askServer(action, input as Readonly<Record<string, unknown>>, socketPath(folder));
    if (answered !== null) return answered;
  }
  const database = await openData();
  if (!database.ok) return database;
  try {
    return await action.execute(
      contextOf(
        services,
        storeOf(database.value, 'command', () => new Date()),
        'command',
      ),
      input,
    );
  } finally {
    await database.value.close();
  }
}

/** Null where nobody listens any more: the socket of a server that was killed. */
function askServer(
  action: AnyAction<Services>,
  input: Readonly<Record<string, unknown>>,
  path: string,
): Promise<Result<unknown, Failure> | null> {
  const isRead = action.method === 'get' || action.method === 'delete';
  const query = isRead
    ? `?${new URLSearchParams(Object.entries(input).map(([key, value]): [string, string] => [key, String(value)]))}`
    : '';
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        socketPath: path,
        path: `${action.path}${query}`,
        method: action.method.toUpperCase(),
        headers: { Host: 'theriac.local', 'Content-Type': 'application/json' },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { error?: Failure };
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
