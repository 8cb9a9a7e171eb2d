import { describe, expect, it } from 'vitest';
import { tileAt, tilesOf } from './thumbnails';

const vtt = `WEBVTT

00:00:00.000 --> 00:00:10.000
https://store/strip-1.jpg?X-Amz-Signature=ab#xywh=0,0,160,90

00:00:10.000 --> 01:00:20.500
https://store/strip-2.jpg#xywh=160,90,160,90

00:00:20.500 --> 00:00:30.000
no place
`;

describe('thumbnails', () => {
  it('reads where each picture is', () => {
    expect(tilesOf(vtt)).toEqual([
      { from: 0, to: 10, url: 'https://store/strip-1.jpg?X-Amz-Signature=ab', x: 0, y: 0, width: 160, height: 90 },
      { from: 10, to: 3620.5, url: 'https://store/strip-2.jpg', x: 160, y: 90, width: 160, height: 90 },
    ]);
    expect(tilesOf('<html>')).toEqual([]);
  });

  it('finds the picture of a time, and the last one behind the end', () => {
    const tiles = tilesOf(vtt);
    expect(tileAt(tiles, 9.99)?.url).toContain('strip-1');
    expect(tileAt(tiles, 10)?.url).toContain('strip-2');
    expect(tileAt(tiles, 9999)?.url).toContain('strip-2');
    expect(tileAt([], 1)).toBeUndefined();
  });
});
