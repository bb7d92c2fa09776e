/**
 * The database engine in a thread of its own, since its queries block the thread they run on. It takes and gives bytes of
 * PostgreSQL's wire protocol, as a server's socket does, and knows neither SQL nor rows. Loaded by engine-socket.ts only.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { DurableFs, durableStartParams } from './durable-fs.ts';
import { joinBytes } from './join-bytes.ts';
import { createFromTemplate } from './template.ts';

/** Where the database is: a folder that start-folder.ts made, or this thread's memory. */
export type EnginePlace =
  | { readonly folder: string }
  | { readonly memory: true; readonly templateFile: string | undefined };

/** What the thread says: bytes that answer, that it is ready, or why it ends. */
export type EngineMessage = Uint8Array<ArrayBuffer> | 'ready' | { readonly broken: string };

const TERMINATE = 'X'.charCodeAt(0);
const READY_FOR_QUERY = 'Z'.charCodeAt(0);
/** What PostgreSQL writes when it cannot go on. */
const LAST_WORDS = /FATAL|PANIC|^postgres:/;
/** Type, length of four bytes, state of the transaction. */
const READY_LENGTH = 6;

async function serve(port: MessagePort, place: EnginePlace): Promise<void> {
  let lastWords = '';
  const broken = (reason: string): never => {
    port.postMessage({ broken: `${reason} ${lastWords}`.trim() } satisfies EngineMessage);
    return process.exit(1);
  };
  const onStderr = (line: string): boolean => {
    if (LAST_WORDS.test(line)) lastWords = `(${line.trim()})`;
    return true;
  };
  const engine = await openEngine(place, broken, onStderr).catch((error: unknown) => broken(String(error)));
  port.on('message', (request: Uint8Array) => {
    if (request[0] === TERMINATE) return void engine.close().finally(() => process.exit(0));
    const reply = answer(engine, request);
    if (!endsReady(reply)) return broken('PostgreSQL stopped answering');
    return port.postMessage(reply satisfies EngineMessage);
  });
  port.postMessage('ready' satisfies EngineMessage);
}

const openEngine = (
  place: EnginePlace,
  broken: (reason: string) => never,
  onStderr: (line: string) => boolean,
): Promise<PGlite> =>
  'folder' in place
    ? PGlite.create({ fs: new DurableFs(place.folder, broken), startParams: [...durableStartParams], onStderr })
    : createFromTemplate(place.templateFile, {});

/** Runs every message of a request, at once and to its end: nothing of it is asynchronous. */
function answer(engine: PGlite, request: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  // The bytes are a view of the engine's memory, valid during the call.
  void engine.execProtocolRawStream(request, { syncToFs: false, onRawData: (part) => void parts.push(part.slice()) });
  return joinBytes(parts);
}

/** Every request ends with Sync or is a simple query, so a whole answer ends with ReadyForQuery. */
function endsReady(reply: Uint8Array): boolean {
  return reply.byteLength >= READY_LENGTH && reply[reply.byteLength - READY_LENGTH] === READY_FOR_QUERY;
}

if (parentPort !== null) await serve(parentPort, workerData as EnginePlace);
