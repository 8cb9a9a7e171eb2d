// Sends HTTP requests over connections that stay open, and measures how long each answer takes. Written on bare sockets,
// because a fuller client would itself be what is measured.

import { connect } from 'node:net';

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const END_OF_CHUNKS = Buffer.from('0\r\n\r\n');
const LIMIT_MS = 60_000;

/** One request as it goes over the line. */
export function request(method, port, path, { token, body } = {}) {
  const text = body === undefined ? '' : JSON.stringify(body);
  const head = [
    `${method} ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Accept: application/json',
    ...(token ? [`Authorization: Bearer ${token}`] : []),
    ...(body === undefined ? [] : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`]),
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}`);
}

/** A connection that carries one request at a time. */
export class Line {
  constructor(port) {
    this.port = port;
    this.received = Buffer.alloc(0);
  }

  async open() {
    this.socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true });
    await new Promise((resolve, reject) => this.socket.once('connect', resolve).once('error', reject));
    this.socket.removeAllListeners('error');
    this.socket.on('data', (data) => this.take(data));
    this.socket.on('error', (error) => this.fail(error));
    this.socket.on('close', () => this.fail(new Error('the connection was closed')));
    return this;
  }

  /** Answers {status, body, millis}. */
  send(bytes) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.fail(new Error(`no answer within ${LIMIT_MS} ms`)), LIMIT_MS);
      this.waiting = { resolve, reject, timer, begin: performance.now() };
      this.socket.write(bytes);
    });
  }

  take(data) {
    this.received = this.received.length === 0 ? data : Buffer.concat([this.received, data]);
    const head = this.received.indexOf(END_OF_HEAD);
    if (head < 0) {
      return;
    }
    const text = this.received.toString('latin1', 0, head);
    const length = /content-length: (\d+)/i.exec(text);
    const chunked = !length && /transfer-encoding: chunked/i.test(text);
    const begin = head + END_OF_HEAD.length;
    const end = chunked ? this.endOfChunks(begin) : begin + Number(length?.[1] ?? 0);
    if (end > 0 && this.received.length >= end) {
      const body = this.received.subarray(begin, end);
      this.received = this.received.subarray(end);
      this.settle({ status: Number(text.slice(9, 12)), body: chunked ? dechunk(body) : body });
    }
  }

  endOfChunks(begin) {
    const tail = this.received.subarray(this.received.length - END_OF_CHUNKS.length);
    return this.received.length >= begin + END_OF_CHUNKS.length && tail.equals(END_OF_CHUNKS) ? this.received.length : -1;
  }

  settle(answer) {
    if (!this.waiting) {
      return;
    }
    const { resolve, timer, begin } = this.waiting;
    this.waiting = undefined;
    clearTimeout(timer);
    resolve({ ...answer, millis: performance.now() - begin });
  }

  fail(error) {
    if (this.waiting) {
      clearTimeout(this.waiting.timer);
      this.waiting.reject(error);
      this.waiting = undefined;
    }
  }

  close() {
    this.socket.destroy();
  }
}

function dechunk(body) {
  const parts = [];
  let at = 0;
  for (;;) {
    const line = body.indexOf('\r\n', at);
    const size = parseInt(body.toString('latin1', at, line), 16);
    if (!size) {
      return Buffer.concat(parts);
    }
    parts.push(body.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}

/** One request, on a connection of its own; answers the parsed body. */
export async function once(port, method, path, options) {
  const line = await new Line(port).open();
  try {
    const { status, body } = await line.send(request(method, port, path, options));
    if (status >= 300) {
      throw new Error(`${method} ${path} answered ${status}: ${body.toString().slice(0, 500)}`);
    }
    return body.length ? JSON.parse(body.toString()) : undefined;
  } finally {
    line.close();
  }
}

export function percentile(sorted, share) {
  return sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] : 0;
}

/** As many requests as so many connections get answered in so many seconds: {rate, p50, p99, bytes}. */
export async function flood(port, requests, { connections, seconds }) {
  const lines = await Promise.all(Array.from({ length: connections }, () => new Line(port).open()));
  const times = [];
  let bytes = 0;
  let turn = 0;
  const begin = performance.now();
  const end = begin + seconds * 1000;
  await Promise.all(lines.map(async (line) => {
    while (performance.now() < end) {
      const { status, body, millis } = await line.send(requests[turn++ % requests.length]);
      if (status !== 200) {
        throw new Error(`answered ${status}: ${body.toString().slice(0, 300)}`);
      }
      times.push(millis);
      bytes += body.length;
    }
  }));
  const took = (performance.now() - begin) / 1000;
  lines.forEach((line) => line.close());
  times.sort((a, b) => a - b);
  return {
    rate: times.length / took, p50: percentile(times, 0.5), p99: percentile(times, 0.99), bytes: Math.round(bytes / times.length),
  };
}
