import type { MiddlewareHandler } from 'hono';

const refusal = (message: string) => ({ error: { kind: 'forbidden', message } });

/**
 * Refuses requests that name another host (DNS rebinding) and writes that another site's page sent (cross-site request
 * forgery). Programs without a browser send no Origin, and pass.
 */
export function sameOriginOnly(allowedHosts: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!allowedHosts.includes(host.toLowerCase()))
      return context.json(refusal(`This server does not answer to the name "${host.slice(0, 100)}"`), 403);
    const isRead = context.req.method === 'GET' || context.req.method === 'HEAD';
    const origin = context.req.header('origin');
    const site = context.req.header('sec-fetch-site');
    const isForeign =
      (origin !== undefined && !allowedHosts.includes(hostOf(origin))) || site === 'cross-site' || site === 'same-site';
    if (!isRead && isForeign) return context.json(refusal('This request came from another site and was refused'), 403);
    return next();
  };
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host.toLowerCase() : '');
