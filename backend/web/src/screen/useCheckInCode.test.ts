import { describe, expect, it } from 'vitest';
import { waitFor } from './useCheckInCode';
import { qrPath } from './qr';

const now = Date.parse('2026-11-25T03:00:00Z');
const code = (changesAt: string) => ({ address: 'http://localhost/check-in', digits: '408213', token: 't', changesAt });

describe('the code on the hall’s screen', () => {
  it('is asked for again just after it changes', () => {
    expect(waitFor(code('2026-11-25T03:00:15Z'), now)).toBe(15_200);
  });

  it('is never asked for in a rush, nor long after, when clocks differ', () => {
    expect(waitFor(code('2026-11-25T02:59:00Z'), now)).toBe(1_000);
    expect(waitFor(code('2026-11-25T05:00:00Z'), now)).toBe(60_000);
  });

  it('is drawn with its three finder corners', () => {
    const { path, size } = qrPath('http://localhost/check-in?s=1&c=408213');
    expect(size).toBeGreaterThanOrEqual(25);
    for (const corner of ['M0 0h1', `M${size - 1} 0h1`, `M0 ${size - 1}h1`]) expect(path).toContain(corner);
  });
});
