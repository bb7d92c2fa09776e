/** The typesetter behind PDF: Typst as a native addon, or as WASM where the platform has no addon. Knows no report. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';

/** Strings that a template reads as `sys.inputs`; nothing else of the data reaches the compiler. */
export type Inputs = Readonly<Record<string, string>>;

/** A document laid out, with what the template says of itself; bytes are made on demand. */
export type Typeset = { readonly facts: unknown; readonly toPdf: () => Uint8Array };

/** One compiler, costly to open and cheap to use again. */
export type Typesetter = { readonly typeset: (inputs: Inputs) => Typeset };

const templates = fileURLToPath(new URL('./templates/', import.meta.url));
const templateFiles = ['report.typ', 'blocks.typ', 'chart.typ', 'theriac.typ'] as const;
const mainFile = templateFiles[0];
/** The label under which a template leaves facts about its pages. */
const factsLabel = '<theriac-pages>';

const families = [
  { name: 'SourceSerif4', home: import.meta.resolve('@expo-google-fonts/source-serif-4/package.json') },
  { name: 'SourceSans3', home: import.meta.resolve('@expo-google-fonts/source-sans-3/package.json') },
] as const;
const weights = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'] as const;

const fontFiles = (): readonly string[] =>
  families.flatMap(({ name, home }) => {
    const folder = dirname(fileURLToPath(home));
    return weights.map((weight) => join(folder, weight, `${name}_${weight}.ttf`));
  });

/** Nothing of a document is kept for the next one, which is another. */
const cachedDocuments = 0;

type Diagnostic = {
  readonly message: string;
  readonly path: string;
  readonly range: string | null | { readonly start: { readonly line: number } };
};
type NativeResult = { readonly hasError: () => boolean; readonly takeError: () => unknown; readonly result: object };
type NativeCompiler = {
  readonly compile: (options: { readonly mainFilePath: string; readonly inputs: Inputs }) => NativeResult;
  readonly fetchDiagnostics: (error: unknown) => readonly Diagnostic[];
  readonly query: (
    document: object,
    options: { readonly selector: string; readonly field: string },
  ) => readonly unknown[];
  readonly pdf: (document: object, options: { readonly pdfStandard: 'ua-1' }) => Uint8Array;
  readonly evictCache: (age: number) => void;
};
type NativeAddon = { readonly NodeCompiler: { readonly create: (options: object) => NativeCompiler } };

/** The native compiler, which enforces PDF/UA-1; null where the platform has no addon. */
export function openNativeTypesetter(): Typesetter | null {
  const addon = loadAddon();
  if (addon === null) return null;
  const compiler = addon.NodeCompiler.create({
    workspace: templates,
    fontArgs: [{ fontPaths: fontFiles().map(dirname) }],
  });
  return { typeset: (inputs) => typesetNatively(compiler, inputs) };
}

function loadAddon(): NativeAddon | null {
  try {
    return createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') as NativeAddon;
  } catch {
    return null;
  }
}

function typesetNatively(compiler: NativeCompiler, inputs: Inputs): Typeset {
  compiler.evictCache(cachedDocuments);
  const outcome = compiler.compile({ mainFilePath: join(templates, mainFile), inputs });
  if (outcome.hasError()) throw new Error(problemsOf(compiler.fetchDiagnostics(outcome.takeError())));
  const document = outcome.result;
  const toPdf = () => {
    try {
      return new Uint8Array(compiler.pdf(document, { pdfStandard: 'ua-1' }));
    } catch (error) {
      throw new Error(standardProblems(String(error)), { cause: error });
    }
  };
  return { facts: compiler.query(document, { selector: factsLabel, field: 'value' })[0], toPdf };
}

/** `file:line message`, without the folder that the templates stand in, nor the calls that led there. */
const problemsOf = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics
    .filter(({ message }) => !message.startsWith('while calling '))
    .map(({ message, path, range }) => `${basename(path)}:${lineOf(range)} ${message}`)
    .join('; ');

const lineOf = (range: Diagnostic['range']): number =>
  1 + (typeof range === 'string' ? Number.parseInt(range, 10) : (range?.start.line ?? 0));

/** What the standard refuses is found at export, and told without a line. */
const standardProblems = (text: string): string => {
  const messages = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/gu)].map(([, message]) =>
    (message ?? '').replaceAll('\\"', '"'),
  );
  return `${mainFile}: ${messages.length === 0 ? text : [...new Set(messages)].join('; ')}`;
};

/** How the WASM package numbers what it makes, and the form of its errors. */
const pagedTarget = 0;
const pdfArtifact = 1;
const structuredErrors = 3;
type WasmOutcome = {
  readonly result?: Uint8Array;
  readonly hasError?: boolean;
  readonly diagnostics?: readonly Diagnostic[];
};

/**
 * The same compiler as WASM, on every platform, at about three times the time. It tags documents all the same, but can
 * neither declare nor enforce PDF/UA-1.
 */
export async function openWasmTypesetter(): Promise<Typesetter> {
  const wasm = await import('@myriaddreamin/typst-ts-web-compiler');
  await wasm.default({
    module_or_path: readFileSync(fileURLToPath(import.meta.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'))),
  });
  const builder = new wasm.TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const file of fontFiles()) await builder.add_raw_font(readFileSync(file));
  const compiler = await builder.build();
  for (const file of templateFiles) compiler.add_source(`/${file}`, readFileSync(join(templates, file), 'utf8'));
  return { typeset: (inputs) => typesetInWasm(compiler, inputs) };
}

function typesetInWasm(compiler: TypstCompiler, inputs: Inputs): Typeset {
  compiler.reset();
  const world = compiler.snapshot('/', `/${mainFile}`, Object.entries(inputs));
  const compiled = world.compile(pagedTarget, structuredErrors) as WasmOutcome;
  if (compiled.hasError === true) throw new Error(problemsOf(compiled.diagnostics ?? []));
  const facts = (JSON.parse(world.query(pagedTarget, factsLabel, 'value')) as readonly unknown[])[0];
  return { facts, toPdf: () => artifactOf(world.get_artifact(pdfArtifact, structuredErrors) as WasmOutcome) };
}

function artifactOf({ result, diagnostics }: WasmOutcome): Uint8Array {
  if (result === undefined) throw new Error(problemsOf(diagnostics ?? []));
  return result.slice();
}
