/**
 * One action, every surface: a definition gives the HTTP route, the command, the entry in OpenAPI, the permission, the
 * audit entry and the transaction. Platform knows no healthcare: what an action may use is the type parameter `Services`.
 */
import type { z } from 'zod';
import { fail, type Result } from '../core/base.ts';
import { brokenTextIn } from './broken-text.ts';
import type { OrgId, Writer } from './db/database.ts';
import type { Door } from './identity/door.ts';
import type { Identity } from './identity/identity.ts';
import type { Mailing } from './mail/mailing.ts';

/** An expected failure: a kind that error-map.ts turns into a status, an exit code and words. */
export type Failure = {
  readonly kind: string;
  readonly message: string;
  readonly details?: readonly FailureDetail[] | undefined;
};
export type FailureDetail = {
  readonly path: string;
  readonly line?: number | undefined;
  readonly file?: string | undefined;
  readonly message: string;
};

/** A file that an action makes. */
export type Bytes = {
  readonly mediaType: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Handed in by someone: browsers save it and never show it. */
  readonly isDownload?: boolean;
  /** What must be known of it besides, such as what was left out; the file says it too. */
  readonly notice?: string;
};

/** Who may run an action: each level may do what those before it may. */
export const levels = ['everyone', 'reader', 'contributor', 'administrator'] as const;
export type Permission = (typeof levels)[number];

/** What the roots hand to each run: nothing else is global. */
export type ActionContext<Services> = {
  readonly services: Services;
  /** Who asks. */
  readonly identity: Identity;
  readonly actor: string;
  readonly level: Permission;
  /** From where: what is slowed down when it guesses. */
  readonly address: string;
  readonly door: Door;
  /** Null: the installation sends no mail, and links are handed over by people. */
  readonly mail: Mailing | null;
  readonly reply: Reply;
  /** The day, where the caller gave none. */
  readonly today: string;
  readonly now: () => Date;
  readonly store: Store;
  /** Whether there are rows at all: not for a command on files alone. */
  readonly hasData: boolean;
};

/** What an answer does besides answering. */
export type Reply = {
  /** Hands the browser the secret of its session, or takes it away. Programs have none. */
  readonly session: (secret: string | null) => void;
};

/** The organisation's rows. Absent where a command works on files alone. */
export type Store = {
  readonly orgId: OrgId;
  /** One short read. */
  readonly read: <Value>(work: (db: Writer) => Promise<Value>) => Promise<Value>;
  /** One short transaction with its audit entry. Render, hash and parse before it. */
  readonly change: <Value>(entry: AuditNote, work: (db: Writer) => Promise<Value>) => Promise<Value>;
  /** The same for work that may find nothing to change: it then answers `undefined` and leaves no entry. */
  readonly attempt: <Value>(
    entry: AuditNote,
    work: (db: Writer) => Promise<Value | undefined>,
  ) => Promise<Value | undefined>;
};

/** What an audit entry says besides time and actor. */
export type AuditNote = {
  readonly action: string;
  readonly object: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

type Shared = {
  /** Dotted, noun first: `guides.make`. */
  readonly name: string;
  /** What it does, in a few words: a line of help and of OpenAPI. */
  readonly summary: string;
  readonly permission: Permission;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With `{name}` for parts that come from the path. */
  readonly path: `/api/${string}`;
  /** A command writes and leaves an audit entry; a query does neither. */
  readonly kind: 'query' | 'command';
  /** The largest request it reads, where the usual limit is too small. */
  readonly largestBodyBytes?: number;
  /**
   * Whether it touches the organisation's rows, or with which input it does; if not, commands run without opening the
   * database.
   */
  readonly needsStore: boolean | ((input: Readonly<Record<string, unknown>>) => boolean);
  /** Runs on content alone where nothing was ever stored, and then makes no data folder. */
  readonly worksWithoutData?: boolean;
  /** Runs even where the services are not sound: it is what finds out why. */
  readonly worksUnsound?: boolean;
};

/** An action as features define it. */
export type Action<Services, Input, Output> = Shared & {
  readonly input: z.ZodType<Input>;
  /** One request as a program would send it, for OpenAPI; left out where nothing has to be said. */
  readonly sample?: Readonly<Record<string, unknown>>;
  /** Schema of a JSON answer, or `bytes`. */
  readonly output: z.ZodType<Output> | 'bytes';
  /** Null where it only makes sense in a browser, such as signing in: a command is let in by the data folder. */
  readonly command: CommandFace<Services, Output> | null;
  readonly run: (context: ActionContext<Services>, input: Input) => Promise<Result<Output, Failure>>;
};

/** How the action looks on a command line. */
export type CommandFace<Services, Output> = {
  /** Words and arguments: `library show <id>`. */
  readonly usage: string;
  readonly options?: readonly CommandOption[];
  /** The largest file it reads, where the usual limit is too small. */
  readonly largestFileBytes?: number;
  /** What the command writes to `--out`, where an answer is a file and something to say of it. */
  readonly toFile?: (output: Output) => Bytes;
  /** What runs, prints and ends in its place with `--dry-run`: an action that reads the same input and writes nothing. */
  readonly dryRun?: AnyAction<Services>;
  /** One that works as written, for help. */
  readonly example: string;
  /** Arguments and options to input; may read files through `io`. */
  readonly toInput: (given: Given, io: CommandIo<Services>) => Promise<Result<unknown, Failure>>;
  /** For people. `--json` prints the output itself. */
  readonly print: (output: Output, services: Services, given: Given) => string;
  /** 1 where something was checked and found wrong. */
  readonly exitCode?: (output: Output) => 0 | 1;
};

/** An option of a command. */
export type CommandOption = {
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly required?: boolean;
};
/** What a person typed. */
export type Given = {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
};

/** How a command reads files. */
export type CommandIo<Services> = {
  readonly services: Services;
  /** Reads a file, or standard input for `-`; refuses what is larger than the limit. */
  readonly readText: (path: string) => Promise<Result<string, Failure>>;
  /** The same for a file that need not be text. */
  readonly readBytes: (path: string) => Promise<Result<Uint8Array, Failure>>;
};

/** The face on the command line, likewise. */
export type AnyCommand<Services> = Omit<CommandFace<Services, never>, 'print' | 'exitCode' | 'toFile'> & {
  readonly toFile: ((output: unknown) => Bytes) | null;
  readonly print: (output: unknown, services: Services, given: Given) => string;
  readonly exitCode: (output: unknown) => 0 | 1;
};

/** An action whose input and output types are forgotten, so that all fit into one table. */
export type AnyAction<Services> = Shared & {
  readonly inputSchema: z.ZodType;
  readonly sample: Readonly<Record<string, unknown>>;
  readonly outputSchema: z.ZodType | 'bytes';
  readonly command: AnyCommand<Services> | null;
  /** Why whoever asks may not run it, which is known before anything is read of what they sent. */
  readonly refusal: (context: ActionContext<Services>) => Failure | null;
  /** Checks permission and input, then runs. */
  readonly execute: (context: ActionContext<Services>, input: unknown) => Promise<Result<unknown, Failure>>;
};

/**
 * Gives the function that defines actions over certain services. It checks the types of input and output against each
 * other, then forgets them. Two steps, because the services are named and the rest is inferred.
 */
export const actionsOver =
  <Services>() =>
  <Input, Output>({
    input,
    sample = {},
    output,
    command,
    run,
    ...shared
  }: Action<Services, Input, Output>): AnyAction<Services> => ({
    ...shared,
    inputSchema: input,
    sample,
    outputSchema: output,
    command: command === null ? null : forgetful(command),
    refusal: (context) => refusalOf(shared, context),
    execute: async (context, raw) => {
      const refused = refusalOf(shared, context);
      if (refused !== null) return fail(refused);
      const broken = brokenTextIn(raw);
      if (broken !== null) return fail(brokenText(broken));
      const parsed = input.safeParse(raw);
      return parsed.success ? run(context, parsed.data) : fail(invalidInput(parsed.error));
    },
  });

function refusalOf(shared: Shared, { level, actor }: Pick<ActionContext<unknown>, 'level' | 'actor'>): Failure | null {
  if (levels.indexOf(level) >= levels.indexOf(shared.permission)) return null;
  return actor === 'anonymous' ? notSignedIn : notPermitted(shared);
}

const forgetful = <Services, Output>(command: CommandFace<Services, Output>): AnyCommand<Services> => ({
  ...command,
  toFile: toFileOf(command),
  print: (printed, services, given) => command.print(printed as Output, services, given),
  exitCode: (checked) => command.exitCode?.(checked as Output) ?? 0,
});

function toFileOf<Services, Output>({ toFile }: CommandFace<Services, Output>): AnyCommand<Services>['toFile'] {
  return toFile === undefined ? null : (output) => toFile(output as Output);
}

const notSignedIn: Failure = { kind: 'unauthenticated', message: 'Sign in first, or send a service token' };

const notPermitted = ({ name, permission }: Shared): Failure => ({
  kind: 'forbidden',
  message: `"${name}" is for ${permission}s; you are not one in this organisation`,
});

const brokenText = (path: string): Failure => ({
  kind: 'invalid_input',
  message: 'A text holds what is no character, and could not be stored',
  details: [{ path, message: 'Take out U+0000 and halves of characters; copying the text anew mends it' }],
});

const invalidInput = (error: z.ZodError): Failure => ({
  kind: 'invalid_input',
  message: 'The request does not have the form that this action reads',
  details: error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message })),
});
