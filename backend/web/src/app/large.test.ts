// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { fewer, large } from './large';

afterEach(() => (large.value = false));

describe('large letters', () => {
  it('show fewer things on a page, the first ones', () => {
    expect(fewer([1, 2, 3, 4], 2)).toEqual([1, 2, 3, 4]);
    large.value = true;
    expect(fewer([1, 2, 3, 4], 2)).toEqual([1, 2]);
    expect(fewer([1], 2)).toEqual([1]);
  });
});
