/**
 * A socket with PGlite at its other end instead of a server: `pg` speaks to it as to any PostgreSQL, so that both engines
 * have one driver, one set of types and one kind of error. A socket is a thread; where it breaks, all that waits is
 * rejected, and the next connection starts a new thread, which recovers from the log.
 */
import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { joinBytes } from './join-bytes.ts';
import type { EngineMessage, EnginePlace } from './engine-worker.ts';

/** Sockets to one database, never two at once: a thread starts when the one before it has ended. */
export type EngineSockets = {
  readonly open: () => Duplex;
  /** When the last thread has ended, and nothing touches the folder any more. */
  readonly ended: () => Promise<void>;
};

/** Makes sockets to the database in one place. */
export function engineSockets(place: EnginePlace): EngineSockets {
  let ended: Promise<void> | undefined;
  const open = (): Duplex => {
    const isLost = 'memory' in place && ended !== undefined;
    const socket = new EngineSocket(isLost ? undefined : place, ended);
    ended = new Promise((resolve) => void socket.once('close', resolve));
    return socket;
  };
  return { open, ended: () => ended ?? Promise.resolve() };
}

class EngineSocket extends Duplex {
  readonly #place: EnginePlace | undefined;
  readonly #startAfter: Promise<void> | undefined;
  #worker: Worker | undefined;
  #reason = 'it ended by itself';
  #outbox: Uint8Array[] = [];

  /** Without a place it refuses to connect: what was in memory went with its thread. */
  constructor(place: EnginePlace | undefined, startAfter: Promise<void> | undefined) {
    super({ allowHalfOpen: true });
    this.#place = place;
    this.#startAfter = startAfter;
  }

  /** What `pg` calls on a socket; the address means nothing here. */
  connect(): this {
    void Promise.resolve(this.#startAfter).then(() => {
      if (this.#place === undefined)
        this.destroy(new Error('Cannot reach the database: it was in memory, and is lost'));
      else if (!this.destroyed) this.#start(this.#place);
    });
    return this;
  }

  #start(place: EnginePlace): void {
    this.#worker = new Worker(new URL('engine-worker.ts', import.meta.url), { workerData: place });
    this.#worker.on('message', (message: EngineMessage) => this.#receive(message));
    this.#worker.on('error', (error) => void (this.#reason = error.message));
    this.#worker.on('exit', () => this.#end());
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): void {
    this.#worker?.ref();
  }

  unref(): void {
    this.#worker?.unref();
  }

  override _read(): void {}

  /** Collects what is written in one turn, a whole batch of statements, and sends it as one message. */
  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    this.#outbox.push(chunk);
    if (this.#outbox.length === 1) process.nextTick(() => this.#send());
    done();
  }

  #send(): void {
    const message = joinBytes(this.#outbox);
    this.#outbox = [];
    this.#worker?.postMessage(message);
  }

  #receive(message: EngineMessage): void {
    if (message === 'ready') this.emit('connect');
    else if ('broken' in message) this.#reason = message.broken;
    else this.push(message);
  }

  /** After Terminate the thread closes the database and ends; only then is the last write done. */
  override _final(done: () => void): void {
    if (this.#worker === undefined) done();
    else this.#worker.once('exit', () => done());
  }

  #end(): void {
    this.#worker = undefined;
    if (this.writableEnded) this.destroy();
    else this.destroy(new Error(`Cannot reach the database: its thread stopped, ${this.#reason}`));
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    const worker = this.#worker;
    this.#worker = undefined;
    if (worker === undefined) done(error);
    else void worker.terminate().then(() => done(error));
  }
}
