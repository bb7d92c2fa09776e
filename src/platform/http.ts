/** HTTP: the only place that speaks it. Turns requests into action input and results into responses. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { NONCE, secureHeaders, type SecureHeadersVariables } from 'hono/secure-headers';
import type { ActionContext, AnyAction, Bytes, Failure, Reply } from './action.ts';
import type { Result } from '../core/base.ts';
import { answerSession, askingOf, sessionOf, type Asking, type Bindings } from './http-identity.ts';
import type { Identity } from './identity/identity.ts';
import type { Identified } from './identity/sessions.ts';
import { apiDocument, apiPage } from './open-api.ts';
import { sameOriginOnly } from './same-origin.ts';

/** What the root hands to the server. */
export type HttpOptions<Services> = {
  readonly actions: readonly AnyAction<Services>[];
  /** Who asks, by what the request carries. */
  readonly identify: (asking: Asking) => Promise<Result<Identified, Failure>>;
  readonly contextFor: (identity: Identity, asking: Asking, reply: Reply) => Promise<ActionContext<Services>>;
  /** Whether browsers reach this server by an encrypted connection. */
  readonly isSecure: boolean;
  readonly statusOf: (kind: string) => number;
  readonly log: (line: Readonly<Record<string, unknown>>) => void;
  readonly title: string;
  readonly version: string;
  /** Names under which this server may be addressed; others are refused, so that no foreign page can reach it by DNS. */
  readonly allowedHosts: readonly string[];
  readonly newRequestId: () => string;
};

/** A profile with all ratings and evidence stays far below this. */
const largestBodyBytes = 2_000_000;

type Variables = { requestId: string; filePolicy?: string } & SecureHeadersVariables;
/** The application, to which pages are added. */
export type App = OpenAPIHono<{ Variables: Variables; Bindings: Bindings }>;

/** The application without its pages: every action at its path, the description of all, and one catch-all for bugs. */
export function httpApp<Services>(options: HttpOptions<Services>): App {
  const app: App = new OpenAPIHono<{ Variables: Variables; Bindings: Bindings }>();
  app.use(async (context, next) => {
    context.set('requestId', options.newRequestId());
    await next();
    // Runs after the policy of pages was set, so that a file keeps its stricter one.
    const policy = context.get('filePolicy');
    if (policy !== undefined) context.header('Content-Security-Policy', policy);
  });
  app.use(
    secureHeaders({
      contentSecurityPolicy: contentPolicy,
      referrerPolicy: 'no-referrer',
      crossOriginEmbedderPolicy: false,
    }),
  );
  app.use('*', sameOriginOnly(options.allowedHosts));
  app.use('/api/*', noStore);
  for (const action of options.actions) mount(app, action, options);
  const document = apiDocument(options.actions, { title: options.title, version: options.version });
  app.get('/api/openapi.json', (context) => context.json(document));
  app.get('/api', (context) => context.html(apiPage(document)));
  app.get('/health', (context) => context.json({ status: 'ok' }));
  app.all('/api/*', (context) =>
    answerFailure(
      context,
      { kind: 'not_found', message: `No action answers ${context.req.method} ${context.req.path}; see /api` },
      404,
    ),
  );
  app.onError((error, context) => {
    options.log({
      level: 'error',
      requestId: context.get('requestId'),
      path: context.req.path,
      error: error.stack ?? String(error),
    });
    return answerFailure(
      context,
      { kind: 'internal', message: `Something went wrong here, and it was logged as ${context.get('requestId')}` },
      500,
    );
  });
  return app;
}

const contentPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  // The nonce is for the few rules that the widget library adds; style attributes stay forbidden.
  styleSrc: ["'self'", NONCE],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
};

const limitedTo = (maxSize: number): MiddlewareHandler =>
  bodyLimit({
    maxSize,
    onError: (context) =>
      answerFailure(context, { kind: 'too_large', message: `The request is larger than ${maxSize} bytes` }, 413),
  });

const noStore: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('Cache-Control', 'no-store');
};

function mount<Services>(app: App, action: AnyAction<Services>, options: HttpOptions<Services>): void {
  const [method, path] = [action.method.toUpperCase(), action.path.replaceAll(/\{([a-z]+)\}/giu, ':$1')];
  app.on(method, path, limitedTo(action.largestBodyBytes ?? largestBodyBytes), async (context) => {
    const asking = askingOf(context, sessionOf(context, options.isSecure));
    const identified = await options.identify(asking);
    if (!identified.ok) return answerFailure(context, identified.error, options.statusOf(identified.error.kind));
    const { identity, renewed } = identified.value;
    if (renewed !== null) answerSession(context, renewed, options.isSecure);
    const reply: Reply = { session: (secret) => answerSession(context, secret, options.isSecure) };
    const actionContext = await options.contextFor(identity, asking, reply);
    // A stranger's body is not even read.
    const refused = action.refusal(actionContext);
    if (refused !== null) return answerFailure(context, refused, options.statusOf(refused.kind));
    const input = await inputOf(context);
    if ('kind' in input) return answerFailure(context, input, 400);
    const result = await action.execute(actionContext, input.value);
    if (!result.ok) return answerFailure(context, result.error, options.statusOf(result.error.kind));
    return action.outputSchema === 'bytes'
      ? answerBytes(context, result.value as Bytes)
      : context.json(result.value as object);
  });
}

/** Path and query for reading; path and body for writing. A name in the path wins over the same name in the body. */
async function inputOf(context: Context): Promise<{ value: unknown } | Failure> {
  const fromPath = context.req.param() as Record<string, string>;
  if (context.req.method === 'GET' || context.req.method === 'DELETE')
    return { value: { ...context.req.query(), ...fromPath } };
  if (!context.req.header('content-type')?.startsWith('application/json'))
    return { kind: 'invalid_input', message: 'The body must be JSON, with Content-Type: application/json' };
  try {
    const body: unknown = JSON.parse(await context.req.text());
    return typeof body === 'object' && body !== null && !Array.isArray(body)
      ? { value: { ...body, ...fromPath } }
      : { kind: 'invalid_input', message: 'The body must be a JSON object' };
  } catch {
    return { kind: 'invalid_input', message: 'The body is not JSON' };
  }
}

/** A refusal as JSON. */
export const answerFailure = (context: Context, error: Failure, status: number): Response =>
  context.json({ error }, status as 400);

/** Files carry a policy of their own: an HTML guide may run nothing and load nothing. */
const filePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

/** What someone handed in may do nothing at all, should a browser show it after all. */
const downloadPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** The name in plain letters, and in those of its own where it has others. */
function namedAs(fileName: string): string {
  const plain = `filename="${fileName.replaceAll(/[^A-Za-z0-9._-]/gu, '-')}"`;
  // RFC 8187 allows fewer characters than a part of an address.
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
  return /^[ -~]*$/u.test(fileName) ? plain : `${plain}; filename*=UTF-8''${encoded}`;
}

function answerBytes(
  context: Context<{ Variables: Variables; Bindings: Bindings }>,
  { bytes, mediaType, fileName, isDownload = false }: Bytes,
): Response {
  context.set('filePolicy', isDownload ? downloadPolicy : filePolicy);
  context.header('Content-Type', mediaType);
  context.header('Content-Disposition', `${isDownload ? 'attachment' : 'inline'}; ${namedAs(fileName)}`);
  context.header('X-Frame-Options', 'SAMEORIGIN');
  return context.body(bytes as Uint8Array<ArrayBuffer>);
}
