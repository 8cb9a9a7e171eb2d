// A sign-in server for benchmarks: the platform under test is told to trust its keys, so that tens of thousands of people can
// be signed in at once. Nothing of it is part of the platform.

import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';

const AUDIENCE = 'lecture-halls-api';
const HOURS_VALID = 6;

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

export class Issuer {
  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.privateKey = privateKey;
    this.keys = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'bench', alg: 'RS256', use: 'sig' }] });
    this.header = encode({ alg: 'RS256', kid: 'bench', typ: 'JWT' });
  }

  async listen(port) {
    this.uri = `http://127.0.0.1:${port}/realms/lecture-halls`;
    this.server = createServer((request, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(this.keys);
    });
    await new Promise((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    return this;
  }

  token(id, role, region) {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.uri, sub: id, aud: AUDIENCE, iat: now, exp: now + HOURS_VALID * 3600,
      preferred_username: id, name: id, region, realm_access: { roles: [role] },
    };
    const text = `${this.header}.${encode(claims)}`;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(this.privateKey).toString('base64url')}`;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }
}
