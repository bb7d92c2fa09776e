import { z } from '@hono/zod-openapi';
import { html } from 'hono/html';
import type { AnyAction } from './action.ts';

/** An OpenAPI 3.1 description. */
export type ApiDocument = {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
};

type ApiOperation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters: readonly unknown[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
};

type JsonSchema = { readonly properties?: Readonly<Record<string, unknown>>; readonly required?: readonly string[] };

/** The OpenAPI description, made from the table of actions: what is not in the table does not exist. */
export function apiDocument<Services>(
  actions: readonly AnyAction<Services>[],
  info: { readonly title: string; readonly version: string },
): ApiDocument {
  const paths: Record<string, Record<string, ApiOperation>> = {};
  for (const action of actions) paths[action.path] = { ...paths[action.path], [action.method]: operationOf(action) };
  return {
    openapi: '3.1.0',
    info: {
      ...info,
      description: 'Every command of ./theriac, over HTTP. Answers equal what the command prints with --json.',
    },
    paths,
    components: { schemas: { Failure: failureSchema } },
  };
}

const failureSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['kind', 'message'],
      properties: {
        kind: { type: 'string' },
        message: { type: 'string' },
        details: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              path: { type: 'string' },
              line: { type: 'integer' },
              file: { type: 'string' },
              message: { type: 'string' },
            },
          },
        },
      },
    },
  },
};

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as JsonSchema;

function operationOf<Services>(action: AnyAction<Services>): ApiOperation {
  const input = schemaOf(action.inputSchema, 'input');
  const inPath = [...action.path.matchAll(/\{([a-z]+)\}/giu)].map(([, name]) => name ?? '');
  const isRead = action.method === 'get' || action.method === 'delete';
  const names = Object.keys(input.properties ?? {});
  const parameters = names
    .filter((name) => inPath.includes(name) || isRead)
    .map((name) => ({
      name,
      in: inPath.includes(name) ? 'path' : 'query',
      required: inPath.includes(name) || (input.required ?? []).includes(name),
      schema: input.properties?.[name],
      ...(name in action.sample ? { example: action.sample[name] } : {}),
    }));
  return {
    operationId: action.name,
    summary: action.summary,
    ...(action.command === null ? {} : { description: `Command: ./theriac ${action.command.usage}` }),
    parameters,
    ...(isRead ? {} : { requestBody: bodyOf(input, action.sample, inPath) }),
    responses: {
      200: answerOf(action),
      default: {
        description: 'Refused, or failed',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
      },
    },
  };
}

/** What is sent besides what the path says. */
function bodyOf(input: JsonSchema, sample: AnyAction<never>['sample'], inPath: readonly string[]): unknown {
  const rest = <Value>(all: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !inPath.includes(name)));
  const schema = {
    ...input,
    ...(input.properties === undefined ? {} : { properties: rest(input.properties) }),
    ...(input.required === undefined ? {} : { required: input.required.filter((name) => !inPath.includes(name)) }),
  };
  return { required: true, content: { 'application/json': { schema, example: rest(sample) } } };
}

const answerOf = <Services>(action: AnyAction<Services>): unknown =>
  action.outputSchema === 'bytes'
    ? {
        description: 'A file',
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      }
    : { description: 'Done', content: { 'application/json': { schema: schemaOf(action.outputSchema, 'output') } } };

/** The same description for people: one table, no script. */
export function apiPage(document: ApiDocument): ReturnType<typeof html> {
  const rows = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) =>
        html`<tr>
          <td><code>${method.toUpperCase()}</code></td>
          <td><code>${path}</code></td>
          <td>${operation.summary}</td>
          <td><code>${(operation.description ?? '').replace('Command: ', '')}</code></td>
        </tr>`,
    ),
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>API – ${document.info.title}</title>
        <link rel="stylesheet" href="/plain.css" />
      </head>
      <body>
        <main>
          <h1>API</h1>
          <p>${document.info.description} <a href="/api/openapi.json">OpenAPI 3.1 description</a></p>
          <table>
            <thead>
              <tr>
                <th scope="col">Method</th>
                <th scope="col">Path</th>
                <th scope="col">Does</th>
                <th scope="col">Command</th>
              </tr>
            </thead>
            <tbody>
              ${rows}
            </tbody>
          </table>
        </main>
      </body>
    </html>`;
}
