/** What the server said was wrong (RFC 9457), or that it could not be reached at all. */
export interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    title: string,
    readonly detail: string | undefined = undefined,
    readonly errors: FieldProblem[] = [],
    readonly requestId: string | undefined = undefined,
    readonly retryAfterSeconds: number | undefined = undefined,
  ) {
    super(title);
    this.name = 'ApiProblem';
  }
}

/** No answer came: the line is down, or the server is. */
export class NetworkAway extends Error {
  constructor(cause?: unknown) {
    super('network-away', { cause });
    this.name = 'NetworkAway';
  }
}

function seconds(header: string | null): number | undefined {
  if (!header) return undefined;
  const value = Number(header);
  if (Number.isFinite(value)) return Math.max(0, value);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - Date.now()) / 1000);
}

export function toProblem(response: Response, body: unknown): ApiProblem {
  const said = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = (key: string) => (typeof said[key] === 'string' ? (said[key] as string) : undefined);
  return new ApiProblem(
    response.status,
    text('code') ?? text('type')?.split(':').pop() ?? `http-${response.status}`,
    text('title') ?? '',
    text('detail'),
    Array.isArray(said.errors) ? (said.errors as FieldProblem[]) : [],
    text('requestId'),
    seconds(response.headers.get('Retry-After')),
  );
}

/** Worth another try without the person doing anything: the line, a busy server, a gateway. */
export function isPassing(error: unknown): boolean {
  if (error instanceof NetworkAway) return true;
  return error instanceof ApiProblem && [408, 425, 429, 500, 502, 503, 504].includes(error.status);
}
