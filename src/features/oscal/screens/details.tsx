/** Where it stopped, and what to do there. */
export const Details = ({
  failure,
}: {
  readonly failure: { readonly details?: readonly { readonly path: string; readonly message: string }[] };
}) => (
  <ul>
    {(failure.details ?? []).map(({ path, message }) => (
      <li key={path + message} lang="en">
        {path === '' ? null : <code>{path}</code>} {message}
      </li>
    ))}
  </ul>
);
