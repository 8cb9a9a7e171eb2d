import { afterEach, describe, expect, it, vi } from 'vitest';
import { mended, sendCaptions } from './captionFiles';

afterEach(() => vi.unstubAllGlobals());

describe('caption files', () => {
  it('says what was done to a file, and nothing when nothing was', () => {
    const found = { encoding: 'GB18030', format: 'srt', dropped: 2, shortened: 0, cleaned: 1 };
    expect(mended(found)).toEqual([
      { key: 'dropped', n: 2 },
      { key: 'cleaned', n: 1 },
    ]);
    expect(mended({ ...found, dropped: 0, cleaned: 0 })).toEqual([]);
  });

  it('sends the bytes as they are, with the version it replaces', async () => {
    const sent: Request[] = [];
    vi.stubGlobal('fetch', (request: Request) => {
      sent.push(request);
      return Promise.resolve(Response.json({ caption: {}, found: {} }));
    });
    vi.stubGlobal('location', new URL('http://here/'));
    await sendCaptions('a1', 'zh', '中文', new Blob([new Uint8Array([0xd6, 0xd0])]), 3);
    await sendCaptions('a1', 'en', 'English', new Blob(['x']), undefined);

    expect(sent[0]?.method).toBe('PUT');
    expect(sent[0]?.url).toBe('http://here/api/v1/media-assets/a1/captions/zh?name=%E4%B8%AD%E6%96%87');
    expect(sent[0]?.headers.get('If-Match')).toBe('"3"');
    expect(new Uint8Array((await sent[0]?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(new Uint8Array([0xd6, 0xd0]));
    expect(sent[1]?.headers.has('If-Match')).toBe(false);
  });
});
