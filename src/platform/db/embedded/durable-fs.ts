/**
 * PGlite's file system with a working fsync. As shipped, PGlite starts PostgreSQL with -F (never sync) and its file system
 * has no fsync at all, so that a power cut loses commits already acknowledged.
 *
 * PostgreSQL's own code then does the rest: it syncs the log at each commit, files at each checkpoint, and a folder after
 * each rename or new log segment in it, since a folder opens like a file here (seen by tracing: `pg_wal`, `pg_logical`,
 * `pg_xact`…). A new table's file needs no more: its name becomes durable with its first fsync on ext4, xfs and btrfs, and
 * until the next checkpoint the log would make it again. Tested by `npm run test:powerloss`.
 *
 * Tied to the version of PGlite, which package.json pins exactly.
 */
import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Stream = { readonly nfd: number; readonly node: { readonly mode: number } };
type Engine = {
  readonly FS: { readonly isDir: (mode: number) => boolean };
  readonly NODEFS: { readonly stream_ops: { fsync?: (stream: Stream) => number } };
};
type EngineOptions = { preRun?: ((engine: Engine) => void)[]; onAbort?: () => void };

/** As shipped, but for a smaller buffer: filling 128 MB with nothing takes longer than all the rest of a start. */
export const startParams: readonly string[] = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];

/** Its fdatasync does nothing, so the log is synced by fsync. */
export const durableStartParams: readonly string[] = [
  ...startParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
];

/** A data folder on disk. `onBroken` must end the thread at once: after it, nothing the engine says can be believed. */
export class DurableFs extends NodeFS {
  readonly #onBroken: (reason: string) => never;

  constructor(folder: string, onBroken: (reason: string) => never) {
    super(folder);
    this.#onBroken = onBroken;
  }

  override async init(...[engine, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const answer = await super.init(engine, options);
    const extended = answer.emscriptenOpts as EngineOptions;
    extended.preRun?.push((module) => {
      module.NODEFS.stream_ops.fsync = (stream) => this.#sync(stream, module.FS.isDir(stream.node.mode));
    });
    // PostgreSQL aborts itself on a panic, a full disk under its log for one; PGlite would catch that and go on.
    extended.onAbort = () => this.#onBroken('PostgreSQL aborted');
    return answer;
  }

  /** After a failed fsync the kernel may have dropped the pages: only recovery from the log is safe, never a second try. */
  #sync({ nfd }: Stream, isFolder: boolean): 0 {
    try {
      fsyncSync(nfd);
    } catch (error) {
      const isUnsupported =
        isFolder && ['EINVAL', 'EPERM', 'EBADF'].includes((error as NodeJS.ErrnoException).code ?? '');
      if (!isUnsupported) this.#onBroken(`fsync failed: ${String(error)}`);
    }
    return 0;
  }
}
