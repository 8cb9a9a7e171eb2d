// Encodes a file once by a plain command and once through the platform, and tells how long each took.

import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { upload } from '../demo/upload.mjs';
import { follow } from '../demo/watch.mjs';
import { cpuSeconds } from './processes.mjs';

export const run = promisify(execFile);

/** Wall and CPU seconds of a command and of its children. */
async function timed(command, args, cwd) {
  const script = 'TIMEFORMAT="%R %U %S"; { time "$@" 2>&3; } 3>errors 2>&1';
  try {
    const { stdout } = await run('bash', ['-c', script, 'timed', command, ...args], { cwd });
    const [wall, user, system] = stdout.trim().split(/\s+/).map(Number);
    return { wall, cpu: user + system };
  } catch (e) {
    throw new Error(`${command} failed; what it said is in ${cwd}/errors: ${e.message}`);
  }
}

/** A plain ffmpeg command, in a folder that is removed with what it made. */
export async function plain(args, work) {
  const folder = path.join(work, 'plain');
  await mkdir(folder, { recursive: true });
  const figures = await timed(path.join(process.env.LECTUREHALLS_WORKER_FFMPEG, 'ffmpeg'), args, folder);
  await rm(folder, { recursive: true });
  return figures;
}

/**
 * From the moment that a worker has the job until the asset is ready to be published.
 *
 * @param worker process whose CPU time is counted, if any
 * @param watch called with the asset after each change
 */
export async function throughPlatform(lecturer, file, { worker, watch = () => {} } = {}) {
  const assetId = await upload(lecturer, file, 'VIDEO', () => {});
  let received;
  let cpu;
  const asset = await follow(lecturer, assetId, (now) => {
    if (!received && now.job.state !== 'QUEUED') {
      received = performance.now();
      cpu = worker && cpuSeconds(worker);
    }
    watch(now);
  });
  const wall = (performance.now() - received) / 1000;
  if (asset.state !== 'READY') {
    throw new Error(`the platform answered ${asset.state}: ${JSON.stringify(asset.refusal ?? asset.job)}`);
  }
  return { wall, cpu: worker && cpuSeconds(worker) - cpu, asset };
}

/** What the plain command needs to know of the file: its picture's size as shown, and its frame rate. */
export async function look(file) {
  const entries = 'stream=codec_type,width,height,avg_frame_rate:stream_side_data=rotation:format=duration';
  const { stdout } = await run(path.join(process.env.LECTUREHALLS_WORKER_FFMPEG, 'ffprobe'), [
    '-v', 'error', '-show_entries', entries, '-of', 'json', `file:${file}`,
  ]);
  const { streams, format } = JSON.parse(stdout);
  const video = streams.find((stream) => stream.codec_type === 'video');
  const turned = Math.abs(video.side_data_list?.[0]?.rotation ?? 0) % 180 === 90;
  const [width, height] = turned ? [video.height, video.width] : [video.width, video.height];
  return { width, height, rate: video.avg_frame_rate, audio: streams.some((s) => s.codec_type === 'audio'), seconds: Number(format.duration) };
}
