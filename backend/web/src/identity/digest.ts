import { sha256 } from '@noble/hashes/sha2.js';

/**
 * Browsers hide `crypto.subtle` on plain http addresses, which is how a phone in the same room reaches a demo machine.
 * PKCE needs nothing of it but SHA-256, so that is what is put in its place.
 */
export function provideDigest(host: Crypto = crypto): void {
  if (host.subtle) return;
  const digest = async (algorithm: AlgorithmIdentifier, data: BufferSource): Promise<ArrayBuffer> => {
    const name = typeof algorithm === 'string' ? algorithm : algorithm.name;
    if (name.toUpperCase() !== 'SHA-256') throw new Error(`No ${name} without a secure address`);
    const bytes = ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : new Uint8Array(data);
    return new Uint8Array(sha256(bytes)).buffer;
  };
  Object.defineProperty(host, 'subtle', { value: { digest }, configurable: true });
}
