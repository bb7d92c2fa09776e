/** The description of the API: every action is in it, with a request that is taken as it stands. */
import { expect, test } from 'vitest';
import { actions } from '../src/actions.ts';
import { apiDocument } from '../src/platform/open-api.ts';

const document = apiDocument(actions, { title: 'Theriac', version: '0.0.0' });

test.each(actions.map((action) => [action.name, action] as const))('sample of %s is taken', (_name, action) => {
  const read = action.inputSchema.safeParse(action.sample);
  expect(read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([]);
});

test('apiDocument: a body says nothing of what stands in the path, and has an example', () => {
  const operation = document.paths['/api/ratings/{id}']?.['patch'];
  const body = operation?.requestBody as { content: { 'application/json': { schema: object; example: object } } };
  const { schema, example } = body.content['application/json'];
  expect(Object.keys((schema as { properties: object }).properties)).not.toContain('id');
  expect(example).toMatchObject({ rating: 'largely' });
  expect(operation?.parameters).toContainEqual(expect.objectContaining({ name: 'id', in: 'path', example: 'S-071' }));
});

test('apiDocument: every action has its operation, and no two share one', () => {
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(ids.toSorted()).toEqual(actions.map(({ name }) => name).toSorted());
});
