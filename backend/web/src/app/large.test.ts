import { afterEach, describe, expect, it, vi } from 'vitest';

vi.stubGlobal('document', { documentElement: { toggleAttribute: () => undefined }, createElement: () => ({}) });
const { fewer, large } = await import('./large');

afterEach(() => (large.value = false));

describe('large letters', () => {
  it('show fewer things on a page, the first ones', () => {
    expect(fewer([1, 2, 3, 4], 2)).toEqual([1, 2, 3, 4]);
    large.value = true;
    expect(fewer([1, 2, 3, 4], 2)).toEqual([1, 2]);
    expect(fewer([1], 2)).toEqual([1]);
  });
});
