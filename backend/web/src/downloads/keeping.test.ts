import { afterEach, describe, expect, it, vi } from 'vitest';
import { keptFiles, offersOf } from './keeping';
import { keptLinks, type Kept } from './shelf';

const pages = ['https://store/p1.webp?signed', 'https://store/p2.webp?signed'];
const answer = (bytes: number, told = true) => new Response(new Uint8Array(bytes), { headers: told ? { 'Content-Length': String(bytes) } : {} });
const kept = (more: Partial<Kept>): Kept => ({ lessonId: 'l1', lessonTitle: '', as: 'document', bytes: 1, at: 0, course: {} as Kept['course'], ...more });

afterEach(() => vi.unstubAllGlobals());

describe('a document to keep', () => {
  it('costs its pages and its PDF, also where the store does not tell their size', async () => {
    vi.stubGlobal('fetch', vi.fn((address: string) => Promise.resolve(answer(address.includes('p2') ? 30 : 10, !address.includes('p2')))));
    const [offer] = await offersOf({ pageImages: pages, pdf: 'https://store/d.pdf?signed', chapters: [], expiresAt: '' });
    expect(offer).toMatchObject({ as: 'document', bytes: 50 });
    expect(keptFiles(offer!)).toEqual({ pages: ['page-1', 'page-2'], pdf: true });
  });

  it('is not offered while it has no pages', async () => {
    expect(await offersOf({ pageImages: [], chapters: [], expiresAt: '' })).toEqual([]);
  });

  it('is read from this device', () => {
    const links = keptLinks(kept({ pages: ['page-1'], pdf: true }));
    expect(links).toMatchObject({ pageImages: ['/offline/l1/page-1'], pdf: '/offline/l1/document.pdf' });
    expect(keptLinks(kept({ as: 'video' })).master).toBe('/offline/l1/master.m3u8');
    expect(keptLinks(kept({ as: 'audio' })).master).toBe('/offline/l1/audio.m3u8');
  });
});
