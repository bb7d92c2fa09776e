/** The command line: turns arguments into action input and results into text and an exit code. */
import { Command, CommanderError, Option } from 'commander';
import type { Result } from '../core/base.ts';
import type { AnyAction, AnyCommand, Bytes, CommandIo, Failure, Given } from './action.ts';
import { jsonOnTerminal, onTerminal } from './terminal.ts';

/** 0 done, 1 checked and found wrong, 2 refused input or usage, 3 cannot run. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What the root hands to the command line. */
export type CommandLineOptions<Services> = {
  readonly name: string;
  readonly description: string;
  readonly version: string;
  readonly actions: readonly AnyAction<Services>[];
  readonly services: () => Services;
  /** Why services that opened may still not be used. */
  readonly unsound: (services: Services) => Failure | null;
  /** Runs an action here, or in the server that holds the data. */
  readonly execute: (
    action: AnyAction<Services>,
    input: unknown,
    services: Services,
    /** By name or id; null for the only one. */
    organisation: string | null,
  ) => Promise<Result<unknown, Failure>>;
  readonly exitCodeOf: (kind: string) => ExitCode;
  readonly readText: CommandIo<Services>['readText'];
  /** Of at most so many bytes; without a number, of as many as is usual. */
  readonly readBytes: (path: string, mostBytes?: number) => Promise<Result<Uint8Array, Failure>>;
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<Result<void, Failure>>;
  readonly stdout: (text: string | Uint8Array) => void;
  readonly stderr: (text: string) => void;
};

/** Runs one command and answers with its exit code. */
export async function runCommandLine<Services>(
  argv: readonly string[],
  options: CommandLineOptions<Services>,
): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = programOf(options, (given) => {
    code = given;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

function programOf<Services>(options: CommandLineOptions<Services>, done: (code: ExitCode) => void): Command {
  const program = configured(new Command(options.name), options)
    .description(options.description)
    .version(`${options.name} ${options.version}`, '--version', 'print the version')
    .addHelpText(
      'after',
      `\nExit codes: 0 done, 1 checked and found wrong, 2 refused input or usage, 3 cannot run.\nExample: ${options.actions[0]?.command?.example ?? ''}`,
    );
  for (const action of options.actions)
    if (action.command !== null) addCommand(program, action, action.command, options, done);
  return program;
}

const configured = <Services>(command: Command, options: CommandLineOptions<Services>): Command =>
  command
    .exitOverride()
    // A command with commands below it, such as "plan", leaves their options to them.
    .enablePositionalOptions()
    .configureOutput({
      writeOut: options.stdout,
      writeErr: options.stderr,
      outputError: (text, write) => write(text.replace(/^error: /u, 'Cannot run: ')),
    })
    .showHelpAfterError('(add --help for what this command reads)')
    .showSuggestionAfterError()
    .helpOption('-h, --help', 'print this help');

function addCommand<Services>(
  program: Command,
  action: AnyAction<Services>,
  face: AnyCommand<Services>,
  options: CommandLineOptions<Services>,
  done: (code: ExitCode) => void,
): void {
  const words = face.usage.split(' ');
  const names = words.filter((word) => !/^[<[]/u.test(word));
  const parent = names
    .slice(0, -1)
    .reduce(
      (at, name) =>
        at.commands.find((known) => known.name() === name) ??
        configured(at.command(name), options).description(verbsBelow(name, options)),
      program,
    );
  const command = configured(
    parent.command([names.at(-1) ?? '', ...words.filter((word) => /^[<[]/u.test(word))].join(' ')),
    options,
  )
    .description(action.summary)
    .addHelpText('after', `\nExample: ${face.example}`);
  for (const { flags, description, choices, required } of face.options ?? []) {
    const option = new Option(flags, description).makeOptionMandatory(required ?? false);
    command.addOption(choices === undefined ? option : option.choices([...choices]));
  }
  if (face.dryRun !== undefined) command.option('--dry-run', 'show what it would do, and write nothing');
  if (action.outputSchema === 'bytes' || face.toFile !== null)
    command.requiredOption('--out <file>', 'where to write the file; - for standard output');
  else command.option('--json', 'print the answer as JSON and nothing else');
  if (action.needsStore)
    command.option('--organisation <name>', 'which one, by name or id, where the installation holds several');
  command.action(async () => {
    const args = command.processedArgs.filter((value) => value !== undefined).map(String);
    const given: Given = { args, options: command.opts() };
    const dry = given.options['dryRun'] === true ? face.dryRun : undefined;
    done(await runAction(dry ?? action, dry?.command ?? face, given, options));
  });
}

/** What a group of commands says of itself: the words that may follow its name. */
const verbsBelow = <Services>(name: string, { actions }: CommandLineOptions<Services>): string =>
  actions
    .flatMap(({ command }) => (command === null ? [] : [command.usage.split(' ')]))
    .flatMap(([first, verb]) => (first === name && verb !== undefined ? [verb] : []))
    .join(', ');

async function runAction<Services>(
  action: AnyAction<Services>,
  face: AnyCommand<Services>,
  given: Given,
  options: CommandLineOptions<Services>,
): Promise<ExitCode> {
  const services = options.services();
  const broken = action.worksUnsound === true ? null : options.unsound(services);
  if (broken !== null) return refuse(broken, options);
  const readBytes = (path: string) => options.readBytes(path, face.largestFileBytes);
  const input = await face.toInput(given, { services, readText: options.readText, readBytes });
  if (!input.ok) return refuse(input.error, options);
  const organisation = given.options['organisation'];
  const result = await options.execute(
    action,
    input.value,
    services,
    typeof organisation === 'string' ? organisation : null,
  );
  if (!result.ok) return refuse(result.error, options);
  const out = String(given.options['out']);
  if (action.outputSchema === 'bytes') return writeBytes(result.value as Bytes, out, options);
  if (face.toFile !== null) {
    const written = await writeBytes(face.toFile(result.value), out, options);
    options.stderr(`${onTerminal(face.print(result.value, services, given))}\n`);
    return written === 0 ? face.exitCode(result.value) : written;
  }
  const text =
    given.options['json'] === true
      ? jsonOnTerminal(result.value)
      : onTerminal(face.print(result.value, services, given));
  options.stdout(`${text}\n`);
  return face.exitCode(result.value);
}

async function writeBytes<Services>(
  { bytes, notice }: Bytes,
  path: string,
  options: CommandLineOptions<Services>,
): Promise<ExitCode> {
  if (notice !== undefined) options.stderr(`${onTerminal(notice)}\n`);
  if (path === '-') {
    options.stdout(bytes);
    return 0;
  }
  const written = await options.writeFile(path, bytes);
  if (!written.ok) return refuse(written.error, options);
  options.stderr(`Wrote ${path} (${Math.ceil(bytes.length / 1024)} kB)\n`);
  return 0;
}

function refuse<Services>(failure: Failure, options: CommandLineOptions<Services>): ExitCode {
  options.stderr(`${onTerminal(failure.message)}\n`);
  for (const { file, line, path, message } of failure.details ?? []) {
    const place = [file === undefined ? '' : `${file}${line ? `:${line}` : ''}`, path]
      .filter((part) => part !== '')
      .join(' ');
    options.stderr(onTerminal(`  ${place === '' ? '' : `${place}: `}${message}\n`));
  }
  return options.exitCodeOf(failure.kind);
}
