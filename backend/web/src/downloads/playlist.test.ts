import { describe, expect, it } from 'vitest';
import { filesOf, keptMaster, pictureToKeep, readMaster, renamed } from './playlist';

const media = `#EXTM3U
#EXT-X-VERSION:7
#EXT-X-MAP:URI="https://s3.example/m/360p.mp4?sig=1",BYTERANGE="800@0"
#EXTINF:6,
#EXT-X-BYTERANGE:1000@800
https://s3.example/m/360p.mp4?sig=1
#EXTINF:4.2,
#EXT-X-BYTERANGE:700@1800
https://s3.example/m/360p.mp4?sig=1
#EXT-X-ENDLIST
`;
const master = `#EXTM3U
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="zh",DEFAULT=YES,CHANNELS="1",URI="audio.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=900000,CODECS="avc1",RESOLUTION=1280x720,AUDIO="sound"
720p.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=400000,CODECS="avc1",RESOLUTION=640x360,AUDIO="sound"
360p.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=150000,CODECS="avc1",RESOLUTION=256x144,AUDIO="sound"
144p.m3u8
`;
const address = 'https://halls.example/api/v1/playback/a/master.m3u8';

describe('filesOf', () => {
  it('finds the files and what they cost before a byte of them is paid for', () => {
    expect(filesOf(media, address)).toEqual({ files: ['https://s3.example/m/360p.mp4?sig=1'], bytes: 2500 });
    const two = media.replace('360p.mp4?sig=1\n#EXT-X-ENDLIST', 'b.mp4\n#EXT-X-ENDLIST');
    expect(filesOf(two, address)?.files).toEqual(['https://s3.example/m/360p.mp4?sig=1', 'https://s3.example/m/b.mp4']);
  });
  it('wants nothing of a playlist that still grows', () => {
    expect(filesOf(media.replace('#EXT-X-ENDLIST', ''), address)).toBeUndefined();
  });
});

describe('renamed', () => {
  it('leaves no address of the network in it', () => {
    const kept = renamed(media, address, () => 'video-0.mp4');
    expect(kept).not.toContain('https:');
    expect(kept.match(/video-0\.mp4/g)).toHaveLength(3);
    expect(kept).toContain('#EXT-X-BYTERANGE:700@1800');
  });
});

describe('master playlists', () => {
  it('give the picture of a phone’s size and its sound', () => {
    const found = readMaster(master, address);
    const picture = pictureToKeep(found)!;
    expect(picture).toMatchObject({ shorterSide: 360, address: 'https://halls.example/api/v1/playback/a/360p.m3u8' });
    const kept = keptMaster(picture, found.sound);
    expect(kept).toContain('RESOLUTION=640x360');
    expect(kept).toContain('URI="audio.m3u8"');
    expect(kept).toMatch(/video\.m3u8\n$/);
  });
  it('of sound alone have no picture to keep', () => {
    expect(pictureToKeep(readMaster('#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=50000,CODECS="mp4a"\naudio.m3u8\n', address))).toBeUndefined();
  });
});
