import { fail, ok, type Result } from '../../core/base.ts';
import { lastPiece, type Compared } from '../../core/crosswalk/compared.ts';
import { nearestOf } from '../../library/spelling.ts';
import type { Failure } from '../../platform/action.ts';

/** The framework that a name means: its id, the last piece of its URN or its short title, in any case. */
export function findFramework(name: string, all: readonly Compared[]): Result<Compared, Failure> {
  const typed = name.trim().toLowerCase();
  const found =
    all.find(({ id }) => id === name) ??
    all.find(({ id }) => id.toLowerCase() === typed) ??
    all.find(({ id, shortTitle }) => lastPiece(id).toLowerCase() === typed || shortTitle.toLowerCase() === typed);
  if (found !== undefined) return ok(found);
  const nearest = nearestOf(
    typed,
    all.flatMap(({ id }) => [id, lastPiece(id)]),
  );
  return fail({
    kind: 'not_found',
    message: `No framework is called "${name}"; the nearest is "${nearest}". "theriac crosswalk frameworks" names them.`,
  });
}

/** The requirement that a name means: its id, or what people cite. */
export function findRequirement({ tree, id: framework }: Compared, name: string): Result<string, Failure> {
  const typed = name.trim().toLowerCase();
  const found =
    tree.find(({ id }) => id === name) ??
    tree.find(({ id, code }) => id.toLowerCase() === typed || code.toLowerCase() === typed) ??
    tree.find(({ id }) => lastPiece(id).toLowerCase() === typed);
  if (found !== undefined) return ok(found.id);
  const near = nearestOf(
    typed,
    tree.map(({ code }) => code.toLowerCase()),
  );
  const nearest = tree.find(({ code }) => code.toLowerCase() === near)?.code ?? near;
  return fail({
    kind: 'not_found',
    message: `"${framework}" has no requirement "${name}"; the nearest is "${nearest}".`,
  });
}
