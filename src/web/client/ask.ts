/**
 * Client: the only place where the browser asks the server. Answers are values; nothing here knows a screen.
 */
import { fail, ok, type Result } from '../../core/base.ts';
import { language } from '../say.ts';

/** Why an answer did not come: a kind of the server's, or `no_answer` where there was none. */
export type Failure = {
  readonly kind: string;
  readonly message: string;
  readonly details?: readonly { readonly path: string; readonly message: string }[];
};

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Question = {
  readonly method: Method;
  readonly path: string;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** What is answered has titles and words, and is wanted in the language of the page. */
  readonly isSpoken?: boolean | undefined;
};

/** Tells the language: in the address where a question has no body. */
const spoken = ({ method, path, body, ...rest }: Question): Question =>
  method === 'GET'
    ? { method, path: `${path}${path.includes('?') ? '&' : '?'}language=${language}`, ...rest }
    : { method, path, body: { ...(body as object | undefined), language }, ...rest };

const longestWaitMs = 60_000;

/** Asks for JSON. */
export async function ask<Answer>(question: Question): Promise<Result<Answer, Failure>> {
  const response = await askFor(question);
  if (!response.ok) return response;
  try {
    return ok((await response.value.json()) as Answer);
  } catch {
    return fail(noAnswer('The answer is not JSON'));
  }
}

/** Asks for whatever the server sends: a file. */
export async function askFor(question: Question): Promise<Result<Response, Failure>> {
  const { method, path, body, signal } = question.isSpoken === true ? spoken(question) : question;
  const limit = AbortSignal.timeout(longestWaitMs);
  try {
    const response = await fetch(path, {
      method,
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return response.ok ? ok(response) : fail(await failureIn(response));
  } catch (error) {
    return fail(signal?.aborted === true ? { kind: 'cancelled', message: '' } : noAnswer(String(error)));
  }
}

const noAnswer = (message: string): Failure => ({ kind: 'no_answer', message });

async function failureIn(response: Response): Promise<Failure> {
  try {
    const { error } = (await response.json()) as { error?: Failure };
    return error ?? noAnswer(response.statusText);
  } catch {
    return noAnswer(response.statusText);
  }
}

/** For React Query, which wants a promise that rejects. */
export async function askOrThrow<Answer>(question: Question): Promise<Answer> {
  const answer = await ask<Answer>(question);
  if (!answer.ok) throw new Error(answer.error.message, { cause: answer.error });
  return answer.value;
}

/** What a rejected question failed by. */
export function failureOf(error: unknown): Failure {
  const cause = error instanceof Error ? (error.cause as Failure | undefined) : undefined;
  return cause?.kind === undefined ? { kind: 'internal', message: String(error) } : cause;
}
