import { describe, expect, it } from 'vitest';
import { fileOf, keptMaster, pictureToKeep, pointingTo, readMaster } from './playlist';

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

describe('fileOf', () => {
  it('finds the one file and its size before a byte of it is paid for', () => {
    expect(fileOf(media, address)).toEqual({ file: 'https://s3.example/m/360p.mp4?sig=1', bytes: 2500 });
  });
  it('wants nothing of playlists that name several files', () => {
    expect(fileOf(media.replace('360p.mp4?sig=1\n#EXT-X-ENDLIST', 'b.mp4\n#EXT-X-ENDLIST'), address)).toBeUndefined();
  });
});

describe('pointingTo', () => {
  it('leaves no address of the network in it', () => {
    const kept = pointingTo(media, 'video.mp4');
    expect(kept).not.toContain('https:');
    expect(kept.match(/video\.mp4/g)).toHaveLength(3);
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
