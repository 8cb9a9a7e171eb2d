import { describe, expect, it } from 'vitest';
import { provideDigest } from './digest';

const hex = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('hex');
const text = new TextEncoder().encode('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');

describe('SHA-256 on an address that is not secure', () => {
  it('gives what the browser’s own would give', async () => {
    const host = {} as Crypto;
    provideDigest(host);
    const own = await crypto.subtle.digest('SHA-256', text);
    expect(hex(await host.subtle.digest('SHA-256', text))).toBe(hex(own));
    expect(hex(await host.subtle.digest({ name: 'sha-256' }, text.buffer as ArrayBuffer))).toBe(hex(own));
  });
  it('leaves a browser alone that has it', () => {
    const before = crypto.subtle;
    provideDigest(crypto);
    expect(crypto.subtle).toBe(before);
  });
  it('does not pretend to know other algorithms', async () => {
    const host = {} as Crypto;
    provideDigest(host);
    await expect(host.subtle.digest('SHA-512', text)).rejects.toThrow('SHA-512');
  });
});
