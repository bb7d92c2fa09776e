/** What every room shares: results as values, branded names and the proof that a switch is complete. No I/O. */

/** The outcome of something that may fail for an expected reason. */
export type Result<Value, Failure> = Ok<Value> | Fail<Failure>;
export type Ok<Value> = { readonly ok: true; readonly value: Value };
export type Fail<Failure> = { readonly ok: false; readonly error: Failure };

/** A success with its value. */
export const ok = <Value>(value: Value): Ok<Value> => ({ ok: true, value });
/** An expected failure with its reason. */
export const fail = <Failure>(error: Failure): Fail<Failure> => ({ ok: false, error });

declare const brand: unique symbol;
/** A string or number that cannot be mistaken for another one of the same shape. */
export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** Ends an exhaustive switch: a new case without a branch does not compile. */
export function unreachable(value: never): never {
  throw new Error(`Cannot handle "${JSON.stringify(value)}": no branch exists for it`);
}

/** A broken promise inside our own code: throws, because only a bug can get here. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}
