/**
 * Raising a Python exception from host code: the one way natives, slots and operations fail.
 *
 * `raiseError` throws a `Raised`, which the machine catches at its one door and turns back into a value that unwinds
 * frames. Its result type is `never`, so `return raiseError(…)` ends a branch for the type checker too.
 */
import { exceptionType, PyException } from "./exception.ts";
import { Raised } from "./machine.ts";
import type { Value } from "./values.ts";

/** Raises the built-in exception `name` with one argument, `message` (a byte string). */
export function raiseError(name: string, message: string): never {
  throw new Raised(makeException(name, [message]));
}

/** Raises the built-in exception `name` with these `args`; none at all gives an empty message. */
export function raiseWith(name: string, args: Value[]): never {
  throw new Raised(makeException(name, args));
}

/** An instance of the built-in exception `name`, not yet raised. */
export function makeException(name: string, args: Value[]): PyException {
  return new PyException(exceptionType(name), args);
}

/**
 * True when `error`, something a host `catch` has got, is a guest exception and an instance of the built-in exception
 * `name`. For the natives that CPython specifies to catch; they must throw everything else again.
 */
export function caught(error: unknown, name: string): error is Raised {
  return error instanceof Raised && error.exception.type.mro.includes(exceptionType(name));
}
